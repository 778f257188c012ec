/** What a format makes of a source: drafts of papers, each value with its places, and claims on its characters. */

import type { PartialDate } from './date.ts';
import type { Registration } from './identifiers.ts';
import type { Language } from './language.ts';
import type { Name } from './person.ts';
import type { Place } from './place.ts';
import type { Outcome } from './ledger.ts';
import type { Notice } from './notice.ts';
import type { NoticeOfStatus, SectionKind } from './paper.ts';
import type { Role } from './role.ts';
import type { Mark } from './text.ts';

/** A value as one source states it, with each place where it was read, and the rule where it is derived. */
export interface Read<T> {
  value: T;
  at: Place[];
  derived?: string;
}

export interface DraftText {
  language: Language;
  /** Absent where the page does not show which text is the original; `reconcile` decides. */
  role?: Role;
  text: string;
  marks?: Mark[];
}

/** A paragraph or list item. `at` of its `Read` covers all of it; `reconcile` cuts it into sentences. */
export interface DraftBlock {
  as: 'paragraph' | 'item';
  text: string;
  marks?: Mark[];
  /** The places of the text's pieces. Each piece begins at `start` (an offset in `text`). */
  pieces: { start: number; place: Place }[];
}

/** The places of `[start, end)` of a block's text: those of its pieces, joined where nothing is between them. */
export function placesInBlock({ pieces, text }: DraftBlock, start: number, end: number): Place[] {
  const places: Place[] = [];
  for (let i = pieceAt(pieces, start); i < pieces.length; i++) {
    const piece = pieces[i];
    if (!piece || piece.start >= end) break;
    const next = pieces[i + 1]?.start ?? text.length;
    if (next <= start) continue;
    const [first, past] = piece.place.columns;
    const from = start <= piece.start ? first : Math.min(first + start - piece.start, past);
    const to = end >= next ? past : Math.min(first + end - piece.start, past);
    const last = places.at(-1);
    if (last?.line === piece.place.line && from >= last.columns[1] && from - last.columns[1] <= 1)
      last.columns = [last.columns[0], to];
    else if (to > from) places.push({ ...piece.place, columns: [from, to] });
  }
  return places;
}

/** The last piece that begins at or before an offset, else the first. Pieces are in order. */
function pieceAt(pieces: DraftBlock['pieces'], offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

export interface DraftSection {
  label?: string;
  kind?: SectionKind;
  blocks: DraftBlock[];
}

export interface DraftAbstract {
  language: Language;
  role?: Role;
  sections: DraftSection[];
}

export interface DraftDigest {
  language: Language;
  kind?: Read<string>;
  publisher?: Read<string>;
  scope?: Read<string>;
  sections: DraftSection[];
}

export interface DraftAuthor {
  name: Name;
  affiliations?: number[];
  orcid?: string;
}

/** What one source, or one record of it, says about one paper. Lists are in page order; nothing is guessed. */
export interface Draft {
  /** The number of the record in a file of many, from 1. */
  record?: number;
  type?: Read<string>;
  language?: Read<Language>;
  titles: Read<DraftText>[];
  authors: Read<DraftAuthor>[];
  affiliations: Read<{ text: string }>[];
  journal?: Read<string>;
  journalAbbreviation?: Read<string>;
  journalZh?: Read<string>;
  issn: Read<string>[];
  publisher?: Read<string>;
  issued?: Read<PartialDate>;
  /** The last month of an issue for several months, where the page states it: `issued` is the first. */
  issuedUntil?: Read<PartialDate>;
  online?: Read<PartialDate>;
  volume?: Read<string>;
  issue?: Read<string>;
  pages?: Read<string>;
  articleNumber?: Read<string>;
  /** Of the book or proceedings that the work is, or is part of. */
  editors?: Read<DraftAuthor>[];
  translators?: Read<DraftAuthor>[];
  edition?: Read<string>;
  publisherPlace?: Read<string>;
  isbn?: Read<string>[];
  /** A report's own. */
  number?: Read<string>;
  /** Which kind of thesis, report or manuscript, in the source's words. */
  genre?: Read<string>;
  event?: Read<string>;
  eventPlace?: Read<string>;
  eventDate?: Read<string>;
  doi?: Read<string>;
  pmid?: Read<string>;
  pmcid?: Read<string>;
  arxiv?: Read<string>;
  registrations: Read<Registration>[];
  openAccess?: Read<string>;
  url?: Read<string>;
  keywords: Read<{ language: Language; text: string }>[];
  abstracts: Read<DraftAbstract>[];
  digest?: Read<DraftDigest>;
  status?: Read<string>;
  /** Where the notice of its retraction appeared, as its source cites it. */
  retractedIn?: Read<NoticeOfStatus>;
  /** What a notice about another paper says happened to that paper: Crossref's `update-to`. */
  updates?: Read<Update>[];
}

/** "retraction" or "correction", in the words of the source, of the paper with a DOI or a PMID. */
export type Update = { kind: string } & ({ doi: string; pmid?: undefined } | { pmid: string; doi?: undefined });

export const emptyDraft = (): Draft => ({
  titles: [],
  authors: [],
  affiliations: [],
  issn: [],
  registrations: [],
  keywords: [],
  abstracts: [],
});

/** What text that is not a field is: furniture by a named rule, or a copy of another place. */
export interface Claim {
  at: Place;
  outcome: Exclude<Outcome, { kind: 'field' } | { kind: 'unclassified' }>;
}

/** Everything that a format read from one source. `drafts` is empty for a page that is not about papers. */
export interface Reading {
  drafts: Draft[];
  /**
   * What the source is; absent means a page. `references` is a file of records (RIS, PubMed, BibTeX …): `isPaper` is
   * false for it, but each draft, numbered by `record`, is still a paper of the review. A `list` is a page that only
   * mentions its drafts.
   */
  kind?: 'page' | 'list' | 'references';
  /** False for a list, a digest of many papers or a journal's own page: its drafts are what it lists. */
  isPaper: boolean;
  /** Where each record of a file of references is, as offsets of the source. */
  spans?: [number, number][];
  /** The fields whose value is not sure, by the names of `npm run read -- --json`. */
  toCheck?: string[];
  claims: Claim[];
  notices: Notice[];
}
