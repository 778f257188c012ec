/** The values of a record as its page shows them. */

import { peopleFields, type PeopleField } from '#domain/fields';
import { detectLanguage, type InterfaceLanguage } from '#domain/language';
import { doiUrl, pmcidUrl, pmidUrl, webAddress } from '#domain/identifiers';
import { displayName } from '#domain/person';
import { detailKinds, type Paper } from '#domain/paper';
import type { Origin, Stated } from '#domain/place';
import { anchorAt, detailsIn, isByPerson } from './evidence.ts';
import { isUnchecked, type Described } from './measured.ts';
import { sayDate, sayLanguage } from './display.ts';
import type { Say, StringKey } from './strings/index.ts';

/** One value of a record as its page shows it. */
export interface Fact {
  field: StringKey;
  text: string;
  /** The language of `text`, where it comes from the source. */
  language?: string;
  /** The address that `text` links to; always http(s). */
  href?: string;
  /** The sentence on the page of the paper that states it, by its anchor. */
  anchor?: string;
  /** How it came into the record, where readers should know. */
  basis?: StringKey;
  /** The rule of a derived value, which no source states literally. */
  derived?: string;
  /** The values of other sources. */
  others: { text: string; from: readonly Origin[] }[];
  from: readonly Origin[];
}

interface Shown<T> {
  show?: (value: T) => string;
  href?: (value: T) => string | undefined;
  language?: (shown: string) => string;
}

/** A value of the record as a fact, with the values of other sources; `undefined` if no source states it. */
function fact<T>(
  field: StringKey,
  stated: Stated<T> | undefined,
  { show = String, href, language }: Shown<T> = {},
): Fact[] {
  if (!stated) return [];
  const address = href?.(stated.value);
  const text = show(stated.value);
  return [
    {
      field,
      text,
      ...(language === undefined ? {} : { language: language(text) }),
      ...(address === undefined ? {} : { href: address }),
      ...(stated.derived === undefined ? {} : { derived: stated.derived }),
      others: (stated.others ?? []).map((other) => ({ text: show(other.value), from: other.from })),
      from: stated.from,
    },
  ];
}

const worded = { language: detectLanguage };

/** The journal and the place in it. */
function issueFacts({ journal, ...paper }: Paper, date: (value: string) => string): Fact[] {
  return [
    ...fact('paper.journal', journal?.name, worded),
    ...fact('paper.journalAbbreviation', journal?.abbreviation, worded),
    ...fact('paper.journalZh', journal?.nameZh, { language: () => 'zh' }),
    ...(journal?.issn ?? []).flatMap((issn) => fact('paper.issn', issn)),
    ...fact('paper.publisher', journal?.publisher, worded),
    ...fact('paper.issued', paper.issued, { show: date }),
    ...fact('paper.online', paper.online, { show: date }),
    ...fact('paper.volume', paper.volume),
    ...fact('paper.issue', paper.issue),
    ...fact('paper.pages', paper.pages, { show: (pages) => pages.replace(/-/g, '–') }),
    ...fact('paper.articleNumber', paper.articleNumber),
  ];
}

/** What books, reports and conference papers have besides. */
function bookFacts(paper: Paper, date: (value: string) => string): Fact[] {
  return [
    ...peopleFields.flatMap((field) => peopleFact(`paper.${field}`, paper[field] ?? [])),
    ...fact('paper.edition', paper.edition),
    ...fact('paper.publisherPlace', paper.publisherPlace, worded),
    ...(paper.isbn ?? []).flatMap((isbn) => fact('paper.isbn', isbn)),
    ...fact('paper.number', paper.number),
    ...fact('paper.genre', paper.genre, worded),
    ...fact('paper.event', paper.event, worded),
    ...fact('paper.eventPlace', paper.eventPlace, worded),
    ...fact('paper.eventDate', paper.eventDate, { show: (span) => span.split('/').map(date).join('–') }),
  ];
}

function peopleFact(label: `paper.${PeopleField}`, people: NonNullable<Paper[PeopleField]>): Fact[] {
  if (!people[0]) return [];
  const stated = {
    value: people.map(({ name }) => displayName(name)).join('; '),
    from: people.flatMap(({ from }) => from),
    ...(people.every(({ derived }) => derived) ? { derived: people[0].derived } : {}),
  };
  return fact(label, stated, worded);
}

const identifierFacts = (paper: Paper, t: Say): Fact[] => [
  ...fact('paper.doi', paper.doi, { href: doiUrl }),
  ...fact('paper.pmid', paper.pmid, { href: pmidUrl }),
  ...fact('paper.pmcid', paper.pmcid, { href: pmcidUrl }),
  ...fact('paper.arxiv', paper.arxiv, { href: (id) => webAddress(`https://arxiv.org/abs/${encodeURI(id)}`) }),
  ...paper.registrations.flatMap((registration) =>
    fact('paper.registration', registration, { show: ({ registry, id }) => `${registry} ${id}` }),
  ),
  ...fact('paper.openAccess', paper.openAccess, { show: () => t('paper.freeText'), href: webAddress }),
  ...fact('paper.url', paper.url, { href: webAddress }),
];

/** Whether a person or a rule of which no figure is good enough says what a study is like. */
function basisOf(what: Described, from: readonly Origin[]): StringKey | undefined {
  if (isByPerson(from)) return 'paper.byPerson';
  return isUnchecked(what) ? 'paper.unchecked' : undefined;
}

/** The size of the study; where none is surely that, the words of the abstract with numbers that may be. */
function sizeFacts(paper: Paper, t: Say): Fact[] {
  const sizes = paper.samples.flatMap(({ of, count }) => {
    const anchor = anchorAt(paper, count.from);
    const basis = basisOf('samples', count.from);
    return fact('paper.sample', count, { show: (value) => t(`paper.sample.${of}`, { count: value }) }).map(
      (it): Fact => ({
        ...it,
        ...(anchor === undefined ? {} : { anchor }),
        ...(basis === undefined ? {} : { basis }),
      }),
    );
  });
  const numbers = (paper.numbersStated ?? []).map(({ words, language, anchor, from }): Fact => ({
    field: 'paper.numbersStated',
    text: t('paper.quoted', { words }),
    language,
    ...(anchor === undefined ? {} : { anchor }),
    others: [],
    from,
  }));
  return [...sizes, ...numbers];
}

/** What is stated of the people studied and of a review's search: words of an abstract, or of a person. */
const detailFacts = (paper: Paper, lang: InterfaceLanguage, t: Say): Fact[] =>
  detailKinds.flatMap((kind) =>
    detailsIn(paper, kind, lang).map(({ words, language, anchor, from }): Fact => {
      const basis = basisOf(kind, from);
      return {
        field: `paper.detail.${kind}`,
        text: anchor === undefined ? words : t('paper.quoted', { words }),
        language,
        ...(anchor === undefined ? {} : { anchor }),
        ...(basis === undefined ? {} : { basis }),
        others: [],
        from,
      };
    }),
  );

/** The values of a record in the order of the page, without titles, authors, affiliations and abstracts. */
export function factsOf(paper: Paper, lang: InterfaceLanguage, t: Say): Fact[] {
  const date = (value: string): string => sayDate(value, lang);
  return [
    ...issueFacts(paper, date),
    ...bookFacts(paper, date),
    ...identifierFacts(paper, t),
    ...sizeFacts(paper, t),
    ...detailFacts(paper, lang, t),
    ...fact('paper.type', paper.type, { show: (type) => t(`paper.type.${type}`) }),
    ...fact('paper.language', paper.language, { show: (language) => sayLanguage(language, lang) }),
  ];
}
