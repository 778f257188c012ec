import type { Name } from './person.ts';
import { surnames } from './surnames.ts';
import { foldSpace } from './text.ts';

/** A name with the rule that cut it; no rule where the source itself says which part is which. */
export interface CutName {
  name: Name;
  derived?: string;
}

/** Words before a family name that belong to it and do not sort (the non-dropping particles of CSL). */
const particles = new Set(
  "van von der den de del della di da dos das do du des la le el al ter ten te zu zum zur af av y bin ibn abu st st. d' van't 't".split(
    ' ',
  ),
);

const suffixes = /^(?:jr|sr|junior|senior|ii|iii|iv)\.?$/iu;
/** Degrees that pages set behind names, which are no part of them. */
const degrees =
  /^(?:ph\.?d|m\.?d|m\.?sc|b\.?sc|m\.?a|b\.?a|mph|msw|rn|frcpsych|mrcpsych|psy\.?d|d\.?phil|dclinpsych|mbbs|dr\.?med)\.?$/iu;

/** Words that only groups have in their names. */
const groupWord =
  /\b(?:group|consortium|department|ministry|committee|collaborat(?:ion|ive|ors)|network|society|association|university|institute|organi[sz]ation|council|centre|center|agency|team|investigators|initiative|foundation|commission|federation|alliance|task ?force|office|college|trust|hospital|service|services|programme?|project|study)\b/iu;
const chineseGroup = /(?:协会|学会|委员会|课题组|协作组|研究组|大学|学院|医院|中心|部|局|编写组|专家组|联盟)$/u;

const han = /^[\p{Script=Han}·•・]+$/u;
const initials = /^(?:\p{Lu}\.?-?){1,3}$/u;

/**
 * Cuts a name into its parts by rule, and names the rule. Latin names in given-surname order are cut before the last
 * token, with the particles before it; Chinese names after the surname of the table; what has the words of a group, or
 * one word alone, stays whole as `literal`.
 */
export function cutName(written: string): CutName {
  const text = foldSpace(written);
  const compact = text.replace(/\s/gu, '');
  if (han.test(compact)) return cutChinese(text, compact);
  if (groupWord.test(text) && text.includes(' '))
    return { name: { written: text, literal: text }, derived: 'name-of-a-group' };
  const comma = text.split(/\s*,\s*/u);
  if (comma.length === 2 && comma[0] && comma[1] && !degrees.test(comma[1]) && !suffixes.test(comma[1]))
    return { name: { written: text, ...familyOf(comma[0].split(' ')), given: comma[1] }, derived: 'name-cut-at-comma' };
  return cutLatin(text, comma);
}

function cutChinese(text: string, compact: string): CutName {
  if (chineseGroup.test(compact) && compact.length > 4)
    return { name: { written: text, literal: compact }, derived: 'name-of-a-group' };
  // A name set with a dot is a foreign one in Chinese letters: given name first.
  if (/[·•・]/u.test(compact)) return { name: { written: text, literal: compact }, derived: 'name-kept-whole' };
  for (const length of [2, 1]) {
    const family = compact.slice(0, length);
    if (surnames.has(family) && compact.length > length && compact.length <= length + 2)
      return { name: { written: text, family, given: compact.slice(length) }, derived: 'name-cut-at-surname-table' };
  }
  return { name: { written: text, literal: compact }, derived: 'name-kept-whole' };
}

function cutLatin(text: string, comma: string[]): CutName {
  const suffix = comma.slice(1).find((part) => suffixes.test(part));
  const tokens = (comma[0] ?? text).split(' ').filter((token) => !degrees.test(token));
  const last = tokens.at(-1) ?? '';
  const ending = suffix ?? (tokens.length > 2 && suffixes.test(last) ? tokens.pop() : undefined);
  const tail = ending ? { suffix: ending } : {};
  if (tokens.length < 2) return { name: { written: text, literal: tokens[0] ?? text }, derived: 'name-kept-whole' };
  // "Huggett C": nobody's family name is one to three capitals behind a longer word.
  if (initials.test(tokens.at(-1) ?? '') && !initials.test(tokens[0] ?? '')) {
    const given = tokens.at(-1) ?? '';
    return {
      name: { written: text, ...familyOf(tokens.slice(0, -1)), given, ...tail },
      derived: 'name-cut-before-initials',
    };
  }
  let start = tokens.length - 1;
  while (start > 1 && particles.has((tokens[start - 1] ?? '').toLowerCase()) && isLower(tokens[start - 1] ?? ''))
    start--;
  return {
    name: { written: text, ...familyOf(tokens.slice(start)), given: tokens.slice(0, start).join(' '), ...tail },
    derived: 'name-cut-at-last-token',
  };
}

/** A particle is written small; `Van Dyke` and `De Luca` are family names as they stand. */
const isLower = (token: string): boolean => token === token.toLowerCase();

function familyOf(tokens: readonly string[]): { family: string; particle?: string } {
  let count = 0;
  while (
    count < tokens.length - 1 &&
    particles.has((tokens[count] ?? '').toLowerCase()) &&
    isLower(tokens[count] ?? '')
  )
    count++;
  const family = tokens.slice(count).join(' ');
  return count ? { particle: tokens.slice(0, count).join(' '), family } : { family };
}
