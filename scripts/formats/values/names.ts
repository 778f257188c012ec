import type { Name } from '#domain/person';

export interface ReadName {
  name: Name;
  /** The rule that cut the name where the source does not. */
  derived?: string;
}

/** Words before a family name that belong to it, in lower case as CSL's non-dropping particles. */
const particles = new Set(
  'van von der den de del della di da dos das do du la le les ten ter te zu zum zur af av el al bin ibn y'.split(' '),
);
export const suffixes = /^(?:jr|sr|ii|iii|iv|2nd|3rd|esq|filho|neto|j\u00fanior|junior)\.?$/iu;
/** Degrees that are no initials, however they are written. */
export const degrees =
  /^(?:phd|ph\.d\.|msc|m\.sc\.|bsc|b\.sc\.|mph|mbbs|mbchb|mrcpsych|frcp(?:sych)?|psyd|psy\.d\.|dphil|edd|ed\.d\.|bsn|msn|msw|lcsw|dnp|pharmd|facsm|dr\.|prof\.?)$/iu;
/** Degrees that are written as initials are, and so count as degrees only where a name is whole without them. */
const plainDegrees = /^(?:MD|MA|RN|BA|MS|BS|Dr|M\.D\.|M\.A\.|M\.S\.)$/u;
/** Words that a person's name does not hold. */
export const groupWords =
  /\b(?:group|groups|consortium|collaboration|collaborators?|committee|organi[sz]ation|association|society|department|ministry|university|institute|institution|cent(?:er|re)|college|team|network|initiative|task force|investigators|council|commission|agency|foundation|federation|academy|board|panel|programme?|project|alliance|partnership|working party|study|trialists|registry|hospital|school|office|bureau|bank)\b|协会|学会|委员会|研究院|研究所|大学|学院|中心|医院|小组|课题组|编辑部|协作组|联盟/iu;

/** Chinese surnames of two characters; every other Chinese name is cut after its first. */
export const twoCharacterSurnames = new Set(
  '欧阳 司马 上官 诸葛 司徒 东方 夏侯 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 鲜于 闾丘 司空 端木 百里 呼延 南宫 轩辕 独孤 歐陽 司馬 諸葛 東方 長孫'.split(
    ' ',
  ),
);

/** Capitals that stand for given names: `BS`, `J.-P.`, `M.A.`; never a whole word in capitals. */
const initials = /^(?:\p{Lu}\.?(?:[-\s]?\p{Lu}\.?){0,4}|\p{Lu}[a-z]?\.(?:-?\p{Lu}[a-z]?\.){0,4})$/u;

export const isInitials = (word: string): boolean => initials.test(word);

/** The particle in lower case at a family name's beginning, and the rest. */
function cutParticle(text: string): { particle?: string; family: string } {
  const words = text.split(' ');
  let n = 0;
  while (n < words.length - 1 && (particles.has(words[n] ?? '') || /^(?:d'|l'|’t|'t)$/u.test(words[n] ?? ''))) n++;
  return n ? { particle: words.slice(0, n).join(' '), family: words.slice(n).join(' ') } : { family: text };
}

/** `Jan MD`, `Martin D. MPH`: what stands behind given names that are written out is a degree. */
function withoutDegrees(given: string | undefined): string | undefined {
  const words = given?.split(' ') ?? [];
  while (
    words.length > 1 &&
    (degrees.test(words.at(-1) ?? '') || plainDegrees.test(words.at(-1) ?? '')) &&
    /\p{Ll}{2}/u.test(words[0] ?? '')
  )
    words.pop();
  return given === undefined ? undefined : words.join(' ');
}

function person(written: string, familyText: string, before?: string, suffix?: string): Name {
  const { particle, family } = cutParticle(familyText);
  // "null" is what programs write for nothing, and a full stop after a whole word ends a list.
  const given = before === 'null' ? undefined : withoutDegrees(before)?.replace(/(?<=\p{Ll}{3})\.$/u, '');
  return {
    written,
    family,
    ...(given ? { given } : {}),
    ...(particle ? { particle } : {}),
    ...(suffix ? { suffix } : {}),
  };
}

export const isHan = (text: string) => /^[\p{Script=Han}·•\s]+$/u.test(text);

function chinese(written: string): ReadName {
  const plain = written.replace(/\s+/gu, '');
  if (/[·•]/u.test(plain)) return { name: { written, literal: plain } };
  const parts = written.split(/\s+/u);
  const first = parts[0] ?? '';
  // A space that the source puts after the surname cuts the name itself.
  if (parts.length === 2 && first.length <= 2 && (first.length === 1 || twoCharacterSurnames.has(first)))
    return { name: { written, family: first, given: parts[1] ?? '' } };
  if (plain.length < 2 || plain.length > 4 || groupWords.test(plain)) return { name: { written, literal: plain } };
  const n = plain.length > 2 && twoCharacterSurnames.has(plain.slice(0, 2)) ? 2 : 1;
  return {
    name: { written, family: plain.slice(0, n), given: plain.slice(n) },
    derived: 'chinese-name-cut-at-surname',
  };
}

/**
 * A name as a reference file writes it. `Family, Given` and `Family, Given, Suffix` are the source's own cut; without a
 * comma initials after a family name (`Shruthi BS`), a Chinese surname or else the last word cut it by rule.
 */
export function readName(text: string): ReadName | undefined {
  const written = text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^[,;.*]+\s?|\s?(?<![;*])[;*]+$/gu, '');
  if (!/[\p{L}]/u.test(written)) return undefined;
  const braced = /^\{(.+)\}\s*,?$/u.exec(written)?.[1];
  if (braced) return { name: { written, literal: braced } };
  // RIS writes a group with a comma after it.
  if (/,$/u.test(written)) return { name: { written, literal: written.replace(/\s?,$/u, '') } };
  if (isHan(written.replace(/[,，]/gu, ''))) {
    const pair = /^([^\s,，]+)\s?[,，]\s?([^\s,，]+)$/u.exec(written);
    if (pair) return { name: { written, family: pair[1] ?? '', given: pair[2] ?? '' } };
    return chinese(written);
  }
  const commas = written
    .split(/\s?,\s?/u)
    .filter((part, i) => part && (i === 0 || !(degrees.test(part) || (i > 1 && plainDegrees.test(part)))));
  const [family = '', second = '', third = ''] = commas;
  if (commas.length >= 2 && !(groupWords.test(written) && commas.length > 2)) {
    if (groupWords.test(family) && !isInitials(second)) return { name: { written, literal: written } };
    if (commas.length === 2 && suffixes.test(second)) {
      const whole = withoutComma(written, family);
      return whole && { ...whole, name: { ...whole.name, suffix: second } };
    }
    if (commas.length === 2) return { name: person(written, family, second) };
    if (suffixes.test(second)) return { name: person(written, family, third, second) };
    if (commas.length === 3 && suffixes.test(third)) return { name: person(written, family, second, third) };
    return { name: person(written, family, commas.slice(1).join(', ')) };
  }
  return withoutComma(written, family || written);
}

const isLetter = (word: string): boolean => /^\p{Lu}\.?$/u.test(word);

/** Words in small letters are a family name before any initials; words in capitals alone only before a single letter. */
const isFamily = (words: readonly string[], end: string): boolean =>
  words.some((word) => /\p{Ll}/u.test(word)) || (isLetter(end) && words.every((word) => word.length > 1));

function withoutComma(written: string, text: string): ReadName | undefined {
  const all = text.split(' ').filter((word) => !degrees.test(word));
  const words =
    all.length > 2 && plainDegrees.test(all.at(-1) ?? '') && !isInitials(all.at(-2) ?? '') ? all.slice(0, -1) : all;
  const last = words.at(-1);
  if (!last) return undefined;
  if (words.length === 1 || groupWords.test(text)) return { name: { written, literal: words.join(' ') } };
  const suffix = suffixes.test(last) && words.length > 2 ? last : undefined;
  if (suffix) words.pop();
  // `Shruthi BS`, `van der Berg J.`, `Garcia Lopez MJ 2nd`, `Brownstein C D`: initials follow the family name.
  let first = words.length;
  while (
    first > 1 &&
    isInitials(words[first - 1] ?? '') &&
    (first === words.length || isLetter(words[first - 1] ?? ''))
  )
    first--;
  const family = words.slice(0, first);
  if (first < words.length && isFamily(family, words[first] ?? '')) {
    // A list's full stop is no part of the last one's initials.
    const given = words
      .slice(first)
      .join(' ')
      .replace(/(?<=\p{Lu}{2})\.$/u, '');
    return { name: person(written, family.join(' '), given, suffix), derived: 'name-cut-before-initials' };
  }
  let cut = words.length - 1;
  while (cut > 1 && particles.has(words[cut - 1] ?? '')) cut--;
  return {
    name: person(written, words.slice(cut).join(' '), words.slice(0, cut).join(' '), suffix),
    derived: 'name-cut-at-last-token',
  };
}
