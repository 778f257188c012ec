import type { DraftKey } from './draft-key.ts';

/** Of one fact in two records: both state it and agree, both state it and do not, or nothing can be said. */
export type Agreement = 'same' | 'different' | 'unknown';

/** A title as titles are compared: its words, without case, accents, punctuation and markup. */
export interface TitleKey {
  /** Words joined by single spaces; Chinese characters have none between them. */
  text: string;
  words: string[];
  /** The words in one spelling, without spaces between them: equal in two exact titles. */
  spelling: string;
  /** Numbers, Roman numerals, ordinals and letters that count a part, study or year: `2 2019 b`. */
  numbers: string;
  /** `erratum`, `comment`, `retracted` … where the title begins with such a word. */
  kind: string;
  /** Han, kana and hangul titles are compared by character. */
  script: 'latin' | 'cjk';
  /** Offsets in `text` at which the written title has a colon, dash, full stop or question mark. */
  breaks: number[];
  /** Ends in an ellipsis: a database cut it. */
  cut: boolean;
}

/** A name as names are compared: lower case, no accents. A Chinese name in characters is whole in `family`. */
export interface PersonKey {
  family: string;
  /** Given names or initials, where they are stated. */
  given: string;
}

/** A journal's name as names of journals are compared. */
export interface JournalKey {
  words: string[];
  /** All its letters: "E-Counselling" and "eCounselling" are one name. */
  letters: string;
  script: 'han' | 'pinyin' | 'latin';
}

/** `rendering`: the title says in another language what the paper's own title says. */
export type TitledKey = TitleKey & { language: string; rendering: boolean };

/** A draft's key with all that comparing needs, made once. */
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
  /** Where it is a plain number. */
  issue?: string;
  /** First page or article number. */
  page?: string;
  pageIsNumber: boolean;
  journals: JournalKey[];
  people: PersonKey[];
  latinAuthors: boolean;
  sentences: ReadonlySet<string>;
  /** The same for the same content, whatever its file and place: what decides between equals. */
  signature: string;
}

export const identifierNames = ['doi', 'pmid', 'pmcid', 'arxiv'] as const;
export type Identifier = (typeof identifierNames)[number];
