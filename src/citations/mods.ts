/** Writes MODS, the XML format of the Library of Congress. */

import { familyName, type Name } from '#domain/person';
import { formatOfPieces } from './format.ts';
import { isGroup } from './listed-names.ts';
import { addressOf, toReference, type Reference, type Worded } from './reference.ts';
import { notesOf } from './reference-notes.ts';
import { typeNames } from './types.ts';
import { element, xmlAround, xmlDeclaration, xmlOf, type XmlChild, type XmlElement } from './xml.ts';

const texts = (name: string, values: readonly string[], attributes = {}): (XmlElement | undefined)[] =>
  values.map((value) => element(name, attributes, value));

function name(author: Name, as = 'author'): XmlElement | undefined {
  const role = element('role', {}, element('roleTerm', { authority: 'marcrelator', type: 'text' }, as));
  if (isGroup(author)) return element('name', { type: 'corporate' }, element('namePart', {}, author.literal), role);
  return element(
    'name',
    { type: 'personal' },
    element('namePart', { type: 'given' }, author.given),
    element('namePart', { type: 'family' }, author.family ? familyName(author) : author.literal),
    element('namePart', { type: 'termsOfAddress' }, author.suffix),
    role,
  );
}

/** A conference's name, place and date, in parts. */
const conference = (r: Reference): XmlElement | undefined =>
  r.event
    ? element(
        'name',
        { type: 'conference' },
        element('namePart', {}, r.event),
        element('namePart', {}, r.eventPlace),
        element('namePart', { type: 'date' }, r.eventDate),
      )
    : undefined;

const titleInfo = (title: Worded | undefined, type?: string): XmlElement | undefined =>
  title && element('titleInfo', { type, lang: title.language }, element('title', {}, title.text));

const detail = (type: string, number: string | undefined): XmlElement | undefined =>
  element('detail', { type }, element('number', {}, number));

/** Volume, issue and pages; a range always has its start and its end, an article number being both. */
function part(r: Reference): XmlElement | undefined {
  const first = r.firstPage ?? r.articleNumber;
  // Pages that are apart are a list.
  const isList = first?.includes(',');
  const pages = first
    ? element(
        'extent',
        { unit: 'page' },
        element('start', {}, isList ? undefined : first),
        element('end', {}, isList ? undefined : (r.lastPage ?? first)),
        element('list', {}, isList ? first : undefined),
      )
    : undefined;
  return element(
    'part',
    {},
    detail('volume', r.volume),
    detail('issue', r.issue),
    detail('article number', r.articleNumber),
    pages,
  );
}

/** The publisher belongs to the book, the report or the thesis itself, else to what the paper appeared in. */
function host(r: Reference): XmlElement | undefined {
  const isJournal = r.type === 'article-journal';
  return element(
    'relatedItem',
    { type: 'host' },
    element('titleInfo', {}, element('title', {}, r.container)),
    element('titleInfo', { type: 'abbreviated' }, element('title', {}, r.containerShort)),
    r.container || isJournal
      ? element(
          'originInfo',
          {},
          element('publisher', {}, isJournal ? r.publisher : undefined),
          isJournal && r.container ? element('issuance', {}, 'continuing') : undefined,
        )
      : undefined,
    r.container ? element('genre', { authority: 'marcgt' }, typeNames[r.type].hostGenre) : undefined,
    ...(r.type === 'book' ? [] : r.editors.map((editor) => name(editor, 'editor'))),
    // Of the host: programs take a name of the record itself for an author.
    conference(r),
    ...texts('identifier', r.issn, { type: 'issn' }),
    ...(r.type === 'book' ? [] : texts('identifier', r.isbn, { type: 'isbn' })),
    part(r),
  );
}

function record(r: Reference, abstracts: boolean): XmlElement | undefined {
  const isJournal = r.type === 'article-journal';
  const children: XmlChild[] = [
    titleInfo(r.title),
    ...r.translatedTitles.map((title) => titleInfo(title, 'translated')),
    ...r.authors.map((author) => name(author)),
    ...(r.type === 'book' ? r.editors.map((editor) => name(editor, 'editor')) : []),
    ...r.translators.map((translator) => name(translator, 'translator')),
    element('typeOfResource', {}, 'text'),
    element('genre', { authority: 'marcgt' }, typeNames[r.type].genre),
    element('genre', { authority: 'local' }, typeNames[r.type].local),
    element(
      'originInfo',
      {},
      element('place', {}, element('placeTerm', { type: 'text' }, r.publisherPlace)),
      element('publisher', {}, isJournal ? undefined : r.publisher),
      element('dateIssued', { encoding: 'w3cdtf', keyDate: 'yes' }, r.issued),
      element('dateOther', { encoding: 'w3cdtf', type: 'epub' }, r.online),
      element('edition', {}, r.edition),
    ),
    element('language', {}, element('languageTerm', { authority: 'rfc5646', type: 'code' }, r.language)),
    // One abstract, for readers run all of them together; its translations are notes of that type.
    ...(abstracts && r.abstract ? [element('abstract', { lang: r.abstract.language }, r.abstract.text)] : []),
    ...(abstracts
      ? r.otherAbstracts.map(({ language, text }) => element('note', { lang: language, type: 'abstract' }, text))
      : []),
    element('note', { type: r.type === 'thesis' ? 'thesis' : 'genre' }, r.type === 'article' ? undefined : r.genre),
    ...notesOf(r, { titles: Infinity }).map((note) => element('note', {}, note)),
    ...r.keywords.map((keyword) => element('subject', {}, element('topic', {}, keyword))),
    host(r),
    element('identifier', { type: 'doi' }, r.doi),
    ...(r.type === 'book' ? texts('identifier', r.isbn, { type: 'isbn' }) : []),
    element('identifier', { type: 'report number' }, r.number),
    element('identifier', { type: 'pmid' }, r.pmid),
    element('identifier', { type: 'pmc' }, r.pmcid),
    element('identifier', { type: 'arxiv' }, r.arxiv),
    element('identifier', { type: 'citekey' }, r.id),
    element(
      'location',
      {},
      element('url', { usage: 'primary display', dateLastAccessed: r.accessed }, addressOf(r)),
      element('url', { access: 'raw object' }, r.fulltext),
    ),
  ];
  return element('mods', { ID: `r-${r.id}`, version: '3.7' }, ...children);
}

/** MODS 3.7, the Library of Congress' Metadata Object Description Schema, as one collection. */
export const mods = formatOfPieces({
  name: 'mods',
  title: { en: 'MODS XML', zh: 'MODS XML' },
  extension: 'mods.xml',
  mediaType: 'application/mods+xml',
  piece(paper, { abstracts = true }) {
    const made = record(toReference(paper), abstracts);
    return made ? xmlOf(made, '', '  ') : '';
  },
  file(records) {
    const attributes = {
      xmlns: 'http://www.loc.gov/mods/v3',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation': 'http://www.loc.gov/mods/v3 http://www.loc.gov/standards/mods/v3/mods-3-7.xsd',
    };
    return `${xmlDeclaration}${xmlAround({ name: 'modsCollection', attributes }, records)}\n`;
  },
});
