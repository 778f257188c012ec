/** Writes ENW, the tagged format of EndNote. */

import { doiUrl } from '#domain/identifiers';
import { endedBy, formatOfPieces } from './format.ts';
import { listedName } from './listed-names.ts';
import { pagesOf, toInertReference, type Reference } from './reference.ts';
import { besidesOne, notesOf } from './reference-notes.ts';
import { typeNames } from './types.ts';

/** What else would be no address is that of the DOI, where it has the DOI sign by sign: readers take it from there. */
function address(r: Reference): string | undefined {
  if (r.url || !r.doi) return r.url ?? r.fulltext;
  return doiUrl(r.doi).endsWith(`/${r.doi}`) ? doiUrl(r.doi) : undefined;
}

const isOfBook = (r: Reference): boolean => r.type === 'book' || r.type === 'chapter';

/**
 * Tags for a translated title (Q), DOI, PMID and PMCID belong only to EndNote: other programs keep notes, or the
 * address, in which a DOI is where there is no other.
 */
const notes = (r: Reference): string[] => [
  ...notesOf(r, {
    titles: 0,
    fulltext: true,
    conference: true,
    translators: !isOfBook(r),
    numbers: ['pmid', 'pmcid', ...besidesOne(r)],
  }),
  ...(r.doi && !address(r)?.endsWith(`/${r.doi}`) ? [`DOI: ${r.doi}`] : []),
];

/** Refer tags as EndNote has them, in the order they are written, after %0. */
const tags: readonly (readonly [string, (r: Reference) => string | readonly string[] | undefined])[] = [
  ['F', (r) => r.id],
  ['A', (r) => r.authors.map(listedName)],
  ['E', (r) => r.editors.map(listedName)],
  // For a book it is the translator.
  ['?', (r) => (isOfBook(r) ? r.translators.map(listedName) : undefined)],
  ['T', (r) => r.title?.text],
  ['J', (r) => (r.type === 'article-journal' ? r.container : undefined)],
  ['B', (r) => (r.type === 'article-journal' ? undefined : r.container)],
  // Before the year: a program that has read a year takes no date after it.
  ['8', (r) => r.issued?.replaceAll('-', '/')],
  ['D', (r) => r.issued?.slice(0, 4)],
  // "Epub Date" of a journal article; of anything else an edition.
  ['7', (r) => (r.type === 'article-journal' ? r.online?.replaceAll('-', '/') : r.edition)],
  ['V', (r) => r.volume],
  ['N', (r) => r.issue],
  ['P', (r) => pagesOf(r)],
  ['I', (r) => r.publisher],
  ['C', (r) => (r.type === 'paper-conference' ? r.eventPlace : r.publisherPlace)],
  // For a report it is the report's own number.
  ['@', (r) => (r.type === 'report' ? (r.number ?? r.isbn[0]) : (r.isbn[0] ?? r.issn[0]))],
  ['R', (r) => r.doi],
  // Programs that know R as refer's "report number" had the DOI for the kind of work; what follows it counts.
  [
    '9',
    (r) =>
      r.genre ??
      (r.type === 'article'
        ? 'Preprint'
        : ['thesis', 'report', 'webpage'].includes(r.type)
          ? typeNames[r.type].enw
          : undefined),
  ],
  ['[', (r) => r.accessed && r.accessed.replaceAll('-', '/')],
  ['M', (r) => r.pmid],
  ['2', (r) => r.pmcid],
  ['G', (r) => r.language],
  ['U', address],
  ['K', (r) => r.keywords],
  ['Z', notes],
  ['X', (r) => r.abstract?.text],
];

/** ENW: the tagged EndNote Import format ("Adding Your Own Tags", EndNote manual), one value per line. */
export const enw = formatOfPieces({
  name: 'enw',
  title: { en: 'EndNote (ENW)', zh: 'EndNote（ENW）' },
  extension: 'enw',
  mediaType: 'application/x-endnote-refer',
  piece(paper, { abstracts = true }) {
    const r = toInertReference(paper);
    const lines = tags
      .filter(([tag]) => abstracts || tag !== 'X')
      .flatMap(([tag, rule]) => [rule(r) ?? []].flat().map((value) => `%${tag} ${value}`));
    return [`%0 ${typeNames[r.type].enw}`, ...lines].join('\r\n');
  },
  file: endedBy('\r\n'),
});
