/** The step of the import that makes the papers. */

import { decideGroup, type Decided } from '../decisions/decide-group.ts';
import type { ImportContext } from '../import-context.ts';
import type { Group } from '../join/settle.ts';
import { stride } from '../read/read-all.ts';
import { makePaper, type MadePaper } from './make-paper.ts';

/** A paper without its text, which is in the store, and without an id. */
export interface Made extends Omit<MadePaper, 'finished'> {
  decided: Decided;
  /** Whether it was made from the same drafts and decisions before, and came from the store. */
  reused: boolean;
}

/** Makes the paper of every group, one at a time. */
export async function makeAll(groups: readonly Group[], context: ImportContext): Promise<Made[]> {
  // Decisions are found for all groups before any id is given.
  const decided = groups.map((group) => decideGroup(group, context));
  const papers: Made[] = [];
  for (const [i, one] of decided.entries()) {
    papers.push(makeOne(one, context));
    if ((i + 1) % stride === 0) {
      context.onProgress(`made ${i + 1} of ${groups.length} papers`);
      await new Promise(setImmediate);
    }
  }
  return papers;
}

export function makeOne(decided: Decided, context: ImportContext): Made {
  const { made, reused } = makePaper(decided, context);
  const { finished: _, ...rest } = made;
  return { ...rest, decided, reused };
}
