/** The format of EndNote's XML export: how to recognise it, and what its elements mean. */

import type { Claim, Reading } from '#domain/draft';
import type { SourceText } from '#domain/source';
import type { Format } from '../format.ts';
import { claimGaps } from '../draft/claims.ts';
import { spanOf, split } from '../text/traced.ts';
import type { TagMeaning, Statement } from '../draft/statement.ts';
import { allOf, at, childrenOf, contentSpan, textOf, type XmlElement } from '../text/xml.ts';
import { claimText, readDialect, rootOf } from './xml-records.ts';
import { findIsbns } from '../values/works.ts';

/** Paths below `record` (EndNote's own DTD, RSXML); what is not here stays unread. */
const paths: readonly [string, TagMeaning][] = [
  ['ref-type', 'type'],
  ['language', 'language'],
  ['titles/title', 'title'],
  ['titles/translated-title', 'title-translated'],
  ['orig-pub', 'title-original'],
  ['titles/short-title', 'title-copy'],
  ['auth-address', 'affiliation'],
  ['volume', 'volume'],
  ['number', 'issue'],
  // Mendeley's own element.
  ['issue', 'issue'],
  ['dates/year', 'year'],
  ['publisher', 'publisher'],
  ['work-type', 'genre'],
  ['electronic-resource-num', 'doi'],
  ['custom7', 'article-number'],
  ['abstract', 'abstract'],
  ['notes', 'note'],
];

const furniture: Readonly<Record<string, string>> = {
  database: 'database-name',
  'source-app': 'database-name',
  'rec-number': 'database-accessions',
  'foreign-keys': 'database-accessions',
  'remote-database-name': 'database-name',
  'remote-database-provider': 'database-name',
  'access-date': 'access-date',
  'research-notes': 'notes',
  label: 'notes',
  caption: 'notes',
  custom1: 'notes',
  custom3: 'notes',
  custom4: 'notes',
  custom5: 'notes',
  custom6: 'database-accessions',
  'call-num': 'library-links',
  'pdf-urls': 'file-attachments',
  'image': 'file-attachments',
  'alt-periodical': 'journal-copy',
  'tertiary-title': 'series',
  section: 'notes',
}; // prettier-ignore

/** States the people of a record by the lists in which its kind of work has them. */
function addPeople(record: XmlElement, kind: string, add: (means: TagMeaning, element: XmlElement) => void): void {
  const [authors = [], second = [], third = [], others = []] = [
    'authors',
    'secondary-authors',
    'tertiary-authors',
    'subsidiary-authors',
  ].map((list) => childrenOf(at(record, `contributors/${list}`), 'author'));
  for (const author of authors) add('author', author);
  // For a whole book the second people edit its series and the third the book; some programs know no third ones.
  const ownEditors = kind === 'book' && third.length ? third : /book|conference/u.test(kind) ? second : [];
  for (const editor of [...second, ...third])
    add(ownEditors.includes(editor) ? 'editor' : { furniture: 'editors' }, editor);
  for (const other of others) add(/book/u.test(kind) ? 'translator' : { furniture: 'editors' }, other);
}

function statementsOf(source: SourceText, record: XmlElement, claims: Claim[]): Statement[] {
  const all: Statement[] = [];
  const add = (means: TagMeaning, element: XmlElement | undefined) => {
    if (!element) return;
    const value = textOf(element);
    if (value.text.trim()) all.push({ means, value, span: contentSpan(element) });
  };
  const fromNlm = ['remote-database-provider', 'remote-database-name'].some((name) =>
    /^NLM$/u.test(textOf(at(record, name) ?? emptyElement).text.trim()),
  );
  for (const [path, means] of paths) {
    const element = at(record, path);
    const type = path === 'ref-type' ? element?.attributes['name'] : undefined;
    // The type is an attribute; the number in the element says the same.
    if (element && path === 'ref-type') pushType(all, element, type);
    else if (element && means === 'affiliation') pushLines(source, all, element, means, claims);
    else add(means, element);
  }
  const kind = (at(record, 'ref-type')?.attributes['name'] ?? '').toLowerCase();
  addPeople(record, kind, add);
  const isConference = kind.startsWith('conference');
  add(isConference ? 'event-place' : 'publisher-place', at(record, 'pub-location'));
  // A conference paper's second title is the conference's where its proceedings have a title of their own.
  const proceedings = isConference ? at(record, 'custom3') : undefined;
  add('journal', proceedings);
  if (isConference) add('publisher-place', at(record, 'custom1'));
  const titles = at(record, 'titles');
  add(proceedings ? 'event' : fromNlm ? 'journal-nlm' : 'journal', at(titles, 'secondary-title'));
  add(fromNlm ? 'journal-nlm' : 'journal', at(record, 'periodical/full-title'));
  add(fromNlm ? 'journal' : 'journal-abbreviation', at(record, 'periodical/abbr-1'));
  add(fromNlm ? 'journal' : 'journal-abbreviation', at(titles, 'alt-title'));
  for (const date of allOf(at(record, 'dates/pub-dates') ?? record, 'date')) add('date', date);
  for (const keyword of childrenOf(at(record, 'keywords'), 'keyword')) add('keyword', keyword);
  for (const url of allOf(at(record, 'urls') ?? emptyElement, 'url')) add('url', url);
  const edition = at(record, 'edition');
  const compact = edition && /^\s*\d{8}\s*$/u.test(textOf(edition).text);
  add(compact ? 'online' : kind.includes('book') ? 'edition' : { furniture: 'database-dates' }, edition);
  const accession = at(record, 'accession-num');
  const number = accession ? textOf(accession).text.trim() : '';
  add(
    (fromNlm && /^\d{1,8}$/u.test(number)) || /^pmid/iu.test(number) ? 'pmid' : { furniture: 'database-accessions' },
    accession,
  );
  const custom2 = at(record, 'custom2');
  add(custom2 && /^\s*PMC\d/iu.test(textOf(custom2).text) ? 'pmcid' : { furniture: 'notes' }, custom2);
  // For a report it is the report's own number.
  const isbn = at(record, 'isbn');
  add(kind === 'report' && isbn && findIsbns(textOf(isbn).text).length === 0 ? 'number' : 'issn', isbn);
  const pages = at(record, 'pages');
  add('pages', pages);
  return all;
}

const emptyElement: XmlElement = { name: '', attributes: {}, children: [], start: 0, end: 0 };

/** EndNote's numbers of the types that hold papers. */
const typeNumbers: Readonly<Record<string, string>> = {
  '0': 'journal article', '17': 'journal article', '6': 'book', '5': 'book section', '28': 'edited book', '27': 'report',
  '32': 'thesis', '47': 'conference paper', '10': 'conference proceedings', '12': 'web page', '43': 'electronic article',
  '44': 'electronic book', '34': 'unpublished work', '13': 'generic', '19': 'magazine article',
}; // prettier-ignore

function pushType(all: Statement[], element: XmlElement, name: string | undefined): void {
  const value = textOf(element);
  const number = value.text.trim();
  const text = name ?? (Object.hasOwn(typeNumbers, number) ? typeNumbers[number] : undefined);
  const [from, to] = contentSpan(element);
  if (text && to > from)
    all.push({ means: 'type', value: { text, runs: [{ start: 0, end: text.length, from, to }] }, span: [from, to] });
}

/** A value whose lines are values of their own. */
function pushLines(
  source: SourceText,
  all: Statement[],
  element: XmlElement,
  means: TagMeaning,
  claims: Claim[],
): void {
  const before = all.length;
  for (const line of split(textOf(element), /[\r\n]+/gu)) {
    const span = spanOf(line);
    if (span) all.push({ means, value: line, span });
  }
  claimGaps(claims, source, contentSpan(element), all.slice(before), /^(?:\s|&#\w{1,4};)*$/u);
}

/** The statements of a record, whose furniture is named at only three of its levels. */
function statementsAndFurniture(source: SourceText, record: XmlElement, claims: Claim[]): Statement[] {
  const levels = [record, ...['contributors', 'urls', 'titles'].map((name) => at(record, name))];
  for (const child of levels.flatMap((level) => childrenOf(level))) {
    const rule = Object.hasOwn(furniture, child.name) ? furniture[child.name] : undefined;
    if (rule) claimText(source, child, rule, claims);
  }
  return statementsOf(source, record, claims);
}

const read = (source: SourceText): Reading =>
  readDialect(source, {
    recordsOf: (root) => allOf(root, 'record'),
    elementOf: (record) => record,
    statementsOf: (record, claims) => statementsAndFurniture(source, record, claims),
  });

export const endnoteXml: Format = {
  name: 'endnote-xml',
  title: { en: 'EndNote XML', zh: 'EndNote XML' },
  trust: 'reference-file',
  claims: ({ text }) =>
    /^(?:xml|records)$/u.test(rootOf(text) ?? '') &&
    /<records(?:\s[^<>]*)?>\s*<record[\s>]/u.test(text.slice(0, 12_000)),
  read,
};
