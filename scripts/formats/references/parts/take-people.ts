import type { Draft } from '#domain/draft';
import { foldForMatching } from '#domain/text';
import { claimCopy } from './claims.ts';
import { read, type Making, type Take, type Taken } from './making.ts';
import { nameSeparator, readName, type ReadName } from './names.ts';
import { fold, placesOfPassage, split, trim, type Passage } from './passage.ts';
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
  const p = fold(s.value);
  const separator = nameSeparator(p.text);
  const used = (separator ? split(p, separator) : [trim(p)])
    .map((one) => trim(one))
    .filter((one) => !/^(et al\.?|others|等)$/iu.test(one.text) && addAuthor(making, s, one, readName(one.text)));
  return used.length ? used : 'unread';
}

export const takeAuthor: Take = (making, s) => {
  const p = trim(fold(s.value));
  if (addAuthor(making, s, p, s.name ? { name: s.name } : readName(p.text))) return [p];
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
