/** A draft while it is made, and what a function that takes a statement can answer. */

import type { Claim, Draft } from '#domain/draft';
import type { Language } from '#domain/language';
import type { Place } from '#domain/place';
import type { Notice } from '#domain/notice';
import type { SourceText } from '#domain/source';
import { readAlike } from '#domain/text';
import type { DateParts } from '../values/dates.ts';
import { placesFor, type Traced } from '../text/traced.ts';
import type { Statement } from './statement.ts';

/** What became of one statement: the passages that are values now, or a fate for the whole of it. */
export type Taken = readonly Traced[] | { rule: string } | { copyOf: Place } | 'unread';

/** A draft in the making, with the statements that wait until the whole record is read. */
export interface Making {
  source: SourceText;
  draft: Draft;
  claims: Claim[];
  years: { parts: DateParts; passage: Traced }[];
  dates: { parts: DateParts; passage: Traced }[];
  journals: { nlm: boolean; passage: Traced }[];
  first?: Traced;
  last?: Traced;
  /** The authors that are there, by the letters of their family names. */
  authorsByFamily: Map<string, Draft['authors']>;
  /** The place of each keyword and each address that is taken already. */
  keywordAt: Map<string, Place | undefined>;
  affiliationAt: Map<string, number>;
  /** Sections of an abstract whose labels the format keeps apart, by language and role. */
  sections: Statement[];
  /** What a person should look at, beside the values. */
  notices: Notice[];
  /** Whether a second list of the authors states no more of them than the first. */
  parallelAuthors: boolean;
  language?: Language;
}

/** What one meaning does with a statement. */
export type Take = (making: Making, s: Statement) => Taken;

/** A value with the places of its passage. */
export const read = <T>(making: Making, value: T, p: Traced, derived?: string) => ({
  value,
  at: placesFor(making.source, p),
  ...(derived ? { derived } : {}),
});
/** A single value: the first statement of it counts, an equal one copies it, another is left unread. */
export function single(making: Making, field: SingleField, value: string, p: Traced): Taken {
  const { draft } = making;
  const stands = draft[field];
  if (!stands) {
    const made = read(making, value, p);
    if (!made.at.length) return 'unread';
    draft[field] = made;
    return [p];
  }
  const [place] = stands.at;
  return place && readAlike(stands.value, value) ? { copyOf: place } : 'unread';
}
export type SingleField =
  | 'publisher'
  | 'volume'
  | 'issue'
  | 'articleNumber'
  | 'edition'
  | 'publisherPlace'
  | 'number'
  | 'genre'
  | 'event'
  | 'eventPlace'
  | 'eventDate'
  | 'doi'
  | 'pmid'
  | 'pmcid'
  | 'arxiv'
  | 'openAccess'
  | 'url';
