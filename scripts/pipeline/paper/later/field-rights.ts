/** What a later source may change in a paper, and what waits for a person. */

import { peopleFields, type PeopleField, type singleFields } from '#domain/fields';
import { enough, some, sumWithout, type Fact, type Weighed } from '../../join/weight.ts';

/** Fields of a source as a person names them in `npm run correct`; some may have a language: `title.en`. */
export type ClaimField =
  | (typeof singleFields)[number]
  | 'title'
  | 'abstract'
  | 'authors'
  | 'affiliations'
  | 'keywords'
  | PeopleField
  | 'isbn'
  | 'issn'
  | 'registration'
  | 'digest'
  | 'status'
  | 'replaces';

interface Right {
  fields: readonly ClaimField[];
  /** The fact that the field is part of. A new value of a fact does not itself count against the source. */
  fact?: Fact;
  /**
   * The sum from which on a later source may state the field: where the paper lacks it, and where the paper has another
   * value.
   */
  adds: number;
  replaces: number;
  /**
   * Whether a new value must say all that the old one says, and more: an abstract that goes on, given names in place of
   * initials. Everybody can copy the facts by which a source confirms a paper, so they do not prove what it says.
   */
  goesOn?: true;
  why: string;
}

const never = Infinity;

/**
 * What a later source may do to a paper that was made from others: it depends on the sum of the facts on which the two
 * agree (`weights`). What it may not do stays out of the record, is reported, and waits for a person. Adding a keyword
 * counts as adding a value.
 */
export const rights: readonly Right[] = [
  { fields: ['title'], fact: 'title', adds: some, replaces: enough, goesOn: true, why: 'the title names the paper, so the rest of the record must agree' },
  { fields: ['abstract'], fact: 'abstract', adds: some, replaces: enough, goesOn: true, why: 'the same; and essays quote it' },
  { fields: ['authors'], fact: 'authors', adds: some, replaces: enough, goesOn: true, why: 'who wrote it' },
  { fields: ['affiliations'], fact: 'authors', adds: enough, replaces: enough, why: 'they belong to authors, who may be other people' },
  { fields: ['keywords'], adds: enough, replaces: never, why: 'every source may have some of its own' },
  { fields: ['issued', 'online'], fact: 'year', adds: some, replaces: enough, why: 'databases state field by field where a paper appeared' },
  { fields: ['journal', 'journalAbbreviation', 'journalZh', 'publisher', 'issn'], fact: 'journal', adds: some, replaces: enough, why: 'the same' },
  { fields: ['volume', 'issue', 'pages', 'articleNumber'], fact: 'place', adds: some, replaces: enough, why: 'the same' },
  { fields: [...peopleFields, 'edition', 'publisherPlace', 'isbn', 'number', 'genre', 'event', 'eventPlace', 'eventDate'], fact: 'place', adds: some, replaces: enough, why: 'the same' },
  { fields: ['type', 'language'], adds: enough, replaces: enough, why: 'each program has its own words for it' },
  { fields: ['doi', 'pmid', 'pmcid', 'arxiv', 'registration'], adds: enough, replaces: never, why: 'they lead readers and programs to other sites, and the paper is recognised by them; two of one kind mean two papers' },
  { fields: ['openAccess', 'url'], adds: never, replaces: never, why: 'they lead readers to other sites, and nothing else in a record confirms an address' },
  { fields: ['digest'], adds: enough, replaces: never, why: "another publisher's words" },
  { fields: ['replaces'], adds: enough, replaces: enough, why: 'anybody can write a sidecar, but a newer scrape says nearly the same as the older one' },
  { fields: ['status'], adds: never, replaces: never, why: 'a retraction needs two witnesses, or a person: `statusClaims`' },
]; // prettier-ignore

const byField = new Map(rights.flatMap((right) => right.fields.map((field): [ClaimField, Right] => [field, right])));

export const claimFields: readonly ClaimField[] = [...byField.keys()];

/**
 * Whether a source that agrees this much may state a field. `has`: the paper has another value there; `goesOn`: the new
 * one says all of it, and more.
 */
export function may(weighed: Weighed, field: ClaimField, has: boolean, goesOn = false): boolean {
  const right = byField.get(field);
  if (!right || (has && right.goesOn && !goesOn)) return false;
  return sumWithout(weighed, right.fact) >= (has ? right.replaces : right.adds);
}
