/** Compares two versions of a paper by the values that readers see. */

import { journalFieldNames, journalFields, peopleFields, topFields, type PeopleField } from '#domain/fields';
import { isChinese, type Language } from '#domain/language';
import type { Author, Paper, Section } from '#domain/paper';
import { displayName } from '#domain/person';
import type { Origin } from '#domain/place';
import { foldForMatching } from '#domain/text';
import { isSamePerson } from './people.ts';
import { wholeText } from './texts.ts';

/** The values of a paper as pages and exports show them, before or after it has its id. */
export type Showing = Pick<
  Paper,
  'type' | 'titles' | 'authors' | 'affiliations' | 'registrations' | 'keywords' | 'abstracts' | 'status'
> &
  Partial<Pick<Paper, 'language' | 'journal' | 'digest' | PeopleField | 'isbn' | (typeof topFields)[number]>>;

/** One value that readers see. */
export interface Shown {
  /** The name of the field in `npm run correct`. */
  field: string;
  text: string;
  /** Two values are the same where this is equal. Case, dashes and similar forms do not count. */
  words: string;
  from: readonly Origin[];
}

/** A text without case, marks and signs. What separates words is kept: "therapist" is not "the rapist". */
export const wordsOf = (text: string): string =>
  foldForMatching(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const short = (language: Language): string => (isChinese(language) ? 'zh' : (language.split('-')[0] ?? language));
/** `title.en` */
export const fieldIn = (field: string, language: Language): string => `${field}.${short(language)}`;

/** The text of an abstract. Usual labels, such as "Methods", are only form and left out; other labels count. */
export const textOf = (sections: readonly Section[]): string =>
  sections
    .map(({ label = '', kind, blocks }) =>
      [
        kind && kind !== 'other' ? '' : label,
        ...blocks.flatMap(({ sentences }) => sentences.map((it) => it.text)),
      ].join(' '),
    )
    .join(' ');
const originsOf = (sections: readonly Section[]): Origin[] =>
  sections.flatMap(({ blocks }) => blocks.flatMap(({ sentences }) => sentences.flatMap(({ from }) => from)));

/** Every value of a paper that readers see, except its authors, by a unique key. */
export function shownOf(paper: Showing): Map<string, Shown> {
  const all = new Map<string, Shown>();
  const add = (key: string, field: string, text: string, from: readonly Origin[], words = wordsOf(text)): void => {
    const known = all.get(key);
    if (known)
      all.set(key, { field, text: `${known.text}; ${text}`, words: `${known.words} ${words}`, from: [...known.from, ...from] }); // prettier-ignore
    else all.set(key, { field, text, words, from });
  };
  for (const { language, role, text, from } of paper.titles)
    add(`title ${language} ${role}`, fieldIn('title', language), text, from);
  for (const { language, role, sections } of paper.abstracts) {
    const text = wholeText({ language, sections });
    add(`abstract ${language} ${role}`, fieldIn('abstract', language), text, originsOf(sections), wordsOf(textOf(sections))); // prettier-ignore
  }
  for (const { language, text, from } of paper.keywords)
    add(`keyword ${language} ${wordsOf(text)}`, fieldIn('keywords', language), text, from);
  for (const { text, from } of paper.affiliations) add('affiliations', 'affiliations', text, from);
  for (const { value, from } of paper.registrations) add(`registration ${value.id}`, 'registration', `${value.registry} ${value.id}`, from); // prettier-ignore
  for (const field of topFields) {
    const stated = paper[field];
    if (stated) add(field, field, stated.value, stated.from, stated.value.toLowerCase());
  }
  add('type', 'type', paper.type.value, paper.type.from);
  if (paper.language) add('language', 'language', paper.language.value, paper.language.from);
  for (const field of journalFieldNames) {
    const stated = paper.journal?.[journalFields[field]];
    if (stated) add(field, field, stated.value, stated.from);
  }
  for (const { value, from } of paper.journal?.issn ?? []) add(`issn ${value}`, 'issn', value, from);
  for (const { value, from } of paper.isbn ?? []) add(`isbn ${value}`, 'isbn', value, from);
  if (paper.digest) add('digest', 'digest', textOf(paper.digest.sections), originsOf(paper.digest.sections));
  for (const { kind, from } of paper.status) add(`status ${kind}`, 'status', kind, from);
  return all;
}

/** Whether two lists have the same people in the same order; a given name may be written in full or as initials. */
export const samePeople = (a: readonly Author[], b: readonly Author[]): boolean =>
  a.length === b.length &&
  a.every((author, i) => {
    const other = b[i];
    if (!other || !isSamePerson(author, other)) return false;
    const [one = '', two = ''] = [author, other].map((it) => wordsOf(it.name.given ?? ''));
    const initials = (name: string): boolean => !/\p{Ll}/u.test(name);
    return (
      one.startsWith(two) ||
      two.startsWith(one) ||
      initials(author.name.given ?? '') ||
      initials(other.name.given ?? '')
    );
  });

export const namesOf = (authors: readonly Author[]): string => authors.map(({ name }) => displayName(name)).join('; ');

/** One value that differs: the old value (absent where there was none), the new one, and its origin. */
export interface Difference {
  field: string;
  was?: string;
  says: string;
  from: readonly Origin[];
}

/**
 * What readers will see differently, in the order of a record's fields. A change of only the form is not a difference.
 */
export function differencesOf(before: Showing, after: Showing): Difference[] {
  const [old, now] = [shownOf(before), shownOf(after)];
  const found = new Map<string, Difference>();
  const add = (key: string, it: Difference): void => {
    const known = found.get(key);
    if (!known) found.set(key, it);
    else found.set(key, { ...known, says: `${known.says}; ${it.says}`, from: [...known.from, ...it.from] });
  };
  for (const [key, { field, text, words, from }] of now) {
    const was = old.get(key);
    if (was?.words !== words) add(was ? key : `new ${field}`, { field, ...(was ? { was: was.text } : {}), says: text, from }); // prettier-ignore
  }
  for (const [key, { field, text }] of old)
    if (!now.has(key)) add(`gone ${key}`, { field, was: text, says: '', from: [] });
  if (!samePeople(before.authors, after.authors))
    found.set('authors', {
      field: 'authors',
      ...(before.authors.length ? { was: namesOf(before.authors) } : {}),
      says: namesOf(after.authors),
      from: after.authors.flatMap((it) => it.from),
    });
  for (const field of peopleFields) {
    const [was, now] = [before[field] ?? [], after[field] ?? []];
    if (!samePeople(was, now))
      found.set(field, {
        field,
        ...(was.length ? { was: namesOf(was) } : {}),
        says: namesOf(now),
        from: now.flatMap((it) => it.from),
      });
  }
  return [...found.values()];
}
