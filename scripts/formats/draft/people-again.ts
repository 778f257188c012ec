/** Reads a row of names that says the people of a list again: in Latin letters, or with their given names in full. */

import type { Name } from '#domain/person';
import { hasHan } from '#text/han';
import type { Making } from './making.ts';
import { nameKey, rename } from './people.ts';
import { readName, type CutName } from '../values/names.ts';
import { placesFor, type Traced } from '../text/traced.ts';

/** The names of the row, where the people are there already; nothing where they are others. */
export const sayAgain = (making: Making, row: readonly Traced[]): readonly Traced[] | undefined =>
  isInLatinLetters(making, row) || isInFull(making, row) ? row : undefined;

/** A word of syllables, as Chinese names have them in Latin letters: "Xiaoming", "Hsu", "Ng", "Maimaiti". */
const syllables =
  /^(?:(?:zh|ch|sh|hs|ts|tz|kw|gw|ng|[bpmfdtnlgkhjqxrzcsyw])?(?:[aeiouü]{1,3}(?:ng|n|m|k|p|t|r|h)?|g)){1,4}$/iu;

/** True for a name that is surely no Chinese one in Latin letters, such as "Castro": other people sign Chinese papers too. */
const isForeign = (written: string): boolean =>
  written.split(/[^\p{L}]+/u).some((word) => word.length > 2 && !syllables.test(word));

/** The same people after their Chinese names, one for one: the name in their own script stays beside it as `native`. */
function isInLatinLetters({ source, people }: Making, row: readonly Traced[]): boolean {
  const { list } = people;
  if (list.length === 0 || row.some(({ text }) => hasHan(text))) return false;
  if (list.some(({ value: { name } }) => !hasHan(name.native ?? name.written))) return false;
  const arePeople = list.every(({ value: { name } }) => name.native ?? name.family);
  if (arePeople && row.every(({ text }) => isForeign(text))) return false;
  if (row.length !== list.length) return true;
  for (const [i, person] of list.entries()) {
    const own = person.value.name;
    const name = readName(row[i]?.text ?? '')?.name;
    person.at.push(...placesFor(source, row[i] as Traced));
    if (own.native || !name?.family) continue;
    const native = own.family ? `${own.family}${own.given ?? ''}` : own.written;
    rename(people, person, { ...name, native });
    delete person.derived;
  }
  return true;
}

/** Whether a name has only initials where the other has given names; a group has neither. */
const isShortOf = (name: Name, full: Name | undefined): boolean =>
  !name.literal &&
  isInitials(name.given) &&
  full?.given !== undefined &&
  !isInitials(full.given) &&
  nameKey(full.family ?? '') === nameKey(name.family ?? '') &&
  full.given[0] === name.given?.[0];

const isInitials = (given: string | undefined): boolean =>
  given !== undefined && /^(?:\p{Lu}\.?[\s-]?){1,4}$/u.test(given);

/** The same people, or some of them, with their given names in full where only initials were read: the fuller name stays. */
function isInFull({ source, people }: Making, row: readonly Traced[]): boolean {
  const names = row.map(({ text }) => readName(text));
  const fitting = names.map((full) => people.list.filter(({ value: { name } }) => isShortOf(name, full?.name)));
  // One person is meant by each name, and none by two.
  const list = fitting.flatMap((found) => (found.length === 1 ? found : []));
  if (list.length !== row.length || new Set(list).size !== list.length) return false;
  for (const [i, person] of list.entries()) {
    const { name, derived } = names[i] as CutName;
    rename(people, person, name);
    person.at.unshift(...placesFor(source, row[i] as Traced));
    if (derived) person.derived = derived;
    else delete person.derived;
  }
  return true;
}
