/** A draft while it is made, and what a function that takes a statement can answer. */

import type { Claim, Draft, Read } from '#domain/draft';
import type { Language } from '#domain/language';
import type { Place } from '#domain/place';
import type { Notice } from '#domain/notice';
import type { SourceText } from '#domain/source';
import type { PeopleField } from '#domain/fields';
import { foldForMatching, readAlike } from '#domain/text';
import { startPeople, type People } from './people.ts';
import type { DateParts } from '../values/dates.ts';
import { placesFor, type Traced } from '../text/traced.ts';
import type { Statement } from './statement.ts';

/**
 * What became of one statement: the passages that became values, or an outcome for the whole of it. `second` is a
 * value of the kind beside another that counts; it is left unread.
 */
export type Taken = readonly Traced[] | { rule: string } | { copyOf: Place } | 'second' | 'unread';

/** A field of one text. */
export type SingleField = {
  [K in keyof Draft]-?: Exclude<Draft[K], undefined> extends Read<string> ? K : never;
}[keyof Draft];

/** What a source of one kind does with its characters when a statement has been taken. */
export interface Characters {
  claims: Claim[];
  /** Says what a stretch of the source became, from one offset to another. */
  claim: (from: number, to: number, outcome: Claim['outcome'], pointer?: string) => void;
  /** A value is stated again: a file of references claims a copy, a page gives the value the further place. */
  repeat: (said: Read<unknown>, p: Traced) => Taken;
  /** Whether the source prints names more than once, as pages do. */
  namesAgain?: true;
  /** Hears every single value that is stated, whether it counts or not: a page weighs them. */
  hear?: (field: SingleField, value: string, p: Traced) => void;
}

/** A draft in the making, with the statements that wait until the whole record is read. */
export interface Making extends Characters {
  source: SourceText;
  draft: Draft;
  years: { parts: DateParts; passage: Traced }[];
  dates: { parts: DateParts; passage: Traced }[];
  journals: { nlm: boolean; passage: Traced }[];
  first?: Traced;
  last?: Traced;
  /** The list that people are added to: the authors, or the editors while these are read. */
  people: People;
  others: Partial<Record<PeopleField, People>>;
  /** The place of each keyword and each address that is taken already. */
  keywordAt: Map<string, Place | undefined>;
  affiliationAt: Map<string, number>;
  /** The address that each mark stands for. */
  addressOf: Map<string, number>;
  /** Sections of an abstract whose labels the format keeps apart, by language and role. */
  sections: Statement[];
  /** Fields for which more than one value is stated. */
  conflicts: Set<string>;
  /** What a person should look at, beside the values. */
  notices: Notice[];
  /** Whether a second list of the authors states no more of them than the first. */
  parallelAuthors: boolean;
  /** Whether the source writes every name with the family name first and no comma. */
  familyFirst?: boolean;
  language?: Language;
}

export const startMaking = (source: SourceText, draft: Draft, characters: Characters): Making => ({
  source,
  draft,
  ...characters,
  years: [],
  dates: [],
  journals: [],
  people: startPeople(draft.authors, characters.namesAgain === true),
  others: {},
  keywordAt: new Map(),
  affiliationAt: new Map(),
  addressOf: new Map(),
  sections: [],
  conflicts: new Set(),
  notices: [],
  parallelAuthors: false,
});

/** A text as it is told from others: letters and digits alone. */
export const foldedKey = (text: string): string => foldForMatching(text).replace(/[^\p{L}\p{N}]+/gu, '');

/** What one meaning does with a statement. */
export type Take = (making: Making, s: Statement) => Taken;

/** A value with the places of its passage. */
export const read = <T>(making: Making, value: T, p: Traced, derived?: string) => ({
  value,
  at: placesFor(making.source, p),
  ...(derived ? { derived } : {}),
});

/** A single value: the first statement of it counts, an equal one repeats it, another is a second one. */
export function single(making: Making, field: SingleField, value: string, p: Traced, derived?: string): Taken {
  const { draft } = making;
  making.hear?.(field, value, p);
  const said = draft[field];
  if (said && !readAlike(said.value, value)) {
    making.conflicts.add(field);
    return 'second';
  }
  const made = read(making, value, p, derived);
  if (!made.at.length) return 'unread';
  if (said) return making.repeat(said, p);
  draft[field] = made;
  return [p];
}
