/** `<meta>` tags of Highwire Press for the page of a paper, which Google Scholar and Zotero read. */

import type { Name } from '#domain/person';
import { namedInTwo } from '../listed-names.ts';
import { isPdf, type Reference } from '../reference.ts';

/** Name and content of a `<meta>`. */
export type MetaTag = readonly [name: string, content: string];

const slashed = (date: string): string => date.replaceAll('-', '/');

/** Where the container of each type of work goes; Zotero takes the type from the last such tag. */
const containerTag: Readonly<Record<Reference['type'], string>> = {
  'article-journal': 'citation_journal_title',
  chapter: 'citation_inbook_title',
  book: 'citation_series_title',
  'paper-conference': 'citation_inbook_title',
  thesis: 'citation_dissertation_institution',
  report: 'citation_technical_report_institution',
  article: 'prism.publicationName',
  document: 'prism.publicationName',
  // A site is not a journal: this is PRISM's "title of the publication in which a resource was published".
  webpage: 'prism.publicationName',
};

/**
 * One author per tag. Zotero cuts the only one at the comma where both halves have a space, so the given names of that
 * one are held together by no-break spaces, which it turns back.
 */
function authors(names: readonly Name[]): string[] {
  const [only, ...others] = names;
  if (!only?.family || others.length > 0) return names.map(namedInTwo);
  return [namedInTwo({ ...only, ...(only.given ? { given: only.given.replaceAll(' ', '\u00a0') } : {}) })];
}

const rows: readonly (readonly [string, (r: Reference) => string | readonly string[] | undefined])[] = [
  ['citation_title', (r) => r.title?.text],
  ['citation_author', (r) => authors(r.authors)],
  ['citation_publication_date', (r) => r.issued && slashed(r.issued)],
  ['citation_online_date', (r) => r.online && slashed(r.online)],
  ['citation_journal_abbrev', (r) => r.containerShort],
  ['citation_issn', (r) => r.issn],
  ['citation_volume', (r) => r.volume],
  ['citation_issue', (r) => r.issue],
  ['citation_firstpage', (r) => r.firstPage ?? r.articleNumber],
  ['citation_lastpage', (r) => r.lastPage],
  ['citation_publisher', (r) => r.publisher],
  ['citation_doi', (r) => r.doi],
  ['citation_pmid', (r) => r.pmid],
  ['citation_pmcid', (r) => r.pmcid],
  ['citation_arxiv_id', (r) => r.arxiv],
  ['citation_language', (r) => r.language],
  ['citation_keywords', (r) => r.keywords],
  ['citation_abstract', (r) => r.abstract?.text],
  ['citation_isbn', (r) => r.isbn],
  ['citation_editor', (r) => r.editors.map(namedInTwo)],
  ['citation_technical_report_number', (r) => (r.type === 'report' ? r.number : undefined)],
  ['citation_pdf_url', (r) => (r.fulltext && isPdf(r.fulltext) ? r.fulltext : undefined)],
  ['citation_fulltext_html_url', (r) => (r.fulltext && !isPdf(r.fulltext) ? r.fulltext : undefined)],
];

/**
 * Highwire Press tags, as Google Scholar's inclusion guidelines and Zotero's "Embedded Metadata" read them.
 * `address` is the page's own canonical address: Zotero takes the tags only from the page that they name.
 */
export function highwireTags(r: Reference, address: string): MetaTag[] {
  const tags = rows.flatMap(([name, rule]) => [rule(r) ?? []].flat().map((content): MetaTag => [name, content]));
  const institution = r.type === 'thesis' || r.type === 'report' ? r.publisher : undefined;
  const container = institution ?? r.container;
  return [
    ...tags,
    ...(container ? [[containerTag[r.type], container] as const] : []),
    // After the proceedings' title: the type of work is this tag's.
    ...(r.type === 'paper-conference' && (r.event ?? r.container)
      ? [['citation_conference_title', r.event ?? r.container ?? ''] as const]
      : []),
    ['citation_abstract_html_url', address],
  ];
}
