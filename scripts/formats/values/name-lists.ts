/** Cuts lists of names into names. */

import { isDegree, isGroupName, isInitials, isParticle, isSuffix, isSurname } from './names.ts';
import { inTurns, joiner } from './name-separators.ts';
import { decodeEntities } from '../text/entities.ts';
import { listed } from '../text/listed.ts';
import { slice, split, trim, type Traced } from '../text/traced.ts';
import words from '../words/names.json' with { type: 'json' };
import { anyOf, everyWord } from '../words/words.ts';

const and = new RegExp(`(?<!\\s)\\s+${joiner}\\s+`, 'gu');

/** The pieces between commas, without the blanks around them and without empty ones. */
const commaParts = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

/** "van der Berg": a family name of several words. */
const startsSmall = (text: string): boolean => /\s/u.test(text) && isParticle(text.split(' ')[0] ?? '');
const isHan = (text: string): boolean => /^[\p{Script=Han}·•\s]+$/u.test(text);

/** Chinese names between spaces: each of two to four characters, so that no space is inside one, as in 欧阳 娜娜. */
function spacedHan(text: string): boolean {
  const [first = '', ...others] = text.split(/\s+/u);
  const isNames = isHan(text) && [first, ...others].every((one) => /^\p{Script=Han}{2,4}$/u.test(one));
  return isNames && others.length > 0 && !(others.length === 1 && isSurname(first));
}

/** `王, 小明`: a surname is not a whole name, so the comma after it does not separate two. */
function isHanInverted(text: string): boolean {
  const [family = '', given = '', ...more] = text.split(/[,，]/u).map((part) => part.trim());
  return isSurname(family) && more.length === 0 && /^\p{Script=Han}{1,2}$/u.test(given);
}

/**
 * The names of one cell or line: separated by semicolons, pipes or lines, by `and` between names that contain commas,
 * by every second comma (`Smith, J., Doe, K.`), or by each comma. A text that may be one name is one.
 */
export function splitNames(whole: Traced): Traced[] {
  // A character reference ends in a semicolon, which also separates names.
  const plain = decodeEntities(whole);
  const pieces = listed(plain) ?? cut(plain);
  return pieces.flatMap(unglued).map((p) => {
    const lead = /^(?:and|&)\s+(?=\S+[\s,])/iu.exec(p.text)?.[0].length ?? 0;
    return lead ? trim(slice(p, lead, p.text.length)) : p;
  });
}

/** Beginnings of family names that a capital follows: McDonald, DeLuca. */
const inside = new RegExp(`(?:^|[\\s'’-])(?:${anyOf(everyWord(words.prefixes))})$`, 'u');

/**
 * Names that an export writes without a blank between them, `Araz R. VeyNigar T. Ostrander`: each is two words at
 * least, and a capital in a word begins the next one.
 */
function unglued(p: Traced): Traced[] {
  const { text } = p;
  if (!/\p{Ll}\p{Lu}/u.test(text) || /[,;]/u.test(text) || isGroupName(text)) return [p];
  const names: Traced[] = [];
  let from = 0;
  for (const { index } of text.matchAll(/(?<=\p{Ll})(?=\p{Lu})/gu)) {
    const [before, after] = [text.slice(from, index), text.slice(index)];
    if (!/\S\s+\S/u.test(before) || !/\s/u.test(after) || inside.test(before)) continue;
    names.push(slice(p, from, index));
    from = index;
  }
  return names.length ? [...names, slice(p, from, text.length)] : [p];
}

function cut(whole: Traced): Traced[] {
  const p = slice(
    whole,
    0,
    whole.text.replace(/(?:(?<=\s)|,\s*)et\.? al\.?\s*$|(?:(?<![,，、;；\s])[,，、;；\s]+)?等[.。]?\s*$/iu, '').length,
  );
  const { text } = p;
  // The last of them may be joined to the one before by a word.
  if (/[;；]/u.test(text))
    return split(p, /[;；]/gu).flatMap((one) => (isJoinedByAnd(one.text) ? split(one, and) : [one]));
  if (/\|/u.test(text)) return split(p, /\|/gu);
  if (/[\r\n]/u.test(text.trim())) return split(p, /[\r\n]+/gu);
  if (isHanInverted(text)) return [trim(p)];
  if (/、/u.test(text) || (/[，,]/u.test(text) && isHan(text.replace(/[,，]/gu, '')))) return split(p, /[、,，]/gu);
  if (spacedHan(text.trim())) return split(p, /\s+/gu);
  const joined = /\s(?:and|&)\s/iu.test(text);
  if (isJoinedByAnd(text)) return split(p, and);
  if (joined && !text.includes(',')) return isGroupName(text) ? [trim(p)] : split(p, and);
  const parts = commaParts(text);
  if (parts.length < 2) return [trim(p)];
  if (isOneName(parts, joined)) return [trim(p)];
  if (parts.length > 2 && isPairs(parts)) return pairs(p);
  return split(p, /,\s*(?:and\s+|&\s*)?/giu).flatMap((one) =>
    joined && !isGroupName(one.text) ? split(one, and) : [one],
  );
}

/** `Yang, Z. and Jiang, B.`: each piece is a family name, a comma and what goes before it. */
function isJoinedByAnd(text: string): boolean {
  const pieces = text.split(and).map(commaParts);
  return (
    pieces.length > 1 &&
    pieces.every((piece) => piece.length <= 2) &&
    pieces.some((piece) => piece.length === 2) &&
    (pieces.every((piece) => piece.length === 2) || isInitials(pieces[0]?.[1] ?? ''))
  );
}

/** `Family, Given`, `Family, Given, Jr.` and `Ministry of This, That and More`; not `Jane Doe, John Roe`. */
function isOneName([first = '', second = '', ...more]: readonly string[], joined: boolean): boolean {
  if (joined && more.length < 2 && isGroupName(first) && !isInitials(second)) return true;
  if (more.length) return more.length < 3 && [second, ...more].some((part) => isSuffix(part) || isDegree(part));
  if (joined) return false;
  if (isInitials(second) || !/\s/u.test(first) || startsSmall(first)) return true;
  return !/\s/u.test(second) && ![first, second].some((part) => isInitials(part.split(' ').at(-1) ?? ''));
}

/** Every second part goes before the family name in front of it. */
function isPairs(parts: readonly string[]): boolean {
  const { families = [], givens = [] } = inTurns(parts) ?? {};
  if (!families.length) return false;
  return givens.every((one) => isInitials(one)) || families.every((one) => !/\s/u.test(one) || startsSmall(one));
}

function pairs(p: Traced): Traced[] {
  const commas = [...p.text.matchAll(/,/gu)].map((match) => match.index);
  const names: Traced[] = [];
  let from = 0;
  for (let i = 1; i <= commas.length; i += 2) {
    const to = commas[i] ?? p.text.length;
    names.push(trim(slice(p, from, to)));
    from = to + 1;
  }
  return names.filter((name) => /[\p{L}\p{N}]/u.test(name.text));
}
