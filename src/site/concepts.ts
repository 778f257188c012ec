import type { ConceptRef } from '#domain/concept';
import type { InterfaceLanguage } from '#domain/language';
import type { FacetConcept } from './review.ts';
import { paths } from './urls.ts';

/** A concept's name; one that the vocabulary does not hold is named by its id. */
export const conceptName = (concept: FacetConcept | undefined, ref: ConceptRef, lang: InterfaceLanguage): string =>
  concept?.prefLabel[lang] ?? ref.slice(ref.indexOf('/') + 1).replaceAll('-', ' ');

/** Where a concept's name leads: a theme to its page. */
export const conceptPath = (ref: ConceptRef): string | undefined =>
  ref.startsWith('themes/') ? paths.theme(ref.slice('themes/'.length)) : undefined;
