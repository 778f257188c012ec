import type { Catalogue, Orders } from './catalogue.ts';
import type { Found } from './found.ts';
import type { State } from './state.ts';

/** All results in the wanted order. `oldest` needs the years. */
export function order(
  papers: readonly number[],
  found: Found,
  sort: State['sort'],
  language: 'en' | 'zh',
  years: Catalogue['years'] = [],
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
      const yearOf = (paper: number): number => years[paper] ?? Infinity;
      return sorted.sort((a, b) => yearOf(a) - yearOf(b) || a - b);
    }
    default: {
      const list = orders?.[sort === 'title' ? 'byTitle' : 'byAuthor'][language] ?? [];
      const place = new Map(list.map((paper, n) => [paper, n]));
      return sorted.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
    }
  }
}
