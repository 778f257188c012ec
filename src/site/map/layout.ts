/** Which maps a review has, and how much one of their pages lists. */

import type { Facet } from '#domain/facets';
import { facets } from '#domain/facets';
import type { Review } from '../index-review.ts';
import { aggregate } from '../slice.ts';
import { type Grid, gridOf } from './grid.ts';

/** The most papers with their sentences on one page: with about 900 bytes each, the page stays below 100 KB. */
export const mostListed = 75;

/** The facets that a review has a map of: those other than themes of which some paper has a concept; designs always. */
export const mapFacets = aggregate('map facets', ({ papers }): Facet[] =>
  facets.filter(
    (facet) =>
      facet === 'designs' ||
      (facet !== 'themes' &&
        papers.some(({ concepts }) => concepts.some(({ concept }) => concept.startsWith(`${facet}/`)))),
  ),
);

/** The path of a facet's map; that of designs is the map. */
export const mapPath = (facet: Facet): string => (facet === 'designs' ? 'map/' : `map/${facet}/`);
/** The path of a row's page, where the lists of a map do not fit on one page. */
export const rowPath = (facet: Facet, row: string): string => `map/${facet}/${row}/`;

/** How many papers all cells of some rows list. */
const listedIn = (rows: Grid['rows']): number =>
  rows.reduce((sum, { cells }) => sum + cells.reduce((all, { papers }) => all + papers.length, 0), 0);

/** Whether the lists of all cells are on the map's own page; otherwise each row has a page of its own. */
export const isOnePage = ({ rows }: Grid): boolean => listedIn(rows) <= mostListed;

/** The most cells in one table: with about 190 bytes each, the map with its figures stays below 100 KB without lists. */
const mostCells = 280;
/** The most numbers of kinds of study in one table, with as many bytes each. */
const mostKinds = 200;

/** The rows that a map's table has room for, in order: those with the most papers. */
export function rowsInTable({ rows, columns }: Grid): Grid['rows'] {
  const room = Math.floor(mostCells / Math.max(1, columns.length));
  if (rows.length <= room) return rows;
  const most = new Set([...rows].sort((a, b) => b.total - a.total).slice(0, room));
  return rows.filter((row) => most.has(row));
}

/** Whether a table has room for the kinds of study in each cell of its rows; the page of a row always has. */
export const hasRoomForKinds = (rows: Grid['rows']): boolean =>
  rows.length === 1 ||
  rows.reduce(
    (sum, { cells }) =>
      sum + cells.reduce((all, { families }) => all + families.filter((count) => count > 0).length, 0),
    0,
  ) <= mostKinds;

/** How many papers each cell of a row lists on the row's page; the others are found by the search and on the theme's page. */
export function mostInCell({ cells }: Grid['rows'][number]): number {
  const sizes = cells.map(({ papers }) => papers.length);
  let most = Math.max(0, ...sizes);
  while (most > 1 && sizes.reduce((sum, size) => sum + Math.min(size, most), 0) > mostListed) most -= 1;
  return most;
}

/** The map of a facet, made once per build. */
export const gridFor = (facet: Facet, review: Review): Grid => grids(review, facet);

const grids = aggregate('map', (review, facet) => gridOf(facet as Facet, review));

/**
 * A row of a map, as a grid of that row alone: its page shows nothing of the other rows, so it need not be made again
 * when their papers change.
 */
export const gridOfRow = (facet: Facet, row: string, review: Review): Grid => gridsOfRows(review, `${facet}/${row}`);

const gridsOfRows = aggregate('row of a map', (review, of): Grid => {
  const [facet, row] = of.split('/') as [Facet, string];
  const grid = gridFor(facet, review);
  return { ...grid, rows: grid.rows.filter(({ id }) => id === row), totals: [], papers: 0, absent: [] };
});
