/** Narrows the results of a search by facets and years. */

import type { Catalogue, FacetColumn, FacetName } from './catalogue.ts';
import type { Found } from './found.ts';
import type { State } from './state.ts';

/** The values of a facet in the results, with the number of papers that each choice would show. */
export interface FacetCount {
  number: number;
  count: number;
  chosen: boolean;
}

export interface Narrowed {
  /** Papers that match the choice in every facet. */
  papers: number[];
  /** For each facet, counts over the papers that match all other facets. */
  counts: Map<FacetName, FacetCount[]>;
}

/** Narrows results by the chosen facets and counts what each further choice would show. */
export function narrow(
  found: Found,
  { facets, years }: Pick<State, 'facets' | 'years'>,
  catalogue: Catalogue,
): Narrowed {
  const filters = catalogue.facets.map((column) => ({ column, chosen: chosenNumbers(column, facets) }));
  const yearColumn = catalogue.facets.find(({ name }) => name === 'year');
  const inYears = (paper: number): boolean => {
    if (years.from === null && years.to === null) return true;
    const year = catalogue.years[paper] ?? null;
    return year !== null && (years.from === null || year >= years.from) && (years.to === null || year <= years.to);
  };
  const narrowing = filters.filter(({ chosen }) => chosen.size);
  const papers: number[] = [];
  const tallies = filters.map(({ column }) => ({ column, counts: new Int32Array(column.values.length) }));
  for (const paper of found.keys()) {
    // A paper that fails only one facet still counts for that one.
    let failed: FacetColumn | undefined;
    let failures = 0;
    if (!inYears(paper)) {
      failures++;
      failed = yearColumn;
    }
    for (const { column, chosen } of narrowing)
      if (!(column.of[paper] ?? []).some((number) => chosen.has(number))) {
        failures++;
        failed = column;
      }
    if (failures > 1) continue;
    if (failures === 0) papers.push(paper);
    for (const { column, counts } of tallies) {
      if (failures === 1 && column !== failed) continue;
      for (const number of column.of[paper] ?? []) counts[number] = (counts[number] ?? 0) + 1;
    }
  }
  const counts = new Map(
    filters.map(({ column, chosen }, i) => {
      const values: FacetCount[] = [];
      tallies[i]?.counts.forEach((count, number) => {
        if (count || chosen.has(number)) values.push({ number, count, chosen: chosen.has(number) });
      });
      values.sort((a, b) => b.count - a.count || a.number - b.number);
      return [column.name, values] as const;
    }),
  );
  return { papers, counts };
}

const chosenNumbers = (column: FacetColumn, facets: State['facets']): Set<number> => {
  const keys = facets[column.name] ?? [];
  return new Set(column.values.flatMap(({ key }, number) => (keys.includes(key) ? [number] : [])));
};
