/** Tells a table of references that is saved as HTML, as programs do that call it `.xls`, from a page about one paper. */

import type { Notice } from '#domain/notice';
import type { SourceText } from '#domain/source';
import { columnOf, type Column } from './csv-columns.ts';

/** The text of what begins after a tag's name, without its attributes and markup. */
const textOf = (behind: string): string =>
  behind
    .slice(behind.indexOf('>') + 1)
    .split('<')
    .map((piece, i) => (i === 0 ? piece : piece.slice(piece.indexOf('>') + 1)))
    .join('')
    .trim();

/** The cells of the first row of a table. */
const cellsOf = (firstRow: string): string[] =>
  firstRow
    .slice(0, 20_000)
    .split(/<t[dh](?=[\s>])/iu)
    .slice(1)
    .map(textOf);

const telling = new Set<Column | undefined>([
  'title',
  'authors',
  'journal',
  'year',
  'doi',
  'abstract',
  'date',
  'volume',
]);

/** A warning where the first row of a table names a title and two other columns of references, and rows are below it. */
export function tableInHtml({ file, text }: SourceText): Notice | undefined {
  if (!/<table[\s>]/iu.test(text)) return undefined;
  const [, head, ...rows] = text.split(/<tr(?=[\s>])/iu);
  if (head === undefined || !rows.length) return undefined;
  const names = cellsOf(head).map((name) => columnOf(name));
  const known = new Set(names.filter((name) => telling.has(name)));
  if (!known.has('title') || known.size < 3) return undefined;
  return {
    severity: 'warning',
    rule: 'table-in-html',
    place: { file },
    seen: `a table of ${rows.length} rows below names of columns, saved as HTML`,
    expected: 'a page about one paper, or a table saved as CSV',
    remedy: 'open the file in a spreadsheet program, save it as CSV (UTF-8), and import that; this file is not read',
  };
}
