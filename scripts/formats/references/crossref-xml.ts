/** The format of Crossref's XML: how to recognise it, and what its elements mean. */

import type { SourceText } from '#domain/source';
import type { Format } from '../format.ts';
import type { Statement } from '../draft/statement.ts';
import { allOf, at, childrenOf, textOf, type XmlElement } from '../text/xml.ts';
import { dateText, personOf, readDialect, rootOf, Statements } from './xml-records.ts';

/** Elements that hold no field of a record (Crossref, metadata deposit schema 5.3). */
const furniture: Readonly<Record<string, string>> = {
  citation_list: 'cited-references',
  component_list: 'file-attachments',
  program: 'database-bookkeeping',
  collection: 'library-links',
  archive_locations: 'library-links',
  crm: 'database-bookkeeping',
  head: 'file-header',
  depositor: 'database-bookkeeping',
  affiliations: 'affiliations-of-the-deposit',
};

/** Kinds of works that have a DOI each, and the types that they are. */
const works: Readonly<Record<string, string>> = {
  journal_article: 'journal-article',
  conference_paper: 'proceedings-article',
  content_item: 'book-chapter',
  posted_content: 'posted-content',
  dissertation: 'dissertation',
  'report-paper_metadata': 'report',
  'report-paper_series_metadata': 'report',
  book_metadata: 'book',
  book_series_metadata: 'book',
};

/** A work, and what it is in: the elements beside it and above it. */
interface Work {
  work: XmlElement;
  within: XmlElement | undefined;
}

function worksOf(root: XmlElement): Work[] {
  const found: Work[] = [];
  const walk = (element: XmlElement, within: XmlElement | undefined): void => {
    const children = childrenOf(element);
    // A book's own metadata are a work of their own only where none of its chapters is deposited with it.
    const hasParts = children.some(({ name }) => name === 'content_item');
    for (const child of children) {
      if (Object.hasOwn(works, child.name) && !(hasParts && /^book_/u.test(child.name)))
        found.push({ work: child, within });
      else walk(child, /^(?:journal|book|conference|report-paper)$/u.test(child.name) ? child : within);
    }
  };
  walk(root, undefined);
  return found;
}

const roles = ['author', 'editor', 'translator'] as const;
const isRole = (role: string): role is (typeof roles)[number] => roles.some((known) => known === role);

function addPeople(to: Statements, work: XmlElement): void {
  for (const person of childrenOf(at(work, 'contributors'))) {
    const role = person.attributes['contributor_role'] ?? 'author';
    if (!isRole(role)) continue;
    if (person.name === 'organization') to.add(role === 'author' ? 'group' : role, person);
    else if (person.name === 'person_name') {
      const name = personOf(person, { family: 'surname', given: 'given_name', suffix: 'suffix' });
      const [first] = [at(person, 'surname')];
      if (name && first) to.add(role, person, name);
      if (role === 'author') to.add('orcid', at(person, 'ORCID'));
      for (const affiliation of [...childrenOf(person, 'affiliation'), ...allOf(person, 'institution_name')])
        to.add('affiliation', affiliation, { label: 'last-author' });
    }
  }
}

const isOnline = (date: XmlElement): boolean => date.attributes['media_type'] === 'online';

/** The issue's date before the work's own, print before online. */
function addDates(to: Statements, dates: readonly XmlElement[]): void {
  const issue = dates.find((date) => !isOnline(date)) ?? dates[0];
  for (const date of dates) {
    const value = dateText(date);
    if (value) to.add(date === issue ? 'year' : isOnline(date) ? 'online' : 'date', date, { value });
  }
}

function addContainer(to: Statements, { work, within }: Work): void {
  const journal = at(within, 'journal_metadata');
  to.add('journal', at(journal, 'full_title'));
  to.add('journal-abbreviation', at(journal, 'abbrev_title'));
  to.addAll('issn', journal, 'issn');
  const issue = at(within, 'journal_issue');
  to.add('volume', at(issue, 'journal_volume/volume') ?? at(issue, 'volume'));
  to.add('issue', at(issue, 'issue'));
  const volume = [
    'book_metadata',
    'book_series_metadata',
    'book_set_metadata',
    'proceedings_metadata',
    'proceedings_series_metadata',
  ]
    .map((name) => at(within, name))
    .find((one) => one !== undefined);
  const isPart = volume !== undefined && volume !== work;
  if (isPart) to.add('journal', at(volume, 'titles/title') ?? at(volume, 'proceedings_title'));
  to.add('publisher', at(volume ?? work, 'publisher/publisher_name') ?? at(work, 'institution/institution_name'));
  to.addAll('isbn', volume, 'isbn');
  to.add('event', at(within, 'event_metadata/conference_name'));
  const own = childrenOf(
    work,
    work.name === 'posted_content'
      ? 'posted_date'
      : work.name === 'dissertation'
        ? 'approval_date'
        : 'publication_date',
  );
  // An article's own date may be the day online alone.
  const above = childrenOf(issue ?? volume, 'publication_date');
  const printed = own.every(isOnline) ? above.filter((date) => !own.length || !isOnline(date)) : [];
  addDates(to, [...own, ...printed]);
}

function statementsOf(found: Work): Statement[] {
  const { work } = found;
  const to = new Statements();
  to.add('title', at(work, 'titles/title'));
  to.add('subtitle', at(work, 'titles/subtitle'));
  to.add('title-original', at(work, 'titles/original_language_title'));
  addPeople(to, work);
  addContainer(to, found);
  const pages = at(work, 'pages');
  to.add('first-page', at(pages, 'first_page'));
  to.add('last-page', at(pages, 'last_page'));
  for (const number of allOf(work, 'item_number')) {
    const isArticle =
      number.attributes['item_number_type'] === 'article_number' ||
      (!pages && /^[a-z]?\d{1,8}$/iu.test(textOf(number).text.trim()));
    to.add(isArticle ? 'article-number' : { furniture: 'publisher-identifiers' }, number);
  }
  to.add('doi', at(work, 'doi_data/doi'));
  to.add('url', at(work, 'doi_data/resource'));
  for (const abstract of childrenOf(work, 'abstract'))
    to.add('abstract', abstract, { paragraphs: allOf(abstract, 'p').map(textOf) });
  for (const update of allOf(at(work, 'crossmark') ?? { ...work, children: [] }, 'update'))
    to.add('updated-work', update, { label: update.attributes['type'] });
  to.addKind(works[work.name], at(work, 'titles/title'));
  return to.all;
}

const claims = ({ text }: SourceText): boolean =>
  /^(?:doi_records?|doi_batch|crossref_result|crossref|crossref_metadata)$/u.test(rootOf(text) ?? '') &&
  /<(?:\w+:)?doi_data[\s>]/u.test(text.slice(0, 1_000_000));

/** Crossref's own XML: deposits, and what its services answer. */
export const crossrefXml: Format = {
  name: 'crossref-xml',
  title: { en: 'Crossref XML', zh: 'Crossref XML' },
  trust: 'saved-page',
  claims,
  read: (source) => readDialect(source, { recordsOf: worksOf, elementOf: ({ work }) => work, statementsOf, furniture }),
};
