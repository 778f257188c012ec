/** The values of a record that are one text each: which are valid, and which of several sources is believed. */

import type { z } from 'zod';
import { dateSpanSchema, partialDateSchema, type PartialDate } from '#domain/date';
import type { Draft, Read } from '#domain/draft';
import { doiKey, isDoi, isbnSchema, issnSchema, pmcidSchema, pmidSchema, webAddress } from '#domain/identifiers';
import { placeOfValue, type Notice } from '#domain/notice';
import type { Origin, Stated } from '#domain/place';
import { readAlike } from '#domain/text';
import { cleanText } from '#text/clean';
import type { Member } from './members.ts';
import { weigh, type SourceValue } from './origins.ts';

/** The fields of a draft that hold one text. */
export type TextField = {
  [K in keyof Draft]-?: NonNullable<Draft[K]> extends Read<string> ? K : never;
}[keyof Draft];

interface Rule {
  /** What a valid value is, for the notice about an invalid one. */
  expected: string;
  valid: (value: string) => boolean;
  same?: (a: string, b: string) => boolean;
}

const is =
  (schema: z.ZodType) =>
  (value: string): boolean =>
    schema.safeParse(value).success;
const anyText: Rule = {
  expected: 'a text',
  valid: (value) => value.length > 0 && value.length < 1000,
  same: readAlike,
};
const address: Rule = {
  expected: 'an http or https address without user name',
  valid: (value) => webAddress(value) !== undefined,
  same: (a, b) => webAddress(a) === webAddress(b),
};

const rules: Partial<Record<TextField, Rule>> = {
  doi: { expected: 'a DOI, as in 10.1000/182', valid: isDoi, same: (a, b) => doiKey(a) === doiKey(b) },
  pmid: { expected: "PubMed's number", valid: is(pmidSchema) },
  pmcid: { expected: 'PMC and a number', valid: is(pmcidSchema) },
  issued: { expected: 'a date, as in 2024-11', valid: is(partialDateSchema) },
  online: { expected: 'a date, as in 2024-11', valid: is(partialDateSchema) },
  eventDate: { expected: 'a date or two, as in 2017-09-04/2017-09-06', valid: is(dateSpanSchema) },
  language: { expected: 'a BCP 47 tag', valid: (value) => /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/u.test(value) },
  openAccess: address,
  url: address,
};

/** Whether a record may hold this value. */
export const isValid = (field: TextField, read: Read<string>): boolean =>
  read.at.length > 0 && (rules[field] ?? anyText).valid(cleanText(read.value));

/** Whether two values of a field say the same; for dates, also where one is more precise. */
export const saysTheSame = (field: TextField, a: string, b: string): boolean =>
  field === 'issued' || field === 'online'
    ? a.startsWith(b) || b.startsWith(a)
    : (rules[field]?.same ?? readAlike)(a, b);

/** Every member's statement of a field, in order of belief. Invalid values are left out, with a notice. */
function statements(members: readonly Member[], field: TextField, notices: Notice[]): SourceValue<string>[] {
  const rule = rules[field] ?? anyText;
  return members.flatMap(({ draft }): SourceValue<string>[] => {
    const read = draft[field];
    if (!read || !read.at.length) return [];
    const value = cleanText(read.value);
    if (rule.valid(value)) return [{ value, from: read.at, derived: read.derived }];
    notices.push(notValid(field, read, rule.expected));
    return [];
  });
}

export function notValid(field: string, read: Read<unknown>, expected: string): Notice {
  const shown = typeof read.value === 'string' ? read.value : JSON.stringify(read.value);
  return {
    severity: 'warning',
    rule: 'value-not-valid',
    place: placeOfValue(read.at),
    seen: `${field} "${cleanText(shown).slice(0, 120)}"`,
    expected,
    remedy: `it is left out of the record; if you know the right value, state it with npm run correct`,
  };
}

/** One field of a paper, from all of its drafts. */
export function agreed(members: readonly Member[], field: TextField, notices: Notice[]): Stated<string> | undefined {
  return weigh(statements(members, field, notices), rules[field]?.same ?? readAlike);
}

/**
 * The date of a paper. `2024-11` and `2024-11-05` do not disagree: the more precise is taken, with the origins of both.
 */
export function agreedDate(
  members: readonly Member[],
  field: 'issued' | 'online',
  notices: Notice[],
): Stated<PartialDate> | undefined {
  const all = statements(members, field, notices);
  const first = all[0];
  if (!first) return undefined;
  const best = all.reduce((a, b) => (b.value.startsWith(a.value) && b.value.length > a.value.length ? b : a), first);
  return weigh([best, ...all.filter((it) => it !== best)], (a, b) => a.startsWith(b) || b.startsWith(a));
}

/** A list to which every source may add: each value once, in order of belief. */
export function union<T>(
  reads: readonly Read<T>[],
  keyOf: (value: T) => string,
): { value: T; from: Origin[]; derived?: string }[] {
  const known = new Map<string, { value: T; from: Origin[]; derived?: string }>();
  for (const read of reads) {
    if (!read.at.length) continue;
    const key = keyOf(read.value);
    const entry = known.get(key);
    if (!entry)
      known.set(key, { value: read.value, from: [...read.at], ...(read.derived ? { derived: read.derived } : {}) });
    else {
      entry.from.push(...read.at);
      if (!read.derived) delete entry.derived;
    }
  }
  return [...known.values()];
}

export const isIsbnRead = (read: Read<string>): boolean => is(isbnSchema)(read.value);

export const isIssnRead = (read: Read<string>): boolean => is(issnSchema)(read.value);
