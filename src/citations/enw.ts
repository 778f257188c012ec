import type { CitationFormat } from './format.ts';
import { listedName, notesOf, toInertReference, type Reference } from './reference.ts';
import { typeNames } from './types.ts';

/** Refer tags as EndNote has them, in the order they are written, after %0. */
const tags: readonly (readonly [string, (r: Reference) => string | readonly string[] | undefined])[] = [
  ['F', (r) => r.id],
  ['A', (r) => r.authors.map(listedName)],
  ['T', (r) => r.title?.text],
  ['J', (r) => (r.type === 'article-journal' ? r.container : undefined)],
  ['B', (r) => (r.type === 'article-journal' ? undefined : r.container)],
  ['D', (r) => r.issued?.slice(0, 4)],
  ['8', (r) => r.issued?.replaceAll('-', '/')],
  ['7', (r) => r.online?.replaceAll('-', '/')],
  ['V', (r) => r.volume],
  ['N', (r) => r.issue],
  ['P', (r) => (r.firstPage ? [r.firstPage, r.lastPage].filter(Boolean).join('-') : r.articleNumber)],
  ['I', (r) => r.publisher],
  ['@', (r) => r.issn[0]],
  ['R', (r) => r.doi],
  ['M', (r) => r.pmid],
  ['2', (r) => r.pmcid],
  ['G', (r) => r.language],
  ['U', (r) => r.url ?? (r.doi ? undefined : r.fulltext)],
  ['K', (r) => r.keywords],
  // A translated title has a tag (Q) that programs other than EndNote report as unread; a note they keep.
  ['Z', (r) => notesOf(r, { titles: 0, fulltext: true })],
  ['X', (r) => r.abstract?.text],
];

/** ENW: the tagged EndNote Import format ("Adding Your Own Tags", EndNote manual), one value a line. */
export const enw: CitationFormat = {
  name: 'enw',
  title: { en: 'EndNote (ENW)', zh: 'EndNote（ENW）' },
  extension: 'enw',
  mediaType: 'application/x-endnote-refer',
  write(papers, { abstracts = true } = {}) {
    const records = papers.map(toInertReference).map((r) => {
      const lines = tags
        .filter(([tag]) => abstracts || tag !== 'X')
        .flatMap(([tag, rule]) => [rule(r) ?? []].flat().map((value) => `%${tag} ${value}`));
      return [`%0 ${typeNames[r.type].enw}`, ...lines].join('\r\n');
    });
    return records.map((record) => `${record}\r\n`).join('\r\n');
  },
};
