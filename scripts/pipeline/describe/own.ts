/** Whether words that name a concept speak of the paper's own study. */

import type { ConceptRef } from '#domain/concept';
import type { Evidence } from '#domain/paper';
import type { Mention } from './mention.ts';
import { isPlace } from './own-country.ts';
import { isOwnDesign, isOwnInTitle } from './own-design.ts';

/** Whether words in a title or in a sentence of an abstract show a concept of the paper's own study. */
export function isOwn(concept: ConceptRef, where: Evidence['in'], mention: Mention): boolean {
  if (concept.startsWith('countries/')) return where === 'keyword' || isPlace(mention);
  if (!concept.startsWith('designs/')) return true;
  if (where === 'title') return isOwnInTitle(concept, mention);
  return where !== 'abstract' || isOwnDesign(concept, mention);
}
