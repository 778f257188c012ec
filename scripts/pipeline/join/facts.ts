/** Compares the facts of two drafts: identifiers, years, volumes, pages and abstracts. */

import { plainLetters } from '#text/letters';
import { hasHan } from '#text/han';
import { simplified } from '../../formats/text/han.ts';
import type { DraftKey } from './draft-key.ts';
import { journalKey } from './journals.ts';
import { titleKey } from './titles.ts';
import { identifierNames, type Candidate, type TitledKey, type Identifier, type Agreement } from './candidate.ts';

/**
 * A DOI in the form in which DOIs are compared. It removes the resolver, percent-encoding, case, the suffix of a
 * publisher's view, what an address adds, and the version number of a preprint in a server's address. Two DOIs that
 * still differ are different.
 */
export function comparableDoi(doi: string): string {
  let plain = doi.trim().toLowerCase();
  if (/%[0-9a-f]{2}/u.test(plain)) {
    try {
      plain = decodeURIComponent(plain);
    } catch {
      // A single per cent sign is part of the DOI.
    }
  }
  return plain
    .replace(/\.pdf$|[?#][a-z][^]*$/u, '')
    .replace(/\/(?:abstract|full(?:\/html)?|html|pdf|epdf|meta)$/u, '')
    .replace(/^(10\.(?:1101|64898)\/\d[\d.]+)v\d.*$/u, '$1')
    .replace(/(?<![.,;)\]])[.,;)\]]+$/u, '');
}

/** The first page or article number: "S12-S20" -> s12, "e17204" -> 17204, "0123" -> 123. */
function firstPage(pages: string | undefined): { page?: string; isNumber: boolean } {
  const first = /^\s*([\p{L}]*\d+)/u.exec(pages ?? '')?.[1]?.toLowerCase();
  if (!first) return { isNumber: false };
  const isNumber = /^e\d/u.test(first) || /^\D*\d{5,}$/u.test(first) || /^[a-z]{2,}\d/u.test(first);
  return { page: first.replace(/^e(?=\d)/u, '').replace(/^0+(?=\d)/u, ''), isNumber };
}

const nameLetters = (name: string): string =>
  plainLetters(simplified(name))
    .replace(/[^\p{L}\s]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

/** A volume or issue as a plain number: "Vol. 12 (3)" -> 12, "05" -> 5. */
const plainNumber = (written: string | undefined): string | undefined =>
  written
    ?.toLowerCase()
    .replace(/^(?:vol(?:ume)?|no|issue|卷|第)\.?\s*/u, '')
    .replace(/^0+(?=\d)/u, '')
    .split(/[\s(期卷]/u)[0];

export function candidate(key: DraftKey, index: number): Candidate {
  const { page, isNumber } = firstPage(key.pages);
  const people = key.authors
    .map((family, i) => ({ family: nameLetters(family), given: nameLetters(key.givens?.[i] ?? '') }))
    .filter(({ family }) => family !== '');
  const latinAuthors = !people.some(({ family }) => hasHan(family));
  // Where authors sign in Latin letters and the abstract has no Chinese word, the Chinese title was made by a service.
  const foreign = people.length > 0 && latinAuthors && !key.sentences?.some((sentence) => sentence.startsWith('zh'));
  const titles = key.titles
    .filter((title) => title.role !== 'machine-translation')
    .map(({ text, language, role }): TitledKey => ({
      ...titleKey(text),
      language: language.split('-')[0] ?? '',
      rendering: role === 'translation' || role === 'ours' || (foreign && hasHan(text)),
    }))
    .filter((title) => title.text !== '');
  const volume = plainNumber(key.volume);
  const issue = plainNumber(key.issue);
  const made: Omit<Candidate, 'signature'> = {
    index,
    key,
    titles,
    pageIsNumber: isNumber,
    journals: key.journals.map(journalKey).filter((journal) => journal.words.length > 0),
    people,
    sentences: new Set(key.sentences),
    latinAuthors,
    ...(key.doi ? { doi: comparableDoi(key.doi) } : {}),
    ...(key.pmid ? { pmid: key.pmid } : {}),
    ...(key.pmcid ? { pmcid: key.pmcid.toUpperCase() } : {}),
    ...(key.arxiv ? { arxiv: key.arxiv.toLowerCase().replace(/v\d+$/u, '') } : {}),
    ...(key.year === undefined ? {} : { year: key.year }),
    // Some journals number their volumes by year, and some exports put the year there.
    ...(volume && volume !== String(key.year) ? { volume } : {}),
    ...(issue && /^\d{1,3}$/u.test(issue) ? { issue } : {}),
    ...(page ? { page } : {}),
  };
  const signature = [made.doi, made.pmid, made.pmcid, made.arxiv, made.year, made.volume, made.page, titles.map((t) => t.text).join('|'), people.map((it) => `${it.family} ${it.given}`).join(','), made.issue, key.journals.join('|'), [...made.sentences].join()].join('\u0001'); // prettier-ignore
  return { ...made, signature };
}

export const sharedIdentifier = (a: Candidate, b: Candidate): Identifier | undefined =>
  identifierNames.find((name) => a[name] !== undefined && a[name] === b[name]);

/** The identifier of which the two drafts have different values. Such drafts are two papers, whatever else agrees. */
export const conflictingIdentifier = (a: Candidate, b: Candidate): Identifier | undefined =>
  identifierNames.find((name) => a[name] !== undefined && b[name] !== undefined && a[name] !== b[name]);

export function years(a: Candidate, b: Candidate): Agreement | 'close' {
  if (a.year === undefined || b.year === undefined) return 'unknown';
  const apart = Math.abs(a.year - b.year);
  // A paper may be online a year before its issue.
  return apart === 0 ? 'same' : apart === 1 ? 'close' : 'different';
}

export function volumes(a: Candidate, b: Candidate): Agreement {
  if (!a.volume || !b.volume) return 'unknown';
  return a.volume === b.volume ? 'same' : 'different';
}

/**
 * Compares issues. Only plain numbers are compared: an issue is often left out, and combined issues are numbered in
 * many ways.
 */
export const issues = (a: Candidate, b: Candidate): Agreement =>
  !a.issue || !b.issue ? 'unknown' : a.issue === b.issue ? 'same' : 'different';

export function pages(a: Candidate, b: Candidate): Agreement {
  if (!a.page || !b.page) return 'unknown';
  if (a.page === b.page) return 'same';
  // One database gives the pages of an article, another its number.
  return a.pageIsNumber !== b.pageIsNumber ? 'unknown' : 'different';
}

/**
 * The kind of work that a record states. A record with a volume or pages of a journal is an article even if it does not
 * say so.
 */
const workOf = ({ key, volume, page }: Candidate): DraftKey['work'] =>
  key.work ?? (key.journals.length && (volume || page) ? 'article' : undefined);

/**
 * The two kinds of publication where one paper cannot be both. Kinds that databases confuse, such as talk and article,
 * do not count.
 */
export function differentWorks(a: Candidate, b: Candidate): string | undefined {
  const [own, other] = [workOf(a), workOf(b)];
  const named = (work: string): string => `${work === 'article' ? 'an' : 'a'} ${work}`;
  return own && other && own !== other ? `${named(own)} and ${named(other)}` : undefined;
}

/** First and last page of a range of more than one page, the last in full: "345-9" -> 345, 349. */
function rangeOf({ key }: Candidate): [string, string] | undefined {
  const [, first, last] = /^\s*(\p{L}?\d+)\s*[-–—]\s*(\p{L}?\d+)\s*$/u.exec(key.pages ?? '') ?? [];
  if (!first || !last || first === last) return undefined;
  return [first, first.slice(0, Math.max(0, first.length - last.length)) + last];
}

/** Whether both state the same range of pages. Two papers may share a page, but never a range. */
export function sameRange(a: Candidate, b: Candidate): boolean {
  const [own, other] = [rangeOf(a), rangeOf(b)];
  return !!own && !!other && own[0] === other[0] && own[1] === other[1];
}

/** Whether both state a range of pages and the last pages differ. */
export function otherRange(a: Candidate, b: Candidate): boolean {
  const [own, other] = [rangeOf(a), rangeOf(b)];
  return !!own && !!other && own[1] !== other[1];
}

/**
 * Compares abstracts in a language that both have. They agree where at least half of the sentences of the shorter one,
 * and at least two, are in the other.
 */
export function abstracts(a: Candidate, b: Candidate): Agreement {
  let best: Agreement = 'unknown';
  for (const language of new Set([...a.sentences].map((sentence) => sentence.slice(0, 2)))) {
    const own = [...a.sentences].filter((sentence) => sentence.startsWith(language));
    const other = [...b.sentences].filter((sentence) => sentence.startsWith(language));
    const least = Math.min(own.length, other.length);
    const shared = own.filter((sentence) => b.sentences.has(sentence)).length;
    if (shared >= 2 && shared * 2 >= least) return 'same';
    if (least >= 2 && shared === 0) best = 'different';
  }
  return best;
}
