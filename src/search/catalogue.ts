import type { ChunkTable } from './engine.ts';

/**
 * What search knows of every paper without reading its text, in columns: the core, which every answer needs, and the
 * catalogue, which lists and facets need. Paper number i is the i-th of each column; papers are numbered newest first,
 * so that the number is the order of "newest first".
 */

/** The parts of a record, in the order in which the index holds them one after the other. */
export const zones = [
  'title',
  'keyword',
  'abstract',
  'digest',
  'author',
  'journal',
  'identifier',
  'joined',
  'affiliation',
] as const;
export type Zone = (typeof zones)[number];

/** The facets by which results are narrowed, in the order they are shown. */
export const facetNames = [
  'theme',
  'year',
  'construct',
  'design',
  'population',
  'setting',
  'delivery',
  'country',
  'perspective',
  'instrument',
  'journal',
  'lang',
  'access',
] as const;
export type FacetName = (typeof facetNames)[number];

export interface Both {
  en: string;
  zh: string;
}

export interface FacetValue extends Both {
  /** What the address says: `interpreters`, `2024`, `zh`, `free`. */
  key: string;
}

export interface FacetColumn {
  name: FacetName;
  values: FacetValue[];
  /** A paper's values, as numbers of `values`. */
  of: number[][];
}

export interface ConceptEntry extends Both {
  /** `themes/interpreters`. */
  ref: string;
  /** Numbers of the papers that bear it or a narrower concept. */
  papers: number[];
}

/** Name as names are compared -> numbers of concepts, each with how much of its own name that is (2 all, 1 a part). */
export type ConceptNames = Record<string, [concept: number, reach: number][]>;

/** What a search for words needs before it can answer. */
export interface Core {
  /** Changes with any paper and with the index's own form; files of two versions do not go together. */
  version: string;
  /** How many papers there are. */
  size: number;
  /** How many places each paper takes in each zone: a column a zone. */
  lengths: number[][];
  /** Which writing each paper's abstracts are in (its title's, where it has none): 1 Latin and other, 2 Chinese, 3 both. */
  writings: number[];
  concepts: ConceptEntry[];
  names: ConceptNames;
  /** Chinese names in the Latin alphabet, without tones and spaces. */
  pinyin: ConceptNames;
  chunks: ChunkTable;
}

/** What lists of papers, facets and citations of a search need besides. */
export interface Catalogue {
  version: string;
  corpus: { title: Both; version: string; date: string };
  /** The site's address at publication, with the base path: for permanent links. */
  address: string;
  ids: string[];
  years: (number | null)[];
  facets: FacetColumn[];
}

/** Orders that are asked for less often, in a file of their own: `byTitle.en[n]` is the number of the n-th paper. */
export interface Orders {
  version: string;
  byTitle: { en: number[]; zh: number[] };
  byAuthor: { en: number[]; zh: number[] };
}

/** A text of a paper as results quote it. */
export interface CardText {
  in: 'abstract' | 'digest' | 'keyword' | 'affiliation';
  language: string;
  role?: string;
  /** Each with the anchor that the paper's page gives it. */
  sentences: [anchor: string, text: string][];
}

/** What a result shows of a paper, a file each: `cards/<version>/<paper's number>.pack`. */
export interface Card {
  id: string;
  titles: { language: string; role: string; text: string }[];
  authors: string[];
  year?: number;
  journal?: string;
  doi?: string;
  status: string[];
  /** The same as one source alone says. */
  claims?: string[];
  texts: CardText[];
  /** For each concept, where the paper shows it: a sentence's anchor (empty outside sentences) and the words. */
  evidence: Record<string, [anchor: string, language: string, words: string][]>;
}
