/** The format of PubMed's XML: how to recognise it, and what its elements mean. */

import type { Reading } from '#domain/draft';
import type { Language } from '#domain/language';
import type { Name } from '#domain/person';
import type { SourceText } from '#domain/source';
import type { Format } from '../format.ts';
import { readLanguage } from '../values/languages.ts';
import { join, type Traced } from '../text/traced.ts';
import type { Statement } from '../draft/statement.ts';
import { allOf, at, childrenOf, textOf, type XmlElement } from '../text/xml.ts';
import { dateText, readDialect, Statements, rootOf } from './xml-records.ts';

/** Elements that no field is read from, by what they hold (PubMed DTD, 2025). */
const furniture: Readonly<Record<string, string>> = {
  Season: 'season',
  DateCompleted: 'database-dates',
  DateRevised: 'database-dates',
  History: 'database-dates',
  MedlineJournalInfo: 'database-accessions',
  ReferenceList: 'cited-references',
  GrantList: 'funding',
  ChemicalList: 'database-accessions',
  SupplMeshList: 'database-accessions',
  GeneSymbolList: 'database-accessions',
  InvestigatorList: 'collaborators',
  CoiStatement: 'conflict-of-interest',
  CopyrightInformation: 'copyright-statement',
  CitationSubset: 'database-bookkeeping',
  NumberOfReferences: 'database-bookkeeping',
  PublicationStatus: 'database-bookkeeping',
  OtherID: 'database-accessions',
  GeneralNote: 'notes',
  SpaceFlightMission: 'database-bookkeeping',
  PersonalNameSubjectList: 'subject-categories',
  ContributionDate: 'database-dates',
  DataBankName: 'database-name',
  Sections: 'table-of-contents',
};

function addAuthors(to: Statements, list: XmlElement | undefined, as: 'author' | 'editor' = 'author'): void {
  for (const author of childrenOf(list, 'Author')) {
    const last = at(author, 'LastName');
    const given = at(author, 'ForeName') ?? at(author, 'Initials');
    const suffix = at(author, 'Suffix');
    const group = at(author, 'CollectiveName');
    if (group) to.add(as === 'author' ? 'group' : as, group);
    else if (last) {
      const pieces = [last, given, suffix].filter((part) => part !== undefined).map(textOf);
      const value = join(pieces, ', ');
      const family = textOf(last).text.replace(/\s+/gu, ' ').trim();
      const words = family.split(' ');
      const lower = words.findIndex((word) => !/^\p{Ll}/u.test(word));
      const name: Name = {
        written: value.text.replace(/\s+/gu, ' ').trim(),
        family: lower > 0 ? words.slice(lower).join(' ') : family,
        ...(lower > 0 ? { particle: words.slice(0, lower).join(' ') } : {}),
        ...(given ? { given: textOf(given).text.replace(/\s+/gu, ' ').trim() } : {}),
        ...(suffix ? { suffix: textOf(suffix).text.trim() } : {}),
      };
      if (family) to.add(as, author, { value, name: name.given === '' ? { written: name.written, family } : name });
      // Initials shorten the given names beside them.
      const initials = at(author, 'Initials');
      if (initials && initials !== given) to.add({ furniture: 'initials' }, initials);
    }
    if (as === 'editor') continue;
    for (const identifier of childrenOf(author, 'Identifier')) to.add('orcid', identifier);
    for (const info of allOf(author, 'Affiliation')) to.add('affiliation', info, { label: 'last-author' });
  }
}

function addAbstract(to: Statements, abstract: XmlElement | undefined, language?: Language): void {
  for (const section of childrenOf(abstract, 'AbstractText')) {
    const label = section.attributes['Label'];
    to.add('abstract-section', section, {
      ...(label && !/^unlabelled$/iu.test(label) ? { label } : {}),
      ...(language ? { language } : {}),
    });
  }
}

function articleStatements(record: XmlElement): Statement[] {
  const to = new Statements();
  const citation = record.name === 'PubmedArticle' ? at(record, 'MedlineCitation') : record;
  const article = at(citation, 'Article');
  const journal = at(article, 'Journal');
  to.add('pmid', at(citation, 'PMID'));
  for (const language of childrenOf(article, 'Language')) to.add('language', language);
  to.add('title', at(article, 'ArticleTitle'));
  to.add('title-original', at(article, 'VernacularTitle'));
  for (const type of allOf(article ?? record, 'PublicationType')) to.add('publication-type', type);
  for (const linked of childrenOf(at(citation, 'CommentsCorrectionsList'), 'CommentsCorrections'))
    if (linked.attributes['RefType'] === 'RetractionIn') to.add('retracted-in', at(linked, 'RefSource'));
    else if (/^(?:ErratumIn|ExpressionOfConcernIn)$/u.test(linked.attributes['RefType'] ?? ''))
      to.add('status', at(linked, 'RefSource'), { label: linked.attributes['RefType'] });
    else if (/^(?:RetractionOf|ErratumFor|ExpressionOfConcernFor)$/u.test(linked.attributes['RefType'] ?? ''))
      to.add('updated-work', at(linked, 'PMID') ?? at(linked, 'RefSource'), { label: linked.attributes['RefType'] });
    else to.add({ furniture: 'linked-articles' }, linked);
  for (const issn of childrenOf(journal, 'ISSN')) to.add('issn', issn);
  to.add('journal', at(journal, 'Title'));
  to.add('journal-abbreviation', at(journal, 'ISOAbbreviation'));
  const issue = at(journal, 'JournalIssue');
  to.add('volume', at(issue, 'Volume'));
  to.add('issue', at(issue, 'Issue'));
  const issued = dateText(at(issue, 'PubDate'));
  const online = dateText(childrenOf(article, 'ArticleDate')[0]);
  if (issued) to.add('year', at(issue, 'PubDate'), { value: issued });
  if (online) to.add('online', at(article, 'ArticleDate'), { value: online });
  to.add('pages', at(article, 'Pagination/MedlinePgn'));
  const pagination = at(article, 'Pagination');
  const whole = at(pagination, 'MedlinePgn');
  to.add(whole ? { furniture: 'page-copy' } : 'first-page', at(pagination, 'StartPage'));
  to.add(whole ? { furniture: 'page-copy' } : 'last-page', at(pagination, 'EndPage'));
  for (const id of childrenOf(article, 'ELocationID')) {
    // Journals without pages: the publisher's number is the article's.
    const number = !pagination && /^e?\d{1,7}$/u.test(textOf(id).text.trim());
    const other = number ? 'article-number' : { furniture: 'publisher-identifiers' };
    // PubMed keeps a number that turned out to be wrong, and marks it.
    const isDoi = id.attributes['EIdType'] === 'doi' && id.attributes['ValidYN'] !== 'N';
    to.add(isDoi ? 'doi' : other, id);
  }
  addAuthors(
    to,
    childrenOf(article, 'AuthorList').find((list) => list.attributes['Type'] !== 'editors'),
  );
  addAbstract(to, at(article, 'Abstract'));
  for (const other of childrenOf(citation, 'OtherAbstract'))
    addAbstract(to, other, readLanguage(other.attributes['Language'] ?? ''));
  for (const list of childrenOf(citation, 'KeywordList'))
    for (const keyword of childrenOf(list, 'Keyword')) to.add('keyword', keyword);
  for (const heading of allOf(citation ?? record, 'MeshHeading'))
    to.add('keyword', heading, { value: meshText(heading) });
  for (const number of allOf(article ?? record, 'AccessionNumber')) to.add('registration', number);
  for (const id of childrenOf(at(record, 'PubmedData/ArticleIdList'), 'ArticleId')) {
    const kind = id.attributes['IdType'];
    if (kind === 'doi' || kind === 'pmc' || kind === 'pubmed')
      to.add(kind === 'pmc' ? 'pmcid' : kind === 'doi' ? 'doi' : 'pmid', id);
    else to.add({ furniture: 'publisher-identifiers' }, id);
  }
  return to.all;
}

/** A heading with its qualifiers as MEDLINE writes them: "Brain Injuries/epidemiology". */
const meshText = (heading: XmlElement): Traced =>
  join([...childrenOf(heading, 'DescriptorName'), ...childrenOf(heading, 'QualifierName')].map(textOf), '/');

function bookStatements(record: XmlElement): Statement[] {
  const to = new Statements();
  const document = at(record, 'BookDocument');
  const book = at(document, 'Book');
  to.add('pmid', at(document, 'PMID'));
  for (const language of childrenOf(document, 'Language')) to.add('language', language);
  to.add('title', at(document, 'ArticleTitle') ?? at(book, 'BookTitle'));
  if (at(document, 'ArticleTitle')) to.add('journal', at(book, 'BookTitle'));
  to.add('publisher', at(book, 'Publisher/PublisherName'));
  to.add('publisher-place', at(book, 'Publisher/PublisherLocation'));
  to.add('edition', at(book, 'Edition'));
  for (const isbn of childrenOf(book, 'Isbn')) to.add('isbn', isbn);
  const issued = dateText(at(book, 'PubDate'));
  if (issued) to.add('year', at(book, 'PubDate'), { value: issued });
  const authors = [...childrenOf(document, 'AuthorList'), ...childrenOf(book, 'AuthorList')];
  const isEditors = (list: XmlElement): boolean => list.attributes['Type'] === 'editors';
  addAuthors(
    to,
    authors.find((list) => !isEditors(list)),
  );
  addAuthors(to, authors.find(isEditors), 'editor');
  addAbstract(to, at(document, 'Abstract'));
  for (const type of childrenOf(document, 'PublicationType')) to.add('publication-type', type);
  for (const id of childrenOf(at(document, 'ArticleIdList'), 'ArticleId'))
    if (id.attributes['IdType'] === 'doi') to.add('doi', id);
  return to.all;
}

const recordNames = new Set(['PubmedArticle', 'PubmedBookArticle', 'MedlineCitation']);

function recordsOf(root: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  const walk = (element: XmlElement, depth: number) => {
    for (const child of childrenOf(element)) {
      if (recordNames.has(child.name)) found.push(child);
      else if (depth < 4) walk(child, depth + 1);
    }
  };
  walk(root, 0);
  return found;
}

const read = (source: SourceText): Reading =>
  readDialect(source, {
    recordsOf,
    elementOf: (record) => record,
    statementsOf: (record) =>
      record.name === 'PubmedBookArticle' ? bookStatements(record) : articleStatements(record),
    furniture,
  });

const roots = /^(?:Pubmed(?:Article|BookArticle)(?:Set)?|MedlineCitation(?:Set)?)$/u;

export const pubmedXml: Format = {
  name: 'pubmed-xml',
  title: { en: 'PubMed XML', zh: 'PubMed XML' },
  trust: 'library-record',
  claims: ({ text }) => roots.test(rootOf(text) ?? ''),
  read,
};
