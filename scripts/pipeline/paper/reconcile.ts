/** Reconciles what all sources of a paper say: one value for each field, with the other values beside it. */

import type { DraftDigest, Read } from '#domain/draft';
import { topFields } from '#domain/fields';
import { doiKey, webAddress } from '#domain/identifiers';
import { placeOfValue, type Notice } from '#domain/notice';
import type { Digest, Paper } from '#domain/paper';
import type { Stated } from '#domain/place';
import { foldForMatching } from '#domain/text';
import { cleanText } from '#text/clean';
import { inOrderOfBelief, isSuperseded, type Member } from './members.ts';
import { agreedList, agreedPeople } from './people.ts';
import { cutSections, type Anchors } from './sections.ts';
import { agreedAbstracts, agreedTitles, originalLanguage } from './texts.ts';
import { agreed, agreedDate, isIsbnRead, isIssnRead, notValid, union } from './values.ts';
import { typeOf } from './item-types.ts';
import { statusOf } from './later/status.ts';

/** A record before it has its id and its concepts. */
export type Body = Omit<Paper, 'id' | 'concepts' | 'samples' | 'related' | 'unclassified'>;

/**
 * Makes one record from what all its sources say. Where they disagree, the other values are kept beside the believed
 * one. `written` is the language in which the paper was written, where other sources show it.
 */
export function reconcile(given: readonly Member[], written?: string): { body: Body; notices: Notice[] } {
  const notices: Notice[] = [];
  const members = inOrderOfBelief(given);
  const current = currentOf(members);
  const anchors: Anchors = new Map();
  const original = written ?? originalLanguage(current);
  const titles = agreedTitles(members, original);
  const abstracts = agreedAbstracts(members, original, anchors);
  const digest = agreedDigest(current, anchors, notices);
  const text = (field: Parameters<typeof agreed>[1]): Stated<string> | undefined => agreed(members, field, notices);
  const journal = journalOf(current, text, notices);
  const url = text('url') ?? sidecarUrl(current);
  const doi = text('doi');
  if (doi?.others) notices.push(disagree('doi', doi));
  const language = text('language') ?? languageOf({ titles, abstracts });
  const editors = agreedList(current, 'editors');
  const translators = agreedList(current, 'translators');
  const numbers = numbersOf(text);
  const body: Body = {
    type: typeOf(text('type'), defined({ journal, doi, arxiv: numbers.arxiv }), {
      titles,
      abstracts,
      ...(digest ? { digest } : {}),
      members: current,
    }),
    ...(language ? { language } : {}),
    titles,
    ...agreedPeople(current),
    ...(editors.length ? { editors } : {}),
    ...(translators.length ? { translators } : {}),
    ...(journal ? { journal } : {}),
    ...defined({
      issued: agreedDate(members, 'issued', notices),
      online: agreedDate(members, 'online', notices),
      isbn: isbnOf(current, notices),
      doi,
    }),
    ...numbers,
    registrations: union(
      current.flatMap(({ draft }) => draft.registrations),
      (it) => `${it.registry} ${it.id}`.toLowerCase(),
    ),
    ...defined({ openAccess: text('openAccess'), url }),
    keywords: keywordsOf(current),
    abstracts,
    ...(digest ? { digest } : {}),
    status: statusOf(members, notices),
    sources: sourcesOf(members),
  };
  return { body, notices };
}

/** Fields with a rule of their own: dates have parts, and the DOI and the addresses are compared. */
const apart = ['issued', 'online', 'doi', 'openAccess', 'url'] as const;
type Single = Exclude<(typeof topFields)[number], (typeof apart)[number]>;
const isSingle = (field: (typeof topFields)[number]): field is Single => !apart.some((other) => other === field);

type Numbers = { [Field in Single]?: Stated<string> };

/** Where a work is, and the numbers that identify it. */
const numbersOf = (text: (field: keyof Numbers) => Stated<string> | undefined): Numbers =>
  Object.fromEntries(
    topFields.filter(isSingle).flatMap((field) => {
      const stated = text(field);
      return stated ? [[field, stated]] : [];
    }),
  );

const keywordsOf = (members: readonly Member[]): Paper['keywords'] =>
  union(
    members.flatMap(({ draft }) => draft.keywords),
    (it) => `${it.language} ${foldForMatching(it.text)}`,
  ).flatMap(({ value, from }) => {
    const word = cleanText(value.text);
    return word ? [{ language: value.language, text: word, from }] : [];
  });

/** Members without the scrapes that others replace. */
function currentOf(members: readonly Member[]): readonly Member[] {
  const newest = members.filter((member) => !isSuperseded(member, members));
  return newest.length ? newest : members;
}

/** The language in which a paper was written, as these sources show. */
export const writtenIn = (members: readonly Member[]): string | undefined =>
  originalLanguage(currentOf(inOrderOfBelief(members)));

/** A copy of an object without its undefined members. */
const defined = <T extends object>(object: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };

function journalOf(
  members: readonly Member[],
  text: (field: 'journal' | 'journalAbbreviation' | 'journalZh' | 'publisher') => Stated<string> | undefined,
  notices: Notice[],
): Body['journal'] {
  const reads = members.flatMap(({ draft }) => draft.issn);
  for (const read of reads)
    if (!isIssnRead(read)) notices.push(notValid('issn', read, 'an ISSN with a valid check character'));
  const issn = union(reads.filter(isIssnRead), (it) => it);
  const journal = defined({
    name: text('journal'),
    abbreviation: text('journalAbbreviation'),
    nameZh: text('journalZh'),
    issn: issn.length ? issn : undefined,
    publisher: text('publisher'),
  });
  return Object.keys(journal).length ? journal : undefined;
}

function isbnOf(members: readonly Member[], notices: Notice[]): Body['isbn'] {
  const reads = members.flatMap(({ draft }) => draft.isbn ?? []);
  for (const read of reads)
    if (!isIsbnRead(read)) notices.push(notValid('isbn', read, 'an ISBN with a valid check digit'));
  const isbn = union(reads.filter(isIsbnRead), (it) => it);
  return isbn.length ? isbn : undefined;
}

/** The language of the original, where no source states it in a field of its own. */
function languageOf({ titles, abstracts }: Pick<Paper, 'titles' | 'abstracts'>): Body['language'] {
  const text = [...titles, ...abstracts].find((it) => it.role === 'original');
  return text && { value: text.language, from: text.from.slice(0, 1), derived: 'language-of-the-text' };
}

function agreedDigest(members: readonly Member[], anchors: Anchors, notices: Notice[]): Digest | undefined {
  const reads = members.flatMap((member) => (member.draft.digest ? [{ member, read: member.draft.digest }] : []));
  const first = reads[0];
  if (!first) return undefined;
  const { value, at } = first.read;
  const sections = cutSections(value.sections, anchors);
  if (!sections.length || !at.length) return undefined;
  for (const { read } of reads.slice(1)) notices.push(secondDigest(read));
  const stated = (read: Read<string> | undefined): Stated<string> | undefined =>
    read?.at.length
      ? { value: cleanText(read.value), from: read.at, ...(read.derived ? { derived: read.derived } : {}) }
      : undefined;
  return {
    language: value.language,
    ...defined({
      kind: stated(value.kind),
      publisher: stated(value.publisher),
      url: sidecarUrl([first.member]),
      scope: stated(value.scope),
    }),
    sections,
    from: at,
  };
}

const secondDigest = (read: Read<DraftDigest>): Notice => ({
  severity: 'warning',
  rule: 'second-digest',
  place: placeOfValue(read.at),
  seen: 'a second digest of one paper',
  expected: 'one digest for each paper',
  remedy: 'the second is shown only on its source page; remove the source whose digest should not be shown',
});

function sidecarUrl(members: readonly Member[]): Stated<string> | undefined {
  const url = members.find((it) => it.url && webAddress(it.url.value))?.url;
  return url && { value: url.value, from: [url.at] };
}

const sourcesOf = (members: readonly Member[]): Paper['sources'] =>
  members
    .filter(({ isVoice }) => !isVoice)
    .map((member) => ({
      file: member.file,
      ...(member.draft.record === undefined ? {} : { record: member.draft.record }),
      format: member.format,
      sha256: member.sha256,
      ...defined({ url: member.url?.value, retrieved: member.retrieved }),
      ...(isSuperseded(member, members)
        ? { joined: { rule: 'older-scrape', detail: 'a newer scrape of the same page replaces its values' } }
        : member.joined
          ? { joined: member.joined }
          : {}),
    }));

function disagree(field: string, stated: Stated<string>): Notice {
  return {
    severity: 'warning',
    rule: 'sources-disagree',
    place: placeOfValue(stated.others?.[0]?.from ?? stated.from),
    seen: `${field} ${stated.others?.map((it) => doiKey(it.value)).join(', ') ?? ''}`,
    expected: `${stated.value}, as another source of the paper has it`,
    remedy: 'find out which is right and state it with npm run correct',
  };
}
