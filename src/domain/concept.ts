/** The schema of the vocabulary: concepts and their labels, with the terms of SKOS. */

import { z } from 'zod';
import { inBothLanguages } from './language.ts';
import { facets } from './facets.ts';

const facetSchema = z.literal(facets);

/** The name of a concept in papers, pages, searches and other concepts: `themes/interpreters`. */
export const conceptRefSchema = z
  .string()
  .regex(/^[a-z]+\/[a-z0-9-]+$/, 'a concept is named as <facet>/<id>, such as themes/interpreters');
export type ConceptRef = z.infer<typeof conceptRefSchema>;

/**
 * Languages of labels, as BCP 47 tags. Chinese labels are compared in any script, so `zh-Hant` holds only words that
 * are used in Taiwan and Hong Kong, and no second copies of Simplified labels.
 */
export const labelLanguages = ['en', 'zh-Hans', 'zh-Hant'] as const;
export type LabelLanguage = (typeof labelLanguages)[number];
const label = z.array(z.string().min(1)).default([]);
const labels = z.strictObject({ en: label, 'zh-Hans': label, 'zh-Hant': label });
export type Labels = z.infer<typeof labels>;

/** The same concept in other vocabularies, as addresses: `http://id.nlm.nih.gov/mesh/D003266`. */
const matches = z.array(z.url({ protocol: /^https?$/ })).default([]);
export const mappings = ['exactMatch', 'closeMatch', 'broadMatch', 'narrowMatch', 'relatedMatch'] as const;

/**
 * A concept with the words of SKOS (W3C Recommendation, 2009), and two more lists.
 *
 * - `altLabel`: equivalents. In a text, each marks the concept, in any English inflection. A search for it lists every
 *   paper of the concept.
 * - `hiddenLabel`: names for searches only: misspellings, and abbreviations that also mean other things.
 * - `signs`: words that show the concept in a text and are not names of it (a narrower matter, an opposite, a phrase).
 *   They mark texts. A search for one lists the texts with the word, and below these the concept's papers.
 * - `hints`: words that lead a searcher to the concept, like signs, but are too vague to mark a text.
 * - `except`: phrases that contain one of these words and mean something else ("suicide" in a journal's name).
 *
 * A concept of `themes` without `broader` is a theme, with a page and an essay. One with `broader` is part of a theme,
 * and its papers count for the theme.
 */
const conceptSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id: words of small letters and digits, joined by hyphens'),
  /** The names that the site shows; Chinese in Simplified characters. */
  prefLabel: inBothLanguages,
  altLabel: labels.prefault({}),
  hiddenLabel: labels.prefault({}),
  signs: labels.prefault({}),
  hints: labels.prefault({}),
  except: labels.prefault({}),
  broader: z.array(conceptRefSchema).default([]),
  related: z.array(conceptRefSchema).default([]),
  exactMatch: matches,
  closeMatch: matches,
  broadMatch: matches,
  narrowMatch: matches,
  relatedMatch: matches,
  scopeNote: inBothLanguages,
  /** The hue of a theme in OKLCH, 0 to 360; the same wherever the theme is shown. */
  hue: z.number().min(0).max(360).optional(),
});
export type Concept = z.infer<typeof conceptSchema>;

export const vocabularyFileSchema = z.strictObject({
  facet: facetSchema,
  prefLabel: inBothLanguages,
  /** Names that two concepts of the file share, each with the reason. Any other shared name is an error. */
  shared: z.array(z.strictObject({ label: z.string().min(1), why: z.string().min(1) })).default([]),
  concepts: z.array(conceptSchema),
});
export type VocabularyFile = z.infer<typeof vocabularyFileSchema>;

/** Labels of every language as one list. */
export const allLabels = (lists: Labels): string[] => labelLanguages.flatMap((language) => lists[language]);

/** The names of a concept: preferred ones and equivalents. */
export const namesOf = ({ prefLabel, altLabel }: Pick<Concept, 'prefLabel' | 'altLabel'>): string[] => [
  prefLabel.en,
  prefLabel.zh,
  ...allLabels(altLabel),
];
