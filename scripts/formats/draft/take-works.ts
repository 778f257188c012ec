import { isIsbn } from '#domain/identifiers';
import { readDate, toDate } from '../values/dates.ts';
import { claimCopy } from './claims.ts';
import { fold, slice, trim } from '../text/traced.ts';
import { read, single, type Making, type SingleField, type Take, type Taken } from './making.ts';
import { takeAuthor, takeAuthors } from './take-people.ts';
import type { Statement } from './statement.ts';

/** What books, chapters, theses, reports and conference papers have beside what articles have. */

/** A text that a field holds as its source writes it, but for the stop of a list. */
export const takeWords =
  (field: SingleField): Take =>
  (making, s) => {
    const whole = trim(fold(s.value));
    const p = slice(whole, 0, whole.text.replace(/(?<!\s)\s*[,;:]$/u, '').length);
    return p.text ? single(making, field, p.text, p) : [];
  };

/** An edition's number, in digits or in words, with what is written around it. */
const edition = /^(?:第\s*)?(?:(\d{1,3})(?:st|nd|rd|th)?|(\p{L}+?))\s*(?:ed(?:n|ition)?\.?|版)?$/iu;
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const chinese = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** "2nd ed.", "Second edition" and 第2版 are 2; what says more, such as "2nd, revised edition", stays as it is. */
export function takeEdition(making: Making, s: Statement): Taken {
  const p = trim(fold(s.value));
  if (!p.text) return [];
  const [, number, word] = edition.exec(p.text) ?? [];
  const said = number ?? word ?? '';
  const place = [ordinals, chinese].map((words) => words.indexOf(said.toLowerCase())).find((at) => at >= 0);
  const value = place === undefined ? (/^\d+$/u.test(said) ? said : p.text) : String(place + 1);
  return single(making, 'edition', value, p);
}

/** Kinds of work that say no more than the item's type does. */
const bare =
  /^(?:thesis|dissertation|report|technical report|tech\. ?rep\.|book|article|journal article|web ?page|blog|manuscript|text)$/iu;

/** The kind of thesis or report; BibTeX's own words for two of them. */
export function takeGenre(making: Making, s: Statement): Taken {
  const p = trim(fold(s.value));
  const words = /^phdthesis$/iu.test(p.text) ? 'PhD thesis' : /^mathesis$/iu.test(p.text) ? 'MA thesis' : p.text;
  if (!words || bare.test(words)) return { rule: 'publication-type' };
  const taken = single(making, 'genre', words, p);
  return taken === 'unread' ? { rule: 'publication-type' } : taken;
}

/** ISBNs, with hyphens or without, in whatever words stand around them. */
export function takeIsbn(making: Making, s: Statement): Taken {
  const found = [...s.value.text.slice(0, 1000).matchAll(/(?<![\dX])(?:\d[-\s‐–]?){9,12}[\dX](?![\dX])/giu)].flatMap(
    (match) => {
      const value = match[0].replace(/[^\dX]/giu, '').toUpperCase();
      return isIsbn(value) ? [{ value, p: slice(s.value, match.index, match.index + match[0].length) }] : [];
    },
  );
  const held = (making.draft.isbn ??= []);
  for (const { value, p } of found) {
    const same = held.find((isbn) => isbn.value === value);
    if (same) claimCopy(making, p, same.at[0]);
    else held.push(read(making, value, p));
  }
  if (held.length === 0) delete making.draft.isbn;
  return found.length ? found.map(({ p }) => p) : { rule: 'isbn' };
}

/** Editors are read as authors are, into a list of their own. */
const asEditors =
  (take: Take): Take =>
  (making, s) => {
    const { authors } = making.draft;
    const { authorsByFamily } = making;
    making.draft.authors = making.draft.editors ?? [];
    making.authorsByFamily = new Map();
    const taken = take(making, s);
    const editors = making.draft.authors;
    making.draft.authors = authors;
    making.authorsByFamily = authorsByFamily;
    if (editors.length) making.draft.editors = editors;
    return taken === 'unread' ? { rule: 'editors' } : taken;
  };
export const takeEditor: Take = asEditors(takeAuthor);
export const takeEditors: Take = asEditors(takeAuthors);

/** `2017-09-04/2017-09-06`, `September 4-6, 2017`: a day or a span of days; what else it says stays a note. */
export function takeEventDate(making: Making, s: Statement): Taken {
  const p = trim(fold(s.value));
  const span = /^(\d{4}(?:-\d{2}){0,2})\/(\d{4}(?:-\d{2}){0,2})$/u.exec(p.text);
  const days = /\p{L}/u.test(p.text) ? /(?<!\d)(\d{1,2})\s*[-–—]\s*(\d{1,2})(?!\d)/u.exec(p.text) : undefined;
  const one = (text: string): string | undefined => toDate(readDate(text));
  const [from, until] =
    days && !span
      ? [days[1] ?? '', days[2] ?? ''].map((day) => one(p.text.replace(days[0], day)))
      : [span ? span[1] : one(p.text), span?.[2]];
  if (!from) return { rule: 'conference' };
  const taken = single(making, 'eventDate', until && until > from ? `${from}/${until}` : from, p);
  return taken === 'unread' ? { rule: 'conference' } : taken;
}

/** A proceedings' title beside the conference's own name; what repeats another field is a copy of it. */
export const takeEvent: Take = (making, s) => {
  const p = trim(fold(s.value));
  if (!p.text) return [];
  const taken = single(making, 'event', p.text, p);
  return taken === 'unread' ? { rule: 'conference' } : taken;
};

/** A publisher's place, of which a journal's says nothing that references print. */
export const takePlace: Take = (making, s) => {
  const p = trim(fold(s.value));
  if (!/\p{L}/u.test(p.text)) return { rule: 'publisher-place' };
  const taken = takeWords('publisherPlace')(making, { ...s, value: p });
  return taken === 'unread' ? { rule: 'publisher-place' } : taken;
};
