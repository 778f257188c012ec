/** JSON-LD of schema.org for the page of a paper. */

import { doiUrl, pmcidUrl, pmidUrl } from '#domain/identifiers';
import { displayName, familyName, type Name } from '#domain/person';
import { isGroup } from '../listed-names.ts';
import { pagesOf, type Reference, type Worded } from '../reference.ts';
import { mostNamed } from './most-named.ts';

/** Keys with a value; JSON-LD has no use for the others. */
const filled = (object: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined && value !== ''));

const author = (name: Name): Record<string, unknown> =>
  isGroup(name)
    ? { '@type': 'Organization', name: name.literal }
    : filled({
        '@type': 'Person',
        name: displayName(name),
        familyName: familyName(name),
        givenName: name.given,
        honorificSuffix: name.suffix,
      });

/** What schema.org calls a type of work. */
export const schemaType: Readonly<Record<Reference['type'], string>> = {
  'article-journal': 'ScholarlyArticle',
  article: 'ScholarlyArticle',
  chapter: 'Chapter',
  book: 'Book',
  thesis: 'Thesis',
  report: 'Report',
  'paper-conference': 'ScholarlyArticle',
  webpage: 'WebPage',
  document: 'CreativeWork',
};

const publisherOf = (r: Reference): Record<string, unknown> | undefined =>
  r.publisher ? filled({ '@type': 'Organization', name: r.publisher, location: r.publisherPlace }) : undefined;

const editorsOf = (r: Reference): unknown => (r.editors.length > 0 ? r.editors.map(author) : undefined);
const listOf = (values: readonly string[]): unknown => (values.length > 0 ? values : undefined);

/** What a type of work appears in. */
const containerType = (r: Reference): string =>
  r.type === 'article-journal'
    ? 'Periodical'
    : r.type === 'chapter' || r.type === 'paper-conference'
      ? 'Book'
      : 'CreativeWork';

/** Issue in volume in journal, or the book or proceedings, as far down as the reference states them. */
function partOf(r: Reference): Record<string, unknown> | undefined {
  const type = containerType(r);
  const inBook = type === 'Book';
  const container = r.container
    ? filled({
        '@type': type,
        name: r.container,
        alternateName: r.containerShort,
        issn: listOf(r.issn),
        isbn: inBook ? listOf(r.isbn) : undefined,
        editor: inBook ? editorsOf(r) : undefined,
        bookEdition: inBook ? r.edition : undefined,
        publisher: publisherOf(r),
      })
    : undefined;
  const volume = r.volume
    ? filled({ '@type': 'PublicationVolume', volumeNumber: r.volume, isPartOf: container })
    : container;
  return r.issue ? filled({ '@type': 'PublicationIssue', issueNumber: r.issue, isPartOf: volume }) : volume;
}

/** What a book, a thesis, a report or a conference paper states of itself. */
function ownFacts(r: Reference): Record<string, unknown> {
  const isOwn = !r.container || r.type === 'book' || r.type === 'thesis' || r.type === 'report' || r.type === 'webpage';
  const isBook = r.type === 'book';
  return {
    editor: isBook ? editorsOf(r) : undefined,
    translator: r.translators.length > 0 ? r.translators.map(author) : undefined,
    isbn: isBook ? listOf(r.isbn) : undefined,
    bookEdition: isBook ? r.edition : undefined,
    reportNumber: r.type === 'report' ? r.number : undefined,
    inSupportOf: r.type === 'thesis' ? r.genre : undefined,
    publisher: isOwn ? publisherOf(r) : undefined,
    recordedAt: r.event ? eventOf(r) : undefined,
  };
}

const eventOf = (r: Reference): Record<string, unknown> => {
  const [from, until] = r.eventDate?.split('/') ?? [];
  return filled({
    '@type': 'Event',
    name: r.event,
    location: r.eventPlace,
    startDate: from,
    endDate: until,
  });
};

/** Where a work is in its life: a manuscript before its journal, or withdrawn from it. */
const stageOf = (r: Reference): string | undefined =>
  r.status.includes('retracted') ? 'Retracted' : r.type === 'article' ? 'Preprint' : undefined;

/** A person's translation of the title, with the abstract in the same language where there is one. */
const translation = (title: Worded, r: Reference, type: string, address: string): Record<string, unknown> =>
  filled({
    '@type': type,
    inLanguage: title.language,
    name: title.text,
    abstract: r.otherAbstracts.find(({ language }) => language === title.language)?.text,
    translationOfWork: { '@id': `${address}#work` },
  });

/** The paper as schema.org has it: a ScholarlyArticle, or what its type is. */
export function jsonLd(r: Reference, address: string): Record<string, unknown> {
  const type = schemaType[r.type];
  const identifiers = [
    r.doi && { '@type': 'PropertyValue', propertyID: 'DOI', value: r.doi },
    r.pmid && { '@type': 'PropertyValue', propertyID: 'PMID', value: r.pmid },
    r.pmcid && { '@type': 'PropertyValue', propertyID: 'PMCID', value: r.pmcid },
    // For a book the ISBN is a property.
    r.type === 'report' && r.isbn[0] && { '@type': 'PropertyValue', propertyID: 'ISBN', value: r.isbn[0] },
  ].filter(Boolean);
  const same = [
    r.doi && doiUrl(r.doi),
    r.pmid && pmidUrl(r.pmid),
    r.pmcid && pmcidUrl(r.pmcid),
    r.doi ? undefined : r.url,
  ].filter(Boolean);
  const translations = r.translatedTitles.map((title) => translation(title, r, type, address));
  return {
    '@context': 'https://schema.org',
    ...filled({
      '@type': type,
      '@id': `${address}#work`,
      mainEntityOfPage: address,
      name: r.title?.text,
      headline: r.title && [...r.title.text].slice(0, 110).join(''),
      author: r.authors.length > 0 ? r.authors.slice(0, mostNamed).map(author) : undefined,
      datePublished: r.issued,
      inLanguage: r.language,
      ...ownFacts(r),
      isPartOf: partOf(r),
      pagination: pagesOf(r),
      identifier: identifiers.length > 0 ? identifiers : undefined,
      sameAs: same.length > 0 ? same : undefined,
      abstract: r.abstract?.text,
      keywords: r.keywords.length > 0 ? r.keywords : undefined,
      isAccessibleForFree: r.fulltext ? true : undefined,
      encoding: r.fulltext && { '@type': 'MediaObject', contentUrl: r.fulltext },
      creativeWorkStatus: stageOf(r),
      workTranslation: translations.length > 0 ? translations : undefined,
    }),
  };
}

/** JSON that is safe inside `<script>`: no character of it can end the element or begin a comment. */
export const scriptSafe = (value: unknown): string =>
  JSON.stringify(value)
    .replace(/</gu, '\\u003c')
    .replace(/>/gu, '\\u003e')
    .replace(/&/gu, '\\u0026')
    .replace(/\u2028/gu, '\\u2028')
    .replace(/\u2029/gu, '\\u2029');
