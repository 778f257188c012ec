/** Counts the sentences of an essay by their basis. */

import { type Basis, bases } from './basis.ts';

/** The largest share of an essay's sentences that may be the reviewers' own: readings and pointers. */
export const mostOurs = 1 / 4;

export const isOurs = (basis: Basis): boolean => basis === 'reading' || basis === 'pointer';

interface Based {
  basis?: Basis;
}

/** How many of some sentences are the reviewers' own. */
export const shareOfOurs = (sentences: readonly Based[]): { ours: number; all: number } => ({
  ours: sentences.filter(({ basis }) => basis !== undefined && isOurs(basis)).length,
  all: sentences.length,
});

/** How many sentences have each basis. */
export function countBases(sentences: readonly Based[]): Record<Basis, number> {
  const counts = Object.fromEntries(bases.map((basis) => [basis, 0])) as Record<Basis, number>;
  for (const { basis } of sentences) if (basis) counts[basis]++;
  return counts;
}
