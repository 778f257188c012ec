import { enough, some, sumBut, type Fact, type Weighed } from '../../join/weight.ts';

/** Fields of a source as a person names them to `npm run correct`; a language may follow some: `title.en`. */
export type ClaimField =
  | 'title'
  | 'abstract'
  | 'authors'
  | 'affiliations'
  | 'keywords'
  | 'type'
  | 'language'
  | 'journal'
  | 'journalAbbreviation'
  | 'journalZh'
  | 'publisher'
  | 'issn'
  | 'issued'
  | 'online'
  | 'volume'
  | 'issue'
  | 'pages'
  | 'articleNumber'
  | 'doi'
  | 'pmid'
  | 'pmcid'
  | 'arxiv'
  | 'registration'
  | 'openAccess'
  | 'url'
  | 'digest'
  | 'status'
  | 'replaces';

interface Right {
  fields: readonly ClaimField[];
  /** The fact that the field is part of: what a source says anew of it is not held against it there. */
  fact?: Fact;
  /** From which sum on a later source states the field where the paper lacks it, and where the paper has another value. */
  adds: number;
  replaces: number;
  why: string;
}

const never = Infinity;

/**
 * What a source may do to a paper that was made from others before it came, by the sum of what it agrees on with it
 * (`weights`). What it may not do is kept out of the record, has a notice, and waits for a person. Adding a keyword is adding.
 */
export const rights: readonly Right[] = [
  { fields: ['title'], fact: 'title', adds: some, replaces: enough, why: 'what the paper says: the rest of the record says whose it is' },
  { fields: ['abstract'], fact: 'abstract', adds: some, replaces: enough, why: 'the same; quotations rest on it' },
  { fields: ['authors'], fact: 'authors', adds: some, replaces: enough, why: 'who wrote it' },
  { fields: ['affiliations'], fact: 'authors', adds: enough, replaces: enough, why: 'it is said of people who may be others' },
  { fields: ['keywords'], adds: some, replaces: never, why: 'every source may have some of its own' },
  { fields: ['issued', 'online'], fact: 'year', adds: some, replaces: enough, why: 'where it appeared: databases hold it field by field' },
  { fields: ['journal', 'journalAbbreviation', 'journalZh', 'publisher', 'issn'], fact: 'journal', adds: some, replaces: enough, why: 'the same' },
  { fields: ['volume', 'issue', 'pages', 'articleNumber'], fact: 'place', adds: some, replaces: enough, why: 'the same' },
  { fields: ['type', 'language'], adds: enough, replaces: enough, why: 'each program has words of its own for it' },
  { fields: ['doi', 'pmid', 'pmcid', 'arxiv', 'registration'], adds: enough, replaces: never, why: 'they lead readers and programs elsewhere, and find the paper again; two of one kind are two papers' },
  { fields: ['openAccess', 'url'], adds: enough, replaces: never, why: 'they lead readers away' },
  { fields: ['digest'], adds: enough, replaces: never, why: "another publisher's words" },
  { fields: ['replaces'], adds: enough, replaces: enough, why: 'a newer scrape of one page says nearly the same; anybody can write a sidecar' },
  { fields: ['status'], adds: never, replaces: never, why: 'a retraction wants two witnesses, or a person: `statusClaims`' },
]; // prettier-ignore

const byField = new Map(rights.flatMap((right) => right.fields.map((field): [ClaimField, Right] => [field, right])));

export const claimFields: readonly ClaimField[] = [...byField.keys()];

/** Whether a source that agrees so may state a field, where the paper `has` another value and where it has none. */
export function may(weighed: Weighed, field: ClaimField, has: boolean): boolean {
  const right = byField.get(field);
  return !!right && sumBut(weighed, right.fact) >= (has ? right.replaces : right.adds);
}
