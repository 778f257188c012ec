/**
 * Values that programs damaged. What can be undone without doubt is undone, such as a text that was escaped twice; what
 * cannot, such as pages of which a spreadsheet made a date, is no value. Both are told.
 */

import { monthNumber } from '../values/dates.ts';
import { asUtf8 } from '../text/misread.ts';
import { rewrite, type Traced } from '../text/traced.ts';
import type { Name } from '#domain/person';
import type { Meaning, Statement } from './statement.ts';

/** Meanings of which the value is words; an identifier or an address has signs of its own. */
const words = new Set<Meaning>([
  'title', 'title-translated', 'title-original', 'title-copy', 'subtitle', 'author', 'authors', 'author-full', 'authors-full',
  'group', 'affiliation', 'journal', 'journal-abbreviation', 'journal-nlm', 'journal-subtitle', 'publisher', 'editor',
  'editors', 'translator', 'translators', 'publisher-place', 'genre', 'event', 'event-place', 'term', 'keyword', 'keywords',
  'abstract', 'abstract-section', 'abstract-other',
]); // prettier-ignore

const escapedTwice = /&(?:amp;)+(?=(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});)/giu;
const escapesOfJson = /(?:\\u[\da-f]{4})+/giu;
const blankOfAddress = /(?<=\p{L})%20(?=\p{L})/u;
const escapesOfAddress = /(?:%[\da-f]{2})+/giu;

/**
 * The words of a statement without the damage that programs did to them, and what this was; `undefined` where there is
 * none. The parts of a name, and the names and paragraphs that a format has cut, are mended as the whole is.
 */
export function mendStatement(means: Meaning, s: Statement): { s: Statement; was: string } | undefined {
  if (!words.has(means)) return undefined;
  const was = new Set<string>();
  const mended = (value: Traced): Traced => mend(value, was);
  const plainly = (text: string): string => mended({ text, runs: [] }).text;
  const value = mended(s.value);
  const name = s.name && mendName(s.name, plainly);
  const pieces = s.pieces?.map((piece) => ({ ...piece, traced: mended(piece.traced) }));
  const paragraphs = s.paragraphs?.map(mended);
  if (!was.size) return undefined;
  return { s: { ...s, value, name, pieces, paragraphs }, was: [...was].join(', ') };
}

function mendName(name: Name, mended: (text: string) => string): Name {
  const parts = Object.entries(name).map(([part, text]: [string, string | undefined]) => [part, text && mended(text)]);
  return { ...name, ...(Object.fromEntries(parts) as Partial<Name>) };
}

/** Each kind of damage: what it is called, whether a text may have it, what it looks like, and what was there. */
const damages: readonly [string, (text: string) => boolean, RegExp, (written: string) => string | undefined][] = [
  ['escaped twice', (text) => text.includes('&amp;'), escapedTwice, () => '&'],
  ['escaped for JSON', (text) => text.includes('\\u'), escapesOfJson, ofJson],
  ['escaped for an address', isAddressed, escapesOfAddress, ofAddress],
];

function mend(value: Traced, was: Set<string>): Traced {
  let mended = value;
  for (const [name, may, pattern, read] of damages) {
    const before = mended;
    if (may(before.text)) mended = rewrite(before, pattern, ([written]) => read(written));
    if (mended.text !== before.text) was.add(name);
  }
  const read = asUtf8(mended);
  if (read.text !== mended.text) was.add('UTF-8 read as Windows-1252');
  return read;
}

/** In an address no blank is left; elsewhere a sign of per cent may mean itself. */
function isAddressed(text: string): boolean {
  return text.includes('%') && (blankOfAddress.test(text) || !/\s/u.test(text.trim()));
}

function isText(text: string): boolean {
  return !/[\p{Cc}\p{Cs}\p{Co}\p{Cn}\ufffd]/u.test(text);
}

function ofJson(escapes: string): string | undefined {
  const codes = [...escapes.matchAll(/[\da-f]{4}/giu)].map(([code]) => Number.parseInt(code, 16));
  const text = String.fromCharCode(...codes);
  return isText(text) ? text : undefined;
}

function ofAddress(escapes: string): string | undefined {
  try {
    const text = decodeURIComponent(escapes);
    return isText(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

/** What programs write where they could not write the value: of spreadsheets, of JavaScript and of Python. */
const noValue =
  /^(?:#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)|\[object \w{1,20}\]|(?:undefined|NaN)(?:[,;]?\s(?:undefined|NaN|null|None))*)$/u;

/** Question marks in the place of letters that a program's character set did not have. */
const lostLetters = /(?<![\p{L}\p{N}\p{P}])\?{3,}|(?<!\?)\?{3,}(?=\p{L})/u;
const abstracts = new Set<Meaning>(['abstract', 'abstract-section', 'abstract-other']);

/** An abstract may lose a word and still say something; of a name, a title or a keyword nothing can be left out. */
function hasLostLetters(means: Meaning, value: string): boolean {
  if (!words.has(means) || !lostLetters.test(value)) return false;
  return !abstracts.has(means) || value.split('?').length * 2 > value.length;
}

const numbers = new Set<Meaning>(['pages', 'first-page', 'last-page', 'volume', 'issue', 'article-number']);
const dayAndMonth = /^(?:\d{1,2}(?:-|\.\s?)(\p{L}{3,9})\.?|(\p{L}{3,9})-\d{2}|(\d{1,2})月\d{1,2}日)$/u;
const wholeDate = /^(?:19|20)\d{2}-\d{2}-\d{2}(?: 00:00:00)?$/u;

/** Whether a spreadsheet made a date of two numbers: `5-Dec` of 5-12. */
function isTurned(value: string): boolean {
  const [, behind, before, number] = dayAndMonth.exec(value) ?? [];
  return wholeDate.test(value) || monthNumber(behind ?? before ?? number ?? '') !== undefined;
}

/** What was expected in the place of a value that is lost; `undefined` where it is not. */
export function lost(means: Meaning, text: string): string | undefined {
  const value = text.trim();
  if (noValue.test(value)) return 'a value: a program writes this where it has none';
  if (numbers.has(means) && isTurned(value)) return 'numbers, such as 5-12, of which a spreadsheet makes a date';
  if (hasLostLetters(means, value)) return 'letters, for which a program wrote question marks';
  return undefined;
}
