/** Makes small vocabularies for tests, valid by the schema. */

import { vocabularyFileSchema, type VocabularyFile } from '#domain/concept';

/** A concept that is called as its id in both languages. */
export const concept = (id: string, broader: string[] = []) => ({
  id,
  prefLabel: { en: id, zh: id },
  broader,
  scopeNote: { en: id, zh: id },
});

/** The file of a facet with these concepts. */
export const vocabularyOf = (facet: string, ...concepts: ReturnType<typeof concept>[]): VocabularyFile =>
  vocabularyFileSchema.parse({ facet, prefLabel: { en: facet, zh: facet }, concepts });
