import type { MetaTag } from '#citations/embedded/highwire';
import { creator, cutName, type Saved } from './saved.ts';

/** What "Embedded Metadata" reads in a page. */
export interface Head {
  /** `name` or `property` of every `<meta>`, and its content. */
  tags: readonly MetaTag[];
  /** Texts of elements whose class contains "byline" or "vcard". */
  bylines?: readonly string[];
}

/** Tags for a container say what the work is; the last of them counts. */
const typeTags: Readonly<Record<string, string>> = {
  citation_journal_title: 'journalArticle',
  citation_technical_report_institution: 'report',
  citation_conference_title: 'conferencePaper',
  citation_inbook_title: 'bookSection',
  citation_dissertation_institution: 'thesis',
};
/** Otherwise the first type of Open Graph counts, then that of Dublin Core. */
const dublinCoreTypes: Readonly<Record<string, string>> = {
  JournalArticle: 'journalArticle',
  BookChapter: 'bookSection',
  Book: 'book',
  Thesis: 'thesis',
  Report: 'report',
  ConferencePaper: 'conferencePaper',
  WebPage: 'webpage',
  document: 'document',
};
const openGraphTypes: Readonly<Record<string, string>> = { book: 'book', website: 'webpage' };

/** A single author is cut at the comma where both halves have a space: it is treated as two names on one line. */
function authors(names: readonly string[]): string[] {
  const [only = '', ...others] = names.flatMap((name) => name.split(/\s*;\s*/u)).filter(Boolean);
  const halves = only.split(/\s*,\s*/u);
  const line = others.length === 0 && halves.length > 1 && halves.slice(0, 2).every((half) => half.includes(' '));
  return (line ? halves : [only, ...others]).filter((name) => /[^\s,.;-]/u.test(name)).map(cutName);
}

/** Highwire's tags come before Dublin Core's; a page with neither is read by its general metadata and its text. */
export function embedded({ tags, bylines = [] }: Head): Saved {
  const all = (...names: string[]) => tags.filter(([name]) => names.includes(name)).map(([, content]) => content);
  const one = (...names: string[]) => names.map((name) => all(name)[0]).find(Boolean);
  const stated = tags.flatMap(([name]) => typeTags[name] ?? []).at(-1);
  const itemType =
    stated ??
    one('z:itemType') ??
    openGraphTypes[one('og:type') ?? ''] ??
    dublinCoreTypes[one('DC.type') ?? ''] ??
    'journalArticle';
  const named = authors(all('citation_author'));
  const issn = all('citation_issn').join(', ');
  return {
    itemType,
    title: one('citation_title', 'DC.title', 'og:title'),
    creators: named.length === 0 && bylines.length === 1 ? [creator(bylines[0] ?? '')] : named,
    date: one('citation_publication_date', 'article:published_time', 'DC.date')?.replaceAll('/', '-'),
    journal: one(
      'citation_journal_title',
      'citation_inbook_title',
      'citation_conference_title',
      'prism.publicationName',
    ),
    abbreviation: one('citation_journal_abbrev', 'DCTERMS.alternative'),
    publisher: one(
      'citation_dissertation_institution',
      'citation_technical_report_institution',
      'citation_publisher',
      'DC.publisher',
    ),
    issn: issn || undefined,
    volume: one('citation_volume'),
    issue: one('citation_issue'),
    pages: [one('citation_firstpage'), one('citation_lastpage')].filter(Boolean).join('-') || undefined,
    doi: one('citation_doi'),
    pmid: one('citation_pmid'),
    url: one('og:url', 'citation_abstract_html_url'),
    language: one('citation_language', 'DC.language'),
    abstract: one('citation_abstract', 'og:description', 'description'),
    attachment: one('citation_pdf_url'),
    // The PMID follows there; here it has a field of its own.
    extra: one('z:extra'),
    // Tags of pages are left out: Zotero takes them only from its translators for single sites.
    tags: [],
  };
}
