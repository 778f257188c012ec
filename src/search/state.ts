/** The state of a search (query, filters, order, page) and its form in an address. */

import { facetNames, type Catalogue, type FacetName } from './catalogue.ts';

export const sorts = ['relevance', 'newest', 'oldest', 'title', 'author'] as const;
type Sort = (typeof sorts)[number];

/** A search in all its parts, as its address has it. */
export interface State {
  q: string;
  /** Chosen keys of each facet. In every facet with a choice, a paper must have one of the keys. */
  facets: Partial<Record<FacetName, string[]>>;
  /** Years from and to, both included. */
  years: { from: number | null; to: number | null };
  sort: Sort;
  page: number;
}

export const emptyState = (): State => ({
  q: '',
  facets: {},
  years: { from: null, to: null },
  sort: 'relevance',
  page: 1,
});

/** What an address asks for and the review does not have. */
export interface Unknown {
  name: string;
  value: string;
}

/** Reads a state from an address. Unknown parts are left out and reported. */
export function readState(parameters: URLSearchParams, catalogue?: Catalogue): { state: State; unknown: Unknown[] } {
  const state = emptyState();
  const unknown: Unknown[] = [];
  for (const [name, value] of parameters) {
    if (name === 'q') state.q = value;
    else if (name === 'sort') {
      const sort = sorts.find((known) => known === value);
      if (sort) state.sort = sort;
      else unknown.push({ name, value });
    } else if (name === 'page') {
      const page = /^\d{1,6}$/.test(value) ? Number(value) : 0;
      if (page >= 1) state.page = page;
      else unknown.push({ name, value });
    } else if (name === 'year') {
      const years = /^(\d{4})?(\.\.)?(\d{4})?$/.exec(value);
      if (!years || (!years[1] && !years[3])) unknown.push({ name, value });
      else {
        const from = years[1] ? Number(years[1]) : null;
        const to = years[2] ? (years[3] ? Number(years[3]) : null) : from;
        state.years = from !== null && to !== null && from > to ? { from: to, to: from } : { from, to };
      }
    } else {
      const facet = facetNames.find((known) => known === name);
      if (!facet) continue;
      const column = catalogue?.facets.find((known) => known.name === facet);
      if (catalogue && !column?.values.some(({ key }) => key === value)) unknown.push({ name, value });
      else state.facets[facet] = [...new Set([...(state.facets[facet] ?? []), value])];
    }
  }
  return { state, unknown };
}

/** The address of a state, without the path: empty, or beginning with `?`. Equal states have equal addresses. */
export function writeState({ q, facets, years, sort, page }: State): string {
  const parameters = new URLSearchParams();
  if (q.trim()) parameters.set('q', q.trim().toWellFormed());
  for (const name of facetNames) for (const key of [...(facets[name] ?? [])].sort()) parameters.append(name, key);
  if (years.from !== null || years.to !== null)
    parameters.set('year', years.from === years.to ? String(years.from) : `${years.from ?? ''}..${years.to ?? ''}`);
  if (sort !== 'relevance') parameters.set('sort', sort);
  if (page > 1) parameters.set('page', String(page));
  const written = parameters.toString();
  return written ? `?${written}` : '';
}

/** Whether a state narrows the results of its query. */
export const isNarrowed = ({ facets, years }: State): boolean =>
  Object.values(facets).some((keys) => keys.length > 0) || years.from !== null || years.to !== null;
