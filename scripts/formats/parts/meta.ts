import { isIssn, pmidSchema, webAddress } from '#domain/identifiers';
import { readAbstract } from './abstracts.ts';
import { stateAuthors } from './authorship.ts';
import { findDate } from './dates.ts';
import { richBlocks } from './html.ts';
import { findDois } from './identifiers.ts';
import { stateKeywords } from './keywords.ts';
import { isAbbreviated, statePages } from './numbers.ts';
import type { Page } from './page.ts';
import { stateTitle } from './texts.ts';
import { slice, type Traced } from './traced.ts';
import { typeOf } from './types.ts';

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
    names: ['citation_title', 'bepress_citation_title', 'eprints.title', 'dc.title', 'dcterms.title', 'og:title'],
  },
  {
    field: 'author',
    names: [
      'citation_author',
      'bepress_citation_author',
      'citation_authors',
      'eprints.creators_name',
      'dc.creator',
      'dc.contributor',
      'dcterms.creator',
    ],
  },
  { field: 'journal', names: ['citation_journal_title', 'prism.publicationname', 'dc.source', 'dcterms.ispartof'] },
  { field: 'abbreviation', names: ['citation_journal_abbrev'] },
  { field: 'volume', names: ['citation_volume', 'prism.volume'] },
  { field: 'issue', names: ['citation_issue', 'prism.number', 'prism.issue'] },
  {
    field: 'date',
    names: [
      'citation_publication_date',
      'citation_cover_date',
      'citation_date',
      'prism.publicationdate',
      'dc.date.issued',
      'dc.date',
      'dcterms.issued',
      'dcterms.date',
      'article:published_time',
    ],
  },
  { field: 'online', names: ['citation_online_date'] },
  { field: 'first', names: ['citation_firstpage', 'prism.startingpage'] },
  { field: 'last', names: ['citation_lastpage', 'prism.endingpage'] },
  { field: 'doi', names: ['citation_doi', 'prism.doi', 'dc.identifier', 'dc.identifier.doi', 'dcterms.identifier'] },
  { field: 'pmid', names: ['citation_pmid'] },
  { field: 'issn', names: ['citation_issn', 'prism.issn', 'prism.eissn'] },
  { field: 'publisher', names: ['citation_publisher', 'dc.publisher', 'dcterms.publisher'] },
  { field: 'keywords', names: ['citation_keywords', 'citation_keyword', 'dc.subject', 'keywords'] },
  {
    field: 'abstract',
    names: ['citation_abstract', 'dcterms.abstract', 'dc.description', 'og:description', 'description'],
  },
  { field: 'pdf', names: ['citation_pdf_url'] },
  { field: 'url', names: ['citation_abstract_html_url', 'og:url'] },
  { field: 'type', names: ['citation_article_type', 'dc.type'] },
];
const several = new Set<Field>(['author', 'keywords', 'issn']);

/** A site's tagline is no abstract: Open Graph's and the page's own descriptions count when they are of some length. */
const isTagline = (name: string, text: string): boolean =>
  /^(?:og:)?description$/u.test(name) && (text.length < 250 || /(?:…|\.\.\.)$/u.test(text));

/** States what a page's metadata say, by the first name of each field that the page uses. */
export function readMeta(page: Page, metas: readonly Meta[]): void {
  const isArticle = metas.some(
    (meta) =>
      /^(?:citation_|bepress_citation_|eprints\.|prism\.)/u.test(meta.name) || /^dc(?:terms)?\./u.test(meta.name),
  );
  for (const { field, names } of fields) {
    for (const name of names) {
      // Without any bibliographic metadata, Open Graph's describe a web page like any other.
      if (!isArticle && !/^og:title$/u.test(name)) continue;
      const found = metas.filter((meta) => meta.name === name && !isTagline(name, meta.content.text));
      const stated = (several.has(field) ? found : found.slice(0, 1)).map((meta) => state(page, field, meta.content));
      if (stated.some(Boolean)) break;
    }
  }
  const { pages, articleNumber } = page.draft;
  if (pages && articleNumber && pages.value === articleNumber.value) delete page.draft.articleNumber;
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
      const names = text.includes(';') ? text.split(';').length : 1;
      if (names > 1) {
        let from = 0;
        for (const part of text.split(';')) {
          const start = from + part.length - part.trimStart().length;
          if (part.trim())
            stateAuthors(page, [{ traced: slice(content, start, from + part.trimEnd().length), marks: [] }]);
          from += part.length + 1;
        }
      } else stateAuthors(page, [{ traced: content, marks: [] }]);
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
    case 'last': {
      const first = draft.articleNumber ?? draft.pages;
      if (!first || !/\d/u.test(text)) return false;
      const at = [...first.at, ...page.take(content)];
      if (first.value !== text) {
        delete draft.articleNumber;
        draft.pages = { value: `${first.value}-${text}`, at };
      }
      return true;
    }
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
      const blocks = richBlocks(content).flatMap((block) =>
        block.traced.text.includes('<') ? richBlocks(block.traced) : [block],
      );
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
      const type = typeOf(text);
      return type !== undefined && page.state('type', type, content);
    }
  }
}
