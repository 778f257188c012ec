import { z } from 'zod';
import { facets } from './facets.ts';

export const facetSchema = z.literal(facets);

/** `themes/interpreters`: how papers, pages, searches and other concepts name a concept. */
export const conceptRefSchema = z
  .string()
  .regex(/^[a-z]+\/[a-z0-9-]+$/, 'a concept is named as <facet>/<id>, such as themes/interpreters');
export type ConceptRef = z.infer<typeof conceptRefSchema>;

const both = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });

/**
 * Languages of labels, as BCP 47 tags. Chinese is compared without regard to the script: `zh-Hant` holds words that
 * Taiwan and Hong Kong use, and no second copies of the Simplified ones.
 */
export const labelLanguages = ['en', 'zh-Hans', 'zh-Hant'] as const;
export type LabelLanguage = (typeof labelLanguages)[number];
const label = z.array(z.string().min(1)).default([]);
const labels = z.strictObject({ en: label, 'zh-Hans': label, 'zh-Hant': label });
export type Labels = z.infer<typeof labels>;

/** Concepts of other vocabularies, as addresses: `http://id.nlm.nih.gov/mesh/D003266`. */
const matches = z.array(z.url({ protocol: /^https?$/ })).default([]);
export const mappings = ['exactMatch', 'closeMatch', 'broadMatch', 'narrowMatch', 'relatedMatch'] as const;

/**
 * A concept with the words of SKOS (W3C Recommendation, 2009), and two lists of our own.
 *
 * - `altLabel`: equivalents. Each marks a text, as a word or phrase in any inflection of English, and a search for it
 *   lists every paper of the concept.
 * - `hiddenLabel`: names that only searches know: misspellings, abbreviations that mean other things too.
 * - `signs`: words that show the concept in a text and are no name of it (a narrower matter, an opposite, a phrase).
 *   They mark texts; a search for one lists the texts that hold it, and the concept's papers below.
 * - `hints`: words that lead a searching reader to the concept, as signs do, and say too little to mark a text.
 * - `except`: phrases that hold one of these words and mean something else ("suicide" in a journal's name).
 *
 * A concept of `themes` without one is a theme, with a page and an essay;
 * one with it is part of a theme and counts among the theme's papers.
 */
export const conceptSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id: words of small letters and digits, joined by hyphens'),
  /** The names that the site shows, Chinese in Simplified characters. */
  prefLabel: both,
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
  scopeNote: both,
  /** OKLCH hue, 0 to 360, for themes: the same wherever the theme is shown. */
  hue: z.number().min(0).max(360).optional(),
});
export type Concept = z.infer<typeof conceptSchema>;

export const vocabularyFileSchema = z.strictObject({
  facet: facetSchema,
  prefLabel: both,
  /** Names that two concepts of the file have, each with the reason: any other such name is a mistake. */
  shared: z.array(z.strictObject({ label: z.string().min(1), why: z.string().min(1) })).default([]),
  concepts: z.array(conceptSchema),
});
export type VocabularyFile = z.infer<typeof vocabularyFileSchema>;

/** Labels of every language in one list. */
export const allLabels = (lists: Labels): string[] => labelLanguages.flatMap((language) => lists[language]);

/** What a concept is called: its preferred names and their equivalents. */
export const namesOf = ({ prefLabel, altLabel }: Pick<Concept, 'prefLabel' | 'altLabel'>): string[] => [
  prefLabel.en,
  prefLabel.zh,
  ...allLabels(altLabel),
];
