import type { ConceptRef } from '#domain/concept';
import type { FacetConcept, Review, Tagged } from './review.ts';

export interface Count {
  ref: ConceptRef;
  concept: FacetConcept | undefined;
  count: number;
}

/** How many of the papers bear each concept of one facet, most first. */
export function countFacet(tagged: readonly Tagged[], facet: string, review: Review): Count[] {
  const counts = new Map<ConceptRef, number>();
  for (const { paper } of tagged)
    for (const { concept } of paper.concepts)
      if (concept.startsWith(`${facet}/`)) counts.set(concept, (counts.get(concept) ?? 0) + 1);
  return [...counts]
    .map(([ref, count]) => ({ ref, count, concept: review.concept.get(ref) }))
    .sort((a, b) => b.count - a.count || (a.ref < b.ref ? -1 : 1));
}

/** The themes that a theme is part of, that are part of it, and that are beside it. */
export function neighbours(
  theme: FacetConcept,
  review: Review,
): Record<'broader' | 'narrower' | 'related', FacetConcept[]> {
  const find = (refs: readonly string[]) =>
    refs.flatMap((ref) => review.concept.get(ref.includes('/') ? ref : `${theme.facet}/${ref}`) ?? []);
  const isAmong = (refs: readonly string[]) => refs.includes(theme.ref) || refs.includes(theme.id);
  const beside = new Set(find(theme.related));
  for (const other of review.themes) if (isAmong(other.related)) beside.add(other);
  return {
    broader: find(theme.broader),
    narrower: review.themes.filter((other) => isAmong(other.broader)),
    related: [...beside].filter((other) => other.ref !== theme.ref),
  };
}
