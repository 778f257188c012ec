import type { Draft } from '#domain/draft';
import type { Stretch } from '#domain/ledger';
import { offsetsOf, type SourceText } from '#domain/source';
import { fieldPlaces } from './ledger.ts';

interface Extent {
  index: number;
  first: number;
  past: number;
}

/**
 * Lines on which something is unclassified, for each draft of a file of many records. A stretch is of the record whose
 * values stand around it; between two records, of the one that no blank line parts it from, the earlier first.
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
  let at = -1;
  for (const { line, columns, fate } of stretches) {
    if (fate.kind !== 'unclassified') continue;
    const [start, end] = offsetsOf(source, { file: source.file, line, columns });
    while ((extents[at + 1]?.first ?? Infinity) <= start) at++;
    const owner = ownerOf(source.text, start, end, extents[at], extents[at + 1]);
    if (owner === undefined || last[owner] === line) continue;
    counts[owner] = (counts[owner] ?? 0) + 1;
    last[owner] = line;
  }
  return counts;
}

/** The record before a stretch or the one after it; neither where blank lines part it from both. */
function ownerOf(text: string, start: number, end: number, before?: Extent, after?: Extent): number | undefined {
  const parted = (from: number, to: number): boolean =>
    /\n[^\S\n]*\r?\n|\r[^\S\r\n]*\r(?!\n)/u.test(text.slice(from, to));
  if (before && (start < before.past || !parted(before.past, start))) return before.index;
  return after && !parted(end, after.first) ? after.index : undefined;
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
