/**
 * Types for comparing drafts: the key of a draft with its titles, names and numbers in the forms in which they are
 * compared.
 */

import type { DraftKey } from './draft-key.ts';

/** How two records compare on one fact: both state it and agree; both state it and differ; nothing can be said. */
export type Agreement = 'same' | 'different' | 'unknown';

/** A title in the form in which titles are compared: its words, without case, accents, punctuation and markup. */
export interface TitleKey {
  /** Words joined by single spaces; Chinese characters have none between them. */
  text: string;
  words: string[];
  /** The words in one spelling, without spaces; equal where two titles are exactly the same. */
  spelling: string;
  /** Numbers, Roman numerals, ordinals and letters that number a part, study or year: `2 2019 b`. */
  numbers: string;
  /** `erratum`, `comment`, `retracted` … where the title begins with such a word. */
  kind: string;
  /** Han, kana and hangul titles are compared by character. */
  script: 'latin' | 'cjk';
  /** Offsets in `text` at which the written title has a colon, dash, full stop or question mark. */
  breaks: number[];
  /** True where the title ends in an ellipsis because a database cut it. */
  cut: boolean;
}

/**
 * A name in the form in which names are compared: lower case, no accents. A Chinese name in characters is whole in
 * `family`.
 */
export interface PersonKey {
  family: string;
  /** Given names or initials, where they are stated. */
  given: string;
}

/** The name of a journal in the form in which such names are compared. */
export interface JournalKey {
  words: string[];
  /** All its letters without hyphens and spaces: "E-Counselling" and "eCounselling" are one name. */
  letters: string;
  script: 'han' | 'pinyin' | 'latin';
}

/** `rendering`: the title is a translation of the paper's own title. */
export type TitledKey = TitleKey & { language: string; rendering: boolean };

/** The key of a draft with everything that comparing needs, computed once. */
export interface Candidate {
  index: number;
  key: DraftKey;
  doi?: string;
  pmid?: string;
  pmcid?: string;
  arxiv?: string;
  titles: TitledKey[];
  year?: number;
  volume?: string;
  /** The issue, where it is a plain number. */
  issue?: string;
  /** First page or article number. */
  page?: string;
  pageIsNumber: boolean;
  journals: JournalKey[];
  people: PersonKey[];
  latinAuthors: boolean;
  sentences: ReadonlySet<string>;
  /** Equal for equal content, whatever its file and place. It decides the order of drafts that are equal otherwise. */
  signature: string;
}

export const identifierNames = ['doi', 'pmid', 'pmcid', 'arxiv'] as const;
export type Identifier = (typeof identifierNames)[number];
