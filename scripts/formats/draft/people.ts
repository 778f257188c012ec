/** The people of a list while it is made: adds them, finds one by name, and binds them to addresses. */

import type { Draft } from '#domain/draft';
import type { Name } from '#domain/person';
import { foldForMatching } from '#domain/text';

export type Person = Draft['authors'][number];

/** The authors of a draft, or its editors. */
export interface People {
  list: Person[];
  /** By the letters of the family name, as a short and a full name have it alike. */
  byFamily: Map<string, Person[]>;
  /** By the words of the name in any order. */
  byName: Map<string, Person>;
  /** Marks that bind people to addresses, as the page prints them: "1", "a". */
  marks: Map<Person, readonly string[]>;
  /** Whether a name that is stated again is the same person. A record lists everybody once: two of a name are two people. */
  isOnce: boolean;
  /** Whether everybody is there, as a record or metadata lists them: other names on a page are other people's. */
  isWhole: boolean;
}

export function startPeople(list: Person[], isOnce: boolean): People {
  return { list, byFamily: new Map(), byName: new Map(), marks: new Map(), isOnce, isWhole: false };
}

/** A name's words in one order, so that "Adeyemi, Olu" and "Olu Adeyemi" are one. */
export const nameKey = (name: string): string =>
  foldForMatching(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .sort()
    .join('');

export const familyKey = (name: Name): string =>
  foldForMatching(name.family ?? name.literal ?? '').replace(/[^\p{L}]/gu, '');

/** Somebody of this name, whatever the order of its words. */
export const personNamed = (people: People, name: string): Person | undefined => people.byName.get(nameKey(name));

/** Makes a person who is in the list be found by a name; the one who had the name first keeps it. */
export function know(people: People, person: Person): void {
  const { name } = person.value;
  if (people.isOnce && !personNamed(people, name.written)) people.byName.set(nameKey(name.written), person);
  const family = familyKey(name);
  const others = people.byFamily.get(family);
  if (!others) people.byFamily.set(family, [person]);
  else if (!others.includes(person)) others.push(person);
}

/** Gives somebody another name; the old one is known too. */
export function rename(people: People, person: Person, name: Name): void {
  person.value.name = name;
  know(people, person);
}

/** Binds people to the addresses that their marks name; one with a mark that is nowhere is bound to none. */
export function bindByMarks({ marks }: People, addresses: ReadonlyMap<string, number>): void {
  for (const [person, own] of marks) {
    const bound = own.map((mark) => addresses.get(mark));
    if (bound.every((one) => one !== undefined)) person.value.affiliations = [...new Set(bound)];
  }
}
