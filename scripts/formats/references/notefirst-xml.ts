/** The format of NoteFirst's XML, which CNKI, Wanfang and VIP export too: how to recognise it, and what its elements mean. */

import { languageSchema, type Language } from '#domain/language';
import type { Format } from '../format.ts';
import type { Statement } from '../draft/statement.ts';
import { at, childrenOf, type XmlElement } from '../text/xml.ts';
import { readDialect, rootOf, Statements } from './xml-records.ts';

/** Elements of a record that hold no field of a paper; what is in no table stays unread. */
const furniture: Readonly<Record<string, string>> = {
  Code: 'subject-categories',
  BibliographiesCount: 'record-syntax',
  Organizations: 'contact-details',
};

/** The language that an element or its parent names, such as `zh-CHS`, which is Chinese. */
const languageOf = (element: XmlElement): Language | undefined => {
  const named = element.attributes['Lang'] ?? element.attributes['lang'] ?? '';
  return languageSchema.safeParse(named.toLowerCase().split('-')[0]).data;
};

function addTitles(to: Statements, record: XmlElement): void {
  childrenOf(at(record, 'PrimaryTitle'), 'Title').forEach((title, i) =>
    to.add(i === 0 ? 'title' : 'title-translated', title, { language: languageOf(title) }),
  );
}

function addPeople(to: Statements, record: XmlElement): void {
  for (const author of childrenOf(at(record, 'Authors'), 'Author')) {
    const [info, ...others] = childrenOf(author, 'Info');
    // One author, or all of them between semicolons. The same people in another language follow.
    to.add('authors', at(info, 'FullName'));
    to.add('affiliation', at(info, 'Organization'));
    for (const other of others) to.add({ furniture: 'romanised-names' }, at(other, 'FullName'));
  }
}

function statementsOf(record: XmlElement): Statement[] {
  const to = new Statements();
  to.add('type', at(record, 'Type'));
  to.add({ furniture: 'text-language' }, at(record, 'Language'));
  addTitles(to, record);
  addPeople(to, record);
  childrenOf(at(record, 'Medium'), 'Media').forEach((media) => to.add('journal', media));
  for (const [name, means] of [
    ['Year', 'year'],
    ['Volume', 'volume'],
    ['Issue', 'issue'],
    ['PageScope', 'pages'],
    ['Publisher', 'publisher'],
    ['DOI', 'doi'],
    ['ISSN', 'issn'],
    ['ISBN', 'isbn'],
    ['URL', 'url'],
    ['Url', 'url'],
  ] as const)
    to.add(means, at(record, name));
  to.addAll('keywords', at(record, 'Keywords'), 'Keyword');
  childrenOf(at(record, 'Abstracts'), 'Abstract').forEach((abstract, i) =>
    to.add(i === 0 ? 'abstract' : 'abstract-other', abstract, { language: languageOf(abstract) }),
  );
  return to.all.filter(({ value }) => !/^(?:undefined|null|无)$/u.test(value.text.trim()));
}

/** NoteFirst's XML: `Bibliographies` with a `Bibliography` for each record. */
export const notefirstXml: Format = {
  name: 'notefirst-xml',
  title: { en: 'NoteFirst XML', zh: 'NoteFirst XML' },
  trust: 'reference-file',
  claims: ({ text }) => rootOf(text) === 'Bibliographies' && /<PrimaryTitle[\s>]/u.test(text.slice(0, 200_000)),
  read: (source) =>
    readDialect(source, {
      recordsOf: (root) => childrenOf(at(root, 'Bibliographies'), 'Bibliography'),
      elementOf: (record) => record,
      statementsOf,
      furniture,
    }),
};
