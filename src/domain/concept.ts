import { z } from 'zod';

/** The kinds of concept, one file each in `content/vocabulary/`. */
export const facets = [
  'themes',
  'constructs',
  'designs',
  'populations',
  'settings',
  'delivery',
  'countries',
  'perspectives',
  'instruments',
] as const;
export const facetSchema = z.enum(facets);
export type Facet = z.infer<typeof facetSchema>;

const both = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });
const lists = z.strictObject({
  en: z.array(z.string().min(1)).default([]),
  zh: z.array(z.string().min(1)).default([]),
});

/**
 * A term of the vocabulary with the words of SKOS (W3C Recommendation, 2009).
 * `altLabel` are words that readers type and abstracts write; each is matched in text as a whole word or phrase,
 * in any inflection that English adds to a word's end. `hiddenLabel` is matched in queries only, never shown and never
 * evidence in a text: misspellings, looser words, and Chinese in pinyin (under `zh`, with tones and without, by word and
 * run together). `except` are phrases that hold a label and do not mean it ("suicide" in a journal's name).
 */
export const conceptSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id: words of small letters and digits, joined by hyphens'),
  prefLabel: both,
  altLabel: lists.optional(),
  hiddenLabel: lists.optional(),
  except: lists.optional(),
  broader: z.array(z.string()).default([]),
  related: z.array(z.string()).default([]),
  scopeNote: both,
  /** OKLCH hue, 0 to 360, for themes: the same wherever the theme is shown. */
  hue: z.number().min(0).max(360).optional(),
});
export type Concept = z.infer<typeof conceptSchema>;

export const vocabularyFileSchema = z.strictObject({
  facet: facetSchema,
  prefLabel: both,
  concepts: z.array(conceptSchema),
});
export type VocabularyFile = z.infer<typeof vocabularyFileSchema>;

/** `themes/interpreters`: how papers, pages and searches name a concept. */
export const conceptRefSchema = z
  .string()
  .regex(/^[a-z]+\/[a-z0-9-]+$/, 'a concept of the vocabulary, as in themes/interpreters');
export type ConceptRef = z.infer<typeof conceptRefSchema>;
