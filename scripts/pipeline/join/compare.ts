import type { DraftKey } from '../join.ts';
import { simplified, titleKey, type TitleKey } from './titles.ts';

/** Of one fact in two records: both state it and agree, both state it and do not, or it cannot be told. */
export type Agreement = 'same' | 'different' | 'unknown';

/** A draft's key with all that comparing needs, made once. */
export interface Candidate {
  index: number;
  key: DraftKey;
  doi?: string;
  pmid?: string;
  pmcid?: string;
  arxiv?: string;
  titles: (TitleKey & { language: string })[];
  year?: number;
  volume?: string;
  /** First page or article number. */
  page?: string;
  pageIsNumber: boolean;
  journals: JournalKey[];
  authors: string[];
  latinAuthors: boolean;
  sentences: ReadonlySet<string>;
  /** The same for the same content, whatever its file and place: what decides between equals. */
  signature: string;
}

interface JournalKey {
  words: string[];
  cjk: boolean;
}

const plainLetters = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/gu, 'ss')
    .replace(/ø/gu, 'o')
    .replace(/æ/gu, 'ae')
    .replace(/ł/gu, 'l')
    .replace(/đ/gu, 'd');

/** Resolver, percent-encoding, case and a publisher's view fold away; two that still differ are two DOIs. */
export function comparableDoi(doi: string): string {
  let plain = doi.trim().toLowerCase();
  if (/%[0-9a-f]{2}/u.test(plain)) {
    try {
      plain = decodeURIComponent(plain);
    } catch {
      // A lone per cent sign belongs to the DOI.
    }
  }
  return plain.replace(/\/(?:abstract|full|pdf|epdf|meta)$/u, '').replace(/[.,;)\]]+$/u, '');
}

const stopWords = new Set('the of and in for on a an de la le les des du et der die das und fur y e da do'.split(' '));

function journalKey(name: string): JournalKey {
  const letters = plainLetters(name.replace(/\(.*?\)/gu, ' ').replace(/&/gu, ' ')).replace(/[^\p{L}\p{N}]+/gu, ' ');
  const cjk = /\p{Script=Han}/u.test(letters);
  const plain = cjk ? simplified(letters) : letters;
  return { words: plain.split(' ').filter((word) => word && !stopWords.has(word)), cjk };
}

/** First page or number: "S12-S20" -> s12, "e17204" -> 17204, "0123" -> 123. */
function firstPage(pages: string | undefined): { page?: string; isNumber: boolean } {
  const first = /^\s*([\p{L}]*\d+)/u.exec(pages ?? '')?.[1]?.toLowerCase();
  if (!first) return { isNumber: false };
  const isNumber = /^e\d/u.test(first) || /^\D*\d{5,}$/u.test(first) || /^[a-z]{2,}\d/u.test(first);
  return { page: first.replace(/^e(?=\d)/u, '').replace(/^0+(?=\d)/u, ''), isNumber };
}

export function candidate(key: DraftKey, index: number): Candidate {
  const { page, isNumber } = firstPage(key.pages);
  const titles = key.titles
    .filter((title) => title.role !== 'machine-translation')
    .map((title) => ({ ...titleKey(title.text), language: title.language.split('-')[0] ?? '' }))
    .filter((title) => title.text !== '');
  const authors = key.authors
    .map((name) =>
      plainLetters(/\p{Script=Han}/u.test(name) ? simplified(name) : name)
        .replace(/[^\p{L}\s]/gu, ' ')
        .replace(/\s+/gu, ' ')
        .trim(),
    )
    .filter(Boolean);
  const volume = key.volume
    ?.toLowerCase()
    .replace(/^(?:vol(?:ume)?|卷)\.?\s*/u, '')
    .replace(/^0+(?=\d)/u, '')
    .split(/[\s(]/u)[0];
  const made: Omit<Candidate, 'signature'> = {
    index,
    key,
    titles,
    pageIsNumber: isNumber,
    journals: key.journals.map(journalKey).filter((journal) => journal.words.length > 0),
    authors,
    sentences: new Set(key.sentences),
    latinAuthors: !authors.some((name) => /\p{Script=Han}/u.test(name)),
    ...(key.doi ? { doi: comparableDoi(key.doi) } : {}),
    ...(key.pmid ? { pmid: key.pmid } : {}),
    ...(key.pmcid ? { pmcid: key.pmcid.toUpperCase() } : {}),
    ...(key.arxiv ? { arxiv: key.arxiv.toLowerCase().replace(/v\d+$/u, '') } : {}),
    ...(key.year === undefined ? {} : { year: key.year }),
    // Some journals number their volumes by the year, and some exports put it there.
    ...(volume && volume !== String(key.year) ? { volume } : {}),
    ...(page ? { page } : {}),
  };
  const signature = [made.doi, made.pmid, made.pmcid, made.arxiv, made.year, made.volume, made.page, titles.map((t) => t.text).join('|'), authors.join(','), key.journals.join('|'), [...made.sentences].join()].join('\u0001'); // prettier-ignore
  return { ...made, signature };
}

const identifiers = ['doi', 'pmid', 'pmcid', 'arxiv'] as const;
export type Identifier = (typeof identifiers)[number];

export const sharedIdentifier = (a: Candidate, b: Candidate): Identifier | undefined =>
  identifiers.find((name) => a[name] !== undefined && a[name] === b[name]);

/** Two different values of one identifier: two papers, whatever else agrees. */
export const conflictingIdentifier = (a: Candidate, b: Candidate): Identifier | undefined =>
  identifiers.find((name) => a[name] !== undefined && b[name] !== undefined && a[name] !== b[name]);

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

export function pages(a: Candidate, b: Candidate): Agreement {
  if (!a.page || !b.page) return 'unknown';
  if (a.page === b.page) return 'same';
  // One database counts an article's own pages, another gives its number.
  return a.pageIsNumber !== b.pageIsNumber ? 'unknown' : 'different';
}

/** Same words, or one the abbreviation of the other: each of its words begins the next word that it stands for. */
function sameJournal(a: JournalKey, b: JournalKey): Agreement {
  if (a.cjk !== b.cjk) return 'unknown';
  if (a.words.join(' ') === b.words.join(' ')) return 'same';
  const [short, long] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words];
  if (abbreviates(short, long) || (short.length === long.length && abbreviates(long, short))) return 'same';
  return 'different';
}

function abbreviates(short: readonly string[], long: readonly string[]): boolean {
  if (short[0]?.[0] !== long[0]?.[0]) return false;
  let at = 0;
  for (const word of short) {
    const found = long.findIndex((full, i) => i >= at && i <= at + 2 && beginsAs(full, word));
    if (found < 0) return false;
    at = found + 1;
  }
  // "Psychiatry" does not abbreviate "Psychiatry Research": what is left over must be little.
  return long.length - at <= (short.length >= 3 ? 1 : 0);
}

/** "psychol" begins "psychology"; "natl" and "intl" contract their words. */
const beginsAs = (full: string, short: string): boolean =>
  full.startsWith(short) ||
  (short.length >= 3 && full[0] === short[0] && full.length > short.length && isSubsequence(short, full));

function isSubsequence(short: string, full: string): boolean {
  let at = 0;
  for (const c of full) if (c === short[at]) at++;
  return at === short.length;
}

export function journals(a: Candidate, b: Candidate): Agreement {
  let best: Agreement = 'unknown';
  for (const one of a.journals)
    for (const other of b.journals) {
      const agreement = sameJournal(one, other);
      if (agreement === 'same') return 'same';
      if (agreement === 'different') best = 'different';
    }
  return best;
}

/** The first names of the lists as families: equal, or one within the other ("de los santos", "santos"). */
function sameAuthor(a: string, b: string): boolean {
  if (a === b) return true;
  const german = (name: string) => name.replace(/(?<=[aou])e/gu, '');
  if (german(a) === german(b)) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= 3 && ` ${long} `.includes(` ${short} `)) return true;
  return short.length >= 5 && short.replaceAll(' ', '') === long.replaceAll(' ', '');
}

export function authors(a: Candidate, b: Candidate): Agreement {
  const [first] = a.authors;
  const [other] = b.authors;
  if (!first || !other || a.latinAuthors !== b.latinAuthors) return 'unknown';
  if (sameAuthor(first, other)) return 'same';
  // Lists in another order: most names of the shorter one are in the other.
  const [short, long] = a.authors.length <= b.authors.length ? [a.authors, b.authors] : [b.authors, a.authors];
  const shared = short.filter((name) => long.some((one) => sameAuthor(name, one))).length;
  if (short.length >= 2 && shared / short.length > 0.6) return 'same';
  // A record that names the group alone, or one of many: neither for nor against.
  return short.length === 1 && long.length > 1 && shared === 1 ? 'unknown' : 'different';
}

/** The very same people in the same order, and at least one. */
export const sameAuthors = (a: Candidate, b: Candidate): boolean =>
  a.authors.length > 0 &&
  a.authors.length === b.authors.length &&
  a.latinAuthors === b.latinAuthors &&
  a.authors.every((name, i) => sameAuthor(name, b.authors[i] ?? ''));

/** Kinds of publication that one paper is not at once; what databases mix up, such as talk and article, is not told here. */
export const workDiffers = (a: Candidate, b: Candidate): boolean =>
  a.key.work !== undefined && b.key.work !== undefined && a.key.work !== b.key.work;

/** First and last page, more than one, as `99-110`; an article number. Two papers may share a page, but no range. */
export function sameRange(a: Candidate, b: Candidate): boolean {
  const [own, other] = [a, b].map(({ key }) => /^\s*(\p{L}?\d+)\s*[-–—]\s*(\p{L}?\d+)\s*$/u.exec(key.pages ?? ''));
  return !!own && !!other && own[1] === other[1] && own[2] === other[2] && own[1] !== own[2];
}

/** In a language that both are in: at least half of the shorter abstract's sentences, and two, stand in the other. */
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
