/** Cuts the names of one row: what is a family name in one of them shows the order of all. */

import { readName, type CutName } from './names.ts';
import { isPinyinRow } from './pinyin-names.ts';

const particle = '(?:van|von|de|der|den|del|della|di|da|dos|du|ter|ten)';
const familyAhead = new RegExp(
  `^(?:${particle}\\s)+\\p{Lu}\\S+\\s\\p{Lu}\\p{Ll}|^(?:O['’]|Mc|Mac|Fitz)\\p{Lu}\\S+\\s\\p{Lu}\\p{Ll}|\\p{Ll}\\s\\p{Lu}\\p{Ll}\\S+\\s\\p{Lu}\\.$|^\\p{Lu}\\p{Ll}{1,4}\\s\\p{Lu}\\p{Ll}{1,5}-\\p{Ll}{2,5}$`,
  'u',
);
const givenAhead = new RegExp(
  `^\\p{Lu}\\S*\\s(?:\\p{Lu}\\.?\\s|${particle}\\s)|^\\p{Lu}\\.|\\s(?:O['’]|Mc|Mac)\\p{Lu}\\S+$`,
  'u',
);

/**
 * Whether a row of names without commas has the family name first: "van der Plas Geertje", "O'Neill Sinéad" and "Quimby
 * Rachel A." can be read in no other way, and no name of the row speaks against it.
 */
const isFamilyFirst = (names: readonly string[]): boolean =>
  names.every((name) => /^[\p{Script=Latin}\s.'’-]+$/u.test(name) && !givenAhead.test(name)) &&
  names.some(
    (name) => familyAhead.test(name) || (hasGivenNames(names) && /\p{Ll}\s\p{Lu}\p{Ll}\S*\s\p{Lu}$/u.test(name)),
  );

/** Whether no name of a row has initials alone beside the family name: "Quimby Rachel A", not "Di Giacomo L". */
const hasGivenNames = (names: readonly string[]): boolean =>
  names.length > 1 && names.every((name) => /\s\p{Lu}\p{Ll}/u.test(name) && !/^\S+\s\p{Lu}{1,3}$/u.test(name));

const afterFamily = new RegExp(`^((?:${particle}\\s)*\\S+)\\s([^]+)$`, 'u');

/** "van der Plas Geertje": the family name with its particles, then the given names. */
function cutAfterFamily(text: string): CutName | undefined {
  const [, family, given] = afterFamily.exec(text) ?? [];
  const cut = family && given ? readName(`${family}, ${given}`) : undefined;
  return cut && { name: { ...cut.name, written: text }, derived: 'name-cut-after-family' };
}

/** The last word where it is in capitals and the one before it is not. */
function capitalsAtEnd(text: string): string | undefined {
  const [before = '', last = ''] = text.split(/\s/u).slice(-2);
  return /^\p{Lu}{2,}$/u.test(last) && /\p{Ll}/u.test(before) ? last : undefined;
}

function cutBeforeCapitals(text: string): CutName | undefined {
  const family = capitalsAtEnd(text);
  const given = text.slice(0, text.length - (family?.length ?? 0) - 1);
  return family ? { name: { written: text, family, given }, derived: 'name-cut-before-capitals' } : undefined;
}

/** How each name of a row is cut; `familyFirst` where the source writes all names so. */
export function cutterOf(names: readonly string[], familyFirst = false): (text: string) => CutName | undefined {
  // "Haruka IGARASHI, Nguyen Thi LAN": where family names are last in capitals, short ones are no initials.
  if (names.length > 1 && names.some((name) => (capitalsAtEnd(name)?.length ?? 0) >= 4))
    return (text) => cutBeforeCapitals(text) ?? readName(text);
  if (!familyFirst && !isFamilyFirst(names) && !isPinyinRow(names)) return readName;
  return (text) => {
    const own = readName(text);
    // "van der Berg H.": one family name before initials is the same in any row.
    const isSame = own?.derived === 'name-cut-before-initials' && !own.name.family?.includes(' ');
    return isSame || own?.derived === 'name-cut-after-capitals' ? own : (cutAfterFamily(text) ?? own);
  };
}
