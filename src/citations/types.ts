/** The table of what each export format calls each kind of work. */

import type { Reference } from './reference.ts';

/** What each format calls a kind of work, and which of its fields holds the work that it appeared in. */
export interface TypeNames {
  bibtex: string;
  biblatex: string;
  /** BibTeX's and BibLaTeX's fields for the container and for the publisher. */
  bibtexContainer?: 'journal' | 'booktitle' | 'howpublished';
  bibtexPublisher: 'publisher' | 'school' | 'institution' | 'organization';
  ris: string;
  enw: string;
  /** EndNote's number of the reference type. */
  endnote: number;
  /** MARC genre terms (marcgt) of the work and of what it appeared in, and the name that Zotero's MODS has. */
  genre?: string;
  hostGenre?: string;
  local: string;
  /** MEDLINE publication type, where it has one for them. */
  nbib?: string;
}

/** Keys are the item types of CSL 1.0.2 that a paper may have. */
export const typeNames: Readonly<Record<Reference['type'], TypeNames>> = {
  'article-journal': {
    bibtex: 'article',
    biblatex: 'article',
    bibtexContainer: 'journal',
    bibtexPublisher: 'publisher',
    ris: 'JOUR',
    enw: 'Journal Article',
    endnote: 17,
    genre: 'article',
    hostGenre: 'periodical',
    local: 'journalArticle',
    nbib: 'Journal Article',
  },
  chapter: {
    bibtex: 'incollection',
    // `incollection` where the book has an editor (`biblatex.ts`).
    biblatex: 'inbook',
    bibtexContainer: 'booktitle',
    bibtexPublisher: 'publisher',
    ris: 'CHAP',
    enw: 'Book Section',
    endnote: 5,
    hostGenre: 'book',
    local: 'bookSection',
    nbib: 'Book Chapter',
  },
  book: {
    bibtex: 'book',
    biblatex: 'book',
    bibtexPublisher: 'publisher',
    ris: 'BOOK',
    enw: 'Book',
    endnote: 6,
    genre: 'book',
    local: 'book',
    nbib: 'Book',
  },
  thesis: {
    bibtex: 'phdthesis',
    biblatex: 'thesis',
    bibtexPublisher: 'school',
    ris: 'THES',
    enw: 'Thesis',
    endnote: 32,
    genre: 'thesis',
    local: 'thesis',
    nbib: 'Academic Dissertation',
  },
  report: {
    bibtex: 'techreport',
    biblatex: 'report',
    bibtexPublisher: 'institution',
    ris: 'RPRT',
    enw: 'Report',
    endnote: 27,
    genre: 'technical report',
    local: 'report',
    nbib: 'Technical Report',
  },
  'paper-conference': {
    bibtex: 'inproceedings',
    biblatex: 'inproceedings',
    bibtexContainer: 'booktitle',
    bibtexPublisher: 'publisher',
    ris: 'CONF',
    // EndNote's "Conference Paper" is one that was read there and not published.
    enw: 'Conference Proceedings',
    endnote: 10,
    hostGenre: 'conference publication',
    local: 'conferencePaper',
    nbib: 'Congress',
  },
  webpage: {
    bibtex: 'misc',
    biblatex: 'online',
    bibtexContainer: 'howpublished',
    bibtexPublisher: 'organization',
    ris: 'ELEC',
    enw: 'Web Page',
    endnote: 12,
    genre: 'web site',
    local: 'webpage',
  },
  // A preprint, or another manuscript.
  article: {
    bibtex: 'misc',
    biblatex: 'online',
    bibtexContainer: 'howpublished',
    bibtexPublisher: 'publisher',
    // "Manuscript": what is unpublished (`UNPB`) Zotero takes for an article of a journal.
    ris: 'MANSCPT',
    // More programs know this type than EndNote's unpublished work, which a preprint is not.
    enw: 'Generic',
    endnote: 13,
    local: 'preprint',
    nbib: 'Preprint',
  },
  document: {
    bibtex: 'misc',
    biblatex: 'misc',
    bibtexContainer: 'howpublished',
    bibtexPublisher: 'publisher',
    // The kind of work is not known: nothing says that it is a preprint, or unpublished.
    ris: 'GEN',
    enw: 'Generic',
    endnote: 13,
    local: 'document',
  },
};
