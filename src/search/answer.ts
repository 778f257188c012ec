/** What an answer to a query is. */

import type { Card, ConceptEntry } from './catalogue.ts';
import type { Match } from './concepts.ts';
import type { Searched, Searcher } from './evaluate.ts';
import type { Found } from './found.ts';
import type { Identifier } from './identifiers.ts';
import type { Remark } from './query.ts';
import type { Marks } from './texts.ts';

/** Everything that an answer needs. */
export interface Answerer extends Searcher {
  card: (paper: number) => Promise<Card>;
  /** Chinese in pinyin, without tones and blanks. */
  spell: (chinese: string) => Promise<string>;
}

/** Papers under a heading of their own, for a concept that they share. */
export interface Wider {
  concept: ConceptEntry;
  found: Found;
}

/** Another search to offer where one found nothing. */
export interface Instead {
  query: string;
  /** The words that it leaves out because they are nowhere; absent where it has another spelling. */
  unknown?: string[];
  searched: Searched;
}

/** The answer to a query. */
export interface Answer {
  remarks: Remark[];
  /** The list: papers that contain the words or have a concept that the words name. */
  found: Found;
  /** Sections of pages that contain the words, by number. */
  sections: Found;
  /** Concepts that the words mean. */
  concepts: Match[];
  marks: Marks;
  /** Papers, not in the list, of concepts that the words are a sign or a part of; the nearest concept first. */
  wider: Wider[];
  /** What was pasted, where it was read as an identifier or reference and not as words. */
  pasted?: { as: 'identifier'; known: Identifier[]; lost: Identifier[] } | { as: 'reference' };
  /** The word that no paper contains and that was read as a beginning, while it is being typed. */
  begun?: string;
  /** Where nothing was found: the search that was most likely meant, or the one without words that are nowhere. */
  instead?: Instead;
  /** Where nothing was found, and nothing without them: words that are nowhere. */
  unknown?: string[];
  /**
   * Where nothing was found although every word is in some paper: a search for each word, or for the words of a phrase.
   */
  apart?: { query: string; count: number }[];
}

/** Whether an answer has neither papers nor sections. */
export const isEmpty = ({ found, sections, wider }: Pick<Answer, 'found' | 'sections' | 'wider'>): boolean =>
  found.size + sections.size + wider.length === 0;

export function answerOf({ found, concepts, marks }: Searched, remarks: Remark[], { core }: Searcher): Answer {
  const [papers, sections]: [Found, Found] = [new Map(), new Map()];
  for (const [number, reasons] of found) (number < core.size ? papers : sections).set(number, reasons);
  return { remarks, found: papers, sections, concepts, marks, wider: [] };
}

export const noWords = (): Searched => ({
  found: new Map(),
  concepts: [],
  marks: { words: new Set(), beginnings: new Set(), runs: new Set() },
});
