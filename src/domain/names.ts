import type { Name } from './person.ts';
import { surnameOf } from './surnames.ts';
import { foldSpace } from './text.ts';

/** A name with the rule that cut it; no rule where the source itself says which part is which. */
export interface CutName {
  name: Name;
  derived?: string;
}

/** Words before a family name that belong to it and do not sort (the non-dropping particles of CSL). */
const particles = new Set(
  "van von der den de del della di da do dos das du des la le les el al ter ten te zu zum zur af av y e i bin ibn ben abu st st. san santa d' van't 't".split(
    ' ',
  ),
);

const suffixes = /^(?:jr|sr|jnr|snr|junior|senior|ii|iii|iv)\.?$/iu;
/** Degrees and titles that pages set around names, which are no part of them. */
const degree =
  /^(?:M\.?D|Ph\.?D|D\.?Phil|M\.?Sc|B\.?Sc|M\.?A|B\.?A|M\.?P\.?H|M\.?S|B\.?S|M\.?Ed|Ed\.?D|Psy\.?D|D\.?Clin\.?Psy|D\.?Psych|R\.?N|M\.?S\.?W|M\.?B\.?B\.?S|M\.?B\.?Ch\.?B|FRCP|FRCPsych|MRCPsych|M\.?B\.?A|Dr\.?\s?P\.?H|Sc\.?D|LCSW|M\.?Phil|Dipl?\.?-?Psych|Dr|Prof|Professor|Mr|Mrs|Ms|Assoc|B\.?M|M\.?Psych|BPsych|B\.?Psych|MPsych|Hons|DClinPsych|BHSc|MHSc|DrPH|LMFT|LPC|CPsychol|AFBPsS|FAAN|D\.?O|Pharm\.?D|DNP|MN|MSN|BSN|LL\.?M|J\.?D)\.?$/u;

/** Words that groups have in their names and no person has. */
const group =
  /(?<![\p{L}\p{N}])(?:department|alliance|project|study group|ministry|group|collaborat(?:ion|ive|ors)|consortium|network|committee|organi[sz]ation|association|society|centre|center|institute|university|team|task force|council|agency|foundation|investigators|commission|office|service|services|college|programme|program|initiative|board|trust|hospital|academy|federation|union|government|bureau|unit|univ|hosp|dept|inst|coll|sch|ctr|technol|fac|acad|adm|media|press|publishing|publishers?|verlag|llc|ltd|inc|gmbh|corporation|company|grupo|ministerio|ministério|universidad|universidade|sociedad|asociación|comité|fundación|fundação|fondazione|fondation|universitaria|universitaire|università|université|universität|hochschule|instituto|institut|istituto|facultad|faculdade|escuela|escola|centro|corporación|klinik|klinikum)(?![\p{L}\p{N}])|课题组|研究组|协作组|委员会|学会|协会|编辑部|工作组|专家组|联盟$|中心$|大学$|医院$|研究院$|研究所$|出版社$/iu;

const han = /^[\p{Script=Han}·•・]+$/u;

export const isGroupName = (text: string): boolean => group.test(text);
/** Capitals that stand for given names: `J.`, `M.A.`, `J-P`. */
export const isInitials = (token: string): boolean => /^(?:\p{Lu}\.?-?){1,4}$/u.test(token);
/** A particle is written small; `Van Dyke` and `De Luca` are family names as they stand. */
export const isParticle = (token: string): boolean =>
  particles.has(token.toLowerCase()) && token === token.toLowerCase();
export const isSuffix = (token: string): boolean => suffixes.test(token);

/** Without degrees and titles: "Mary Ann, PhD, MPH" and "Dr Mary Ann" are Mary Ann. */
export function withoutDegrees(text: string): string {
  const parts = text.split(/,\s*/u);
  while (parts.length > 1 && (parts.at(-1) ?? '').split(/\s/u).every((token) => degree.test(token))) parts.pop();
  const tokens = parts.join(', ').split(' ');
  while (
    tokens.length > 2 &&
    // Two capitals without points may be initials, "de Souza MA"; a nurse's stand behind a whole name.
    (!/^\p{Lu}{1,2}$/u.test(tokens.at(-1) ?? '') ||
      (tokens.at(-1) === 'RN' && tokens.slice(0, -1).every((token) => /^\p{Lu}\S*\p{Ll}/u.test(token)))) &&
    degree.test((tokens.at(-1) ?? '').replace(/,$/u, ''))
  )
    tokens.pop();
  while (tokens.length > 2 && /^(?:Dr|Prof|Professor|Mr|Mrs|Ms)\.?$/u.test(tokens[0] ?? '')) tokens.shift();
  return tokens.join(' ').replace(/,$/u, '');
}

/**
 * Cuts a name into its parts by rule, and names the rule. Latin names in given-surname order are cut before the last
 * token, with the particles before it; Chinese names after the surname of the table; what has the words of a group, or
 * one word alone, stays whole as `literal`.
 */
export function cutName(written: string): CutName {
  const text = foldSpace(written);
  const plain = withoutDegrees(text);
  const compact = plain.replace(/\s/gu, '');
  if (han.test(compact)) return cutChinese(text, compact);
  const parts = plain.split(',').map((part) => part.trim());
  const pair = parts.length > 1 && parts.length < 4 && parts.every(Boolean);
  const [family = '', given = '', ending = ''] = pair ? parts : [];
  const isPair = pair && !isSuffix(given) && (!ending || isSuffix(ending));
  if (isGroupName(plain) && plain.includes(' ') && !(isPair && !isGroupName(family) && !plain.includes(' and ')))
    return { name: { written: text, literal: plain }, derived: 'name-of-a-group' };
  if (isPair)
    return {
      name: { written: text, ...familyOf(family.split(' ')), given, ...(ending ? { suffix: ending } : {}) },
      derived: 'name-cut-at-comma',
    };
  if (pair && !ending) return cutLatin(text, `${family} ${given}`);
  return cutLatin(text, plain);
}

function cutChinese(written: string, compact: string): CutName {
  if (isGroupName(compact) && compact.length > 4)
    return { name: { written, literal: compact }, derived: 'name-of-a-group' };
  // A name set with a dot is a foreign one in Chinese letters: given name first.
  const family = /[·•・]/u.test(compact) || compact.length > 4 ? undefined : surnameOf(compact);
  return family
    ? { name: { written, family, given: compact.slice(family.length) }, derived: 'name-cut-at-surname-table' }
    : { name: { written, literal: compact }, derived: 'name-kept-whole' };
}

function cutLatin(written: string, text: string): CutName {
  const tokens = text.split(' ').filter(Boolean);
  const suffix = tokens.length > 2 && isSuffix(tokens.at(-1) ?? '') ? tokens.pop() : undefined;
  const tail = suffix ? { suffix } : {};
  const [first = '', ...others] = tokens;
  if (others.length === 0) return { name: { written, literal: first || written }, derived: 'name-kept-whole' };
  // "SUN Qiwu": a family name in capitals comes first where the rest is not in capitals.
  if (
    /^\p{Lu}{2,}(?:[-'’]\p{Lu}+)*$/u.test(first) &&
    others.every((token) => /\p{Ll}/u.test(token) && !isParticle(token)) &&
    others.length <= 2
  )
    return {
      name: { written, family: inTitleCase(first), given: others.join(' '), ...tail },
      derived: 'name-cut-after-capitals',
    };
  const last = tokens.at(-1) ?? '';
  // "Huggett C": nobody's family name is one to three capitals behind a longer word.
  if (/^(?:\p{Lu}\.?-?){1,3}$/u.test(last) && !isInitials(first))
    return {
      name: { written, ...familyOf(tokens.slice(0, -1)), given: last, ...tail },
      derived: 'name-cut-before-initials',
    };
  let start = tokens.length - 1;
  while (start > 1 && isParticle(tokens[start - 1] ?? '')) start--;
  return {
    name: { written, ...familyOf(tokens.slice(start)), given: tokens.slice(0, start).join(' '), ...tail },
    derived: 'name-cut-at-last-token',
  };
}

const inTitleCase = (token: string): string =>
  token.replace(/\p{L}+/gu, (part) => (part[0] ?? '') + part.slice(1).toLowerCase());

function familyOf(tokens: readonly string[]): { family: string; particle?: string } {
  let count = 0;
  while (count < tokens.length - 1 && isParticle(tokens[count] ?? '')) count++;
  const family = tokens.slice(count).join(' ');
  return count ? { particle: tokens.slice(0, count).join(' '), family } : { family };
}
