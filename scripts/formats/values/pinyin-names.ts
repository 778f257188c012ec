/** Chinese names in pinyin that are written as Chinese names are: the family name first, and no comma behind it. */

import { surnames } from '#domain/surnames';

const families = new Set(surnames.values());
/** Family names of two characters. Nobody has one as a given name. */
const pairs = new Set([...surnames].flatMap(([written, pinyin]) => (written.length > 1 ? [pinyin] : [])));

const syllable = '(?:[zcs]h|[b-df-hj-np-tw-z])?[aeiouü]{1,3}(?:n(?:g(?![aeiouü]))?(?![aeiouü]))?';
/** Words of one syllable or two, as given names are: `Wei`, `Xiaoming`, `Xiao-ming`, `Xi'an`. */
const given = new RegExp(`^${syllable}(?:['’-]?${syllable})?$`, 'iu');
const ofTwo = new RegExp(`^${syllable}['’-]?${syllable}$`, 'iu');

function partsOf(name: string): { family: string; given: string } | undefined {
  const [first = '', second = '', ...more] = name.split(' ');
  if (more.length || !/^\p{Lu}/u.test(second) || !given.test(second)) return undefined;
  return families.has(first.toLowerCase()) && /^\p{Lu}/u.test(first) ? { family: first, given: second } : undefined;
}

/** Whether a name begins with a family name of two characters: "Zhuge Liang". */
export function beginsWithPair(name: string): boolean {
  const parts = partsOf(name);
  return parts !== undefined && pairs.has(parts.family.toLowerCase());
}

/**
 * Whether all names of a row have the family name first: each begins with one, and one at least can be read in no other
 * way, because no family name is like its end, or its beginning is in capitals.
 */
export function isPinyinRow(names: readonly string[]): boolean {
  const all = names.map(partsOf);
  const isClear = (parts: ReturnType<typeof partsOf>): boolean =>
    parts !== undefined &&
    (/^\p{Lu}{2,}$/u.test(parts.family) ||
      pairs.has(parts.family.toLowerCase()) ||
      (ofTwo.test(parts.given) && !families.has(parts.given.toLowerCase())));
  return all.length > 1 && all.every(Boolean) && all.some(isClear);
}
