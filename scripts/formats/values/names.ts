/** Reads one name into its parts (CSL: family, given, particle, suffix), and recognises groups. */

import type { Name } from '#domain/person';
import { surnameOf } from '#domain/surnames';
import { foldSpace } from '#domain/text';
import words from '../words/names.json' with { type: 'json' };
import { anyOf, everyWord } from '../words/words.ts';
import { beginsWithPair } from './pinyin-names.ts';

/** A name with the rule that cut it; no rule where the source itself says which part is which. */
export interface CutName {
  name: Name;
  derived?: string;
}

/** Words before a family name that belong to it and do not sort (the non-dropping particles of CSL). */
const particles = new Set(everyWord(words.particles));
const suffixes = new Set(everyWord(words.suffixes));
const titles = new Set(everyWord(words.titles));
const degrees = new Set(everyWord(words.degrees));
/** Degrees of three letters and more are known in any case: "phd", "Ph.D.". */
const longDegrees = new Set(
  everyWord(words.degrees)
    .filter((word) => word.length > 2)
    .map((word) => word.toLowerCase()),
);
const surnamesToo = new Set(everyWord(words.surnamesToo));

/** Words that groups have in their names and no person has, but as a family name. */
const group = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${anyOf(everyWord({ ...words.groups, zh: [] }))})(?![\\p{L}\\p{N}])|${anyOf(words.groups.zh)}|(?:${anyOf(words.groupEndings.zh)})$`,
  'iu',
);
export const isGroupName = (text: string): boolean => group.test(text);

/** Capitals instead of given names: `BS`, `J.-P.`, `M.A.`, `Yu.`; never a whole word in capitals. */
export const isInitials = (token: string): boolean =>
  /^(?:\p{Lu}\.?(?:[-\s]?\p{Lu}\.?){0,4}|\p{Lu}[a-z]?\.(?:-?\p{Lu}[a-z]?\.){0,4})$/u.test(token);
/** A particle is written small; `Van Dyke` and `De Luca` are family names as they are. */
export const isParticle = (token: string): boolean => particles.has(token);
/** `JR` and `SR` in capitals are initials as well: they count where a name is whole without them. */
export const isSuffix = (token: string): boolean => suffixes.has(token.replace(/\.$/u, ''));
const isSuffixInCapitals = (token: string): boolean => /^(?:JR|SR|JNR|SNR)\.?$/u.test(token);

export const isDegree = (token: string): boolean => {
  const plain = token.replace(/[.]|,$/gu, '');
  // "RN-BC", "FNP-C": a degree and who certified it.
  if (/^\p{Lu}{2,5}-(?:BC|C|CS|S|R)$/u.test(plain)) return isDegree(plain.slice(0, plain.indexOf('-')));
  return degrees.has(plain) || (plain.length > 2 && longDegrees.has(plain.toLowerCase()));
};
/** Degrees in two capitals that are as often a person's initials. */
const mayBeInitials = (token: string): boolean => /^(?:MA|MS|BA|BS|BM|MN|DO|JD)$/u.test(token);
/** A word that is written out, as given and family names are and initials are not. */
const isWritten = (token: string): boolean => /\p{Ll}{2}/u.test(token) && !isParticle(token);

/** "PhD MPH", "Ph. D.": degrees and nothing else. */
const isDegrees = (part: string): boolean =>
  part.split(/\s/u).every((token) => isDegree(token)) || isDegree(part.replace(/(?<=\.)\s/gu, ''));

/** Without degrees and titles: "Mary Ann, PhD, MPH", "Anna Berg MD" and "Dr Mary Ann" are people without them. */
export function withoutDegrees(text: string): string {
  const parts = text.split(/,\s*/u);
  while (parts.length > 1 && isDegrees(parts.at(-1) ?? '')) {
    // "Chowdhury, MSN": after a family name alone, capitals are initials.
    const family = (parts[0] ?? '').split(' ').filter((token) => !isParticle(token));
    if (parts.length === 2 && isInitials(parts[1] ?? '') && family.length === 1) break;
    parts.pop();
  }
  const tokens = parts.join(', ').split(' ');
  while (tokens.length > 2 && endsInDegree(tokens)) tokens.pop();
  while (tokens.length > 2 && titles.has((tokens[0] ?? '').replace(/\.$/u, ''))) tokens.shift();
  return tokens.join(' ').replace(/,$/u, '');
}

/** Two capitals without points may be initials, "de Souza MA"; "MD" and "RN" after a whole name are not. */
function endsInDegree(tokens: readonly string[]): boolean {
  const last = tokens.at(-1) ?? '';
  if (!isDegree(last)) return false;
  if (!/^\p{Lu}{1,4}$/u.test(last)) return true;
  const before = tokens.slice(0, -1).filter((token) => !isDegree(token));
  const isWhole =
    before.length > 1 &&
    before.every((token) => isWritten(token) || isInitials(token)) &&
    isWritten(before.at(-1) ?? '');
  return isWhole && !mayBeInitials(last);
}

/**
 * Cuts a name into its parts, and names the rule where the source does not cut it itself, as `Family, Given` and
 * `Family, Given, Suffix` do. Latin names in given-surname order are cut before the last token with the particles
 * before it, and after a family name that initials follow or that is in capitals; Chinese names after the surname of
 * the table. A name with the words of a group, or of a single word, stays whole as `literal`. `undefined` if no letter
 * is left.
 */
export function readName(text: string): CutName | undefined {
  const written = foldSpace(text).replace(/^[,;.*]+\s?|\s?(?<![;*])[;*]+$/gu, '');
  // A piece of a list may be only a degree.
  if (!/\p{L}/u.test(written) || isDegree(written)) return undefined;
  const braced = /^\{(.+)\}\s*,?$/u.exec(written)?.[1];
  if (braced) return { name: { written, literal: braced } };
  // RIS writes a group with a comma after it.
  if (/,$/u.test(written)) return { name: { written, literal: written.replace(/\s?,$/u, '') } };
  const plain = withoutDegrees(written);
  if (/^[\p{Script=Han}·•・,，\s]+$/u.test(plain)) return cutChinese(written, plain);
  const parts = plain.split(/\s?,\s?/u).filter(Boolean);
  return parts.length > 1 ? cutAtCommas(written, plain, parts) : cutLatin(written, parts[0] ?? plain);
}

/** Like `readName`, but always returns a name. */
export const cutName = (text: string): CutName =>
  readName(text) ?? { name: { written: foldSpace(text), literal: foldSpace(text) }, derived: 'name-kept-whole' };

/** A Chinese surname alone: one character, or two of the table. */
export const isSurname = (text: string): boolean => text.length === 1 || surnameOf(`${text}之`) === text;

function cutChinese(written: string, plain: string): CutName {
  const [family = '', given = '', ...more] = plain.split(/\s?[,，]\s?|\s+/u);
  const isCut = /[,，]/u.test(plain) || isSurname(family) || (family.length > 1 && given.length > 1);
  // A comma, or a space after the surname, is the source's own cut; so is one between two words, as in Japanese.
  if (family && given && more.length === 0 && isCut) return { name: { written, family, given } };
  const compact = plain.replace(/\s/gu, '');
  if (isGroupName(compact) && compact.length > 4)
    return { name: { written, literal: compact }, derived: 'name-of-a-group' };
  // A name set with a dot is a foreign one in Chinese letters: given name first.
  const surname = /[·•・]/u.test(compact) || compact.length > 4 ? undefined : surnameOf(compact);
  return surname && surname.length < compact.length
    ? { name: { written, family: surname, given: compact.slice(surname.length) }, derived: 'name-cut-at-surname-table' }
    : { name: { written, literal: compact }, derived: 'name-kept-whole' };
}

function cutAtCommas(written: string, plain: string, parts: readonly string[]): CutName {
  const [family = '', second = '', third = ''] = parts;
  const isGroup = { name: { written, literal: plain }, derived: 'name-of-a-group' };
  if (isGroupName(plain) && (parts.length > 2 || /\sand\s/u.test(plain))) return isGroup;
  if (isGroupName(family) && !isInitials(second)) {
    const isPerson = surnamesToo.has(family.toLowerCase()) && !isGroupName(second) && !/^the\s/iu.test(second);
    // "Team, The Global Mapping": indexes turn groups round like people.
    if (!isPerson && !/\s/u.test(family))
      return { name: { written, literal: `${second} ${family}` }, derived: 'name-of-a-group' };
    if (!isPerson) return isGroup;
  }
  const isEnd = (part: string): boolean => isSuffix(part) || (parts.length > 2 && isSuffixInCapitals(part));
  if (parts.length === 2 && isEnd(second)) return withSuffix(cutLatin(written, family), second);
  if (parts.length === 2) return { name: withEndSuffix(written, family, second) };
  if (isEnd(second)) return { name: person(written, family, third, second) };
  if (parts.length === 3 && isEnd(third)) return { name: person(written, family, second, third) };
  return { name: person(written, family, parts.slice(1).join(', ')) };
}

/** `Aldana, Walter F Jr`, as PubMed writes it: a suffix after the given names, which it does not belong to. */
function withEndSuffix(written: string, family: string, given: string): Name {
  const tokens = given.split(' ');
  const last = tokens.at(-1) ?? '';
  // "Silva, Ana Neto" has a second family name; a suffix in small letters or digits is one for sure.
  return tokens.length > 1 && isSuffix(last) && !/^(?:Filho|Neto|J[uú]nior|Senior)$/iu.test(last)
    ? person(written, family, tokens.slice(0, -1).join(' '), last)
    : person(written, family, given);
}

const withSuffix = ({ name, ...rule }: CutName, suffix: string): CutName => ({ name: { ...name, suffix }, ...rule });

function cutLatin(written: string, text: string): CutName {
  const tokens = text.split(' ').filter(Boolean);
  if (isGroupName(text) && tokens.length > 1)
    return { name: { written, literal: tokens.join(' ') }, derived: 'name-of-a-group' };
  const suffix = tokens.length > 2 && endsInSuffix(tokens) ? tokens.pop() : undefined;
  const [first = '', ...others] = tokens;
  if (others.length === 0) return { name: { written, literal: first || written }, derived: 'name-kept-whole' };
  const cut = (family: readonly string[], given: readonly string[], derived: string): CutName => ({
    name: person(written, family.join(' '), given.join(' '), suffix),
    derived,
  });
  // "SUN Qiwu": a family name in capitals comes first where the rest is not in capitals.
  if (
    /^\p{Lu}{2,}(?:[-'’]\p{Lu}+)*$/u.test(first) &&
    !isPairOfInitials(first, others) &&
    others.length <= 2 &&
    others.every(isGiven)
  )
    return cut([inTitleCase(first)], others, 'name-cut-after-capitals');
  if (beginsWithPair(tokens.join(' '))) return cut([first], others, 'name-cut-after-pair');
  // "Cruz MJ de la": Cochrane sets the particle behind the initials.
  const behind = tokens.findLastIndex((token) => !isParticle(token)) + 1;
  if (behind > 1 && behind < tokens.length && isInitials(tokens[behind - 1] ?? ''))
    return cutLatin(written, [...tokens.slice(behind), ...tokens.slice(0, behind)].join(' '));
  const initials = initialsFrom(tokens);
  if (initials < tokens.length)
    return cut(tokens.slice(0, initials), tokens.slice(initials), 'name-cut-before-initials');
  let start = tokens.length - 1;
  while (start > 1 && isParticle(tokens[start - 1] ?? '')) start--;
  return cut(tokens.slice(start), tokens.slice(0, start), 'name-cut-at-last-token');
}

/**
 * "KM Berg", "JA Dahl": two capitals are initials, but before a given name of East Asia, as in "LI Na" and "OH Min-jung", where
 * they can be a family name of there: a consonant and a vowel, or a few more.
 */
const isPairOfInitials = (token: string, others: readonly string[]): boolean =>
  token.length === 2 &&
  !(/^(?:[^AEIOUV][AEIOUVYÜ]|A[INOU]|E[IN]|O[HU]|I[MN]|U[MN]|NG)$/u.test(token) && others.every(isEastAsian));

/** Whether a word is of syllables as pinyin has them, "Qiwu", "Xi'an", or of two parts with a hyphen, the second one written small. */
const isEastAsian = (word: string): boolean =>
  /^\p{Lu}\p{Ll}+-\p{Ll}+$/u.test(word) || syllables.test(word.replace(/['’]/u, ''));
const syllables =
  /^(?:[zcs]h|[b-df-hj-np-tw-z])?[aeiouü]{1,3}(?:n(?:g(?![aeiouü]))?(?![aeiouü]))?(?:(?:[zcs]h|[b-df-hj-np-tw-z])[aeiouü]{1,3}(?:n(?:g(?![aeiouü]))?(?![aeiouü]))?)*$/iu;

const isGiven = (token: string): boolean => /\p{Ll}/u.test(token) && !isParticle(token) && !isInitials(token);

/** "JOHN SMITH JR" and "John Smith Jr", but not "Smith JR". */
const endsInSuffix = (tokens: readonly string[]): boolean => {
  const last = tokens.at(-1) ?? '';
  return isSuffix(last) || (isSuffixInCapitals(last) && tokens.every((token) => !/\p{Ll}/u.test(token)));
};

/**
 * Where the initials after a family name begin, `Shruthi BS`, `van der Berg J.`, `Brownstein C D`: after words in
 * small letters, or in capitals before a single letter. Without such, the number of tokens.
 */
function initialsFrom(tokens: readonly string[]): number {
  const isLetter = (token = ''): boolean => /^\p{Lu}\.?$/u.test(token);
  let at = tokens.length;
  while (at > 1 && isInitials(tokens[at - 1] ?? '') && (at === tokens.length || isLetter(tokens[at - 1]))) at--;
  const family = tokens.slice(0, at);
  const isFamily =
    !/^\p{Lu}\./u.test(family[0] ?? '') &&
    (family.some((token) => /\p{Ll}/u.test(token)) ||
      // "BERG A B", but not "ANA M. BERG".
      (tokens.slice(at).every((token) => token.replace(/\P{L}/gu, '').length < 4) &&
        isLetter(tokens[at]) &&
        family.every((token) => token.length > 1)));
  return isFamily ? at : tokens.length;
}

function person(written: string, familyText: string, before: string, suffix?: string): Name {
  const tokens = familyText.split(' ');
  let count = 0;
  while (count < tokens.length - 1 && isParticle(tokens[count] ?? '')) count++;
  const given = plainGiven(before);
  return {
    written,
    family: tokens.slice(count).join(' '),
    ...(given ? { given } : {}),
    ...(count ? { particle: tokens.slice(0, count).join(' ') } : {}),
    ...(suffix ? { suffix } : {}),
  };
}

/**
 * Given names without the degrees after them and the full stop of a list; "null" is what programs write for nothing.
 */
function plainGiven(text: string): string {
  const tokens = text === 'null' ? [] : text.split(' ');
  while (tokens.length > 1 && isDegree(tokens.at(-1) ?? '') && /\p{Ll}{2}/u.test(tokens[0] ?? '')) tokens.pop();
  return tokens.join(' ').replace(/(?<=\p{Ll}{3}|\p{Lu}{2})\.$/u, '');
}

const inTitleCase = (token: string): string =>
  token.replace(/\p{L}+/gu, (part) => (part[0] ?? '') + part.slice(1).toLowerCase());
