/** Counts papers by theme and by the concepts of a facet, for the map of the evidence. */

import { narrowestOf } from '#domain/broader';
import type { ConceptRef } from '#domain/concept';
import type { Facet } from '#domain/facets';
import type { Evidence, Paper } from '#domain/paper';
import { isGapOnly } from '../evidence.ts';
import type { FacetConcept, Review } from '../index-review.ts';

/** A paper in a cell, with what shows each of the two. */
interface CellPaper {
  paper: Paper;
  /** Why it has the theme; empty in the column of papers without one. */
  theme: readonly Evidence[];
  /** Why it has the concept of the row; empty in the row of papers without one. */
  row: readonly Evidence[];
  /** True where the paper only names the theme as a gap in what is known. */
  gap: boolean;
}

interface Cell {
  papers: readonly CellPaper[];
  findings: number;
  gaps: number;
  /** How many of the papers are of each kind of study, in the order of `families`. */
  families: readonly number[];
}

/** A row of the map: a concept of its facet, or all papers that have none. */
interface GridRow {
  /** The concept; nothing in the row of papers that state none. */
  ref: ConceptRef | undefined;
  /** The id of the row in addresses. */
  id: string;
  /** How far below the broadest concept that is a row. */
  depth: number;
  cells: readonly Cell[];
  /** All papers of the row, each once. */
  total: number;
}

export interface Grid {
  facet: Facet;
  /** The themes, then, where some paper has none, a column for these (`undefined`). */
  columns: readonly (FacetConcept | undefined)[];
  rows: readonly GridRow[];
  /** The papers of each column, each once. */
  totals: readonly number[];
  papers: number;
  /** Kinds of study that the cells count by: the broadest concepts of designs, most papers first; the last is "none stated". */
  families: readonly (ConceptRef | undefined)[];
  /** The concepts of the facet's vocabulary that no paper has. */
  absent: readonly ConceptRef[];
}

/** The id of a row or column that holds the papers without a concept. No concept has it: theirs begin with a letter or digit. */
const none = '-';

/** A cell's id on its page. */
export const cellId = (row: string, column: FacetConcept | undefined): string => `cell_${row}_${column?.id ?? none}`;

/** Papers by concept; `undefined` lists those without any. */
type Index = Map<ConceptRef | undefined, Map<string, readonly Evidence[]>>;

function indexBy(review: Review, isOf: (ref: ConceptRef) => boolean): Index {
  const index: Index = new Map();
  const add = (ref: ConceptRef | undefined, id: string, evidence: readonly Evidence[]): void => {
    const papers = index.get(ref) ?? new Map<string, readonly Evidence[]>();
    index.set(ref, papers.set(id, evidence));
  };
  for (const { id } of review.papers) {
    const own = (review.conceptsOf.get(id) ?? []).filter(({ concept }) => isOf(concept));
    for (const { concept, evidence } of own) add(concept, id, evidence);
    if (own.length === 0) add(undefined, id, []);
  }
  return index;
}

/** The concepts that are rows, in the vocabulary's order, each followed by its narrower ones; a concept comes once. */
function ordered(
  facet: Facet,
  review: Review,
  has: (ref: ConceptRef) => boolean,
): { ref: ConceptRef; depth: number }[] {
  const all = [...review.concept.values()].filter((it) => it.facet === facet && has(it.ref));
  // A concept that the vocabulary has lost is still a row.
  const found: { ref: ConceptRef; depth: number }[] = [];
  const add = (ref: ConceptRef, depth: number): void => {
    if (found.some((row) => row.ref === ref)) return;
    found.push({ ref, depth });
    for (const narrower of all) if (narrower.broader.includes(ref)) add(narrower.ref, depth + 1);
  };
  for (const { ref, broader } of all) if (!broader.some(has)) add(ref, 0);
  for (const { ref } of all) add(ref, 0);
  return found;
}

/** The broadest designs by how many papers have them, then "none stated" where some paper states none. */
function familiesOf(designs: Index, review: Review): (ConceptRef | undefined)[] {
  const tops = [...designs].flatMap(([ref, papers]) =>
    ref !== undefined && review.hierarchy.above(ref).length === 0 ? [{ ref, count: papers.size }] : [],
  );
  tops.sort((a, b) => b.count - a.count || (a.ref < b.ref ? -1 : 1));
  return [...tops.map(({ ref }) => ref), ...(designs.has(undefined) ? [undefined] : [])];
}

/** The papers that have a theme by the concepts of a facet. A paper is in every row and column that it belongs to. */
export function gridOf(facet: Facet, review: Review): Grid {
  const themes = new Set(review.themes.map(({ ref }) => ref));
  const byTheme = indexBy(review, (ref) => themes.has(ref));
  const byRow = indexBy(review, (ref) => ref.startsWith(`${facet}/`));
  const byDesign = indexBy(review, (ref) => ref.startsWith('designs/'));
  const families = familiesOf(byDesign, review);
  const columns = [...review.themes, ...(byTheme.has(undefined) ? [undefined] : [])];
  const known = [...review.concept.values()].filter((it) => it.facet === facet).map(({ ref }) => ref);
  const unknown = [...byRow.keys()].filter((ref) => ref !== undefined && !known.includes(ref));
  const rows = [
    ...ordered(facet, review, (ref) => byRow.has(ref)),
    ...unknown.map((ref) => ({ ref, depth: 0 })),
    ...(byRow.has(undefined) ? [{ ref: undefined, depth: 0 }] : []),
  ];
  const cell = (ref: ConceptRef | undefined, column: FacetConcept | undefined): Cell => {
    const inColumn = byTheme.get(column?.ref);
    const papers = [...(byRow.get(ref) ?? [])].flatMap(([id, row]): CellPaper[] => {
      const theme = inColumn?.get(id);
      const paper = review.paper.get(id);
      return theme && paper ? [{ paper, theme, row, gap: column !== undefined && isGapOnly(theme) }] : [];
    });
    const gaps = papers.filter(({ gap }) => gap).length;
    return {
      papers,
      findings: papers.length - gaps,
      gaps,
      families: families.map((family) => papers.filter(({ paper: { id } }) => byDesign.get(family)?.has(id)).length),
    };
  };
  return {
    facet,
    columns,
    rows: rows.map(({ ref, depth }) => ({
      ref,
      depth,
      id: ref === undefined ? none : ref.slice(facet.length + 1),
      cells: columns.map((column) => cell(ref, column)),
      total: byRow.get(ref)?.size ?? 0,
    })),
    totals: columns.map((column) => byTheme.get(column?.ref)?.size ?? 0),
    papers: review.papers.length,
    families,
    absent: narrowestOf(
      known.filter((ref) => !byRow.has(ref)),
      review.hierarchy,
    ),
  };
}

/** Whether every paper is in one cell only, so that the cells add up to the totals. */
export const addsUp = ({ rows, papers }: Grid): boolean =>
  rows.every(({ cells, total }) => cells.reduce((sum, cell) => sum + cell.papers.length, 0) === total) &&
  rows.reduce((sum, { total }) => sum + total, 0) === papers;
