import type { Catalogue, FacetColumn, FacetName, Orders } from './catalogue.ts';
import type { Found } from './found.ts';
import type { State } from './state.ts';

/** The values of a facet that the results still have, with how many papers choosing it would show. */
export interface FacetCount {
  number: number;
  count: number;
  chosen: boolean;
}

export interface Narrowed {
  /** Papers that pass every facet. */
  papers: number[];
  /** For each facet, counted over the papers that pass all the others. */
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
  const papers: number[] = [];
  const tallies = catalogue.facets.map(() => new Map<number, number>());
  for (const paper of found.keys()) {
    // The one facet that a paper fails, if it fails no other, still counts it.
    let failed: FacetColumn | undefined;
    let failures = 0;
    if (!inYears(paper)) {
      failures++;
      failed = yearColumn;
    }
    for (const { column, chosen } of filters)
      if (chosen.size && !(column.of[paper] ?? []).some((number) => chosen.has(number))) {
        failures++;
        failed = column;
      }
    if (failures > 1) continue;
    if (failures === 0) papers.push(paper);
    filters.forEach(({ column }, i) => {
      if (failures === 1 && column !== failed) return;
      for (const number of column.of[paper] ?? []) tallies[i]?.set(number, (tallies[i].get(number) ?? 0) + 1);
    });
  }
  const counts = new Map(
    filters.map(({ column, chosen }, i) => {
      const tally = tallies[i] ?? new Map<number, number>();
      for (const number of chosen) if (!tally.has(number)) tally.set(number, 0);
      const values = [...tally].map(([number, count]) => ({ number, count, chosen: chosen.has(number) }));
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

/** Results in the order asked for; every one of them, whichever the order. */
export function order(
  papers: readonly number[],
  found: Found,
  sort: State['sort'],
  language: 'en' | 'zh',
  catalogue: Catalogue,
  orders?: Orders,
): number[] {
  const sorted = [...papers];
  const scoreOf = (paper: number): number => found.get(paper)?.score ?? 0;
  switch (sort) {
    case 'relevance':
      return sorted.sort((a, b) => scoreOf(b) - scoreOf(a) || a - b);
    case 'newest':
      return sorted.sort((a, b) => a - b);
    case 'oldest': {
      const yearOf = (paper: number): number => catalogue.years[paper] ?? Infinity;
      return sorted.sort((a, b) => yearOf(a) - yearOf(b) || a - b);
    }
    default: {
      const list = orders?.[sort === 'title' ? 'byTitle' : 'byAuthor'][language] ?? [];
      const place = new Map(list.map((paper, n) => [paper, n]));
      return sorted.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
    }
  }
}
