/** Writes RIS. */

import { endedBy, formatOfPieces } from './format.ts';
import { listedName } from './listed-names.ts';
import { addressOf, isPdf, toInertReference, type Reference } from './reference.ts';
import { besidesOne, notesOf } from './reference-notes.ts';
import { typeNames } from './types.ts';

/** `2024-11-05` → `2024/11/05/`; parts that are not known stay empty. */
const risDate = (date: string): string => {
  const [year, month = '', day = ''] = date.split('-');
  return `${year}/${month}/${day}/`;
};

const isJournal = (r: Reference): boolean => r.type === 'article-journal';
const isInBook = (r: Reference): boolean => r.type === 'chapter' || r.type === 'paper-conference';
const isOfBook = (r: Reference): boolean => r.type === 'book' || r.type === 'chapter';
/** For a whole book or thesis the pages are how many it has, in one tag. */
const isWhole = (r: Reference): boolean => r.type === 'book' || r.type === 'thesis';

/** Tags in the order they are written, after TY; an array gives one line a value. */
const tags: readonly (readonly [string, (r: Reference) => string | readonly string[] | undefined])[] = [
  ['ID', (r) => r.id],
  ['TI', (r) => r.title?.text],
  ['AU', (r) => r.authors.map(listedName)],
  // Editors are the second authors of a part of a book, and the third of a book, whose second edit its series.
  ['A2', (r) => (isInBook(r) ? r.editors.map(listedName) : undefined)],
  ['A3', (r) => (r.type === 'book' ? r.editors.map(listedName) : undefined)],
  // For a book it is the translator; of other types programs read somebody else.
  ['A4', (r) => (isOfBook(r) ? r.translators.map(listedName) : undefined)],
  ['BT', (r) => (isInBook(r) ? r.container : undefined)],
  // For a conference paper it is the conference's name, where the proceedings have one of their own.
  ['T2', (r) => (r.type === 'paper-conference' ? (r.event ?? r.container) : r.container)],
  ['C3', (r) => (r.type === 'paper-conference' ? r.container : undefined)],
  ['JO', (r) => (isJournal(r) ? r.container : undefined)],
  ['JF', (r) => (isJournal(r) ? r.container : undefined)],
  ['J2', (r) => r.containerShort],
  ['PY', (r) => r.issued?.slice(0, 4)],
  ['DA', (r) => r.issued && risDate(r.issued)],
  // EndNote's "Epub Date" of a journal article; of anything else the tag is an edition's.
  ['ET', (r) => (isJournal(r) ? r.online && risDate(r.online).replace(/(?<!\/)\/+$/u, '') : r.edition)],
  ['Y2', (r) => (r.accessed && (addressOf(r) || r.doi) ? risDate(r.accessed) : undefined)],
  // For a web page it is the year of access, and `IS` of a chapter the number of volumes.
  ['VL', (r) => (r.type === 'webpage' ? undefined : r.volume)],
  ['IS', (r) => (r.type === 'webpage' || r.type === 'chapter' ? undefined : r.issue)],
  ['SP', (r) => (isWhole(r) && r.lastPage ? `${r.firstPage}-${r.lastPage}` : (r.firstPage ?? r.articleNumber))],
  ['EP', (r) => (isWhole(r) ? undefined : r.lastPage)],
  ['C7', (r) => r.articleNumber],
  ['PB', (r) => r.publisher],
  // For a conference paper `CY` is the conference's place, and `C1` the publisher's.
  ['CY', (r) => (r.type === 'paper-conference' ? r.eventPlace : r.publisherPlace)],
  ['C1', (r) => (r.type === 'paper-conference' ? r.publisherPlace : undefined)],
  // For a report it is the report's own number, which programs look for in `M1` as well.
  ['SN', (r) => (r.type === 'report' ? (r.number ?? r.isbn[0]) : (r.isbn[0] ?? r.issn[0]))],
  ['M1', (r) => (r.type === 'report' ? r.number : undefined)],
  // The kind of work: programs that know no preprints know one by it.
  [
    'M3',
    (r) => r.genre ?? (r.type === 'article' ? 'Preprint' : r.status.includes('retracted') ? 'Retracted' : undefined),
  ],
  ['DO', (r) => r.doi],
  ['AN', (r) => r.pmid],
  // For a chapter it is the author of the book.
  ['C2', (r) => (isJournal(r) ? r.pmcid : undefined)],
  ['LA', (r) => r.language],
  ['UR', addressOf],
  ['L1', (r) => (r.fulltext && isPdf(r.fulltext) ? r.fulltext : undefined)],
  ['L2', (r) => (r.fulltext && !isPdf(r.fulltext) ? r.fulltext : undefined)],
  ['KW', (r) => r.keywords],
  // Tags for a translated title (TT), PMID and PMCID belong only to EndNote: other programs keep notes.
  [
    'N1',
    (r) =>
      notesOf(r, {
        titles: 0,
        conference: true,
        translators: !isOfBook(r),
        numbers: ['pmid', 'pmcid', ...besidesOne(r)],
      }),
  ],
  ['AB', (r) => r.abstract?.text],
];

/** RIS, by the "RIS Format Specifications" of 2011 (Research Information Systems): one value per line, CRLF. */
export const ris = formatOfPieces({
  name: 'ris',
  title: { en: 'RIS', zh: 'RIS' },
  extension: 'ris',
  mediaType: 'application/x-research-info-systems',
  piece(paper, { abstracts = true }) {
    const r = toInertReference(paper);
    const lines = tags
      .filter(([tag]) => abstracts || tag !== 'AB')
      .flatMap(([tag, rule]) => [rule(r) ?? []].flat().map((value) => `${tag}  - ${value}`));
    return [`TY  - ${typeNames[r.type].ris}`, ...lines, 'ER  - '].join('\r\n');
  },
  file: endedBy('\r\n'),
});
