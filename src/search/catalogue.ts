import { facetOf, facetRows, type ConceptFacet } from '#domain/facets';
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
  /** Words that a hyphen joins, also as one. */
  'joined',
  /** Words that stand parted and others write as one. */
  'parted',
  'affiliation',
] as const;
export type Zone = (typeof zones)[number];

const [first, ...others] = facetRows.map(({ name }) => name);
/** What results are narrowed by, in the order it is shown: the facets of the vocabulary, and what every paper has. */
export const facetNames = [...(first ? [first] : []), 'year', ...others, 'journal', 'lang', 'access'] as const;
export type FacetName = (typeof facetNames)[number];

/** What addresses call the facet of a concept. */
export const facetNameOf = ({ ref }: Pick<ConceptEntry, 'ref'>): ConceptFacet => facetOf(ref)?.name ?? 'theme';

export interface Both {
  en: string;
  zh: string;
}

export interface FacetValue extends Both {
  /** What the address says: `interpreters`, `2024`, `zh`, `free`. */
  key: string;
  /** The number of the value that this is a part of, as supervision is of training and supervision. */
  within?: number;
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
  /** Numbers of the papers that have it or a narrower concept, ascending. */
  papers: number[];
  /** Numbers of the concepts right above it. */
  broader: number[];
}

/** A word as names are compared -> numbers of concepts. */
export type ConceptWords = Record<string, number[]>;

/** What a search for words needs before it can answer. */
export interface Core {
  /** Changes with any paper and with the index's own form; files of two versions do not go together. */
  version: string;
  /** How many papers there are. */
  size: number;
  /** Behind the papers, sections of pages are numbered: the language of each one's page. */
  sections: ('en' | 'zh')[];
  /** How many places each paper takes in each zone, then each section: a column a zone. */
  lengths: number[][];
  concepts: ConceptEntry[];
  /** Names of concepts: preferred ones and equivalents. */
  names: ConceptWords;
  /** Names that only searches know: misspellings and abbreviations. */
  hidden: ConceptWords;
  /** Words that lead to a concept and are no name of it. */
  signs: ConceptWords;
  /** The Chinese ones of all three in the Latin alphabet, without tones and spaces. */
  pinyin: { names: ConceptWords; signs: ConceptWords };
  /** Phrases, as they are written, that hold a word of a concept and do not mean it. */
  excepted: ConceptWords;
  chunks: ChunkTable;
}

/** The core as its file holds it: of ascending numbers only the first, and how far each is from the one before. */
export type PackedCore = Core;

const gapsOf = (numbers: readonly number[]): number[] => numbers.map((number, i) => number - (numbers[i - 1] ?? 0));
function fromGaps(gaps: readonly number[]): number[] {
  let last = 0;
  return gaps.map((gap) => (last += gap));
}

export const packCore = (core: Core): PackedCore => withPapers(core, gapsOf);
export const unpackCore = (packed: PackedCore): Core => withPapers(packed, fromGaps);
const withPapers = (core: Core, change: (numbers: readonly number[]) => number[]): Core => ({
  ...core,
  concepts: core.concepts.map((concept) => ({ ...concept, papers: change(concept.papers) })),
});

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

/** What a result shows of a section of a page, a file each behind those of the papers. */
export interface SectionCard {
  /** The page's path without base and language: `themes/interpreters/`. */
  path: string;
  /** The language of the page's frame, and that of the section's words. */
  page: 'en' | 'zh';
  language: string;
  /** The page's title, and the section's; a section without one has the page's. */
  title: string;
  heading: string;
  /** Empty where the section is the beginning of its page. */
  anchor: string;
  sentences: string[];
}
