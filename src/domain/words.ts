/** Cuts a text into words, and takes the endings off English words, so that forms of one word match. */

import { normalized } from '#text/normal';

/** A word of a text: its form for matching, its written form, and its place. */
export interface Word {
  stem: string;
  /** Lower case, without diacritics. */
  plain: string;
  start: number;
  end: number;
}

const word = /(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+(?:['’](?:(?!\p{Script=Han})\p{L})+)?/gu;

/** The words of a text except Chinese, which is matched by characters. The parts of a hyphenated word are words. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(word)) {
    const plain = normalized(match[0].replace(/['’]s?$/u, '').replace(/['’]s$/u, ''), 'NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase();
    words.push({ stem: stem(plain), plain, start: match.index, end: match.index + match[0].length });
  }
  return words;
}

const vowel = /[aeiouy]/u;

/** Endings that British and American English spell differently, with the ending for matching both. */
const spellings: readonly [RegExp, string][] = [
  [/isation$/u, 'ization'],
  [/(?<=.{3})ise$/u, 'ize'],
  [/(?<=.{3})ising$/u, 'izing'],
  [/(?<=.{3})ised$/u, 'ized'],
  [/(?<=.{3})ises$/u, 'izes'],
  [/(?<=.{2})our$/u, 'or'],
  [/(?<=.{2})ours$/u, 'ors'],
  [/(?<=.{2})oural$/u, 'oral'],
  [/(?<=.{3})elling$/u, 'eling'],
  [/(?<=.{3})elled$/u, 'eled'],
  [/(?<=.{3})eller(s?)$/u, 'eler$1'],
];

/**
 * A word without English inflections: plural, possessive, `-ed`, `-ing`. Derived words are not reduced: "suicidal" and
 * "suicide" are two words, and the vocabulary lists both.
 */
function stem(plain: string): string {
  if (!/^[a-z]+$/u.test(plain) || plain.length < 4) return plain;
  let text = plain;
  for (const [from, to] of spellings) text = text.replace(from, to);
  if (/(?:ss|us|is)$/u.test(text)) return text;
  if (/ies$/u.test(text) && text.length > 4) return `${text.slice(0, -3)}y`;
  if (/(?:ch|sh|x|z|ss)es$/u.test(text)) return unE(text.slice(0, -2));
  if (text.endsWith('s')) text = text.slice(0, -1);
  for (const ending of ['ing', 'ed'] as const) {
    if (!text.endsWith(ending)) continue;
    const rest = text.slice(0, -ending.length);
    if (rest.length < 3 || !vowel.test(rest)) continue;
    if (ending === 'ed' && rest.endsWith('i')) return `${rest.slice(0, -1)}y`;
    // "planned" -> "plan", but "called" and "assessed" keep both letters.
    return unE(/([bdgmnprt])\1$/u.test(rest) ? rest.slice(0, -1) : rest);
  }
  return unE(text);
}

const unE = (text: string): string => (text.length > 3 && text.endsWith('e') ? text.slice(0, -1) : text);
