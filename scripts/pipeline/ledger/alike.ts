/** Lists for the ledger the pairs of papers that look alike and were kept apart. */

import type { NamedPaper } from '../ids/give-ids.ts';
import type { NearMiss } from '../join/groups.ts';

/** The ids of each pair, in order. A paper that the review does not show is in no pair. */
export function alikeOf(pairs: readonly NearMiss[], papers: readonly NamedPaper[]): [string, string][] {
  const idOf = new Map(
    papers.flatMap(({ id, decided }) => decided.group.members.map((member) => [member, id] as const)),
  );
  const named = pairs.flatMap(({ a, b }): [string, string][] => {
    const [first, second] = [idOf.get(a), idOf.get(b)];
    if (first === undefined || second === undefined || first === second) return [];
    return [first < second ? [first, second] : [second, first]];
  });
  return [...new Map(named.map((pair) => [pair.join(' '), pair])).values()].sort((x, y) =>
    x.join(' ') < y.join(' ') ? -1 : 1,
  );
}
