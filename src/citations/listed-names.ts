/** Names in formats that cut a list of names at its commas. */

import { invertedName, type Name } from '#domain/person';

/** True for an organisation; a person known by one name has no given name either, but is one word and no acronym. */
export const isGroup = (name: Name): boolean =>
  !name.family && (/\s/u.test(name.written) || name.written === name.written.toUpperCase());

/** A group's name with nothing in it that a list of names is cut at: such a comma is in full width. */
const uncut = (name: Name): string =>
  (name.literal ?? name.written).replace(/([,;])\s*/gu, (_, sign: string) => (sign === ',' ? '，' : '；'));

/**
 * A name for formats that cut it at its commas: "Family, Given, Suffix". A group ends in a comma, or readers would take its
 * last word for a family name.
 */
export const listedName = (name: Name): string => (isGroup(name) ? `${uncut(name)},` : invertedName(name));

/**
 * Like `listedName`, but for programs that look at only two parts: the suffix follows the given names, as MEDLINE has
 * it.
 */
export function namedInTwo(name: Name): string {
  if (!name.family || !name.suffix) return listedName(name);
  const { suffix, ...rest } = name;
  return invertedName({ ...rest, given: [name.given, suffix].filter(Boolean).join(' ') });
}
