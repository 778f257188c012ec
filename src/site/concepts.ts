/** Names and addresses of concepts, and the concepts of a paper, for pages. */

import { isTheme, narrowestOf, type TaggedConcept, type Hierarchy } from '#domain/broader';
import type { ConceptRef } from '#domain/concept';
import { facetOf, type Facet } from '#domain/facets';
import type { InterfaceLanguage } from '#domain/language';
import type { Paper } from '#domain/paper';
import { emptyState, writeState } from '../search/state.ts';
import { helpExamples, type HelpExample } from '../search/help.ts';
import type { FacetConcept, Review } from './review.ts';
import { aggregate } from './slice.ts';
import { words } from './strings/index.ts';
import { paths } from './urls.ts';

/** The name of a concept; its id where the vocabulary does not have it. */
export const conceptName = (concept: FacetConcept | undefined, ref: ConceptRef, lang: InterfaceLanguage): string =>
  concept?.prefLabel[lang] ?? ref.slice(ref.indexOf('/') + 1).replaceAll('-', ' ');

/**
 * The page for a concept: a theme has its own; a part of a theme has a section on the theme's page; for any other
 * concept it is the search for its papers.
 */
export function conceptPath(ref: ConceptRef, { tops }: Pick<Hierarchy, 'tops'>): string | undefined {
  const [facet = '', id = ''] = ref.split('/');
  if (facet === 'themes') {
    const theme = themeOf(ref, { tops });
    return theme === ref ? paths.theme(id) : `${paths.theme(idOf(theme))}#${id}`;
  }
  return conceptSearch(ref);
}

const idOf = (ref: ConceptRef): string => ref.slice(ref.indexOf('/') + 1);

/** The theme that a concept of `themes` is part of; for a theme, itself. */
export const themeOf = (ref: ConceptRef, { tops }: Pick<Hierarchy, 'tops'>): ConceptRef => tops(ref)[0] ?? ref;

/** The address of the search for a concept's papers. */
export function conceptSearch(ref: ConceptRef): string | undefined {
  const name = facetOf(ref)?.name;
  return name && paths.search + writeState({ ...emptyState(), facets: { [name]: [idOf(ref)] } });
}

/**
 * A paper's concepts of one facet, without those of which it also has a narrower one: a meta-ethnography need not also
 * be called a systematic review.
 */
export const narrowest = (paper: Paper, facet: Facet, hierarchy: Hierarchy): ConceptRef[] =>
  narrowestOf(
    paper.concepts.map(({ concept }) => concept).filter((ref) => ref.startsWith(`${facet}/`)),
    hierarchy,
  );

/** A theme of a paper, with its evidence and with those parts of the theme that the paper has. */
export interface PaperTheme extends TaggedConcept {
  parts: readonly FacetConcept[];
}

/** The themes of a paper, those with most evidence first. */
export function themesOf(paper: Paper, { conceptsOf, concept, hierarchy }: Review): PaperTheme[] {
  const own = (conceptsOf.get(paper.id) ?? []).flatMap((it) => {
    const found = concept.get(it.concept);
    return found?.facet === 'themes' ? [{ ...it, found }] : [];
  });
  return own
    .filter(({ found }) => isTheme(found.ref, found))
    .map(({ concept: ref, evidence }) => ({
      concept: ref,
      evidence,
      parts: own.flatMap(({ found }) => (hierarchy.above(found.ref).includes(ref) ? [found] : [])),
    }))
    .sort((a, b) => b.evidence.length - a.evidence.length || (a.concept < b.concept ? -1 : 1));
}

/** A theme of the review as an example of a search, in both languages of the review; where it has one, two themes. */
export function searchPlaceholder(
  [first, second]: readonly FacetConcept[],
  lang: InterfaceLanguage,
  other: InterfaceLanguage | undefined,
): string {
  if (!first) return '';
  const ours = first.prefLabel[lang];
  const theirs = other ? first.prefLabel[other] : second?.prefLabel[lang];
  return theirs === undefined ? ours : words(lang)('search.placeholder', { ours, theirs });
}

/** The examples in the search help. They are made once for a review and shown on every page with a search panel. */
export const searchExamples = aggregate('search examples', (review): HelpExample[] =>
  helpExamples(review.papers, review.facets),
);
