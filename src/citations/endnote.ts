/** Writes EndNote XML. */

import { formatOfPieces } from './format.ts';
import { listedName } from './listed-names.ts';
import { addressOf, pagesOf, toReference, type Reference } from './reference.ts';
import { besidesOne, notesOf } from './reference-notes.ts';
import { typeNames } from './types.ts';
import { element, xmlAround, xmlDeclaration, xmlOf, type XmlElement } from './xml.ts';

/** EndNote keeps every text of a record inside `<style>`, and writes no white space around it. */
const styled = (name: string, text: string | undefined, attributes = {}): XmlElement | undefined =>
  text
    ? element(name, attributes, element('style', { face: 'normal', font: 'default', size: '100%' }, text))
    : undefined;

/** EndNote knows these addresses as `related-urls`, Zotero one of them as `web-urls`. */
function urls(r: Reference): XmlElement | undefined {
  const own = addressOf(r);
  const related = [...new Set([own, r.fulltext])].map((address) => styled('url', address));
  return element(
    'urls',
    {},
    element('related-urls', {}, ...related),
    element('web-urls', {}, styled('url', own ?? r.fulltext)),
  );
}

/** The number of a record in its file. */
const numberElement = (number: number): string => `<rec-number>${number}</rec-number>`;
const unnumbered = numberElement(0);

/** The titles of a work and of what it appeared in. */
function titlesOf(r: Reference): (XmlElement | undefined)[] {
  const isJournal = r.type === 'article-journal';
  return [
    element(
      'titles',
      {},
      styled('title', r.title?.text),
      styled('secondary-title', r.type === 'paper-conference' ? (r.event ?? r.container) : r.container),
      styled('alt-title', r.containerShort),
      styled('translated-title', r.translatedTitles[0]?.text),
    ),
    element(
      'periodical',
      {},
      isJournal ? styled('full-title', r.container) : undefined,
      isJournal ? styled('abbr-1', r.containerShort) : undefined,
    ),
  ];
}

function contributorsOf(r: Reference): XmlElement | undefined {
  const people = (role: string, names: Reference['authors']) =>
    element(role, {}, ...names.map((name) => styled('author', listedName(name))));
  // For a book the second people edit its series, and others are its translators.
  const isBook = r.type === 'book';
  return element(
    'contributors',
    {},
    people('authors', r.authors),
    people(isBook ? 'tertiary-authors' : 'secondary-authors', r.editors),
    isBook || r.type === 'chapter' ? people('subsidiary-authors', r.translators) : undefined,
  );
}

function record(r: Reference, abstracts: boolean): XmlElement | undefined {
  const isJournal = r.type === 'article-journal';
  const isOfBook = r.type === 'book' || r.type === 'chapter';
  const isReport = r.type === 'report';
  const isConference = r.type === 'paper-conference';
  return element(
    'record',
    {},
    element('database', { name: 'alliance-review.enl' }, 'alliance-review.enl'),
    element('source-app', { name: 'EndNote', version: '20.0' }, 'EndNote'),
    element('rec-number', {}, '0'),
    element('ref-type', { name: typeNames[r.type].enw }, String(typeNames[r.type].endnote)),
    contributorsOf(r),
    ...titlesOf(r),
    styled('pages', pagesOf(r)),
    styled('volume', r.volume),
    styled('number', r.issue),
    // "Epub Date" of a journal article; of anything else an edition.
    styled('edition', isJournal ? r.online : r.edition),
    element('keywords', {}, ...r.keywords.map((keyword) => styled('keyword', keyword))),
    element('dates', {}, styled('year', r.issued?.slice(0, 4)), element('pub-dates', {}, styled('date', r.issued))),
    // For a conference paper it is the conference's place, and custom1 the publisher's.
    styled('pub-location', isConference ? r.eventPlace : r.publisherPlace),
    styled('publisher', r.publisher),
    // For a report it is the report's own number.
    styled('isbn', isReport ? (r.number ?? r.isbn[0]) : (r.isbn[0] ?? r.issn[0])),
    styled('accession-num', r.pmid),
    styled('electronic-resource-num', r.doi),
    styled('work-type', r.genre ?? (r.type === 'article' ? 'Preprint' : undefined)),
    styled('custom1', isConference ? r.publisherPlace : undefined),
    styled('custom2', isJournal ? r.pmcid : undefined),
    styled('custom3', isConference ? r.container : undefined),
    styled('access-date', r.accessed && (addressOf(r) || r.doi) ? r.accessed : undefined),
    styled('abstract', abstracts ? r.abstract?.text : undefined),
    styled(
      'notes',
      notesOf(r, {
        titles: 1,
        conference: true,
        translators: !isOfBook,
        numbers: [...(isJournal ? [] : (['pmcid'] as const)), ...besidesOne(r)],
      }).join('. '),
    ),
    urls(r),
    styled('language', r.language),
    styled('label', r.id),
  );
}

/** EndNote's XML export, as its type definition (EndNote, "RSXML.dtd") has it. */
export const endnote = formatOfPieces({
  name: 'endnote-xml',
  title: { en: 'EndNote XML', zh: 'EndNote XML' },
  extension: 'endnote.xml',
  mediaType: 'application/xml',
  piece(paper, { abstracts = true }) {
    const made = record(toReference(paper), abstracts);
    return made ? xmlOf(made, 'style', '    ') : '';
  },
  file(pieces) {
    // No value of a record holds an element, so what is replaced is the record's own.
    const numbered = pieces.map((piece, i) => piece.replace(unnumbered, () => numberElement(i + 1)));
    const records = xmlAround({ name: 'records', attributes: {} }, numbered, '  ');
    return `${xmlDeclaration}${xmlAround({ name: 'xml', attributes: {} }, [records])}\n`;
  },
});
