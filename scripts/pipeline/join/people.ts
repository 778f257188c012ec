/** Compares the authors of two drafts. */

import { pinyin } from 'pinyin-pro';
import { surnames } from '#domain/surnames';
import { hasHan } from '#text/han';
import type { Agreement, Candidate, PersonKey } from './candidate.ts';
import { edits } from '#text/edits';

/** Whether two family names are equal, or one is part of the other ("de los santos", "santos"). */
function sameFamily(a: string, b: string): boolean {
  if (a === b) return true;
  const german = (name: string) => name.replace(/(?<=[aou])e/gu, '');
  if (german(a) === german(b)) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= 3 && ` ${long} `.includes(` ${short} `)) return true;
  return short.length >= 5 && short.replaceAll(' ', '') === long.replaceAll(' ', '');
}

/**
 * Whether two names are one person: the same family, or family and given name exchanged in one of them ("Persson
 * Gunilla" read as a Western name).
 */
function samePerson(a: PersonKey, b: PersonKey): boolean {
  if (sameFamily(a.family, b.family)) return true;
  const turned = (x: PersonKey, y: PersonKey): boolean =>
    x.given.length > 2 && y.given !== '' && x.family[0] === y.given[0] && sameFamily(x.given, y.family);
  return turned(a, b) || turned(b, a);
}

/** Whether two names differ by one misread letter (two in a long name): not the same name, but not surely another. */
const isSlip = (a: string, b: string): boolean => {
  const least = Math.min(a.length, b.length);
  return least >= 5 && edits(a, b, least >= 9 ? 2 : 1) <= (least >= 9 ? 2 : 1);
};

/** `lü`, `lv` and `lyu` are one syllable. */
const oneU = (letters: string): string => letters.replaceAll(' ', '').replace(/([ln])(?:yu|v|ü)/gu, '$1u');

interface Spelt {
  family: string;
  given: string[];
}

const spelt = new Map<string, Spelt[]>();

/**
 * The ways to split and spell a Chinese name: 欧阳若晴 -> ouyang, [ruo, qing]; otherwise the surname is the first
 * character.
 */
function inLatin(han: string): readonly Spelt[] {
  let ways = spelt.get(han);
  if (!ways) {
    const syllables = pinyin(han, { toneType: 'none', type: 'array', surname: 'head', nonZh: 'removed' });
    ways = (han.length > 2 ? [1, 2] : [1]).flatMap((length) => {
      const given = syllables.slice(length);
      const families = [surnames.get(han.slice(0, length)), syllables.slice(0, length).join('')];
      return [...new Set(families)].flatMap((family) => (family ? [{ family: oneU(family), given }] : []));
    });
    spelt.set(han, ways);
  }
  return ways;
}

/**
 * Whether a name in letters may transcribe a name in characters: `whole` where family and given name or its initials
 * agree, `family` where no given name is stated. Some sources exchange the two.
 */
function transcribes(latin: PersonKey, han: string): 'whole' | 'family' | undefined {
  const [family, given] = [oneU(latin.family), oneU(latin.given)];
  const ways = inLatin(han);
  if (given)
    return ways.some((way) => [[family, given] as const, [given, family] as const].some((one) => spells(one, way)))
      ? 'whole'
      : undefined;
  const whole = ways.some((way) => {
    const rest = oneU(way.given.join(''));
    return rest && (family === way.family + rest || family === rest + way.family);
  });
  return whole ? 'whole' : ways.some((way) => way.family === family) ? 'family' : undefined;
}

const spells = ([family, given]: readonly [string, string], way: Spelt): boolean =>
  family === way.family && isGiven(given, way.given);

/** True for "ruo qing", "ruoqing", "r q", "rq" and "r" where the syllables are [ruo, qing]. */
function isGiven(letters: string, syllables: readonly string[]): boolean {
  if (letters === oneU(syllables.join(''))) return true;
  const initials = syllables.map((syllable) => syllable[0]).join('');
  return letters.length > 0 && letters.length <= initials.length && initials.startsWith(letters);
}

/**
 * Compares names in characters with names in letters. If none agrees, that says little: a name has many transcriptions.
 */
function acrossScripts(han: readonly PersonKey[], latin: readonly PersonKey[]): Agreement {
  let wholes = 0;
  let families = 0;
  const free = [...latin];
  for (const { family } of han) {
    const at = free.findIndex((name) => transcribes(name, family));
    const found = free[at];
    if (!found) continue;
    if (transcribes(found, family) === 'whole') wholes++;
    else families++;
    free.splice(at, 1);
  }
  const least = Math.min(han.length, latin.length);
  return (wholes > 0 || families > 1) && (wholes + families) / least > 0.6 ? 'same' : 'unknown';
}

export function authors(a: Candidate, b: Candidate): Agreement {
  const [first] = a.people;
  const [other] = b.people;
  if (!first || !other) return 'unknown';
  if (a.latinAuthors !== b.latinAuthors)
    return a.latinAuthors ? acrossScripts(b.people, a.people) : acrossScripts(a.people, b.people);
  if (samePerson(first, other)) return 'same';
  // The order may differ: most names of the shorter list must be in the other.
  const [short, long] = a.people.length <= b.people.length ? [a.people, b.people] : [b.people, a.people];
  const shared = short.filter((name) => long.some((one) => samePerson(name, one))).length;
  const alike = short.filter((name) =>
    long.some((one) => samePerson(name, one) || isSlip(name.family, one.family)),
  ).length;
  if (short.length >= 2 && shared > 0 && alike / short.length > 0.6) return 'same';
  if (isSlip(first.family, other.family)) return 'unknown';
  // A record that names only the group, or one of many authors, says nothing for or against.
  return short.length === 1 && long.length > 1 && shared === 1 ? 'unknown' : 'different';
}

/** Whether both have the same people in the same order, at least one; across scripts as far as transcriptions show. */
export const sameAuthors = (a: Candidate, b: Candidate): boolean =>
  a.people.length > 0 &&
  a.people.length === b.people.length &&
  a.people.every((name, i) => {
    const other = b.people[i];
    if (!other) return false;
    if (hasHan(name.family) === hasHan(other.family)) return samePerson(name, other);
    return hasHan(name.family)
      ? transcribes(other, name.family) !== undefined
      : transcribes(name, other.family) !== undefined;
  });
