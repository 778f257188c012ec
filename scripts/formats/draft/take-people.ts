/**
 * Puts statements about people into a draft: authors, groups, ORCID iDs and affiliations. Each function reads one
 * meaning and says what it took.
 */

import type { Draft } from '#domain/draft';
import { foldForMatching } from '#domain/text';
import { claimCopy } from './claims.ts';
import { read, type Making, type Take, type Taken } from './making.ts';
import { findOrcid } from '../values/identifiers.ts';
import { splitNames } from '../values/name-lists.ts';
import { isNobody, isOthers } from '../values/name-separators.ts';
import { readName, type CutName } from '../values/names.ts';
import { fold, placesFor, rangesOf, slice, trim, type Traced } from '../text/traced.ts';
import type { Statement } from './statement.ts';

function addAuthor(making: Making, s: Statement, p: Traced, named: CutName | undefined): boolean {
  if (!named) return false;
  const value = { name: named.name, ...(s.orcid ? { orcid: s.orcid } : {}) };
  const made = read(making, value, p, named.derived);
  if (!made.at.length) return false;
  making.draft.authors.push(made);
  const family = familyKey(named.name);
  const others = making.authorsByFamily.get(family);
  if (others) others.push(made);
  else making.authorsByFamily.set(family, [made]);
  return true;
}

const familyKey = (name: CutName['name']): string =>
  foldForMatching(name.family ?? name.literal ?? '').replace(/[^\p{L}]/gu, '');

/** The author that a second statement of a name (AU after FAU, AF after AU) repeats. */
function sameAuthor(making: Making, named: CutName | undefined): Draft['authors'][number] | undefined {
  if (!named) return undefined;
  const initial = (name: CutName['name']) => name.given?.[0]?.toLowerCase();
  const own = initial(named.name);
  return making.authorsByFamily
    .get(familyKey(named.name))
    ?.find(({ value: { name } }) => !initial(name) || !own || initial(name) === own);
}

export function takeAuthors(making: Making, s: Statement): Taken {
  const used = splitNames(s.value)
    .map((one) => trim(fold(one)))
    .filter((one) => !isOthers(one.text) && !isNobody(one.text) && addWritten(making, s, one));
  if (used.length) return used;
  return isNobody(s.value.text.trim()) ? { rule: 'states-nothing' } : 'unread';
}

/** A name as a list has it: without the address, number or role that some databases write after it. */
function addWritten(making: Making, s: Statement, p: Traced): boolean {
  const orcid = findOrcid(p.text)?.value;
  const bare = slice(p, 0, undecorated(p.text).length);
  const [more] = rangesOf(making.source, slice(p, bare.text.length, p.text.length));
  if (!orcid && more) making.claim(...more, { kind: 'furniture', rule: 'author-identifiers' }, s.value.pointer);
  return addAuthor(making, orcid ? { ...s, orcid } : s, orcid ? p : bare, readName(bare.text));
}

/** What is in brackets after a name and is not a name: an address, a number, a role. */
const aside = /^\d{6,12}$|@|orcid|0000-000|author|inventor|^eds?\.?$/iu;
const orcidAtEnd = /(?:orcid\s?:?\s?)?(?:https?:\/\/orcid\.org\/)?\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/iu;
/** More than the longest way to write an ORCID. */
const orcidLength = 60;

/**
 * A name without `(name@example.org)`, `[Inventor, Reprint Author]`, `(ORCID: 0000-…)`, `https://orcid.org/0000-…` and
 * `name@example.org` after it. They are taken off one by one from the end.
 */
function undecorated(written: string): string {
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
  const p = trim(fold(s.value));
  if (s.name) return addAuthor(making, s, p, { name: s.name }) ? [p] : 'unread';
  // One name per line is the rule of such a field; several are separated by what no name contains.
  const text = undecorated(p.text);
  if (/[;；|]/u.test(text) || /\p{Script=Han}[\s、,，]+\p{Script=Han}{2}/u.test(text))
    return takeAuthors(making, { ...s, value: p });
  if (isOthers(p.text) || isNobody(p.text)) return { rule: 'states-nothing' };
  if (addWritten(making, s, p)) return [p];
  return !/[\p{L}\p{N}]/u.test(p.text) ? [p] : 'unread';
};

/**
 * The author whose full name has the family name first and no comma (`Zhang Chunwei`), which the short name shows (`Zhang,
 * CW`). The full name was read the other way round, and is turned.
 */
function turned(making: Making, short: CutName | undefined): Draft['authors'][number] | undefined {
  const { family, given } = short?.name ?? {};
  if (!family || !given || !/,/u.test(short?.name.written ?? '')) return undefined;
  const author = making.draft.authors.find(
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
  const [first] = making.parallelAuthors ? (making.draft.authors[0]?.at ?? []) : [];
  return first ? { copyOf: first } : takeAuthor(making, s);
};

export const takeFullNames: Take = (making, s) => {
  const place = making.draft.authors[0]?.at[0];
  return place ? { copyOf: place } : takeAuthors(making, s);
};

export const takeGroup: Take = (making, s) => {
  const p = trim(fold(s.value));
  const named = p.text ? { name: { written: p.text, literal: p.text.replace(/[.,;]$/u, '') } } : undefined;
  return addAuthor(making, s, p, named) ? [p] : 'unread';
};

export const takeOrcid: Take = (making, s) => {
  const orcid = findOrcid(s.value.text)?.value;
  const author = making.draft.authors.at(-1);
  if (!orcid || !author) return { rule: 'author-identifiers' };
  author.value.orcid ??= orcid;
  author.at.push(...placesFor(making.source, s.value));
  return [s.value];
};

export const takeAffiliation: Take = (making, s) => {
  const p = trim(fold(s.value));
  if (!/\p{L}/u.test(p.text)) return 'unread';
  const same = making.affiliationAt.get(p.text) ?? -1;
  const author = making.draft.authors.at(-1);
  const index = same >= 0 ? same : making.draft.affiliations.push(read(making, { text: p.text }, p)) - 1;
  making.affiliationAt.set(p.text, index);
  if (s.label === 'last-author' && author) (author.value.affiliations ??= []).push(index);
  if (same >= 0) claimCopy(making, p, making.draft.affiliations[same]?.at[0]);
  return [p];
};
