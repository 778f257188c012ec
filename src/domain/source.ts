/** The text of a source, and how offsets in it become lines and columns. */

import type { Place } from './place.ts';

/** The text of a source: what formats read. Offsets are UTF-16 code units. */
export interface SourceText {
  /** Path below `content/sources/`, with `/`. */
  file: string;
  text: string;
  /** The address that its sidecar states. */
  url?: string;
  /** The offset of the beginning of each line; lines end at LF, CRLF or CR. */
  lineStarts: readonly number[];
}

/** A text as a source, with the beginnings of its lines. */
export function sourceText(file: string, text: string): SourceText {
  const lineStarts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/gu)) lineStarts.push(match.index + match[0].length);
  return { file, text, lineStarts };
}

/** The number of the line, from 1, that contains an offset. */
export function lineAt(source: SourceText, offset: number): number {
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/** The places of `[start, end)`: one for each line, without white space at the ends of lines. */
export function placesOf(source: SourceText, start: number, end: number, pointer?: string): Place[] {
  const places: Place[] = [];
  for (let line = lineAt(source, start); line <= source.lineStarts.length; line++) {
    const begin = source.lineStarts[line - 1] ?? 0;
    if (begin >= end && begin > start) break;
    const past = source.lineStarts[line] ?? source.text.length;
    let first = Math.max(start, begin);
    let last = Math.min(end, past);
    while (first < last && /\s/u.test(source.text[first] ?? '')) first++;
    while (last > first && /\s/u.test(source.text[last - 1] ?? '')) last--;
    if (last > first)
      places.push({
        file: source.file,
        line,
        columns: [first - begin + 1, last - begin + 1],
        ...(pointer === undefined ? {} : { pointer }),
      });
  }
  return places;
}

/** The `[start, end)` of a place. */
export function offsetsOf(source: SourceText, place: Place): [number, number] {
  const begin = source.lineStarts[place.line - 1] ?? 0;
  return [begin + place.columns[0] - 1, begin + place.columns[1] - 1];
}
