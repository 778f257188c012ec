/**
 * What the search knows about every paper without reading its text, in columns. The core is needed for every answer,
 * the catalogue for lists and facets; which papers a concept has is in a file that both share. Paper number i is the
 * i-th item of each column. Papers are numbered newest first, so this number is also the order "newest first".
 */

import { facetOf, facetRows, type ConceptFacet } from '#domain/facets';
import type { Role } from '#domain/role';
import type { ChunkTable } from './engine.ts';

/** The parts of a record, in the order of the index. */
export const zones = [
  'title',
  'keyword',
  'abstract',
  'digest',
  'author',
  'journal',
  'identifier',
  /** Hyphenated words, as one word. */
  'joined',
  /** Separate words that others write as one. */
  'parted',
  'affiliation',
] as const;
export type Zone = (typeof zones)[number];

const [first, ...others] = facetRows.map(({ name }) => name);
/** The filters of the results, in the order shown: the facets of the vocabulary, and what every paper has. */
export const facetNames = [...(first ? [first] : []), 'year', ...others, 'journal', 'lang', 'access'] as const;
export type FacetName = (typeof facetNames)[number];

/** The name in addresses for the facet of a concept. */
export const facetNameOf = ({ ref }: Pick<ConceptEntry, 'ref'>): ConceptFacet => facetOf(ref)?.name ?? 'theme';

export interface Both {
  en: string;
  zh: string;
}

interface FacetValue extends Both {
  /** The value in addresses: `interpreters`, `2024`, `zh`, `free`. */
  key: string;
  /** The number of the value that this one is part of, as supervision is part of training and supervision. */
  within?: number;
}

export interface FacetColumn {
  name: FacetName;
  values: FacetValue[];
  /** The values of each paper, as numbers of `values`. */
  of: number[][];
}

export interface ConceptEntry extends Both {
  /** `themes/interpreters`. */
  ref: string;
  /** Numbers of the papers that have it or a narrower concept, ascending. */
  papers: number[];
  /** Numbers of the concepts directly above it. */
  broader: number[];
}

/** A word in the form for comparing names -> numbers of concepts. */
export type ConceptWords = Record<string, number[]>;

/** What a search for words needs before it can answer. */
export interface Core {
  /** Changes with any paper and with the form of the index; files of two versions do not fit together. */
  version: string;
  /** How many papers there are. */
  size: number;
  /** Sections of pages are numbered after the papers; this is the language of each one's page. */
  sections: ('en' | 'zh')[];
  /** The number of places that each paper, then each section, takes in each zone: one column for each zone. */
  lengths: number[][];
  concepts: ConceptEntry[];
  /** Names of concepts: preferred ones and equivalents. */
  names: ConceptWords;
  /** Names for searches only: misspellings and abbreviations. */
  hidden: ConceptWords;
  /** Words that lead to a concept and are not its name. */
  signs: ConceptWords;
  /** The Chinese words of the above lists in pinyin, without tones and spaces. */
  pinyin: { names: ConceptWords; signs: ConceptWords };
  /** Phrases, as they are written, that contain a word of a concept and do not mean it. */
  excepted: ConceptWords;
  chunks: ChunkTable;
}

/** The core as it is in its file: without the papers of its concepts. */
export type PackedCore = Omit<Core, 'concepts'> & { concepts: Omit<ConceptEntry, 'papers'>[] };

/** The papers of each concept, in the order of the core. */
export interface Tags {
  version: string;
  /** Of ascending numbers only the first is kept, then the distances. */
  papers: number[][];
}

const gapsOf = (numbers: readonly number[]): number[] => numbers.map((number, i) => number - (numbers[i - 1] ?? 0));
export function fromGaps(gaps: readonly number[]): number[] {
  let last = 0;
  return gaps.map((gap) => (last += gap));
}

export const tagsOf = ({ version, concepts }: Core): Tags => ({
  version,
  papers: concepts.map(({ papers }) => gapsOf(papers)),
});
export const packCore = (core: Core): PackedCore => ({
  ...core,
  concepts: core.concepts.map(({ papers: _, ...concept }) => concept),
});
export const unpackCore = (packed: PackedCore, tags: Tags): Core => ({
  ...packed,
  concepts: packed.concepts.map((concept, i) => ({ ...concept, papers: fromGaps(tags.papers[i] ?? []) })),
});

/** What lists of papers, facets and citations of a search also need. */
export interface Catalogue {
  version: string;
  /** How many papers there are. */
  size: number;
  corpus: { title: Both; version: string; date: string };
  /** The address of the published site with its base path, for permanent links. */
  address: string;
  years: (number | null)[];
  facets: FacetColumn[];
}

/** The ids of the papers, by number: for files of results, and where a card cannot be loaded. */
export interface Ids {
  version: string;
  ids: string[];
}

/** In which file each card is: the papers' cards in their order, then the sections', a few in each file. */
export interface CardPacks {
  version: string;
  /** How many cards each file holds. */
  counts: number[];
  /** The names of the files, each made from what the file holds: `cards/<name>.pack`. */
  names: string[];
}

/** The file with a card, and the card's place in the list that the file is. */
export function packOfCard({ counts, names }: CardPacks, number: number): { name: string; place: number } | undefined {
  let place = number;
  for (const [i, count] of counts.entries()) {
    if (place < count) return { name: names[i] ?? '', place };
    place -= count;
  }
  return undefined;
}

/** Orders that are rarely used, in a separate file: `byTitle.en[n]` is the number of the n-th paper. */
export interface Orders {
  version: string;
  byTitle: { en: number[]; zh: number[] };
  byAuthor: { en: number[]; zh: number[] };
}

/** A text of a paper, from which results quote. */
export interface CardText {
  in: 'abstract' | 'digest' | 'keyword' | 'affiliation';
  language: string;
  role?: string;
  /** Each with its anchor on the paper's page. */
  sentences: [anchor: string, text: string][];
}

/** What a result shows of a paper. */
export interface Card {
  id: string;
  titles: { language: string; role: Role; text: string }[];
  /** The first authors, as a list in words. */
  authors: string;
  /** How many more there are. */
  moreAuthors?: number;
  year?: number;
  journal?: string;
  doi?: string;
  status: string[];
  /** A status that only one later source states. */
  claims?: string[];
  texts: CardText[];
  /**
   * For each concept, where the paper shows it: a sentence's anchor (empty outside sentences), its language and the
   * words.
   */
  evidence: Record<string, [anchor: string, language: string, words: string][]>;
}

/** What a result shows of a section of a page; their numbers follow those of the papers. */
export interface SectionCard {
  /** The page's path without base and language: `themes/interpreters/`. */
  path: string;
  /** The language of the page's frame, and that of the section's words. */
  page: 'en' | 'zh';
  language: string;
  /** The titles of the page and the section; a section without a title has the page's. */
  title: string;
  heading: string;
  /** Empty where the section is the beginning of its page. */
  anchor: string;
  sentences: string[];
}
