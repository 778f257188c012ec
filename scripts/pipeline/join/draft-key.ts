import type { Update } from '#domain/draft';
import type { Language } from '#domain/language';
import type { Role } from '#domain/paper';
import type { Place } from '#domain/place';

/**
 * What tells one paper from another, of one draft, after the corrections that name its source. Values are as the source
 * writes them; absent where it states none. `keyOf` in key-of.ts makes it.
 */
export interface DraftKey {
  file: string;
  record?: number;
  doi?: string;
  pmid?: string;
  pmcid?: string;
  arxiv?: string;
  url?: string;
  titles: { language: Language; role?: Role; text: string }[];
  /** Of the issue, else of the online publication. */
  year?: number;
  /** Full name, abbreviation and Chinese name, as far as stated. */
  journals: string[];
  volume?: string;
  issue?: string;
  /** A page range or an article number. */
  pages?: string;
  /** Family names where known, else names as written; in order. */
  authors: string[];
  /** Given names or initials beside `authors`, empty where none is stated. */
  givens?: string[];
  /** "PROSPERO CRD42021268273" */
  registrations: string[];
  /** What kind of work it says to be, where that tells papers apart. */
  work?: 'article' | 'preprint' | 'thesis' | 'book' | 'chapter';
  /** The first sentences of its abstracts as `en s-0a1b2c3d`: language, anchor. Pages that state little else share these. */
  sentences?: string[];
  /** What it says became of other papers, by their DOI. */
  updates?: (Update & { at: Place[] })[];
}

/** A record as decisions name it: its file, with its number where the file holds many. */
export const recordName = ({ file, record }: { file: string; record?: number | undefined }): string =>
  record === undefined ? file : `${file}#${record}`;

/** A draft as notices name it. */
export const whereOf = ({ file, record }: DraftKey): string =>
  record === undefined ? file : `${file}, record ${record}`;
