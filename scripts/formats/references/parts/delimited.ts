import type { SourceText } from '#domain/source';
import { join, passage, standsFor, type Passage } from './passage.ts';

export interface Cell {
  /** The value: quotes taken off, doubled ones read as one. */
  value: Passage;
  /** The cell with its quotes, without the delimiter after it. */
  span: [number, number];
}

/**
 * Rows of delimited text (RFC 4180, any one-character delimiter): a quoted cell may hold delimiters, line ends and doubled
 * quotes. A quote that is never closed ends with the text; white space after a closing quote is no value.
 */
export function readRows(source: SourceText, delimiter: string, most = Infinity): Cell[][] {
  const { text } = source;
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at <= text.length && rows.length < most) {
    const cell = text[at] === '"' ? quoted(source, at, delimiter) : bare(source, at, delimiter);
    row.push(cell);
    at = cell.span[1];
    if (text[at] === delimiter) {
      at++;
      continue;
    }
    // A line's end ends the row; a blank line is no row.
    if (row.length > 1 || row[0]?.value.text.trim()) rows.push(row);
    row = [];
    if (at >= text.length) break;
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  return rows;
}

function bare(source: SourceText, start: number, delimiter: string): Cell {
  const { text } = source;
  let end = start;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++;
  return { value: passage(source, start, end), span: [start, end] };
}

function quoted(source: SourceText, start: number, delimiter: string): Cell {
  const { text } = source;
  const parts: Passage[] = [];
  let from = start + 1;
  let at = from;
  for (;;) {
    const quote = text.indexOf('"', at);
    const end = quote < 0 ? text.length : quote;
    if (quote >= 0 && text[quote + 1] === '"') {
      if (quote > from) parts.push(passage(source, from, quote));
      parts.push(standsFor('"', quote, quote + 2));
      from = at = quote + 2;
      continue;
    }
    if (end > from) parts.push(passage(source, from, end));
    let past = Math.min(end + 1, text.length);
    // What stands between the closing quote and the delimiter belongs to the cell, though to no value.
    while (past < text.length && text[past] !== delimiter && text[past] !== '\n' && text[past] !== '\r') past++;
    return { value: join(parts), span: [start, past] };
  }
}

/** The delimiter of a header line: the one of `, ; tab |` that stands in it most often outside quotes. */
export function delimiterOf(header: string): string | undefined {
  const plain = header.replace(/"[^"]*"/gu, '');
  let best: string | undefined;
  let most = 0;
  for (const delimiter of [',', ';', '\t', '|']) {
    const count = plain.split(delimiter).length - 1;
    if (count > most) [best, most] = [delimiter, count];
  }
  return best;
}
