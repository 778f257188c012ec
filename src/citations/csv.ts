/** Writes CSV, a row for each paper, for spreadsheets and screening tools. */

import { invertedName } from '#domain/person';
import { formatOfPieces, type ExportOptions } from './format.ts';
import { toInertReference, type Reference } from './reference.ts';
import { notesOf } from './reference-notes.ts';

/** What separates several values in one cell, as Zotero and Scopus write them. */
const listed = (values: readonly string[]): string => values.join('; ');

/** Columns in order, by the names that the records' own fields have. */
const columns: readonly (readonly [string, (r: Reference) => string | undefined])[] = [
  ['id', (r) => r.id],
  ['type', (r) => r.type],
  ['title', (r) => r.title?.text],
  ['translated_title', (r) => listed(r.translatedTitles.map(({ text }) => text))],
  ['authors', (r) => listed(r.authors.map(invertedName))],
  ['editors', (r) => listed(r.editors.map(invertedName))],
  ['translators', (r) => listed(r.translators.map(invertedName))],
  ['year', (r) => r.issued?.slice(0, 4)],
  ['date', (r) => r.issued],
  ['online_date', (r) => r.online],
  ['journal', (r) => r.container],
  ['journal_abbreviation', (r) => r.containerShort],
  ['volume', (r) => r.volume],
  ['issue', (r) => r.issue],
  ['pages', (r) => (r.firstPage ? [r.firstPage, r.lastPage].filter(Boolean).join('–') : undefined)],
  ['article_number', (r) => r.articleNumber],
  ['edition', (r) => r.edition],
  ['publisher', (r) => r.publisher],
  ['publisher_place', (r) => r.publisherPlace],
  ['number', (r) => r.number],
  ['genre', (r) => r.genre],
  ['event', (r) => r.event],
  ['event_place', (r) => r.eventPlace],
  ['event_date', (r) => r.eventDate],
  ['issn', (r) => listed(r.issn)],
  ['isbn', (r) => listed(r.isbn)],
  ['doi', (r) => r.doi],
  ['pmid', (r) => r.pmid],
  ['pmcid', (r) => r.pmcid],
  ['arxiv', (r) => r.arxiv],
  ['url', (r) => r.url],
  ['full_text', (r) => r.fulltext],
  ['accessed', (r) => r.accessed],
  ['language', (r) => r.language],
  ['registrations', (r) => listed(r.registrations.map(({ registry, id }) => `${registry} ${id}`))],
  ['status', (r) => listed(r.status)],
  ['keywords', (r) => listed(r.keywords)],
  ['notes', (r) => listed(notesOf(r, { titles: Infinity }))],
  ['abstract', (r) => r.abstract?.text],
];

/**
 * A cell of RFC 4180. One that a spreadsheet would take for a formula begins with an apostrophe (OWASP, "CSV
 * Injection"), in full width too; only a number below zero is shown as it is, while "+8" would become 8. A semicolon
 * separates cells where the comma is the decimal sign, so what holds one is quoted.
 */
function cell(value: string): string {
  const formula = /^[=+\-@\t\r＝＋－＠]/u.test(value) && !/^-\d+([.,]\d+)?$/u.test(value);
  const text = formula ? `'${value}` : value;
  return /[",;\t\r\n']|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows of values as CSV, by RFC 4180, with a byte order mark so that spreadsheets read it as UTF-8. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

const columnsFor = ({ abstracts = true }: ExportOptions): typeof columns =>
  columns.filter(([name]) => abstracts || name !== 'abstract');

/** CSV, by RFC 4180, with a byte order mark so that spreadsheets read it as UTF-8. */
export const csv = formatOfPieces({
  name: 'csv',
  title: { en: 'CSV (spreadsheet)', zh: 'CSV（电子表格）' },
  extension: 'csv',
  mediaType: 'text/csv',
  piece(paper, options) {
    const r = toInertReference(paper);
    return columnsFor(options)
      .map(([, rule]) => cell(rule(r) ?? ''))
      .join(',');
  },
  file(rows, options) {
    const head = columnsFor(options).map(([name]) => name);
    return `\ufeff${[head.join(','), ...rows].join('\r\n')}\r\n`;
  },
});
