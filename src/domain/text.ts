/** Texts of the record: inline marks, sentences and their anchors, and the form in which texts compare. */

import { z } from 'zod';
import { normalized } from '#text/normal';
import { hasHan } from '#text/han';
import { isChinese, type Language } from './language.ts';

/** An inline mark over `[start, end)` of a plain text, in UTF-16 code units. A record keeps no other markup. */
export const markSchema = z.strictObject({
  tag: z.enum(['i', 'b', 'sub', 'sup']),
  start: z.int().min(0),
  end: z.int().min(0),
});
export type Mark = z.infer<typeof markSchema>;

/** Signs, and their raised or lowered forms, as far as Unicode has them; all are of one code unit. */
const pairsOf = (signs: string, others: string): ReadonlyMap<string, string> =>
  new Map(Array.from(signs, (sign, i) => [sign, others.charAt(i)]));
const raised = pairsOf('0123456789+-−=()n', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ');
const lowered = pairsOf('0123456789+-−=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎');

/**
 * "-6" raised is "⁻⁶". A text for which Unicode has no such signs gets a caret or a low line before it; words stay as
 * they are.
 */
function shifted(text: string, tag: 'sub' | 'sup'): string {
  const signs = tag === 'sup' ? raised : lowered;
  const shown = Array.from(text, (sign) => signs.get(sign));
  if (!shown.includes(undefined)) return shown.join('');
  if (!/[\d+−=-]/u.test(text)) return text;
  return (tag === 'sup' ? '^' : '_') + (/^[\p{L}\p{N}]+$/u.test(text) ? text : `(${text})`);
}

/** A text for where there is no markup: raised and lowered signs keep their meaning, for 10⁻⁶ is not 10-6. */
export function withoutMarks({ text, marks = [] }: { text: string; marks?: readonly Mark[] | undefined }): string {
  let plain = text;
  const scripts = marks.filter(({ tag }) => tag === 'sub' || tag === 'sup').toSorted((a, b) => b.start - a.start);
  for (const { tag, start, end } of scripts)
    plain = plain.slice(0, start) + shifted(plain.slice(start, end), tag === 'sup' ? 'sup' : 'sub') + plain.slice(end);
  return plain;
}

/** A text with white space of every kind reduced to single spaces, and trimmed. */
export const foldSpace = (text: string): string => text.replace(/[\s\u00a0\u200b\ufeff]+/gu, ' ').trim();

/** A text in the form for comparing: NFKC, lower case, plain quotation marks and hyphens, single spaces. */
export const foldForMatching = (text: string): string =>
  foldSpace(normalized(text, 'NFKC').toLowerCase())
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/[‘’‛′]/gu, "'")
    .replace(/[“”„″]/gu, '"');

/**
 * Whether two texts are equal in the form for comparing. Texts of very different length are not compared, so that
 * comparing many short texts with a long one takes little time.
 */
export const readAlike = (a: string, b: string): boolean =>
  a === b ||
  (Math.max(a.length, b.length) <= 4 * Math.min(a.length, b.length) + 64 && foldForMatching(a) === foldForMatching(b));

/** A title without a single final full stop, for display and citation; `…` and `...` are kept. */
export const withoutFinalStop = (title: string): string => title.replace(/(?<![.。])[.。]\s*$/u, '');

/** Abbreviations: a full stop after one does not end a sentence. */
const abbreviation =
  /(?:\b(?:e\.g|i\.e|cf|vs|al|etc|Dr|Prof|Mr|Mrs|Ms|St|No|Vol|Fig|Eq|approx|resp|ca|Ph\.D|M\.D|U\.S|U\.K)|\b[A-Z]|^\s*\d{1,2})\.$/u;

/**
 * The sentences of a paragraph as `[start, end)` in UTF-16 code units, without the white space between them. A sentence
 * ends at `. ! ?` (with closing quotes or brackets) before white space and something that can begin a sentence, or at
 * `。！？` anywhere; never after an abbreviation or an initial.
 */
export function sentenceSpans(text: string): [number, number][] {
  const spans: [number, number][] = [];
  let start = 0;
  const push = (end: number) => {
    const piece = text.slice(start, end);
    const lead = piece.length - piece.trimStart().length;
    const trimmed = piece.trim();
    if (trimmed) spans.push([start + lead, start + lead + trimmed.length]);
    start = end;
  };
  // Only at the first of several stops in a row: trying each of them would take quadratic time.
  const stop =
    /(?<![。！？])[。！？]+[”’」』）》]*|(?<![.!?])[.!?]+["'”’)\]]*(?=\s+["'“‘([]*[\p{Lu}\p{N}\p{Script=Han}])/gu;
  for (const match of text.matchAll(stop)) {
    const end = match.index + match[0].length;
    if (match[0].startsWith('.') && abbreviation.test(text.slice(Math.max(0, match.index - 12), match.index + 1)))
      continue;
    push(end);
  }
  push(text.length);
  return spans;
}

/** Joins sentences as the language writes them: with spaces, in Chinese without. */
export const joinSentences = (sentences: readonly string[], language: Language): string =>
  sentences.join(isChinese(language) ? '' : ' ');

/**
 * The anchor of a sentence. It is made from the text alone, so it does not change with the order: `s-` and the digest of
 * the folded text.
 */
export const sentenceAnchor = (text: string): string => `s-${digestOf(foldForMatching(text))}`;

/** Eight characters of base 36 that tell one text from another: of a 53-bit hash (cyrb53, public domain). */
export function digestOf(text: string): string {
  let h1 = 0xdeadbeef;
  let h2 = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    h1 = Math.imul(h1 ^ code, 2654435761);
    h2 = Math.imul(h2 ^ code, 1597334677);
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
  const hash = 4294967296 * (2097151 & h2) + (h1 >>> 0);
  return hash.toString(36).padStart(8, '0').slice(-8);
}

const isOfWord = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{M}\p{N}]/u.test(character) && !hasHan(character);

/**
 * Where a folded text has other words as whole words, from an offset on; -1 where it has not. In Chinese, words have no
 * boundaries. With `goesOn`, the last word may continue.
 */
export function placeOfWords(text: string, words: string, from = 0, goesOn = false): number {
  if (!words) return -1;
  for (let at = text.indexOf(words, from); at >= 0; at = text.indexOf(words, at + 1)) {
    const cutsBefore = isOfWord(words[0]) && isOfWord(text[at - 1]);
    const cutsAfter = !goesOn && isOfWord(words.at(-1)) && isOfWord(text[at + words.length]);
    if (!cutsBefore && !cutsAfter) return at;
  }
  return -1;
}
