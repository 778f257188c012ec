/**
 * What distinguishes the paper of one draft from others, after the corrections that name the source. Values are
 * written as in the source, and absent where it states none. `keyOf` in key-of.ts makes it.
 */

import type { Update } from '#domain/draft';
import type { Language } from '#domain/language';
import type { Role } from '#domain/role';
import type { Place } from '#domain/place';

export interface DraftKey {
  file: string;
  record?: number;
  /** What the record itself says that tells it from others: DOI, PubMed's number, a hash of title, year and author. */
  marks?: readonly string[];
  /** The key without any correction, where a correction changed it. */
  stated?: DraftKey;
  doi?: string;
  pmid?: string;
  pmcid?: string;
  arxiv?: string;
  url?: string;
  titles: { language: Language; role?: Role; text: string }[];
  /** The year of the issue, else of the online publication. */
  year?: number;
  /** Full name, abbreviation and Chinese name, where stated. */
  journals: string[];
  volume?: string;
  issue?: string;
  /** A page range or an article number. */
  pages?: string;
  /** Family names where known, else whole names; in order. */
  authors: string[];
  /** Given names or initials, one for each of `authors`; empty where none is stated. */
  givens?: string[];
  /** "PROSPERO CRD42021268273" */
  registrations: string[];
  /** The kind of work that it states, where this distinguishes papers. */
  work?: 'article' | 'preprint' | 'thesis' | 'book' | 'chapter';
  /**
   * The first sentences of its abstracts as `en s-0a1b2c3d`: language and anchor. They identify pages that state little
   * else.
   */
  sentences?: string[];
  /** What it says happened to other papers, by DOI. */
  updates?: (Update & { at: Place[] })[];
}

/** The name of a record in decisions: its file, with the record's number where the file holds many. */
export const recordName = ({ file, record }: { file: string; record?: number | undefined }): string =>
  record === undefined ? file : `${file}#${record}`;

/**
 * All names of a draft's record in decisions. In a file of many, the number of a record changes with the next export;
 * its marks do not.
 */
export const recordNames = ({ file, record, marks = [] }: DraftKey): string[] => [
  recordName({ file, record }),
  ...marks.map((mark) => `${file}#${mark}`),
];

/** The name of a draft in notices. */
export const whereOf = ({ file, record }: DraftKey): string =>
  record === undefined ? file : `${file}, record ${record}`;
