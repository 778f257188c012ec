/** What the filter of a map needs: which papers each row, column and concept has, each paper as a number. */

import type { ConceptRef } from '#domain/concept';
import type { Facet } from '#domain/facets';
import type { Review } from '../index-review.ts';
import { aggregate } from '../slice.ts';
import type { Grid } from './grid.ts';
import { gridFor, mapFacets } from './layout.ts';

/** The most papers that a page can filter: with some 40 bytes each, a map stays below 100 KB. The search filters more. */
const mostFiltered = 250;

/** Papers as text: their places in the list of all papers, to the base 36, with spaces between them. */
type Numbers = string;

export interface MapFilter {
  /** The papers of each row, by its id. */
  rows: ReadonlyMap<string, Numbers>;
  /** The papers of each column, and those that name its theme only as a gap. */
  columns: readonly { in: Numbers; gaps: Numbers }[];
  /** The concepts to choose from, by facet, in the order of the vocabulary. */
  facets: readonly { facet: Facet; concepts: readonly { ref: ConceptRef; in: Numbers }[] }[];
  /** The number of a paper, by its id. */
  numberOf: ReadonlyMap<string, string>;
}

/** The filter of a map; none where one page cannot hold it, and where the papers have no other facet. */
function filterOf(grid: Grid, review: Review): MapFilter | undefined {
  if (review.papers.length > mostFiltered) return undefined;
  const numberOf = new Map(review.papers.map(({ id }, n) => [id, n.toString(36)]));
  const written = (ids: Iterable<string>): Numbers => [...new Set(ids)].map((id) => numberOf.get(id) ?? '').join(' ');
  const inColumn = (index: number) => grid.rows.flatMap(({ cells }) => cells[index]?.papers ?? []);
  const facets = mapFacets(review).flatMap((facet) => {
    if (facet === grid.facet) return [];
    const concepts = [...review.concept.values()].flatMap(({ ref }) => {
      const having = ref.startsWith(`${facet}/`)
        ? review.papers.filter(({ id }) => review.conceptsOf.get(id)?.some(({ concept }) => concept === ref))
        : [];
      return having.length > 0 ? [{ ref, in: written(having.map(({ id }) => id)) }] : [];
    });
    return concepts.length > 0 ? [{ facet, concepts }] : [];
  });
  if (facets.length === 0) return undefined;
  return {
    rows: new Map(
      grid.rows.map(({ id, cells }) => [
        id,
        written(cells.flatMap(({ papers }) => papers.map(({ paper }) => paper.id))),
      ]),
    ),
    columns: grid.columns.map((_, index) => ({
      in: written(inColumn(index).map(({ paper }) => paper.id)),
      gaps: written(inColumn(index).flatMap(({ paper, gap }) => (gap ? [paper.id] : []))),
    })),
    facets,
    numberOf,
  };
}

/** The filter of the map of a facet, made once per build. */
export const filterFor = (facet: Facet, review: Review): MapFilter | undefined => filters(review, facet);

const filters = aggregate(
  'filter of a map',
  (review, facet) => filterOf(gridFor(facet as Facet, review), review),
  (made) => made && { ...made, rows: [...made.rows], numberOf: [...made.numberOf] },
);
