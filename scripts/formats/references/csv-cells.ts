/** The cells of a row of CSV as statements, also cells that hold several values. */

import type { Claim } from '#domain/draft';
import type { SourceText } from '#domain/source';
import { claimGaps, claimRange } from '../draft/claims.ts';
import { citationLine, embaseSource, pubmedCitation } from './citation-lines.ts';
import { type Column } from './csv-columns.ts';
import { months } from '#domain/date';
import { monthNumber } from '../values/dates.ts';
import type { Cell } from '../text/delimited.ts';
import { listed } from '../text/listed.ts';
import { find, join, slice, spanOf, split, madeFrom, trim, type Traced } from '../text/traced.ts';
import { packed, stated } from './read-records.ts';
import type { Meaning, TagMeaning, Statement } from '../draft/statement.ts';
import { furniture } from './tag-table.ts';

/** What is between the values of a packed cell. */
const frame = /^[^\p{L}\p{N}]*(?:(?:Date of Publication:|Article Number:|doi:|Epub)[^\p{L}\p{N}]*)?$/u;

/** Cells that say that a value is not known. */
const nothing = /^(?:n\/?a|nan|null|none|nil|unknown|-+|–|—|\[\]|无)$/iu;

function citationStatements(value: Traced, has: (column: Column) => boolean): Statement[] {
  const online = find(value, /\bEpub ((?:19|20)\d\d [A-Z][a-z]{2}(?: \d{1,2})?)\./u);
  const all = [...packed(value, [pubmedCitation]), ...(online ? stated('online', online) : [])];
  // A column of its own says it better than a line of abbreviations.
  return all.filter(({ means }) => means === 'date' || !has(means));
}

function push(
  statements: Statement[],
  means: TagMeaning,
  value: Traced,
  paragraphs?: readonly Traced[],
  more: Partial<Statement> = {},
): void {
  const p = trim(value);
  const span = spanOf(p);
  if (span) statements.push({ ...more, means, value: p, span, paragraphs });
}

/** Addresses of one cell; Web of Science's begin with the names in brackets whose they are. */
function addresses(value: Traced): { names: Traced; address: Traced }[] {
  const bracketed = /^\s*\[[^\]]+\]/u.test(value.text);
  const parts = split(value, bracketed ? /;\s*(?=\[)|[\r\n]+/gu : /[;|\r\n]+/gu);
  return parts.map((one) => {
    const at = /^\s*\[[^\]]{1,4000}\]\s*/u.exec(one.text)?.[0].length ?? 0;
    return { names: slice(one, 0, at), address: slice(one, at, one.text.length) };
  });
}

/** A month's column, and the day's beside it, as one date: `4` and `5` are 5 April. */
function monthStatement(statements: Statement[], month: Traced, day: Traced | undefined): void {
  // `03/30` under "Month & Day".
  const both = /^\s*(\d{1,2})[/-](\d{1,2})\s*$/u.exec(month.text);
  const at = both ? month.text.search(/[/-]/u) : -1;
  if (both) return monthStatement(statements, slice(month, 0, at), slice(month, at + 1, month.text.length));
  const number = /^\d{1,2}$/u.test(month.text.trim()) ? monthNumber(month.text) : undefined;
  const name = number === undefined ? undefined : months[number - 1];
  const span = spanOf(month);
  const value = name && span ? madeFrom(name, ...span) : month;
  if (!day || !/^\d{1,2}$/u.test(day.text.trim())) push(statements, 'date', value);
  else push(statements, 'date', join([trim(value), trim(day)], ' '));
}

/** What a citation line says beside the values that are read from it. */
function claimBetween(source: SourceText, claims: Claim[], cell: Cell, own: readonly Statement[]): void {
  const [begin, end] = spanOf(cell.value) ?? [cell.span[0], cell.span[0]];
  let at = begin;
  for (const [from, to] of [...own.map((s) => s.span).sort((a, b) => a[0] - b[0]), [end, end] as const]) {
    if (from > at) claimRange(claims, source, at, from, 'citation-line');
    at = Math.max(at, to);
  }
}

/** The statements of one row; `cellByCell` where each value has a cell of its own, several authors several cells. `headers` says what each of its cells means. */
export function statementsOf(
  source: SourceText,
  headers: readonly (Column | undefined)[],
  row: readonly Cell[],
  claims: Claim[],
  cellByCell = false,
): Statement[] {
  const statements: Statement[] = [];
  const says = (column: Column) => row.some((cell, i) => headers[i] === column && cell.value.text.trim() !== '');
  const cellOf = (column: Column) => row.find((_, i) => headers[i] === column);
  const packedCells = new Set<Statement>();
  const fromNlm = row.some((cell) => /^(?:NLM|MED)$/u.test(cell.value.text));
  row.forEach((cell, i) => {
    const column = headers[i];
    const text = cell.value.text.trim();
    if (!column || !text) return;
    const before = statements.length;
    if (nothing.test(text) && column !== 'title')
      statements.push({ means: furniture('states-nothing'), value: cell.value, span: cell.span });
    else if (column === 'anthology') push(statements, 'journal', cell.value);
    // A volume is in a series, which such tables head like a journal.
    else if (column === 'journal' && says('anthology')) push(statements, furniture('series'), cell.value);
    else if (column === 'embase-source') {
      const own = citationLine(cell.value, [embaseSource]);
      statements.push(...own);
      if (!cellByCell) for (const s of own) packedCells.add(s);
    } else if (column === 'citation') {
      const own = citationStatements(cell.value, says);
      statements.push(...own);
      claimBetween(source, claims, cell, own);
    } else if (column === 'month') monthStatement(statements, cell.value, cellOf('day')?.value);
    else if (column === 'day') {
      if (!says('month')) push(statements, furniture('database-dates'), cell.value);
    } else if (column === 'accession') {
      // A number that PubMed is named beside is PubMed's own.
      const pubmed = (fromNlm && /^\d{1,8}$/u.test(text)) || /^pmid\b/iu.test(text);
      if (pubmed) push(statements, 'pmid', cell.value);
      else statements.push({ means: furniture('database-accessions'), value: cell.value, span: cell.span });
    } else if (typeof column === 'object') statements.push({ means: column, value: cell.value, span: cell.span });
    else if (column === 'authors' && !cellByCell && statements.some(({ means }) => means === 'authors'))
      pushCell(statements, 'authors-full', cell);
    else
      pushCell(
        statements,
        column === 'authors' && says('authors-full') ? 'authors-full' : column === 'authors-full' ? 'authors' : column,
        cell,
      );
    const own = statements.slice(before);
    const span = spanOf(cell.value);
    if (column !== 'citation' && own.length && span) claimGaps(claims, source, span, own, frame);
  });
  // Whole names before short ones, so that the short ones are known as their copies; a column of its own before a part of
  // a packed cell.
  const rank = (s: Statement): number => (s.means === 'authors' ? 0 : packedCells.has(s) ? 2 : 1);
  return statements.sort((a, b) => rank(a) - rank(b));
}

function pushCell(statements: Statement[], column: Meaning, cell: Cell): void {
  const list = listed(cell.value);
  const one = { authors: 'author', keywords: 'keyword' } as const;
  if (list) for (const item of list) push(statements, column in one ? one[column as keyof typeof one] : column, item);
  else if (column === 'affiliation')
    for (const { names, address } of addresses(cell.value)) {
      push(statements, furniture('authors-of-address'), names);
      push(statements, column, address);
    }
  else if (column === 'group') for (const group of split(cell.value, /;/gu)) push(statements, column, group);
  else if (column === 'pmcid' && !/PMC\d/iu.test(cell.value.text)) push(statements, furniture('notes'), cell.value);
  else if (column === 'pmid' && !/\d/u.test(cell.value.text)) return;
  else if (column === 'abstract') push(statements, column, cell.value, split(cell.value, /(?:\r\n?|\n)+/gu));
  else if (column === 'issn')
    for (const issn of split(cell.value, /[;,|]\s*|[\r\n]+/gu)) push(statements, column, issn);
  else push(statements, column, cell.value);
}

/** Claims the quotes and delimiters of a row; the whole of its first cell too, where that names the row's field. */
export function claimFrame(source: SourceText, row: readonly Cell[], all: Claim[], first?: 'column-names'): void {
  row.forEach(({ value, span: [from, to] }, i) => {
    const isName = i === 0 && first !== undefined;
    const [begin, end] = (isName ? undefined : spanOf(value)) ?? [to, to];
    if (begin > from) claimRange(all, source, from, begin, isName ? first : 'record-syntax');
    if (to > end) claimRange(all, source, end, to, 'record-syntax');
    if (i < row.length - 1) claimRange(all, source, to, to + 1, 'record-syntax');
  });
}
