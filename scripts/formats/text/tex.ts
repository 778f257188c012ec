/** Reads TeX in values of BibTeX as plain text that keeps its places. */

import { parse } from '@retorquere/bibtex-parser';
import { limits } from '#domain/limits';
import type { SourceText } from '#domain/source';
import { normalized } from '#text/normal';
import { unmark } from './inline.ts';
import { noteLimit } from './limits-met.ts';
import { traceSource, rewrite, madeFrom, type Traced, type Run } from './traced.ts';

/** True for text that TeX would print otherwise than it is written. */
const holdsTex = (text: string): boolean => /[\\{}$~]|--|``|''/u.test(text);

/** TeX that a table reads, a token at a time: escapes, accents, letters of other alphabets, dashes and quotes. */
const tokens =
  /\\([&%$#_{}])|\\([`'^"~=.])\s*(?:\{\s*)?(\\[ij](?![a-zA-Z])|[a-zA-Z])(?:\s*\})?|\\([uvHckrdb])(?:\s+|\s*\{\s*)(\\[ij](?![a-zA-Z])|[a-zA-Z])(?:\s*\})?|\\(ss|ae|AE|oe|OE|aa|AA|o|O|l|L|i|j)(?![a-zA-Z])(?:\{\}|\s+)?|---|--|``|''|[{}~]/gu;
const combining: Readonly<Record<string, string>> = {
  '`': '\u0300', "'": '\u0301', '^': '\u0302', '~': '\u0303', '=': '\u0304', u: '\u0306', '.': '\u0307', '"': '\u0308',
  r: '\u030a', H: '\u030b', v: '\u030c', d: '\u0323', c: '\u0327', k: '\u0328', b: '\u0331',
}; // prettier-ignore
const letters: Readonly<Record<string, string>> = {
  ss: 'ß', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', aa: 'å', AA: 'Å', o: 'ø', O: 'Ø', l: 'ł', L: 'Ł', i: 'ı', j: 'ȷ',
  '---': '—', '--': '–', '``': '“', "''": '”', '{': '', '}': '', '~': '\u00a0',
}; // prettier-ignore

/** True where the table reads all of it; commands such as `\emph` and formulas are the TeX reader's. */
const isSimple = (raw: string): boolean => !/[\\$]/u.test(raw.replace(tokens, ''));

function character([whole, escaped, accent, on, named, under, letter]: RegExpExecArray): string {
  if (escaped) return escaped;
  const mark = combining[accent ?? named ?? ''];
  const base = (on ?? under)?.replace(/^\\/u, '');
  if (mark && base) return (base + mark).normalize('NFC');
  return letters[letter ?? whole] ?? whole;
}

const options = { english: false, sentenceCase: false, caseProtection: false, unsupported: 'ignore' } as const;

/** A TeX value as Unicode text, inline commands as `<i>`, `<sub>` …; without TeX where it cannot be read. */
function readTex(tex: string, at: number): string {
  const depth = nesting(tex);
  if (tex.length > limits.tex.most) noteLimit('tex', tex.length, at);
  else if (depth > limits.texNesting.most && depth < Infinity) noteLimit('texNesting', depth, at);
  if (tex.length > limits.tex.most || depth > limits.texNesting.most) return withoutTex(tex);
  try {
    const { entries } = parse(`@article{x, title = {${tex}}}`, options);
    const title = entries[0]?.fields.title;
    return typeof title === 'string' && (title.trim() || !/\p{L}/u.test(tex))
      ? normalized(title, 'NFC')
      : withoutTex(tex);
  } catch {
    return withoutTex(tex);
  }
}

/** Commands and braces dropped: what remains where the TeX is broken. */
const withoutTex = (tex: string): string =>
  tex
    .replace(/\\([&%$#_{}])/gu, '$1')
    .replace(/\\[a-zA-Z]+\s?/gu, '')
    .replace(/[{}]/gu, '')
    .replace(/~/gu, '\u00a0');

function nesting(text: string): number {
  let depth = 0;
  let most = 0;
  for (const c of text) {
    if (c === '{') most = Math.max(most, ++depth);
    else if (c === '}') depth--;
  }
  return depth === 0 ? most : Infinity;
}

/** The value of `[start, end)` as text, with its places: exact for words that TeX leaves alone. */
export function texValue(source: SourceText, start: number, end: number): Traced {
  const raw = source.text.slice(start, end);
  if (!holdsTex(raw)) return traceSource(source, start, end);
  if (isSimple(raw)) return rewrite(traceSource(source, start, end), tokens, character);
  const { text, marks } = unmark({ text: readTex(raw, start), runs: [] });
  const aligned = align(text, source, start, end);
  return marks?.length ? { ...aligned, marks } : aligned;
}

/** A value that BibTeX's tools take as it is (DOI, URL), except for escaped characters. */
export const verbatimValue = (source: SourceText, start: number, end: number): Traced =>
  rewrite(traceSource(source, start, end), /\\([&%$#_{}~])|[{}]/gu, (match) => match[1] ?? '');

/** Finds the words of a decoded text in the raw one, in order; what is between found words belongs to the rest. */
function align(text: string, source: SourceText, start: number, end: number): Traced {
  const raw = source.text.slice(start, end);
  const runs: Run[] = [];
  let rawAt = 0;
  let textAt = 0;
  const gap = (toText: number, toRaw: number) => {
    if (toText > textAt && toRaw > rawAt && text.slice(textAt, toText).trim())
      runs.push({ start: textAt, end: toText, from: start + rawAt, to: start + toRaw });
  };
  for (const word of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    // A word far ahead is another one that happens to be equal.
    const found = wordIn(raw, word[0], rawAt, rawAt + 60 + 4 * (word.index - textAt));
    if (found < 0) continue;
    gap(word.index, found);
    const length = word[0].length;
    runs.push({ start: word.index, end: word.index + length, from: start + found, to: start + found + length });
    rawAt = found + length;
    textAt = word.index + length;
  }
  gap(text.length, raw.length);
  return runs.length ? { text, runs } : madeFrom(text, start, end);
}

/** Whether the text between two offsets is a whole word, not part of another word or of a TeX command. */
function wordIn(raw: string, word: string, from: number, to: number): number {
  for (let at = raw.indexOf(word, from); at >= 0 && at <= to; at = raw.indexOf(word, at + 1)) {
    const before = raw[at - 1] ?? ' ';
    const after = raw[at + word.length] ?? ' ';
    if (!/[\p{L}\p{N}\\]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return at;
  }
  return -1;
}

/** A name list cut at ` and ` outside braces: `[start, end)` of each name. */
export function namesIn(source: SourceText, start: number, end: number): [number, number][] {
  const names: [number, number][] = [];
  const { text } = source;
  let depth = 0;
  let from = start;
  const pattern = /[\\{}]|\sand(?=\s)/giu;
  pattern.lastIndex = start;
  for (let match = pattern.exec(text); match && match.index < end; match = pattern.exec(text)) {
    if (match[0] === '\\') pattern.lastIndex++;
    else if (match[0] === '{') depth++;
    else if (match[0] === '}') depth--;
    else if (depth <= 0) {
      names.push([from, match.index]);
      from = match.index + match[0].length;
    }
  }
  names.push([from, end]);
  return names.filter(([a, b]) => text.slice(a, b).trim() !== '');
}
