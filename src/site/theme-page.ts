/** What a theme's page shows beside its essay: counts of concepts, related themes, and the parts of the theme. */

import type { ConceptRef } from '#domain/concept';
import type { FacetConcept, Review, Tagged } from './index-review.ts';
import { aggregate } from './slice.ts';

export interface Count {
  ref: ConceptRef;
  concept: FacetConcept | undefined;
  count: number;
}

/** How many of the papers have each concept of one facet, the most frequent first. */
export const countFacet = (tagged: readonly Tagged[], facet: string, review: Review): Count[] =>
  countsOf(tagged, review).filter(({ ref }) => ref.startsWith(`${facet}/`));

/** Like `countFacet`, but for the papers of a theme. A list is counted once, however many pages it has. */
export const countFacetOfTheme = (theme: ConceptRef, facet: string, review: Review): Count[] =>
  countsOfTheme(review, theme).filter(({ ref }) => ref.startsWith(`${facet}/`));

const countsOfTheme = aggregate('counts of theme', (review, theme) => countsOf(review.tagged.get(theme) ?? [], review));

/** For a list of papers the counts of all concepts, the most frequent first. */
function countsOf(tagged: readonly Tagged[], review: Review): Count[] {
  const counts = new Map<ConceptRef, number>();
  for (const { paper } of tagged)
    for (const { concept } of review.conceptsOf.get(paper.id) ?? [])
      counts.set(concept, (counts.get(concept) ?? 0) + 1);
  return [...counts]
    .map(([ref, count]) => ({ ref, count, concept: review.concept.get(ref) }))
    .sort((a, b) => b.count - a.count || (a.ref < b.ref ? -1 : 1));
}

/** The concepts that are related to a theme, in either direction. */
export function besides(theme: FacetConcept, { concept, themes }: Review): FacetConcept[] {
  const beside = new Set(theme.related.flatMap((ref) => concept.get(ref) ?? []));
  for (const other of themes) if (other.related.includes(theme.ref)) beside.add(other);
  beside.delete(theme);
  return [...beside];
}

/** A part of a theme, and how deep below the theme it is. */
export interface Part {
  concept: FacetConcept;
  depth: number;
}

/** The parts of a theme in the order of the vocabulary, each followed by its own parts. */
export function partsOf(theme: FacetConcept, review: Review, depth = 1): Part[] {
  const direct = [...review.concept.values()].filter(({ broader }) => broader.includes(theme.ref));
  return direct.flatMap((concept) => [{ concept, depth }, ...partsOf(concept, review, depth + 1)]);
}
