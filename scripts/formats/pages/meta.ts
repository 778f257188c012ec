import { isIssn, pmidSchema, webAddress } from '#domain/identifiers';
import { readAbstract } from './abstracts.ts';
import { readAuthorLine } from '../values/author-lines.ts';
import { stateAuthors } from './authorship.ts';
import { findDate } from '../values/dates.ts';
import { richBlocks } from '../text/html.ts';
import { findDois } from '../values/identifiers.ts';
import { stateKeywords } from './keywords.ts';
import { isAbbreviated, stateLastPage, statePages } from './numbers.ts';
import type { Page } from './page.ts';
import { shareOfHan } from '#domain/language';
import { copyKey, sameLanguage, stateTitle, titleLanguage } from './texts.ts';
import { slice, type Traced } from '../text/traced.ts';
import { readType } from '../values/types.ts';

export interface Meta {
  name: string;
  content: Traced;
}

type Field =
  | 'title'
  | 'author'
  | 'journal'
  | 'abbreviation'
  | 'date'
  | 'online'
  | 'volume'
  | 'issue'
  | 'first'
  | 'last'
  | 'doi'
  | 'pmid'
  | 'issn'
  | 'publisher'
  | 'keywords'
  | 'abstract'
  | 'pdf'
  | 'url'
  | 'type';

/** The names of metadata by field. Those of Highwire Press come first, as Google Scholar reads them; the rest fill gaps. */
const fields: readonly { field: Field; names: readonly string[] }[] = [
  {
    field: 'title',
    names: ['citation_title', 'eprints.title', 'dc.title', 'dcterms.title', 'og:title'],
  },
  {
    field: 'author',
    names: [
      'citation_author',
      'citation_authors',
      'eprints.creators_name',
      'dc.creator',
      'dc.creator.personalname',
      'dc.contributor.author',
      'dcterms.creator',
      'parsely-author',
    ],
  },
  {
    field: 'journal',
    names: ['citation_journal_title', 'prism.publicationname', 'eprints.publication', 'dc.source', 'dcterms.ispartof'],
  },
  { field: 'abbreviation', names: ['citation_journal_abbrev'] },
  { field: 'volume', names: ['citation_volume', 'prism.volume', 'eprints.volume', 'dc.source.volume'] },
  { field: 'issue', names: ['citation_issue', 'prism.number', 'prism.issue', 'eprints.number', 'dc.source.issue'] },
  {
    field: 'date',
    names: [
      'citation_publication_date',
      'citation_cover_date',
      'citation_date',
      'citation_year',
      'eprints.date',
      'prism.publicationdate',
      'dc.date.issued',
      'dc.date',
      'dcterms.issued',
      'dcterms.date',
      'article:published_time',
    ],
  },
  { field: 'online', names: ['citation_online_date'] },
  {
    field: 'first',
    names: ['citation_firstpage', 'prism.startingpage', 'eprints.pagerange', 'dc.identifier.pagenumber'],
  },
  { field: 'last', names: ['citation_lastpage', 'prism.endingpage'] },
  {
    field: 'doi',
    names: [
      'citation_doi',
      'prism.doi',
      'dc.identifier.doi',
      'dc.identifier',
      'eprints.id_number',
      'bepress_citation_doi',
      'dcterms.identifier',
    ],
  },
  { field: 'pmid', names: ['citation_pmid'] },
  { field: 'issn', names: ['citation_issn', 'prism.issn', 'prism.eissn', 'dc.source.issn'] },
  { field: 'publisher', names: ['citation_publisher', 'dc.publisher', 'dcterms.publisher'] },
  { field: 'keywords', names: ['citation_keywords', 'citation_keyword', 'dc.subject', 'keywords'] },
  {
    field: 'abstract',
    names: [
      'citation_abstract',
      'eprints.abstract',
      'dcterms.abstract',
      'dc.description.abstract',
      'dc.description',
      'og:description',
      'description',
    ],
  },
  { field: 'pdf', names: ['citation_pdf_url'] },
  { field: 'url', names: ['citation_abstract_html_url', 'og:url'] },
  { field: 'type', names: ['citation_article_type', 'dc.type', 'dc.type.articletype'] },
];
const several = new Set<Field>(['author', 'keywords', 'issn']);

/** A site's tagline is no abstract: Open Graph's and the page's own descriptions count when they are of some length. */
const isTagline = (name: string, text: string): boolean =>
  /description$/u.test(name) &&
  (text.length < (/^dc/u.test(name) ? (shareOfHan(text) > 0.3 ? 40 : 120) : 250) || /(?:…|\.\.\.)$/u.test(text));

/** One spelling for a name: `bepress_citation_title`, `DC:Title` and `DC_title` are as `citation_title` and `dc.title`. */
const nameOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^bepress_(?=citation_)/u, '')
    .replace(/^(dc|dcterms|prism|eprints)[:_]/u, '$1.');

/** States what a page's metadata say, by the first name of each field that the page uses. */
export function readMeta(page: Page, given: readonly Meta[]): void {
  const metas = given.map((meta) => ({ ...meta, name: nameOf(meta.name) }));
  const isArticle = metas.some(
    (meta) => /^(?:citation_|eprints\.|prism\.)/u.test(meta.name) || /^dc(?:terms)?\./u.test(meta.name),
  );
  const siteName = metas.find((meta) => meta.name === 'og:site_name')?.content.text;
  for (const { field, names } of fields) {
    for (const name of names) {
      // Without any bibliographic metadata, Open Graph's describe a web page like any other.
      if (!isArticle && !/^og:title$/u.test(name)) continue;
      const found = metas.filter((meta) => meta.name === name && !isTagline(name, meta.content.text));
      // A title may stand once for each language.
      const languages = found.map((meta) => titleLanguage(meta.content.text));
      const others = found.filter(
        (_, i) =>
          i > 0 && field === 'title' && languages.slice(0, i).every((one) => !sameLanguage(one, languages[i] ?? one)),
      );
      const chosen = several.has(field) ? found : found.slice(0, 1);
      const stated = [...chosen, ...others].map((meta) =>
        state(page, field, name === 'og:title' ? withoutSite(page, meta.content, siteName) : meta.content),
      );
      if (stated.some(Boolean)) break;
    }
  }
  // Metadata name every author, so names in the text are the same people or others.
  page.namesAll = page.draft.authors.length > 1;
  const { pages, articleNumber } = page.draft;
  if (pages && articleNumber && pages.value === articleNumber.value) delete page.draft.articleNumber;
}

/** `Title | Site` without the site, where the page shows that this is what it is. */
function withoutSite(page: Page, title: Traced, siteName: string | undefined): Traced {
  const { text } = title;
  const bar = text.indexOf('|', 12);
  const dash = /\s[-–—·]\s([^-–—·|]{2,60})$/u.exec(text);
  const end = bar < 0 ? (dash?.index ?? 0) : bar;
  const head = text.slice(0, end).trimEnd();
  if (head.length < 12) return title;
  const isSite = text.includes('|') || dash?.[1]?.toLowerCase() === siteName?.toLowerCase();
  const isShown = page.lines.some((line) => copyKey(line.text) === copyKey(head));
  return isSite || isShown ? slice(title, 0, head.length) : title;
}

function state(page: Page, field: Field, content: Traced): boolean {
  const { draft } = page;
  const { text } = content;
  switch (field) {
    case 'title': {
      const [block] = richBlocks(content);
      return block !== undefined && stateTitle(page, block) !== undefined;
    }
    case 'author': {
      // One name a tag, as it is; several in one as a line of authors has them.
      const several = /[;；]|,.*,|\sand\s/u.test(text) ? readAuthorLine(content, true) : undefined;
      const name = /\p{L}/u.test(text) ? text.replace(/(?<![\s,;])[\s,;]+$/u, '') : text;
      stateAuthors(
        page,
        several && several.length > 1 ? several : [{ traced: slice(content, 0, name.length), marks: [] }],
      );
      return true;
    }
    case 'journal':
      return page.state(
        /\p{Script=Han}/u.test(text) ? 'journalZh' : isAbbreviated(text) ? 'journalAbbreviation' : 'journal',
        text,
        content,
      );
    case 'abbreviation':
      return page.state('journalAbbreviation', text, content);
    case 'date':
    case 'online': {
      const date = findDate(text, 0, true);
      return (
        date !== undefined &&
        page.state(field === 'online' || !draft.volume ? 'online' : 'issued', date.value, content, date.start, date.end)
      );
    }
    case 'volume':
    case 'issue':
      return text.length <= 20 && page.state(field, text, content);
    case 'first':
      statePages(page, content);
      return true;
    case 'last':
      return stateLastPage(page, content);
    case 'doi': {
      const [doi] = findDois(text);
      return doi !== undefined && page.state('doi', doi.value, content, doi.start, doi.end);
    }
    case 'pmid':
      return pmidSchema.safeParse(text).success && page.state('pmid', text, content);
    case 'issn': {
      const value = text.replace(/^(\d{4})(\d{3}[\dXx])$/u, '$1-$2').toUpperCase();
      if (!isIssn(value) || draft.issn.some((one) => one.value === value)) return false;
      draft.issn.push({ value, at: page.take(content) });
      return true;
    }
    case 'publisher':
      return page.state('publisher', text, content);
    case 'keywords':
      return stateKeywords(page, content) > 0;
    case 'abstract': {
      const blocks = richBlocks(content).flatMap((block) => (block.text.includes('<') ? richBlocks(block) : [block]));
      const abstract = readAbstract(page, blocks);
      if (abstract) draft.abstracts.push(abstract);
      return abstract !== undefined;
    }
    case 'pdf':
    case 'url': {
      const address = webAddress(text);
      return address !== undefined && page.state(field === 'pdf' ? 'openAccess' : 'url', address, content);
    }
    default: {
      const type = readType(text);
      return type !== undefined && page.state('type', type, content);
    }
  }
}
