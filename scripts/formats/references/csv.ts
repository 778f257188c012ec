import type { Claim, Draft, Reading } from '#domain/draft';
import type { Notice } from '#domain/notice';
import { placesOf, type SourceText } from '#domain/source';
import type { Format } from '../format.ts';
import { claimGaps, claimRange } from './parts/claims.ts';
import { compose } from './parts/compose.ts';
import { columnKey, columnOf, furniture, type Column } from './parts/csv-columns.ts';
import { delimiterOf, readRows, type Cell } from './parts/delimited.ts';
import { find, rangesOf, slice, split, trim, type Passage } from './parts/passage.ts';
import { readingOf } from './parts/reading.ts';
import type { Reads, Statement } from './parts/statement.ts';
import { firstLines } from './parts/tagged.ts';

/** What stands between the values of a packed cell. */
const frame = /^[^\p{L}\p{N}]*(?:Date of Publication:)?[^\p{L}\p{N}]*$/u;

/** `Cancer (2004) 102:4 (253-258). Date of Publication: 25 Aug 2004`: Embase packs the citation into one cell. */
const embaseSource =
  /^(?<journal>.+?) \((?<year>\d{4})\)(?: (?<volume>[^\s:()]+)?(?::(?<issue>[^\s()]+))?)?(?: \((?<pages>[^)]+)\))?(?:\. |$)/u;

function embaseStatements(value: Passage): Statement[] {
  const groups = embaseSource.exec(value.text)?.groups ?? {};
  const statements: Statement[] = [];
  let at = 0;
  for (const [name, reads] of [
    ['journal', 'journal'],
    ['year', 'year'],
    ['volume', 'volume'],
    ['issue', 'issue'],
    ['pages', 'pages'],
  ] as const) {
    const text = groups[name];
    if (!text) continue;
    const found = value.text.indexOf(text, at);
    at = found + text.length;
    push(statements, reads, slice(value, found, at));
  }
  const date = find(value, /Date of Publication: ([^.]{4,40}?)(?:$|\.| Article)/u);
  if (date) push(statements, 'date', date);
  return statements;
}

function push(statements: Statement[], reads: Reads, value: Passage, paragraphs?: readonly Passage[]): void {
  const p = trim(value);
  const ranges = p.runs;
  const first = ranges[0];
  const last = ranges.at(-1);
  if (first && last)
    statements.push({ means: reads, value: p, span: [first.from, Math.max(first.to, last.to)], paragraphs });
}

/** `['Bryant, R. A.', "O'Donnell, M."]`: a list as a program writes it; each element is a value. */
function listed(value: Passage): Passage[] | undefined {
  if (!/^\s*\[\s*['"][\s\S]*['"]\s*\]\s*$/u.test(value.text)) return undefined;
  const found: Passage[] = [];
  for (const match of value.text.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/gu)) {
    const body = match[1] ?? match[2] ?? '';
    const start = match.index + 1;
    found.push(slice(value, start, start + body.length));
  }
  return found;
}

function statementsOf(
  source: SourceText,
  headers: readonly (Column | undefined)[],
  row: readonly Cell[],
  claims: Claim[],
): Statement[] {
  const statements: Statement[] = [];
  const fromNlm = row.some((cell) => cell.value.text === 'NLM');
  row.forEach((cell, i) => {
    const column = headers[i];
    if (!column || !cell.value.text.trim()) return;
    const before = statements.length;
    if (column === 'embase-source') statements.push(...embaseStatements(cell.value));
    else if (column === 'accession') {
      // A number that PubMed is named beside is PubMed's own.
      if (fromNlm && /^\d{1,8}$/u.test(cell.value.text)) push(statements, 'pmid', cell.value);
      else statements.push({ means: furniture('database-accessions'), value: cell.value, span: cell.span });
    } else if (typeof column === 'object') statements.push({ means: column, value: cell.value, span: cell.span });
    else pushCell(statements, column, cell);
    const own = statements.slice(before);
    const [first, last] = [cell.value.runs[0], cell.value.runs.at(-1)];
    if (own.length && first && last) claimGaps(claims, source, [first.from, last.to], own, frame);
  });
  return statements;
}

function pushCell(
  statements: Statement[],
  column: Exclude<Column, 'embase-source' | 'accession' | object>,
  cell: Cell,
): void {
  const list = listed(cell.value);
  if (list && column === 'authors') for (const one of list) push(statements, 'author', one);
  else if (list && column === 'keywords') for (const one of list) push(statements, 'keyword', one);
  else if (list) for (const one of list) push(statements, column, one);
  else if (
    column === 'authors' &&
    /^[^;]+,[^;]+\.$/u.test(cell.value.text.trim()) &&
    /\bet al\b/iu.test(cell.value.text)
  )
    push(statements, column, slice(cell.value, 0, cell.value.text.search(/,?\s*et al/iu)));
  else if (column === 'affiliation')
    for (const one of split(cell.value, /;\s*|[\r\n]+/gu)) push(statements, column, one);
  else if (column === 'pmcid' && !/PMC\d/iu.test(cell.value.text))
    statements.push({ means: furniture('notes'), value: cell.value, span: cell.span });
  else if (column === 'pmid' && !/^\s*\d/u.test(cell.value.text)) return;
  else if (column === 'abstract') push(statements, column, cell.value, split(cell.value, /(?:\r\n?|\n)+/gu));
  else push(statements, column, cell.value);
}

/** Which column means what; `Source` is Embase's packed citation where the cells say so, and a name elsewhere. */
function headersOf(rows: readonly Cell[][]): (Column | undefined)[] {
  const [head = [], first = []] = rows;
  const names = head.map((cell) => columnOf(cell.value.text));
  const hasYear = names.includes('year');
  return names.map((name, i) => {
    const key = columnKey(head[i]?.value.text ?? '');
    if (key === 'source' && !hasYear && embaseSource.test(first[i]?.value.text ?? '')) return 'embase-source';
    // Web of Science's table: ID holds its own keywords, beside those of the authors.
    if (key === 'id' && head.some((cell) => columnKey(cell.value.text) === 'de')) return 'keywords';
    // Scopus names the database "Source" beside "Source title".
    if (key === 'source' && names.filter((other) => other === 'journal').length > 1) return furniture('database-name');
    return name;
  });
}

const telling = new Set<Column | undefined>([
  'authors',
  'journal',
  'year',
  'doi',
  'abstract',
  'pmid',
  'date',
  'volume',
  'keywords',
]);

/** A cell without quotes, or one whose closing quote is its end. */
const isWhole = ({ text }: SourceText, { span: [from, to] }: Cell): boolean =>
  text[from] !== '"' || (to - from > 1 && text[to - 1] === '"');

function claims(source: SourceText): boolean {
  const [head = ''] = firstLines(source, 1);
  const delimiter = delimiterOf(head);
  if (!delimiter || head.length > 4000) return false;
  const rows = readRows(source, delimiter, 4);
  const [header = [], ...body] = rows;
  // JSON and code hold quoted words and commas too, but no closing quote stands before a delimiter alone.
  if (/^\s*[[{<(@%]/u.test(head) || header.some((cell) => !isWhole(source, cell))) return false;
  const names = header.map((cell) => columnOf(cell.value.text));
  const known = new Set(names.filter((name) => telling.has(name)));
  const title = names.includes('title');
  // A sentence or a menu with commas names no columns; most cells of a head do, and rows are as wide as it.
  return (
    title &&
    known.size >= 2 &&
    names.filter((name) => name !== undefined).length >= header.length * 0.4 &&
    (header.length >= 4 || known.size >= 2) &&
    body.every((row) => row.length <= header.length + 1) &&
    body.some((row) => row.length >= header.length - 1)
  );
}

function read(source: SourceText): Reading {
  const [head = ''] = firstLines(source, 1);
  const rows = readRows(source, delimiterOf(head) ?? ',');
  const headers = headersOf(rows);
  const all: Claim[] = [];
  const drafts: Draft[] = [];
  const notices: Notice[] = [];
  rows.forEach((row, i) => {
    const first = row[0];
    const last = row.at(-1);
    if (!first || !last) return;
    claimFrame(source, row, all);
    if (i === 0) {
      for (const cell of row)
        for (const [from, to] of rangesOf(source, cell.value)) claimRange(all, source, from, to, 'column-names');
      return;
    }
    const composed = compose(source, drafts.length + 1, statementsOf(source, headers, row, all), [
      first.span[0],
      last.span[1],
    ]);
    drafts.push(composed.draft);
    all.push(...composed.claims);
    notices.push(...composed.notices);
    if (row.length > headers.length) notices.push(wideRow(source, row, headers.length));
  });
  return readingOf(source, drafts, all, notices);
}

/** Quotes and delimiters. */
function claimFrame(source: SourceText, row: readonly Cell[], all: Claim[]): void {
  row.forEach(({ value, span: [from, to] }, i) => {
    const first = value.runs[0];
    const last = value.runs.at(-1);
    if (source.text[from] === '"') {
      claimRange(all, source, from, first?.from ?? to, 'record-syntax');
      if (first && last) claimRange(all, source, last.to, to, 'record-syntax');
    }
    if (i < row.length - 1) claimRange(all, source, to, to + 1, 'record-syntax');
  });
}

function wideRow(source: SourceText, row: readonly Cell[], columnsCount: number): Notice {
  const [place] = placesOf(source, row[0]?.span[0] ?? 0, row[0]?.span[1] ?? 0);
  return {
    severity: 'info',
    rule: 'row-too-wide',
    place: place ?? { file: source.file },
    seen: `a row of ${row.length} cells`,
    expected: `${columnsCount} cells, as the first line names`,
    remedy: 'Put the cell that holds the delimiter between quotation marks.',
  };
}

export const csv: Format = {
  name: 'csv',
  title: { en: 'CSV table of references', zh: 'CSV 题录表' },
  claims,
  read,
};
