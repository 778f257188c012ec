/** Every address that a paper has or had, and what is there. */

import { onceEach } from '#citations/once';
import type { Paper } from '#domain/paper';
import { papersTakenOut, type TakenOutPaper } from '#domain/removal';
import { formerIds, removals } from './decisions.ts';
import type { Review } from './index-review.ts';
import { excluded } from './ledger.ts';

/** What is at an address: a paper, a redirect to it from a former address, or the notice why it is gone. */
export type AtAddress = { paper: Paper } | { moved: Paper } | { takenOut: TakenOutPaper };

/** By the id in the address. */
export const addressesOf = onceEach(({ all, paper: byId }: Pick<Review, 'all' | 'paper'>): Map<string, AtAddress> => {
  const at = new Map<string, AtAddress>(all.map((paper) => [paper.id, { paper }]));
  const aliases = formerIds();
  for (const [alias, id] of aliases) {
    const paper = byId.get(id);
    if (paper && !at.has(alias)) at.set(alias, { moved: paper });
  }
  const decisions = { removals: removals(), excluded: excluded(), aliases };
  for (const [id, takenOut] of papersTakenOut(decisions, (id) => at.has(id))) at.set(id, { takenOut });
  return at;
});
