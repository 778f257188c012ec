/** What formats hand over to be drafted: statements, and the meanings that a statement can have. */

import type { Language } from '#domain/language';
import type { Name } from '#domain/person';
import type { Role as TextRole } from '#domain/role';
import type { Traced } from '../text/traced.ts';
import type { NamePiece } from '../values/name-pieces.ts';

/** What a tag, element or column of a reference format can mean; one vocabulary for all the formats. */
export const meanings = [
  'type',
  'publication-type',
  'title',
  'title-translated',
  'title-original',
  'title-copy',
  'subtitle',
  'author',
  'authors',
  'author-full',
  'authors-full',
  'group',
  'orcid',
  'affiliation',
  'journal',
  'journal-abbreviation',
  'journal-nlm',
  'journal-subtitle',
  'issn',
  'publisher',
  'year',
  'date',
  'online',
  'volume',
  'issue',
  'pages',
  'first-page',
  'last-page',
  'article-number',
  'editor',
  'editors',
  'translator',
  'translators',
  'edition',
  'publisher-place',
  'isbn',
  'number',
  'genre',
  'event',
  'event-place',
  'event-date',
  'retracted-in',
  'doi',
  'identifiers',
  'pmid',
  'pmcid',
  'arxiv',
  'url',
  'open-access',
  'term',
  'keyword',
  'keywords',
  'abstract',
  'abstract-section',
  'abstract-other',
  'language',
  'registration',
  'updated-work',
  'status',
  'note',
] as const;
export type Meaning = (typeof meanings)[number];

/** What a format's table says of a tag: a meaning, or furniture by a named rule. A tag that is not there stays unread. */
export type TagMeaning = Meaning | { furniture: string };

/** One value of one record, in file order, as a format hands it over to be drafted. */
export interface Statement {
  means: TagMeaning;
  value: Traced;
  /** The value's own stretch of the source, with its quotes and markup but without its tag. */
  span: [number, number];
  /** Where the format states the parts of a name. */
  name?: Name | undefined;
  orcid?: string | undefined;
  /** The names of a list, where its reader has cut it. */
  pieces?: readonly NamePiece[] | undefined;
  /** The marks of a name, or of the address that they bind people to. */
  marks?: readonly string[] | undefined;
  /** A section's label, or what became of an updated paper, where the format keeps it apart from the text. */
  label?: string | undefined;
  language?: Language | undefined;
  role?: TextRole | undefined;
  /** Paragraphs, where line ends inside the value separate them. */
  paragraphs?: readonly Traced[] | undefined;
}
