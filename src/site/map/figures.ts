/** Numbers of the map: papers by year, and papers that two themes share. */

import type { ConceptRef } from '#domain/concept';
import type { Review } from '../index-review.ts';
import { yearOfPaper } from '../display.ts';

export interface YearCount {
  /** `undefined` for papers without a date. */
  year: number | undefined;
  papers: number;
}

/** A longer span of years lists only the years that have papers: one misread year must not stretch the axis over centuries. */
const longestSpan = 80;

/** Papers by year, every year from the first to the last; papers without a date come last. */
export function papersByYear({ papers }: Pick<Review, 'papers'>): YearCount[] {
  const counts = new Map<number | undefined, number>();
  for (const paper of papers) {
    const year = yearOfPaper(paper);
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const undated = counts.get(undefined);
  const years = [...counts.keys()].filter((year) => year !== undefined);
  const last = Math.max(...years);
  const first = Math.min(...years);
  const span =
    years.length === 0
      ? []
      : last - first <= longestSpan
        ? Array.from({ length: last - first + 1 }, (_, index) => first + index)
        : years.toSorted((a, b) => a - b);
  return [
    ...span.map((year) => ({ year, papers: counts.get(year) ?? 0 })),
    ...(undated === undefined ? [] : [{ year: undefined, papers: undated }]),
  ];
}

/** How many papers have both of two themes, for each pair in order: `counts[a][b]`; on the diagonal all papers of the theme. */
export function coOccurrence({ themes, tagged }: Pick<Review, 'themes' | 'tagged'>): number[][] {
  const idsOf = (ref: ConceptRef): Set<string> => new Set(tagged.get(ref)?.map(({ paper }) => paper.id));
  const ids = themes.map(({ ref }) => idsOf(ref));
  return ids.map((one) => ids.map((other) => [...one].filter((id) => other.has(id)).length));
}
