import type { ConceptRef } from '#domain/concept';
import type { Paper } from '#domain/paper';
import { isGapOnly } from './evidence.ts';
import type { FacetConcept, Review } from './review.ts';

/** Up to this many papers, the whole map is on one page. */
export const mapSize = 120;

export interface MapRow {
  paper: Paper;
  /** For each theme, in order, the number of places where the paper is about it. */
  places: number[];
  /** For each theme, the number of places that only name it as a gap. Each place is in one of the two counts. */
  gaps: number[];
}

export const mapRows = ({ papers, themes, conceptsOf }: Review): MapRow[] =>
  papers.map((paper) => {
    const own = new Map(conceptsOf.get(paper.id)?.map(({ concept, evidence }) => [concept, evidence]));
    const counts = themes.map(({ ref }) => {
      const evidence = own.get(ref) ?? [];
      return { count: evidence.length, gap: isGapOnly(evidence) };
    });
    return {
      paper,
      places: counts.map(({ count, gap }) => (gap ? 0 : count)),
      gaps: counts.map(({ count, gap }) => (gap ? count : 0)),
    };
  });

export interface DesignRow {
  ref: ConceptRef;
  concept: FacetConcept | undefined;
  /**
   * For each theme, in order, the number of papers of this design about it, without those that only name it as a gap.
   */
  papers: number[];
  gaps: number[];
}

/** Themes by study design, for a review with too many papers to show each. */
export function designRows(review: Review): DesignRow[] {
  const { themes, concept, conceptsOf } = review;
  const rows = new Map<ConceptRef, Pick<DesignRow, 'papers' | 'gaps'>>();
  for (const row of mapRows(review))
    for (const { concept: ref } of conceptsOf.get(row.paper.id) ?? []) {
      if (!ref.startsWith('designs/')) continue;
      const sums = rows.get(ref) ?? { papers: themes.map(() => 0), gaps: themes.map(() => 0) };
      const add = (counts: readonly number[], places: readonly number[]): number[] =>
        counts.map((count, index) => count + (places[index] ? 1 : 0));
      rows.set(ref, { papers: add(sums.papers, row.places), gaps: add(sums.gaps, row.gaps) });
    }
  const sum = (row: readonly number[]): number => row.reduce((all, count) => all + count, 0);
  const size = ({ papers: all, gaps }: Pick<DesignRow, 'papers' | 'gaps'>): number => sum(all) + sum(gaps);
  return [...rows]
    .map(([ref, counts]) => ({ ref, concept: concept.get(ref), ...counts }))
    .filter((row) => size(row) > 0)
    .sort((one, two) => size(two) - size(one) || (one.ref < two.ref ? -1 : 1));
}

/** The side of a cell's square, 0 to 1. The area grows with the count; a single place is still visible. */
export const cellSide = (count: number, most: number): number =>
  count === 0 ? 0 : 0.3 + 0.7 * Math.sqrt(Math.min(1, count / Math.max(1, most)));
