/**
 * Puts statements about people into a draft: authors, groups, ORCID iDs and affiliations. Each function reads one
 * meaning and says what it took.
 */

import { again } from './claims.ts';
import { lost } from './damaged.ts';
import { foldedKey, read, type Making, type Take, type Taken } from './making.ts';
import { familyKey, know, personNamed, rename, type Person } from './people.ts';
import { sayAgain } from './people-again.ts';
import { addressMark } from '../values/addresses.ts';
import { findOrcid } from '../values/identifiers.ts';
import { splitNames } from '../values/author-lines.ts';
import { cutterOf } from '../values/name-rows.ts';
import { isJapaneseName } from '../values/name-shapes.ts';
import type { NamePiece } from '../values/name-pieces.ts';
import { isNobody, isOthers } from '../values/name-separators.ts';
import { readName, type CutName } from '../values/names.ts';
import { fold, placesFor, rangesOf, slice, trim, type Traced } from '../text/traced.ts';
import { foldForMatching } from '#domain/text';
import type { Statement } from './statement.ts';

/** Adds somebody to the list; who is there already gets the further place. False where nobody is named. */
function addPerson(making: Making, s: Statement, p: Traced, named: CutName | undefined): boolean {
  if (!named) return false;
  const { people } = making;
  const said = people.isOnce ? personNamed(people, named.name.written) : undefined;
  if (said) {
    again(making, said, p);
    return true;
  }
  if (people.isWhole) return false;
  const made = read(making, { name: named.name, ...(s.orcid ? { orcid: s.orcid } : {}) }, p, named.derived);
  if (!made.at.length) return false;
  const poorer = people.list.at(-1);
  const plainer = p.text.replace(/[^\u0000-\u007f]/gu, '');
  // A page may print a name twice, once with the letters gone that its first font lacked: "Mike Msko", "Mike Mösko".
  if (poorer && plainer !== p.text && poorer.value.name.written === plainer) {
    rename(people, poorer, named.name);
    poorer.at.unshift(...made.at);
    return true;
  }
  people.list.push(made);
  if (s.marks?.length) people.marks.set(made, s.marks);
  know(people, made);
  return true;
}

/** The author that a second statement of a name (AU after FAU, AF after AU) repeats. */
function sameAuthor(making: Making, named: CutName | undefined): Person | undefined {
  if (!named) return undefined;
  const initial = (name: CutName['name']) => name.given?.[0]?.toLowerCase();
  const own = initial(named.name);
  return making.people.byFamily
    .get(familyKey(named.name))
    ?.find(({ value: { name } }) => !initial(name) || !own || initial(name) === own);
}

/** The length of what newspapers set before a name: `本报记者 张三`. Of a group it is said for whom it wrote. */
const roleBefore = (text: string): number =>
  /^\s{0,9}(?:(?:本报|本刊|特约|见习)?(?:记者|通讯员)[\s:：\u3000]{1,3}(?=\p{Script=Han}{2,4}(?:[\s,，;；]|$))|(?:and )?(?:for|on behalf of) (?:the )?(?=\p{Lu}.{2,200}(?:group|consortium|network|collaborat|investigators|team|committee)))/iu.exec(
    text,
  )?.[0].length ?? 0;

function withoutRole(making: Making, value: Traced): Traced {
  const from = roleBefore(value.text);
  const [role] = rangesOf(making.source, slice(value, 0, from));
  if (role) making.claim(...role, { kind: 'furniture', rule: 'record-syntax' }, value.pointer);
  return slice(value, from);
}

export function takeAuthors(making: Making, s: Statement): Taken {
  const pieces: readonly NamePiece[] =
    s.pieces ?? splitNames(withoutRole(making, s.value)).map((traced) => ({ traced }));
  const named = pieces.filter(({ traced: { text } }) => !isOthers(text) && !isNobody(text) && !lost('author', text));
  const row = named.map(({ traced }) => traced);
  const same = making.people.isOnce ? sayAgain(making, row) : undefined;
  if (same) return same;
  const cut = cutterOf(
    row.map(({ text }) => text),
    making.familyFirst,
  );
  const used = named.filter(({ traced, marks }) => addWritten(making, { ...s, marks }, traced, cut));
  if (used.length) return used.map(({ traced }) => traced);
  const text = s.value.text.trim();
  return isNobody(text) || isOthers(text) ? { rule: 'states-nothing' } : 'unread';
}

/** A name as a list has it: without the address, number or role that some databases write after it. */
function addWritten(making: Making, s: Statement, p: Traced, cut: (text: string) => CutName | undefined): boolean {
  const orcid = findOrcid(p.text)?.value;
  const bare = slice(p, 0, undecorated(p.text).length);
  const [more] = rangesOf(making.source, slice(p, bare.text.length, p.text.length));
  if (!orcid && more) making.claim(...more, { kind: 'furniture', rule: 'author-identifiers' }, s.value.pointer);
  return addPerson(making, orcid ? { ...s, orcid } : s, orcid ? p : bare, cut(bare.text));
}

/** What is in brackets after a name and is not a name: an address, a number, a role. */
const aside = /^\d{6,12}$|^(?:\d{1,2}|[*#†])(?:, ?(?:\d{1,2}|[*#†]))*$|@|orcid|0000-000|author|inventor|^eds?\.?$/iu;
const orcidAtEnd = /(?:orcid\s?:?\s?)?(?:https?:\/\/orcid\.org\/)?\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/iu;
/** More than the longest way to write an ORCID. */
const orcidLength = 60;

/**
 * A name without `(name@example.org)`, `[Inventor, Reprint Author]`, `(ORCID: 0000-…)`, `https://orcid.org/0000-…` and
 * `name@example.org` after it. They are taken off one by one from the end.
 */
export function undecorated(written: string): string {
  for (let text = written.trimEnd(); ;) {
    const at = decorationAt(text);
    if (at === undefined) return text;
    text = text.slice(0, at).trimEnd();
  }
}

/** Where the last decoration of a text begins; `undefined` if it ends in something else. */
function decorationAt(text: string): number | undefined {
  const last = text.at(-1);
  if (last === ')' || last === ']') {
    const inside = text.slice(0, -1);
    const open = Math.max(inside.lastIndexOf('('), inside.lastIndexOf('['));
    const isBracket = open > Math.max(inside.lastIndexOf(')'), inside.lastIndexOf(']'));
    return isBracket && aside.test(inside.slice(open + 1)) ? open : undefined;
  }
  const orcid = orcidAtEnd.exec(text.slice(-orcidLength));
  if (orcid) return Math.max(0, text.length - orcidLength) + orcid.index;
  const word = text.lastIndexOf(' ') + 1;
  const at = text.indexOf('@', word);
  return at > word && /^@[^\s.]+\.\S/u.test(text.slice(at)) ? word : undefined;
}

export const takeAuthor: Take = (making, s) => {
  const p = withoutRole(making, trim(fold(s.value)));
  if (s.name) return addPerson(making, s, p, { name: s.name }) ? [p] : 'unread';
  // One name is the rule of such a field; several are separated by what no name contains, or by commas or a word.
  const text = undecorated(p.text);
  const isRow =
    /[;；|]|,.*,|\sand\s/u.test(text) ||
    (/\p{Script=Han}[\s、,，]+\p{Script=Han}{2}/u.test(text) && !isJapaneseName(text.replace(/\s?[,，]\s?/u, ' ')));
  const taken = takeAuthors(making, { ...s, value: p, ...(isRow ? {} : { pieces: [{ traced: p }] }) });
  return taken === 'unread' && !/[\p{L}\p{N}]/u.test(p.text) ? [p] : taken;
};

/**
 * The author whose full name has the family name first and no comma (`Zhang Chunwei`), which the short name shows (`Zhang,
 * CW`). The full name was read the other way round, and is turned.
 */
function turned(making: Making, short: CutName | undefined): Person | undefined {
  const { family, given } = short?.name ?? {};
  if (!family || !given || !/,/u.test(short?.name.written ?? '')) return undefined;
  const author = making.people.list.find(
    ({ value: { name } }) =>
      !/,/u.test(name.written) &&
      foldForMatching(name.given ?? '') === foldForMatching(family) &&
      name.family?.[0]?.toLowerCase() === given[0]?.toLowerCase(),
  );
  if (!author) return undefined;
  const { name } = author.value;
  author.value.name = {
    ...name,
    ...(name.given ? { family: name.given } : {}),
    ...(name.family ? { given: name.family } : {}),
  };
  return author;
}

export const takeFullName: Take = (making, s) => {
  const named = s.name ? { name: s.name } : readName(s.value.text);
  const place = (sameAuthor(making, named) ?? turned(making, named))?.at[0];
  if (place) return { copyOf: place };
  // Two lists of equal length are one list in two spellings: the second adds nobody.
  const [first] = making.parallelAuthors ? (making.people.list[0]?.at ?? []) : [];
  return first ? { copyOf: first } : takeAuthor(making, s);
};

export const takeFullNames: Take = (making, s) => {
  const place = making.people.list[0]?.at[0];
  return place ? { copyOf: place } : takeAuthors(making, s);
};

export const takeGroup: Take = (making, s) => {
  const p = trim(fold(s.value));
  const named = p.text ? { name: { written: p.text, literal: p.text.replace(/[.,;]$/u, '') } } : undefined;
  return addPerson(making, s, p, named) ? [p] : 'unread';
};

export const takeOrcid: Take = (making, s) => {
  const orcid = findOrcid(s.value.text)?.value;
  const author = making.people.list.at(-1);
  if (!orcid || !author) return { rule: 'author-identifiers' };
  author.value.orcid ??= orcid;
  author.at.push(...placesFor(making.source, s.value));
  return [s.value];
};

/** An address without the mark before it. One that is there already is stated again. */
export const takeAffiliation: Take = (making, s) => {
  const { affiliations } = making.draft;
  const whole = trim(fold(s.value));
  const lead = addressMark.exec(whole.text);
  const p = fold(slice(whole, lead?.[0].length ?? 0));
  if (!/\p{L}/u.test(p.text)) return 'unread';
  const known = making.affiliationAt.get(foldedKey(p.text));
  const index = known ?? affiliations.push(read(making, { text: p.text }, p)) - 1;
  making.affiliationAt.set(foldedKey(p.text), index);
  for (const mark of s.marks ?? (lead?.[1] ? [lead[1]] : []))
    if (!making.addressOf.has(mark)) making.addressOf.set(mark, index);
  const author = s.label === 'last-author' ? making.people.list.at(-1) : undefined;
  if (author) (author.value.affiliations ??= []).push(index);
  const said = known === undefined ? undefined : affiliations[known];
  if (said) again(making, said, p);
  return [p];
};
