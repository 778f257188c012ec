/** Finds the part of a file of many records that is about one paper. */

import type { Paper } from '#domain/paper';
import { placeSchema, type Place } from '#domain/place';
import type { SourceText } from '#domain/source';
import type { Range } from './source-view.ts';

/** Every place in a record, of whatever value. */
function* placesIn(value: unknown): Generator<Place> {
  if (Array.isArray(value)) for (const item of value) yield* placesIn(item);
  else if (value !== null && typeof value === 'object') {
    if ('line' in value && 'columns' in value && 'file' in value) {
      const place = placeSchema.safeParse(value);
      if (place.success) yield place.data;
      return;
    }
    for (const item of Object.values(value)) yield* placesIn(item);
  }
}

interface Extent {
  from: number;
  to: number;
  first: number;
  past: number;
}

/** The stretch of a file that contains all places of one paper; with columns where it is one line. */
function extentIn(paper: Paper, file: string): Extent | undefined {
  let extent: Extent | undefined;
  for (const place of placesIn(paper)) {
    if (place.file !== file) continue;
    const [first, past] = place.columns;
    extent = extent
      ? {
          from: Math.min(extent.from, place.line),
          to: Math.max(extent.to, place.line),
          first: Math.min(extent.first, first),
          past: Math.max(extent.past, past),
        }
      : { from: place.line, to: place.line, first, past };
  }
  return extent;
}

/**
 * For a file of many records, the part of each paper: the lines with its values, and lines around these up to a blank
 * line or the next paper. In a file of one long line, the part is given in columns.
 */
export function recordRanges(source: SourceText, papers: readonly Paper[]): ReadonlyMap<string, Range> {
  const { file, text, lineStarts } = source;
  const isBlank = (line: number): boolean => !text.slice(lineStarts[line - 1], lineStarts[line] ?? text.length).trim();
  const extents = papers
    .flatMap((paper) => {
      const extent = extentIn(paper, file);
      return extent ? [{ id: paper.id, ...extent }] : [];
    })
    .sort((a, b) => a.from - b.from || a.first - b.first);
  const ranges = new Map<string, Range>();
  extents.forEach((extent, index) => {
    const before = extents[index - 1];
    const after = extents[index + 1];
    if (extent.from === extent.to && (before?.to === extent.from || after?.from === extent.to)) {
      ranges.set(extent.id, { from: extent.from, to: extent.to, columns: [extent.first, extent.past] });
      return;
    }
    let { from, to } = extent;
    while (from > 1 && !isBlank(from - 1) && from - 1 > (before?.to ?? 0)) from--;
    while (to < lineStarts.length && !isBlank(to + 1) && to + 1 < (after?.from ?? Infinity)) to++;
    ranges.set(extent.id, { from, to });
  });
  return ranges;
}
