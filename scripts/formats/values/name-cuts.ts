/**
 * Cuts a row of names between its names: the one place that knows what is between them, for a cell of a table and
 * for a line of a page.
 */

import { isDegree, isInitials } from './names.ts';
import { isMenuWord } from './name-shapes.ts';
import { inTurns, joiner } from './name-separators.ts';
import { slice, split, trim, type Traced } from '../text/traced.ts';

/** What commas separate, without the blanks around it and what is empty. */
export const commaParts = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

/** What separates Chinese names: marks of a list, a space, the marks of affiliations, the Latin letters after them. */
export const betweenHan =
  /[,，;；、|/+]+(?![\d,，\s]{0,12}\])\s*|(?<!\s)\s+(?=\p{Script=Han})|(?<=[\d)）*△▲])\s*(?=\p{Script=Han})|(?<=\p{Script=Han}[\d*△▲\s]{0,8})\s+(?=\p{Lu}\p{Ll})/gu;

/** Stops between names, and "et al." before the last of them; beside semicolons a bar or a dot needs its blanks. */
const between = (stops: string): RegExp =>
  new RegExp(String.raw`(?:${stops})(?:${joiner}\s)?|\set\sal\.?(?=\s\p{Lu})`, 'gu');
const betweenSemicolons = between(String.raw`\s?[;；]\s?|\s[|•·]\s`);
const betweenDots = between(String.raw`\s?[|•·]\s?`);
const betweenCommas = new RegExp(
  String.raw`\s?,\s?${joiner}\s|\s${joiner}\s|(?<=[\d*†‡,]|ORCID)\s?and(?=\p{Lu}\p{Ll}|\p{Lu}\.)|\s?[,，、](?!\s?(?:[\d*†‡§¶#✉]|[a-h](?=\s*(?:,|$))|(?:Jr|Sr|I{2,3}|IV)\.?(?![\p{L}])))\s?|\s?\+\s?\d+\sauthors?\s|(?=\p{Lu}\p{Ll})(?<=\p{L}[\d*†‡,]{0,12}[\d*†‡])|(?=\s\p{Lu}\p{L})(?<=(?:[\p{L}.],|\p{Ll}{2})\d{1,2}(?:,(?:\d{1,2}|[*†‡§¶#])){0,20})\s|(?<=\p{Ll}{2}\s\d)\s(?=\p{Lu}\p{L}+\s)|(?<=\p{Ll}{2}\s?,[a-h])\s(?=\p{Lu}\p{L})|(?<=\p{Ll}{2}\s[a-h])\s(?=\p{Lu}\p{L})`,
  'gu',
);

/**
 * A row in Latin letters, cut at semicolons and their like, at words between names that have commas, at every second comma, or
 * at each. `bare` says what a piece is without its marks.
 */
export function cutLatin(row: Traced, bare: (piece: Traced) => string): { names: Traced[]; inTurns?: true } {
  const { text } = row;
  const halves = (one: Traced): Traced[] => (isJoinedByAnd(one.text) ? split(one, and) : [one]);
  if (/[;；]/u.test(text)) return { names: split(row, betweenSemicolons).flatMap(halves) };
  if (/[|•·]/u.test(text)) return { names: split(row, betweenDots).flatMap(halves) };
  if (isJoinedByAnd(text)) return { names: split(row, and) };
  const parts = split(row, betweenCommas);
  const pairs = pairUp(row, parts, parts.map(bare));
  return pairs ? { names: pairs, inTurns: true } : { names: turnedInside(row, parts) ?? parts };
}

/** "Berg, Ana Dahl, Bo Eng, Cy": a library's turned names with a blank alone between them, each comma inside a name. */
function turnedInside(row: Traced, parts: readonly Traced[]): Traced[] | undefined {
  const word = /^\p{Lu}[\p{L}'’-]+$/u;
  const middle = parts.slice(1, -1).map(({ text }) => /^\p{Lu}\S+(?:\s\p{Lu}\.?)?(\s)\p{Lu}[\p{L}'’-]+$/u.exec(text));
  if (middle.length < 2 || !word.test(parts[0]?.text ?? '') || !word.test(parts.at(-1)?.text ?? '')) return undefined;
  const names: Traced[] = [];
  let from = 0;
  let at = 0;
  for (const [i, { text }] of parts.entries()) {
    const start = row.text.indexOf(text, at);
    at = start + text.length;
    const found = i > 0 && i < parts.length - 1 ? middle[i - 1] : undefined;
    if (found === null) return undefined;
    if (!found) continue;
    const cut = start + text.lastIndexOf(' ');
    names.push(trim(slice(row, from, cut)));
    from = cut + 1;
  }
  return [...names, trim(slice(row, from))];
}

const and = new RegExp(`(?<!\\s)\\s+${joiner}\\s+`, 'gu');

/** "Yang, Z. and Jiang, B.": each piece is a family name, a comma and what goes before it, or one name alone. */
function isJoinedByAnd(text: string): boolean {
  const pieces = text.split(and).map(commaParts);
  const isTurned = ([first = '', second = '']: string[]) => !/\s/u.test(first.trim()) || !/\s/u.test(second);
  return (
    pieces.length > 1 &&
    pieces.every((piece) => piece.length <= 2) &&
    pieces.some((piece) => piece.length === 2) &&
    (pieces.every((piece) => piece.length === 2 && isTurned(piece)) || isInitials(pieces[0]?.[1] ?? ''))
  );
}

/** "Huggett, Charlotte, Peters, Sarah": words by turns a family name alone and a given name, never whole names. */
function pairUp(row: Traced, parts: readonly Traced[], texts: readonly string[]): Traced[] | undefined {
  const turns = inTurns(texts);
  if (!turns || texts.some((text) => !text || isMenuWord(text))) return undefined;
  const { families, givens } = turns;
  const family = (text: string) => /^(?:\p{Ll}+\s){0,2}\p{Lu}[\p{L}'’-]*(?:\s\p{Lu}[\p{L}'’-]+)?$/u.test(text);
  const given = (text: string) =>
    /^\p{Lu}[\p{L}'’.-]*(?:\s\p{Lu}[\p{L}'’.-]*){0,3}(?:,\s(?:Jr|Sr|I{2,3}|IV)\.?)?$/u.test(text);
  if (!families.every(family) || !givens.every(given)) return undefined;
  // Most family names are one word; two whole names "Anna Berg, Carl Dahl" are no pair.
  const isOne =
    parts.length === 2 &&
    (/\s\p{Lu}\.?$/u.test(givens[0] ?? '') || (isInitials(givens[0] ?? '') && !isDegree(givens[0] ?? '')));
  if (!isOne && share(families, (text) => !text.includes(' ') || /^\p{Ll}/u.test(text)) < 0.7) return undefined;
  // "Van Rensburg, Pieter J.": no whole name ends in an initial.
  if (parts.length === 2 && !isOne && /\s\p{Lu}[\p{L}]+$/u.test(families[0] ?? '')) return undefined;
  let at = 0;
  return families.map((_, i) => {
    const [first, second] = [parts[2 * i] as Traced, parts[2 * i + 1] as Traced];
    const start = row.text.indexOf(first.text, at);
    at = row.text.indexOf(second.text, start + first.text.length) + second.text.length;
    return trim(slice(row, start, at));
  });
}

const share = (texts: readonly string[], test: (text: string) => boolean): number =>
  texts.length === 0 ? 0 : texts.filter(test).length / texts.length;
