/** Values of what books, chapters, theses, reports and conference papers have beside what articles have. */

import { isIsbn } from '#domain/identifiers';
import { readDate, toDate } from './dates.ts';
import type { Found } from './identifiers.ts';
import lists from '../words/types.json' with { type: 'json' };
import { anyOf, everyWord } from '../words/words.ts';

/** An edition's number, in digits or in words, with what is written around it. */
const edition = /^(?:第\s*)?(?:(\d{1,3})(?:st|nd|rd|th)?|(\p{L}+?))\s*(?:ed(?:n|ition)?\.?|版)?$/iu;
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const chinese = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** "2nd ed.", "Second edition" and 第2版 are 2; what says more, such as "2nd, revised edition", stays as it is. */
export function readEdition(text: string): string {
  const [, number, word] = edition.exec(text) ?? [];
  const said = number ?? word ?? '';
  const place = [ordinals, chinese].map((words) => words.indexOf(said.toLowerCase())).find((at) => at >= 0);
  return place === undefined ? (/^\d+$/u.test(said) ? said : text) : String(place + 1);
}

/** Kinds of work that say no more than the item's type does. */
const bare = new RegExp(`^(?:${anyOf(everyWord(lists.bareGenres))})$`, 'iu');

/**
 * The kind of thesis, report or manuscript, with BibTeX's short words for two of them written out; `undefined` for a
 * bare type.
 */
export function readGenre(text: string): string | undefined {
  const words = /^phdthesis$/iu.test(text) ? 'PhD thesis' : /^mathesis$/iu.test(text) ? 'MA thesis' : text;
  return !words || bare.test(words) ? undefined : words;
}

/** ISBNs with a valid check digit, with hyphens or without, in whatever words are around them. */
export const findIsbns = (text: string): Found[] =>
  [...text.slice(0, 1000).matchAll(/(?<![\dX])(?:\d[-\s‐–]?){9,12}[\dX](?![\dX])/giu)].flatMap((match) => {
    const value = match[0].replace(/[^\dX]/giu, '').toUpperCase();
    return isIsbn(value) ? [{ value, start: match.index, end: match.index + match[0].length }] : [];
  });

/** `2017-09-04/2017-09-06`, `September 4-6, 2017`: a day or a span of days, as an ISO date or two with a solidus between. */
export function readEventDate(text: string): string | undefined {
  const span = /^(\d{4}(?:-\d{2}){0,2})\/(\d{4}(?:-\d{2}){0,2})$/u.exec(text);
  const days = /\p{L}/u.test(text) ? /(?<!\d)(\d{1,2})\s*[-–—]\s*(\d{1,2})(?!\d)/u.exec(text) : undefined;
  const one = (said: string): string | undefined => toDate(readDate(said));
  const [from, until] =
    days && !span
      ? [days[1] ?? '', days[2] ?? ''].map((day) => one(text.replace(days[0], day)))
      : [span ? span[1] : one(text), span?.[2]];
  if (!from) return undefined;
  return until && until > from ? `${from}/${until}` : from;
}
