import { doiUrl } from '#domain/identifiers';
import { invertedName } from '#domain/person';
import type { Reference } from '../reference.ts';
import type { MetaTag } from './highwire.ts';

const rows: readonly (readonly [string, (r: Reference) => string | readonly string[] | undefined])[] = [
  ['DC.title', (r) => r.title?.text],
  ['DCTERMS.alternative', (r) => r.translatedTitles.map(({ text }) => text)],
  ['DC.creator', (r) => r.authors.map(invertedName)],
  ['DC.date', (r) => r.issued],
  ['DC.language', (r) => r.language],
  ['DC.identifier', (r) => r.doi && doiUrl(r.doi)],
  ['DC.relation.ispartof', (r) => r.container],
  ['DC.publisher', (r) => r.publisher],
  ['DC.subject', (r) => r.keywords],
  ['DC.type', () => 'Text'],
];

/** Dublin Core in `<meta>` (DCMI, "Expressing Dublin Core metadata using HTML/XHTML", 2008). */
export const dublinCoreTags = (r: Reference): MetaTag[] =>
  rows.flatMap(([name, rule]) => [rule(r) ?? []].flat().map((content): MetaTag => [name, content]));
