/** Counts the unclassified lines of each record in a file of many records. */

import type { Draft } from '#domain/draft';
import type { Stretch } from '#domain/ledger';
import { offsetsOf, type SourceText } from '#domain/source';
import { fieldPlaces } from './account.ts';

interface Extent {
  index: number;
  first: number;
  past: number;
}

/**
 * The number of lines with something unclassified, for each draft in a file of many records. A stretch belongs to the
 * record whose values are around it. Between two records it belongs to the one from which no blank line separates it,
 * the earlier first.
 */
export function unclassifiedByRecord(
  source: SourceText,
  drafts: readonly Draft[],
  stretches: readonly Stretch[],
): number[] {
  if (!drafts.some((draft) => draft.record !== undefined)) return [];
  const extents = drafts
    .map((draft, index) => extentOf(source, draft, index))
    .filter((extent) => extent !== undefined)
    .sort((a, b) => a.first - b.first);
  const counts = drafts.map(() => 0);
  const last = drafts.map(() => 0);
  const parted = blankLinesOf(source);
  let at = -1;
  for (const { line, columns, outcome } of stretches) {
    if (outcome.kind !== 'unclassified') continue;
    const [start, end] = offsetsOf(source, { file: source.file, line, columns });
    while ((extents[at + 1]?.first ?? Infinity) <= start) at++;
    const owner = ownerOf(parted, start, end, extents[at], extents[at + 1]);
    if (owner === undefined || last[owner] === line) continue;
    counts[owner] = (counts[owner] ?? 0) + 1;
    last[owner] = line;
  }
  return counts;
}

/** The record before a stretch or the one after it; neither where blank lines separate it from both. */
function ownerOf(
  parted: (from: number, to: number) => boolean,
  start: number,
  end: number,
  before?: Extent,
  after?: Extent,
): number | undefined {
  if (before && (start < before.past || !parted(before.past, start))) return before.index;
  return after && !parted(end, after.first) ? after.index : undefined;
}

/** A function that says whether a blank line is between two offsets; the line ends around it count as part of it. */
function blankLinesOf({ text, lineStarts }: SourceText): (from: number, to: number) => boolean {
  const blank = lineStarts.flatMap((start, i) => {
    const past = lineStarts[i + 1];
    return start > 0 && past !== undefined && text.slice(start, past).trim() === '' ? [{ from: start - 1, past }] : [];
  });
  return (from, to) => {
    let low = 0;
    let high = blank.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((blank[middle]?.from ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    return (blank[low]?.past ?? Infinity) <= to;
  };
}

function extentOf(source: SourceText, draft: Draft, index: number): Extent | undefined {
  let extent: Extent | undefined;
  for (const [, place] of fieldPlaces(draft)) {
    if (place.file !== source.file) continue;
    const [first, past] = offsetsOf(source, place);
    extent = extent
      ? { index, first: Math.min(extent.first, first), past: Math.max(extent.past, past) }
      : { index, first, past };
  }
  return extent;
}
