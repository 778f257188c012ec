/** The format of CSV files with a record in each row: how to recognise one, and which column means what. */

import type { Reading } from '#domain/draft';
import type { Notice } from '#domain/notice';
import { placesOf, type SourceText } from '#domain/source';
import type { Format } from '../format.ts';
import { claimRange } from '../draft/claims.ts';
import { embaseSource } from './citation-lines.ts';
import { claimFrame, statementsOf } from './csv-cells.ts';
import { columnKey, columnOf, isTableHead, namesTitle, type Column } from './csv-columns.ts';
import { delimiterOf, readRows, type Cell } from '../text/delimited.ts';
import { linesOf } from '../text/tagged.ts';
import { rangesOf } from '../text/traced.ts';
import { RecordsReading } from './reading.ts';
import { furniture } from './tag-table.ts';

/** Which column means what, where that depends on the columns beside it. */
function headersOf(rows: readonly Cell[][]): (Column | undefined)[] {
  const [head = [], first = []] = rows;
  const keys = head.map((cell) => columnKey(cell.value.text));
  const names = head.map((cell) => columnOf(cell.value.text));
  const has = (...some: string[]) => some.some((key) => keys.includes(key));
  const tagged = has('ut') && has('so', 'pt');
  const headers = names.map((name, i) => {
    const key = keys[i] ?? '';
    // `Source` is Embase's packed citation where the cells say so, and a name elsewhere.
    if (key === 'source' && embaseSource.test(first[i]?.value.text ?? '')) return 'embase-source';
    // Web of Science's table: ID holds its own keywords, beside those of the authors, SP a conference's sponsors.
    if (key === 'id' && has('de')) return 'keywords';
    if (key === 'sp' && tagged) return furniture('conference');
    // Scopus names the database "Source" beside "Source title".
    if (key === 'source' && names.filter((other) => other === 'journal').length > 1) return furniture('database-name');
    // Covidence's tags are those of screening.
    if (key === 'tags' && has('covidence')) return furniture('screening-labels');
    // Addresses are stated twice: with the authors' names before them, or as only the names of institutions.
    if (key === 'authorswithaffiliations' && has('affiliations')) return furniture('authors-of-address');
    if (key === 'affiliations' && has('addresses', 'c1')) return furniture('contact-details');
    return name;
  });
  // R leaves out the name of the column that numbers the rows.
  const shifted = rows
    .slice(1, 6)
    .every(
      (row) => row.length === head.length + 1 && row.at(-1)?.value.text && /^\d+$/u.test(row[0]?.value.text ?? ''),
    );
  return shifted && rows.length > 1 ? [furniture('database-accessions'), ...headers] : headers;
}

const telling = new Set<Column | undefined>(['authors', 'journal', 'year', 'doi', 'abstract', 'pmid', 'date', 'volume', 'keywords']); // prettier-ignore

/** A cell without quotes, or one whose closing quote is its end. */
const isWhole = ({ text }: SourceText, { span: [from, to] }: Cell): boolean =>
  text[from] !== '"' || (to - from > 1 && text.slice(from, to).trimEnd().endsWith('"'));

/** Where a table's head is and what separates its cells. */
interface Head {
  from: number;
  delimiter: string;
}

/** Lines before the head: a search's terms, a service's remarks. */
const mostBefore = 12;

/** The first line that names columns of references; `undefined` for a text that is not a table. */
function headOf(source: SourceText): Head | undefined {
  const { text, lineStarts } = source;
  for (let i = 0, seen = 0; i < lineStarts.length && seen <= mostBefore; i++) {
    const from = i === 0 && text.startsWith('\ufeff') ? 1 : (lineStarts[i] ?? 0);
    const line = text.slice(from, Math.min(lineStarts[i + 1] ?? text.length, from + 20_000)).trimEnd();
    if (!line) continue;
    const named = /^sep=(.)$/iu.exec(line)?.[1];
    seen++;
    // JSON, code and other formats hold quoted words and commas too.
    if (named === undefined && /^\s*[[{<@%]/u.test(line)) return undefined;
    if (!namesTitle(line) && seen > 1) continue;
    const delimiter = delimiterOf(line);
    if (delimiter && isHead(source, { from, delimiter }, seen === 1)) return { from, delimiter };
  }
  return undefined;
}

function isHead(source: SourceText, { from, delimiter }: Head, isFirst: boolean): boolean {
  const [header = [], ...body] = readRows(source, delimiter, 4, from);
  if (header.some((cell) => !isWhole(source, cell))) return false;
  const names = header.map((cell) => columnOf(cell.value.text));
  const known = new Set(names.filter((name) => telling.has(name)));
  const share = names.filter((name) => name !== undefined).length / header.length;
  // A sentence or a menu with commas names no columns; most cells of a head do, and rows are as wide as it.
  const columns =
    known.size > 3 || (isFirst && share >= 0.4 && (known.size > 1 || (known.has('abstract') && share > 0.6)));
  // Two names may be words of a sentence: the rows below have as many cells.
  const isEven = header.length > 2 || (body.length > 0 && body.every((row) => row.length === header.length));
  // A head of many known names is one whatever is below it: a file may end within its first row.
  const isSure = known.size > 4 && share >= 0.8 && header.length > 5;
  return (
    (names.includes('title') ||
      names.includes('title-copy') ||
      (isFirst && (known.size > 3 || (known.size > 1 && share >= 0.6 && header.length > 2))) ||
      // A table of abstracts alone, as screening has it.
      (isFirst && known.has('abstract') && share === 1 && isEven)) &&
    columns &&
    (isSure || body.every((row) => row.length <= header.length + 1)) &&
    // A quote that nothing closes hides the cells after it.
    (isSure ||
      body.some((row) => row.length >= header.length - 1 || row.some((cell) => hasOpenQuote(source, cell, delimiter))))
  );
}

const claims = (source: SourceText): boolean => headOf(source) !== undefined;

function read(source: SourceText): Reading {
  const { from, delimiter } = headOf(source) ?? { from: 0, delimiter: ',' };
  const rows = readRows(source, delimiter, Infinity, from);
  let headers = headersOf(rows);
  const reading = new RecordsReading(source);
  const { claims: all, notices } = reading;
  claimRange(all, source, 0, from, 'file-header');
  rows.forEach((row, i) => {
    const first = row[0];
    const last = row.at(-1);
    if (!first || !last) return;
    const isAgain = i > 0 && isHeadAgain(rows[0] ?? [], row);
    if (isAgain) headers = headersOf([row, ...rows.slice(i + 1, i + 6)]);
    if (i === 0 || isAgain) {
      claimFrame(source, row, all);
      for (const cell of row)
        for (const [begin, end] of rangesOf(source, cell.value)) claimRange(all, source, begin, end, 'column-names');
      return;
    }
    if (row.every(({ value }) => /^:?-*:?$/u.test(value.text.trim()))) {
      // A table of Markdown has a line of dashes below its head.
      claimRange(all, source, first.span[0], last.span[1], 'record-syntax');
      return;
    }
    // A line of prose is cut into few cells or none: it stays unclassified, and is shown.
    const isUneven = headers.length > 3 && row.length * 2 < headers.length;
    if (isUneven && (isProse(source, row, rows[0] ?? []) || (i < rows.length - 1 && row.length < 3))) return;
    claimFrame(source, row, all);
    // A row of only delimiters is what a spreadsheet makes of an empty row.
    if (row.every((cell) => cell.value.text.trim() === '')) return;
    if (isUneven) notices.push(unevenRow(source, row, headers.length));
    reading.add(statementsOf(source, headers, row, all), [first.span[0], last.span[1]]);
    if (row.length > headers.length && row.slice(headers.length).some((cell) => cell.value.text.trim()))
      notices.push(unevenRow(source, row, headers.length));
    const open = row.filter((cell) => cell.open ?? hasOpenQuote(source, cell, delimiter));
    for (const cell of open) notices.push(openQuote(source, cell));
  });
  return reading.done();
}

/** A head met again, as joined files have it: the same cells, or only names of columns. */
function isHeadAgain(head: readonly Cell[], row: readonly Cell[]): boolean {
  const text = (cell: Cell | undefined): string => columnKey(cell?.value.text ?? '');
  const filled = row.filter((cell) => text(cell));
  if (filled.length > 1 && row.every((cell, i) => text(cell) === text(head[i]))) return true;
  const names = filled.map((cell) => columnOf(cell.value.text));
  const known = new Set(names.filter((name) => telling.has(name)));
  return known.size > 2 && names.includes('title') && names.filter(Boolean).length > filled.length * 0.8;
}

/**
 * Whether a row of few cells is a line of text beside the table: one cell, or blanks after what would be delimiters.
 * In a table that puts its cells between quotes such a line has none.
 */
function isProse(source: SourceText, row: readonly Cell[], head: readonly Cell[]): boolean {
  const isQuoted = ({ span: [from] }: Cell): boolean => source.text[from] === '"';
  const [, ...others] = row;
  if (row.some(isQuoted)) return false;
  return head.every(isQuoted) || !others.length || others.some(({ value }) => /^\s+\S/u.test(value.text));
}

/** A row with fewer cells than the table has columns, or with more. */
function unevenRow(source: SourceText, row: readonly Cell[], columnsCount: number): Notice {
  const isShort = row.length < columnsCount;
  const [from, to] = [row[0]?.span[0] ?? 0, (isShort ? row.at(-1) : row[0])?.span[1] ?? 0];
  return {
    severity: isShort ? 'warning' : 'info',
    rule: isShort ? 'row-too-short' : 'row-too-wide',
    place: placesOf(source, from, to)[0] ?? { file: source.file },
    seen: `a row of ${row.length} cells`,
    expected: `${columnsCount} cells, as the first line names`,
    remedy: isShort
      ? 'Export the table again if it was cut; the row was read as far as it goes.'
      : 'Put the cell that holds the delimiter between quotation marks.',
  };
}

/** A cell that swallowed the beginning of the next one: a delimiter and a quote that is not doubled are within it. */
const hasOpenQuote = ({ text }: SourceText, { span: [from, to] }: Cell, delimiter: string): boolean =>
  text[from] === '"' &&
  text
    .slice(from + 1, to)
    .replaceAll('""', '')
    .includes(`${delimiter}"`);

function openQuote(source: SourceText, { span }: Cell): Notice {
  const [place] = placesOf(source, span[0], span[1]);
  return {
    severity: 'warning',
    rule: 'quote-open',
    place: place ?? { file: source.file },
    seen: 'a quotation mark that opens a cell and is not closed',
    expected: 'a closing quotation mark before the next cell',
    remedy: 'close the quotation mark; the record is read as far as its cells can be separated',
  };
}

/** How many columns a table of another kind has at the least: sentences have fewer commas, and not the same number each. */
const fewestColumns = 5;

/** A warning for a table of one column, such as abstracts alone: its name, and below it each cell between quotation marks. */
function oneColumn(source: SourceText, head: string): Notice | undefined {
  const [, ...rows] = linesOf(source);
  const name = head.replace(/^"|"$/gu, '');
  if (columnOf(name) === undefined || rows.length < 2 || !rows.every(({ text }) => text.startsWith('"')))
    return undefined;
  return {
    severity: 'warning',
    rule: 'table-not-read',
    place: { file: source.file },
    seen: `a table of the one column ${name.slice(0, 40)}, with ${rows.length} rows`,
    expected: 'a table with columns for title, authors, year and journal, or another of them',
    remedy: 'export the records with their titles, as RIS or CSV; this file is not read',
  };
}

/** A warning for a table of another kind, whose rows have as many cells each as its head has names. */
function otherTable(source: SourceText): Notice | undefined {
  const [first] = linesOf(source);
  const delimiter = first && !/^\s*[[{<@%]/u.test(first.text) ? delimiterOf(first.text) : undefined;
  const [head = [], ...rows] = delimiter ? readRows(source, delimiter, 200) : [];
  const names = head.map(({ value }) => value.text.trim());
  const column = first && !delimiter ? oneColumn(source, first.text) : undefined;
  if (column) return column;
  const isTable =
    names.length >= fewestColumns && names.every((name) => name.length < 60 && /\p{L}/u.test(name)) && rows.length > 0;
  if (!isTable || !rows.every(({ length }) => length === names.length)) return undefined;
  return {
    severity: 'warning',
    rule: 'table-not-read',
    place: { file: source.file },
    seen: `a table of ${names.length} columns that are not those of references: ${names.slice(0, 4).join(', ')} …`,
    expected: 'a table with columns for title, authors, year and journal, or another of them',
    remedy: 'export the records as RIS, or name the columns so; this file is not read',
  };
}

/** A warning for a text whose first line is the head of a table, where no format reads the rows below it. */
export function tableNotRead(source: SourceText): Notice | undefined {
  const [head, ...rows] = linesOf(source);
  const delimiter =
    head && !/^\s*[[{<]/u.test(head.text) && isTableHead(head.text) ? delimiterOf(head.text) : undefined;
  const like = delimiter ? rows.filter(({ text }) => text.split(delimiter).length > 2).length : 0;
  if (!rows.length || like < rows.length / 2 || like === 0) return otherTable(source);
  return {
    severity: 'warning',
    rule: 'table-not-read',
    place: { file: source.file },
    seen: `names of columns, and ${rows.length} ${rows.length === 1 ? 'line' : 'lines'} below with other numbers of cells`,
    expected: 'a table whose rows have a cell for each column, those with a delimiter in them between quotation marks',
    remedy:
      'save the table again as CSV (UTF-8) with quotation marks, or export the records as RIS; this file is not read',
  };
}

export const csv: Format = {
  name: 'csv',
  title: { en: 'CSV table of references', zh: 'CSV 题录表' },
  trust: 'reference-file',
  claims,
  read,
};
