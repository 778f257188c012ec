import type { ConceptRef } from '#domain/concept';
import type { Paper } from '#domain/paper';
import type { FacetConcept, Review } from './review.ts';

/** Up to so many papers the whole map stands on one page, and prints on one. */
export const mapSize = 120;

export interface MapRow {
  paper: Paper;
  /** For each theme, in order, in how many places the paper bears it. */
  places: number[];
}

export const mapRows = (papers: readonly Paper[], themes: readonly FacetConcept[]): MapRow[] =>
  papers.map((paper) => {
    const places = new Map(paper.concepts.map(({ concept, evidence }) => [concept, evidence.length]));
    return { paper, places: themes.map((theme) => places.get(theme.ref) ?? 0) };
  });

export interface DesignRow {
  ref: ConceptRef;
  concept: FacetConcept | undefined;
  /** For each theme, in order, how many papers of this design bear it. */
  papers: number[];
}

/** Themes by study design, for reviews whose papers are too many to be taken in one by one. */
export function designRows({ papers, themes, concept }: Review): DesignRow[] {
  const rows = new Map<ConceptRef, number[]>();
  for (const paper of papers) {
    const borne = new Set(paper.concepts.map((tagged) => tagged.concept));
    for (const ref of borne) {
      if (!ref.startsWith('designs/')) continue;
      const row = rows.get(ref) ?? themes.map(() => 0);
      rows.set(
        ref,
        row.map((count, index) => count + (borne.has(themes[index]?.ref ?? '') ? 1 : 0)),
      );
    }
  }
  const sum = (row: readonly number[]): number => row.reduce((all, count) => all + count, 0);
  return [...rows]
    .map(([ref, counts]) => ({ ref, concept: concept.get(ref), papers: counts }))
    .filter((row) => sum(row.papers) > 0)
    .sort((a, b) => sum(b.papers) - sum(a.papers) || (a.ref < b.ref ? -1 : 1));
}

/** The side of a cell's square, 0 to 1: the area grows with the count, and a single place is still seen. */
export const cellSide = (count: number, most: number): number =>
  count === 0 ? 0 : 0.3 + 0.7 * Math.sqrt(Math.min(1, count / Math.max(1, most)));
