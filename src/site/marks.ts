/** Cuts a text where its marks begin and end, for pages. */

import type { Mark } from '#domain/text';

/** A stretch of text with the marks that cover it, outermost first. */
export interface Run {
  text: string;
  tags: Mark['tag'][];
}

/** Cuts a text where its marks begin and end. Marks may nest and overlap; a mark beyond the text is cut. */
export function cutRuns(text: string, marks: readonly Mark[] = []): Run[] {
  const cuts = new Set([0, text.length]);
  for (const mark of marks) for (const at of [mark.start, mark.end]) cuts.add(Math.min(Math.max(at, 0), text.length));
  const points = [...cuts].sort((a, b) => a - b);
  return points.slice(1).map((end, index) => {
    const start = points[index] ?? 0;
    const covering = marks.filter((mark) => mark.start <= start && mark.end >= end && mark.start < mark.end);
    return { text: text.slice(start, end), tags: [...new Set(covering.map((mark) => mark.tag))] };
  });
}
