import type { Draft } from '#domain/draft';
import { foldForMatching } from '#domain/text';
import { claimCopy, claimRange } from './claims.ts';
import { read, type Making, type Take, type Taken } from './making.ts';
import { isNobody, isOthers, splitNames } from './name-lists.ts';
import { readName, type ReadName } from './names.ts';
import { fold, placesOfPassage, rangesOf, slice, trim, type Passage } from './passage.ts';
import type { Statement } from './statement.ts';

function addAuthor(making: Making, s: Statement, p: Passage, named: ReadName | undefined): boolean {
  if (!named) return false;
  const value = { name: named.name, ...(s.orcid ? { orcid: s.orcid } : {}) };
  const made = read(making, value, p, s, named.derived);
  if (!made.at.length) return false;
  making.draft.authors.push(made);
  return true;
}

/** The author that a second statement of a name (AU after FAU, AF after AU) says again. */
function sameAuthor(making: Making, named: ReadName | undefined): Draft['authors'][number] | undefined {
  if (!named) return undefined;
  const key = (name: ReadName['name']) => foldForMatching(name.family ?? name.literal ?? '').replace(/[^\p{L}]/gu, '');
  const initial = (name: ReadName['name']) => name.given?.[0]?.toLowerCase();
  return making.draft.authors.find(
    ({ value: { name } }) =>
      key(name) === key(named.name) &&
      (!initial(name) || !initial(named.name) || initial(name) === initial(named.name)),
  );
}

export function takeAuthors(making: Making, s: Statement): Taken {
  const used = splitNames(s.value)
    .map((one) => trim(fold(one)))
    .filter((one) => !isOthers(one.text) && !isNobody(one.text) && addWritten(making, s, one));
  if (used.length) return used;
  return isNobody(s.value.text.trim()) ? { rule: 'states-nothing' } : 'unread';
}

/** A name as a list has it: without the address, number or role that some databases set behind it. */
function addWritten(making: Making, s: Statement, p: Passage): boolean {
  const orcid = /\d{4}-\d{4}-\d{4}-\d{3}[\dX]/u.exec(p.text)?.[0];
  const bare = trim(slice(p, 0, p.text.replace(decoration, '').length));
  const [more] = rangesOf(making.source, slice(p, bare.text.length, p.text.length));
  if (!orcid && more) claimRange(making.claims, making.source, more[0], more[1], 'author-identifiers', s.pointer);
  return addAuthor(making, orcid ? { ...s, orcid } : s, orcid ? p : bare, readName(bare.text));
}

/** `(name@example.org)`, `[Inventor, Reprint Author]`, `(ORCID: 0000-…)`, `https://orcid.org/0000-…` after a name. */
const decoration =
  /(?:\s*(?:[([][^()[\]]*(?:@|orcid|0000-000|author|inventor)[^()[\]]*[)\]]|\(\d{6,12}\)|(?:orcid\s*:?\s*)?(?:https?:\/\/orcid\.org\/)?\d{4}-\d{4}-\d{4}-\d{3}[\dX]|\S+@\S+\.\S+))+$/iu;

export const takeAuthor: Take = (making, s) => {
  const p = trim(fold(s.value));
  if (s.name) return addAuthor(making, s, p, { name: s.name }) ? [p] : 'unread';
  // One name a line is the rule of such a field; several are parted by what no name holds.
  const { text } = slice(p, 0, p.text.replace(decoration, '').length);
  if (/[;；|]/u.test(text) || /\p{Script=Han}[\s、,，]+\p{Script=Han}{2}/u.test(text))
    return takeAuthors(making, { ...s, value: p });
  if (isOthers(p.text) || isNobody(p.text)) return { rule: 'states-nothing' };
  if (addWritten(making, s, p)) return [p];
  return !/[\p{L}\p{N}]/u.test(p.text) ? [p] : 'unread';
};

export const takeFullName: Take = (making, s) => {
  const place = sameAuthor(making, s.name ? { name: s.name } : readName(s.value.text))?.at[0];
  return place ? { copyOf: place } : takeAuthor(making, s);
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
  const found = /\d{4}-\d{4}-\d{4}-\d{3}[\dX]/u.exec(s.value.text);
  const author = making.draft.authors.at(-1);
  if (!found || !author) return { rule: 'author-identifiers' };
  author.value.orcid ??= found[0];
  author.at.push(...placesOfPassage(making.source, s.value, s.pointer));
  return [s.value];
};

export const takeAffiliation: Take = (making, s) => {
  const p = trim(fold(s.value));
  if (!/\p{L}/u.test(p.text)) return 'unread';
  const same = making.affiliationAt.get(p.text) ?? -1;
  const author = making.draft.authors.at(-1);
  const index = same >= 0 ? same : making.draft.affiliations.push(read(making, { text: p.text }, p, s)) - 1;
  making.affiliationAt.set(p.text, index);
  if (s.label === 'last-author' && author) (author.value.affiliations ??= []).push(index);
  if (same >= 0) claimCopy(making, p, making.draft.affiliations[same]?.at[0]);
  return [p];
};
