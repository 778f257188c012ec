/** What books, chapters, theses, reports and conference papers have beside what articles have. */

import type { PeopleField } from '#domain/fields';
import { fold, slice, trim } from '../text/traced.ts';
import { findIsbns, readEdition, readEventDate, readGenre } from '../values/works.ts';
import { again } from './claims.ts';
import { read, single, type Making, type SingleField, type Take, type Taken } from './making.ts';
import { startPeople } from './people.ts';
import { takeAuthor, takeAuthors } from './take-people.ts';
import type { Statement } from './statement.ts';

/** A text that a field holds as its source writes it, except for the stop of a list. */
export const takeWords =
  (field: SingleField): Take =>
  (making, s) => {
    const whole = trim(fold(s.value));
    const p = slice(whole, 0, whole.text.replace(/(?<!\s)\s*[,;:]$/u, '').length);
    return p.text ? single(making, field, p.text, p) : [];
  };

/** An edition, as a number where it is one. */
export function takeEdition(making: Making, s: Statement): Taken {
  const p = trim(fold(s.value));
  return p.text ? single(making, 'edition', readEdition(p.text), p) : [];
}

/** The kind of thesis, report or manuscript. */
export function takeGenre(making: Making, s: Statement): Taken {
  const p = trim(fold(s.value));
  const words = readGenre(p.text);
  if (!words) return { rule: 'publication-type' };
  const taken = single(making, 'genre', words, p);
  return taken === 'second' ? { rule: 'publication-type' } : taken;
}

/** Every ISBN of a value, once each. */
export function takeIsbn(making: Making, s: Statement): Taken {
  const found = findIsbns(s.value.text).map(({ value, start, end }) => ({ value, p: slice(s.value, start, end) }));
  const held = (making.draft.isbn ??= []);
  for (const { value, p } of found) {
    const same = held.find((isbn) => isbn.value === value);
    if (same) again(making, same, p);
    else held.push(read(making, value, p));
  }
  if (held.length === 0) delete making.draft.isbn;
  return found.length ? found.map(({ p }) => p) : { rule: 'isbn' };
}

/** Editors and translators are read as authors are, into lists of their own, which name each once. */
const into =
  (list: PeopleField, take: Take): Take =>
  (making, s) => {
    const { people } = making;
    making.people = making.others[list] ??= startPeople([], true);
    const taken = take(making, s);
    if (making.people.list.length) making.draft[list] = making.people.list;
    making.people = people;
    return taken === 'unread' ? { rule: 'editors' } : taken;
  };
export const takeEditor: Take = into('editors', takeAuthor);
export const takeEditors: Take = into('editors', takeAuthors);
export const takeTranslator: Take = into('translators', takeAuthor);
export const takeTranslators: Take = into('translators', takeAuthors);

/** A conference's day or days; what else the value says stays a note. */
export function takeEventDate(making: Making, s: Statement): Taken {
  const p = trim(fold(s.value));
  const date = readEventDate(p.text);
  if (!date) return { rule: 'conference' };
  const taken = single(making, 'eventDate', date, p);
  return taken === 'second' ? { rule: 'conference' } : taken;
}

/** A proceedings' title beside the conference's own name; what repeats another field is a copy of it. */
export const takeEvent: Take = (making, s) => {
  const p = trim(fold(s.value));
  if (!p.text) return [];
  const taken = single(making, 'event', p.text, p);
  return taken === 'second' ? { rule: 'conference' } : taken;
};

/** A publisher's place, of which a journal's says nothing that references print. */
export const takePlace: Take = (making, s) => {
  const p = trim(fold(s.value));
  if (!/\p{L}/u.test(p.text)) return { rule: 'publisher-place' };
  const taken = takeWords('publisherPlace')(making, { ...s, value: p });
  return taken === 'second' ? { rule: 'publisher-place' } : taken;
};
