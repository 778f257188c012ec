/** What the steps of an import share once everything is read and joined. */

import { hashOf, type Store } from '../lib/store/index.ts';
import type { Decisions } from './decisions/decisions.ts';
import { makeDescriber, type Describer } from './describe/describe.ts';
import { makeMatcher } from './describe/matcher.ts';
import type { ImportRun } from './import-options.ts';
import type { Joined } from './join/join-all.ts';
import type { ReadAll } from './read/read-all.ts';

/**
 * Everything that papers are made from: decisions, what was read, which identifiers count. It is the same for every
 * paper.
 */
export interface ImportContext extends Decisions, ReadAll, Pick<Joined, 'withheld'> {
  store: Store;
  describe: Describer;
  /** Hash of the vocabulary: when it changes, papers are made again. */
  vocabularyHash: string;
  onProgress: (text: string) => void;
}

export function contextOf(
  { store, onProgress }: ImportRun,
  decisions: Decisions,
  read: ReadAll,
  { withheld }: Joined,
): ImportContext {
  const { vocabulary } = decisions;
  return {
    ...decisions,
    ...read,
    withheld,
    store,
    describe: makeDescriber(vocabulary, makeMatcher(vocabulary)),
    vocabularyHash: hashOf(JSON.stringify(vocabulary)),
    onProgress,
  };
}
