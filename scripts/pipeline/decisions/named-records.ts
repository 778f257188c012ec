/** Finds what a decision names and the review does not have, before the decision is written. */

import { join } from 'node:path';
import { conceptsGiven, type Correction } from '#domain/correction';
import type { Notice } from '#domain/notice';
import { readVocabulary, refsOf } from '../describe/vocabulary.ts';

/** The words of a decision that name something of the review. */
type Naming = Partial<Pick<Correction, 'set' | 'sameAs' | 'notSameAs'>>;

/**
 * A line for each concept of a decision that the vocabulary does not have. A vocabulary that is broken says so in the
 * import, so it has all of them.
 */
export function conceptsNotThere({ set = {} }: Naming, content: string): string[] {
  const given = [...conceptsGiven({ set }).map(({ concept }) => concept), ...(set.notConcepts ?? [])];
  if (!given.length) return [];
  const broken: Notice[] = [];
  const known = refsOf(readVocabulary(join(content, 'vocabulary'), broken));
  if (broken.length) return [];
  return given
    .filter((concept) => !known.has(concept))
    .map((concept) => line(`The vocabulary has no concept ${JSON.stringify(concept)}.`, closeTo(concept, known)));
}

/** A line for each record that a decision joins or keeps apart, and that no source of the review holds. */
export function recordsNotThere(
  { sameAs = [], notSameAs = [] }: Naming,
  { lastingName, known }: { lastingName: (name: string) => string | undefined; known: Iterable<string> },
): string[] {
  return [...sameAs, ...notSameAs]
    .filter((name) => lastingName(name) === undefined)
    .map((name) => line(`No record of this review has the name ${JSON.stringify(name)}.`, closeTo(name, known)));
}

/** Up to five names of this review that a person may have meant. */
export function closeTo(name: string, known: Iterable<string>): string[] {
  const plain = (text: string): string => text.toLowerCase().replace(/\.[a-z]+(?:#\d+)?$/u, '');
  const asked = plain(name);
  const last = asked.split('/').at(-1) ?? asked;
  const isClose = (it: string): boolean =>
    it.includes(asked) || asked.startsWith(it) || asked.endsWith(it) || (last !== asked && it.includes(last));
  return [...new Set(known)].filter((it) => isClose(plain(it))).slice(0, 5);
}

const line = (problem: string, close: readonly string[]): string =>
  close.length ? `${problem} Did you mean ${close.join(', ')}?` : problem;
