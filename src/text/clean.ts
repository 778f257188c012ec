/**
 * Removes characters from values that nobody sees or needs: white space, invisible characters, too many combining
 * marks.
 */

import { sources } from './characters.ts';

export interface Cleaned {
  text: string;
  /** The offset in the cleaned text for each code unit of the old text, and one more for its end. */
  to: Uint32Array;
}

/** A quick check: nearly every text has none of these characters and is clean. */
const suspicious =
  /[\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\p{Cc}\p{Surrogate}\ufff9-\ufffb\ufeff\u2800]|\s\s|[^\S ]|^\s|\s$|\p{M}{11}/u;

const parts = new RegExp(
  `(?<blanks>(?:${sources.blank})+)|(?<half>\\p{Surrogate})|(?:${sources.unseen})+|${sources.markRun}`,
  'gu',
);

/**
 * Cleans a text for values: white space becomes single spaces, with none at the ends; invisible characters without a
 * meaning and marks after the tenth on one letter are removed; half a character becomes U+FFFD. Returns `undefined`
 * where nothing changes.
 */
export function clean(text: string): Cleaned | undefined {
  const once = cleanOnce(text);
  // A removed character may have given another one its meaning, so the result is checked again.
  const again = once && clean(once.text);
  return again ? { text: again.text, to: once.to.map((at) => again.to[at] ?? 0) } : once;
}

function cleanOnce(text: string): Cleaned | undefined {
  if (!suspicious.test(text)) return undefined;
  const to = new Uint32Array(text.length + 1);
  const kept: string[] = [];
  let length = 0;
  let at = 0;
  const keep = (piece: string): void => {
    kept.push(piece);
    length += piece.length;
  };
  const isAfterBlank = (): boolean => (kept.at(-1) ?? ' ') === ' ';
  const copy = (end: number): void => {
    for (let i = at; i < end; i++) to[i] = length + i - at;
    if (end > at) keep(text.slice(at, end));
    at = end;
  };
  for (const match of text.matchAll(parts)) {
    copy(match.index);
    at += match[0].length;
    to.fill(length, match.index, at);
    if (match.groups?.['half']) keep('\ufffd');
    else if (match.groups?.['blanks'] && !isAfterBlank()) {
      keep(' ');
      to.fill(length, match.index + 1, at);
    }
  }
  copy(text.length);
  if (isAfterBlank() && length > 0) {
    kept.pop();
    length--;
  }
  for (let i = 0; i < to.length; i++) to[i] = Math.min(to[i] ?? 0, length);
  to[text.length] = length;
  const result = kept.join('');
  return result === text ? undefined : { text: result, to };
}

export const cleanText = (text: string): string => clean(text)?.text ?? text;

/** A value with every text in it cleaned. */
export function cleanAll<T>(value: T): T {
  if (typeof value === 'string') return cleanText(value) as T;
  if (Array.isArray(value)) return value.map(cleanAll) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cleanAll<unknown>(part)])) as T;
}
