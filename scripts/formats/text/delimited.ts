/** Reads CSV and other delimited text into rows of cells that keep their places. */

import type { SourceText } from '#domain/source';
import { join, traceSource, madeFrom, type Traced } from './traced.ts';

export interface Cell {
  /** The value: quotes taken off, doubled ones read as one. */
  value: Traced;
  /** The cell with its quotes, without the delimiter after it. */
  span: [number, number];
  /** True where the cell begins with a quote that nothing closes. */
  open?: boolean;
}

/**
 * Rows of delimited text (RFC 4180, any one-character delimiter) from an offset on: a quoted cell may hold delimiters,
 * line ends and doubled quotes. Programs forget to double them: a quote closes its cell only where the cell ends after
 * it, and one that nothing closes is a character of a cell that ends with its line.
 */
export function readRows(source: SourceText, delimiter: string, most = Infinity, from = 0): Cell[][] {
  const { text } = source;
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let at = from === 0 && text.startsWith('\ufeff') ? 1 : from;
  let closes = true;
  while (at <= text.length && rows.length < most) {
    const whole = closes && text[at] === '"' ? quoted(source, at, delimiter) : undefined;
    // A quote that nothing closes here shows that no later quote is closed either.
    if (closes && text[at] === '"' && !whole) closes = false;
    const cell = whole ?? bare(source, at, delimiter);
    row.push(cell);
    at = cell.span[1];
    if (text[at] === delimiter) {
      at++;
      continue;
    }
    // A line's end ends the row; a blank line is not a row.
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
  const open = text[start] === '"' && end > start;
  return { value: traceSource(source, open ? start + 1 : start, end), span: [start, end], ...(open ? { open } : {}) };
}

function quoted(source: SourceText, start: number, delimiter: string): Cell | undefined {
  const { text } = source;
  const parts: Traced[] = [];
  let from = start + 1;
  let at = from;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return undefined;
    if (text[quote + 1] === '"') {
      if (quote > from) parts.push(traceSource(source, from, quote));
      parts.push(madeFrom('"', quote, quote + 2));
      from = at = quote + 2;
      continue;
    }
    let past = quote + 1;
    while (past < text.length && (text[past] === ' ' || (text[past] === '\t' && delimiter !== '\t'))) past++;
    at = quote + 1;
    if (past < text.length && text[past] !== delimiter && text[past] !== '\n' && text[past] !== '\r') continue;
    if (quote > from) parts.push(traceSource(source, from, quote));
    return { value: join(parts), span: [start, past] };
  }
}

/** The delimiter of a header line: the one of `, ; tab |` that is in it most often outside quotes. */
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
