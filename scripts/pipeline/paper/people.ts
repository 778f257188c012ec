/** Authors, editors and affiliations of a paper, agreed from all its sources. */

import type { DraftAuthor, Read } from '#domain/draft';
import type { PeopleField } from '#domain/fields';
import type { Author, Paper } from '#domain/paper';
import type { Name } from '#domain/person';
import { surnames } from '#domain/surnames';
import { foldForMatching } from '#domain/text';
import { cleanText } from '#text/clean';
import { plainLetters } from '#text/letters';
import { hasHan } from '#text/han';
import { cutName } from '../../formats/values/names.ts';
import type { Member } from './members.ts';
import { joinOrigins } from './origins.ts';

type People = Pick<Paper, 'authors' | 'affiliations'>;

/** Authors and affiliations of one draft. Equal lines of affiliation become one, with every place. */
function peopleOf({ draft }: Member): People {
  const affiliations: Paper['affiliations'] = [];
  const index: number[] = [];
  const places = new Map<string, number>();
  for (const { value, at } of draft.affiliations) {
    const text = cleanText(value.text);
    const known = places.get(text);
    if (known !== undefined) affiliations[known]?.from.push(...at);
    else if (text && at.length) {
      const parts = partsOf(text);
      places.set(text, affiliations.length);
      affiliations.push({ text, ...(parts.length > 1 ? { parts } : {}), from: [...at] });
    }
    index.push(places.get(text) ?? -1);
  }
  const authors = draft.authors.flatMap((read): Author[] => {
    const bound = [...new Set((read.value.affiliations ?? []).map((i) => index[i] ?? -1))].filter((i) => i >= 0);
    return authorOf(read).map(({ from, ...author }) => ({
      ...author,
      ...(bound.length ? { affiliations: bound } : {}),
      from,
    }));
  });
  return { authors, affiliations };
}

function authorOf({ value, at, derived }: Read<DraftAuthor>): Author[] {
  const cut = partsOfName(value.name, derived);
  if (!cut || !at.length) return [];
  return [{ ...cut, ...(value.orcid ? { orcid: value.orcid } : {}), from: [...at] }];
}

const partsOf = (text: string): string[] =>
  text
    .split(/[;；]/u)
    .map((part) => part.trim())
    .filter(Boolean);

function partsOfName(name: Name, derived: string | undefined): Pick<Author, 'name' | 'derived'> | undefined {
  const cleaned = Object.fromEntries(
    Object.entries(name).flatMap(([key, part]) => (part && cleanText(part) ? [[key, cleanText(part)]] : [])),
  ) as Partial<Name>;
  const written = cleaned.written ?? cleaned.literal ?? [cleaned.given, cleaned.family].filter(Boolean).join(' ');
  if (!written) return undefined;
  if (cleaned.family ?? cleaned.literal) return { name: { ...cleaned, written }, ...(derived ? { derived } : {}) };
  const cut = cutName(written);
  return {
    name: { ...cut.name, ...(cleaned.native ? { native: cleaned.native } : {}) },
    ...(cut.derived ? { derived: cut.derived } : {}),
  };
}

const isShort = (author: Author): boolean =>
  !author.name.literal && !/\p{Ll}|\p{Script=Han}/u.test(author.name.given ?? '');
const isHan = (author: Author): boolean => hasHan(author.name.written);

/**
 * The authors of a paper: the list of the most believed source. But a list with given names comes before a list with
 * initials, and where a paper has both, Latin names come before Chinese ones. The other lists add their places and
 * native names.
 */
export function agreedPeople(members: readonly Member[]): People {
  const all = members.map(peopleOf);
  const lists = all.filter((it) => it.authors.length);
  const cost = ({ authors }: People): number =>
    (authors.filter(isShort).length > authors.length / 2 ? 1 : 0) + (authors.every(isHan) ? 2 : 0);
  const longest = Math.max(0, ...lists.map((it) => it.authors.length));
  const best = lists
    .filter((it) => it.authors.length === longest || it === lists[0])
    .reduce<People | undefined>((a, b) => (a && cost(a) <= cost(b) ? a : b), undefined);
  const bound = best?.affiliations.length ? best : all.find((it) => it.affiliations.length);
  if (!best) return { authors: [], affiliations: bound?.affiliations ?? [] };
  for (const other of lists) if (other !== best) lend(best.authors, other.authors);
  if (bound !== best) for (const author of best.authors) delete author.affiliations;
  return { authors: best.authors, affiliations: bound?.affiliations ?? [] };
}

/** The editors, or the translators, of the most believed source that names any. */
export function agreedList(members: readonly Member[], field: PeopleField): Author[] {
  const lists = members.map(({ draft }) => (draft[field] ?? []).flatMap(authorOf));
  const [best = [], ...others] = lists.filter(({ length }) => length > 0);
  for (const other of others) lend(best, other);
  return best;
}

/** Adds to each author the places, the ORCID and the native name that another source has for the same person. */
function lend(authors: Author[], others: readonly Author[]): void {
  const find = others.length === authors.length ? undefined : finderAmong(others);
  authors.forEach((author, i) => {
    const same = find ? find(author) : others[i];
    if (!same || !isSamePerson(author, same)) return;
    author.from = joinOrigins(author.from, same.from);
    if (same.orcid && !author.orcid) author.orcid = same.orcid;
    if (isHan(same) && !isHan(author)) author.name.native ??= same.name.written.replace(/\s/gu, '');
  });
}

/** Makes a function that finds the first of many people who is the same person, without comparing with each. */
function finderAmong(people: readonly Author[]): (author: Author) => Author | undefined {
  const first = new Map<string, number>();
  people.forEach((one, i) => {
    for (const key of namesOf(one).known) if (!first.has(key)) first.set(key, i);
  });
  return (author) => {
    const found = namesOf(author).asked.flatMap((key) => first.get(key) ?? []);
    const same = people[Math.min(...found)];
    return same && isSamePerson(author, same) ? same : undefined;
  };
}

/** The keys under which a person is found, and the keys to look up for the same person, as `isSamePerson` compares. */
function namesOf(author: Author): { known: string[]; asked: string[] } {
  const { written, family, given } = author.name;
  const whole = `whole ${foldForMatching(written)}`;
  if (!family) return { known: [whole], asked: [whole] };
  const own = `cut ${plain(family)} ${plain(given ?? '')[0] ?? ''}`;
  const [here, there] = isHan(author)
    ? [`read ${surnames.get(family) ?? ''}`, `latin ${surnames.get(family) ?? ''}`]
    : [`latin ${plain(family)}`, `read ${plain(family)}`];
  return { known: [whole, own, here], asked: [whole, own, there] };
}

/**
 * Whether two names are one person: same family name and first letter; across scripts, the pinyin of the family name.
 */
export function isSamePerson(a: Author, b: Author): boolean {
  const [one, two] = [a.name, b.name];
  if (foldForMatching(one.written) === foldForMatching(two.written)) return true;
  if (!one.family || !two.family) return false;
  if (isHan(a) !== isHan(b)) {
    const [chinese, latin] = isHan(a) ? [one.family, two.family] : [two.family, one.family];
    return surnames.get(chinese) === plain(latin);
  }
  return plain(one.family) === plain(two.family) && plain(one.given ?? '')[0] === plain(two.given ?? '')[0];
}

const plain = (text: string): string => plainLetters(text, 'NFKD').replace(/[^\p{L}]/gu, '');
