/** `<meta>` tags of Dublin Core for the page of a paper. */

import { doiUrl } from '#domain/identifiers';
import { invertedName } from '#domain/person';
import type { Reference } from '../reference.ts';
import type { MetaTag } from './highwire.ts';
import { mostNamed } from './most-named.ts';

/**
 * What a work is, by names that eprints' vocabulary and Zotero have in common; DCMI's own ("Text") tells books from articles
 * as little as a tag for a container does where there is none.
 */
const types: Readonly<Record<Reference['type'], string>> = {
  'article-journal': 'JournalArticle',
  chapter: 'BookChapter',
  book: 'Book',
  thesis: 'Thesis',
  report: 'Report',
  'paper-conference': 'ConferencePaper',
  webpage: 'WebPage',
  article: 'Preprint',
  document: 'document',
};

const rows: readonly (readonly [string, (r: Reference) => string | readonly string[] | undefined])[] = [
  ['DC.title', (r) => r.title?.text],
  // Not `DCTERMS.alternative`: Zotero takes that for the journal's abbreviation.
  ['DC.title.alternative', (r) => r.translatedTitles.map(({ text }) => text)],
  ['DC.creator', (r) => r.authors.slice(0, mostNamed).map(invertedName)],
  // DSpace's name for them; Dublin Core has none of its own.
  ['DC.contributor.translator', (r) => r.translators.map(invertedName)],
  ['DC.date', (r) => r.issued],
  ['DC.language', (r) => r.language],
  ['DC.identifier', (r) => r.doi && doiUrl(r.doi)],
  ['DC.relation.ispartof', (r) => r.container],
  ['DC.publisher', (r) => r.publisher],
  ['DC.subject', (r) => r.keywords],
  // Readers of one value take the first.
  ['DC.type', (r) => [types[r.type], 'Text']],
];

/** Dublin Core in `<meta>` (DCMI, "Expressing Dublin Core metadata using HTML/XHTML", 2008). */
export const dublinCoreTags = (r: Reference): MetaTag[] =>
  rows.flatMap(([name, rule]) => [rule(r) ?? []].flat().map((content): MetaTag => [name, content]));
