import { isPdf, toReference, type Reference } from '#citations/reference';
import { notesOf } from '#citations/reference-notes';
import type { Paper } from '#domain/paper';

/**
 * What Zotero saves of a work, field by field. Its translators are not a package, so their behaviour is written here as
 * rules, one file for each translator. Each rule was observed in a translation server with the translators of June
 * 2026.
 */
export interface Saved {
  itemType: string;
  title?: string | undefined;
  /** A person as "Family | Given"; a name that is one field is in brackets. */
  creators: string[];
  date?: string | undefined;
  journal?: string | undefined;
  abbreviation?: string | undefined;
  publisher?: string | undefined;
  issn?: string | undefined;
  volume?: string | undefined;
  issue?: string | undefined;
  pages?: string | undefined;
  doi?: string | undefined;
  pmid?: string | undefined;
  pmcid?: string | undefined;
  url?: string | undefined;
  language?: string | undefined;
  abstract?: string | undefined;
  attachment?: string | undefined;
  /** Values without a field, line by line. */
  extra?: string | undefined;
  tags?: string[];
  notes?: string[];
}

/** A creator as Zotero shows it. */
export const creator = (family: string, given?: string): string => (given ? `${family} | ${given}` : `[${family}]`);

/**
 * How Zotero cuts a name from a page or a line format. Final punctuation is removed. The name is cut at its commas into
 * at most two parts; without a comma, before its last word. A single capital gets a full stop.
 */
export function cutName(written: string): string {
  const bare = written.replace(/^[\s,./[\]:]+|[\s,./[\]:]+$/gu, '');
  const [family = '', given] = written.includes(',')
    ? bare.split(/[,،] ?/u)
    : [bare.slice(bare.lastIndexOf(' ') + 1), bare.slice(0, Math.max(0, bare.lastIndexOf(' ')))];
  const dotted = given
    ?.split(/[\s.]+/u)
    .filter(Boolean)
    .map((part) => (/^[A-Z]$/u.test(part) ? `${part}.` : part))
    .join(' ');
  return creator(family, dotted);
}

/** Zotero's names for the types of CSL, where they are clear. */
export const itemTypes: Readonly<Record<Reference['type'], string>> = {
  'article-journal': 'journalArticle',
  chapter: 'bookSection',
  book: 'book',
  thesis: 'thesis',
  report: 'report',
  'paper-conference': 'conferencePaper',
  webpage: 'webpage',
  article: 'preprint',
  document: 'document',
};

/** A record in Zotero's fields. A suffix is after the given names; commas in the name of a group are full-width. */
export function wanted(paper: Paper): Saved {
  const r = toReference(paper);
  return {
    itemType: itemTypes[r.type],
    title: r.title?.text,
    creators: r.authors.map(({ particle, family, given, suffix, literal, written }) =>
      family
        ? creator([particle, family].filter(Boolean).join(' '), [given, suffix].filter(Boolean).join(' '))
        : creator((literal ?? written).replace(/, */gu, '，')),
    ),
    date: r.issued,
    journal: r.container,
    abbreviation: r.containerShort,
    publisher: r.publisher,
    issn: r.issn[0],
    volume: r.volume,
    issue: r.issue,
    pages: [r.firstPage ?? r.articleNumber, r.lastPage].filter(Boolean).join('-') || undefined,
    doi: r.doi,
    pmid: r.pmid,
    language: r.language,
    abstract: r.abstract?.text,
    // Zotero takes a page's or a file's link to a PDF alone as one.
    attachment: r.fulltext !== undefined && isPdf(r.fulltext) ? r.fulltext : undefined,
    extra: [...(r.pmcid ? [`PMCID: ${r.pmcid}`] : []), ...notesOf(r, { titles: 0 })].join('\n') || undefined,
  };
}

/** The fields that a record states, without those that a translator cannot transport. */
export function stated(saved: Saved, without: readonly (keyof Saved)[] = []): Partial<Saved> {
  const entries = Object.entries(saved).filter(([field, value]) => value && !without.includes(field as keyof Saved));
  return Object.fromEntries(entries) as Partial<Saved>;
}
