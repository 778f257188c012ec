import { isTheme, narrowestOf, type TaggedConcept, type Hierarchy } from '#domain/broader';
import type { ConceptRef } from '#domain/concept';
import { facetOf, type Facet } from '#domain/facets';
import type { InterfaceLanguage } from '#domain/language';
import type { Paper } from '#domain/paper';
import { emptyState, writeState } from '../search/state.ts';
import { helpExamples, type HelpExample } from '../search/help.ts';
import type { FacetConcept, Review } from './review.ts';
import { words } from './strings/index.ts';
import { paths } from './urls.ts';

/** A concept's name; one that the vocabulary does not hold is named by its id. */
export const conceptName = (concept: FacetConcept | undefined, ref: ConceptRef, lang: InterfaceLanguage): string =>
  concept?.prefLabel[lang] ?? ref.slice(ref.indexOf('/') + 1).replaceAll('-', ' ');

/**
 * Where a concept's name leads: a theme to its page, a part of a theme to its section there, any other to the search for
 * its papers.
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

/** The theme that a concept of `themes` is part of; itself for a theme. */
export const themeOf = (ref: ConceptRef, { tops }: Pick<Hierarchy, 'tops'>): ConceptRef => tops(ref)[0] ?? ref;

/** The search for a concept's papers. */
export function conceptSearch(ref: ConceptRef): string | undefined {
  const name = facetOf(ref)?.name;
  return name && paths.search + writeState({ ...emptyState(), facets: { [name]: [idOf(ref)] } });
}

/**
 * A paper's concepts of one facet, those left out of which it has a narrower one too: a meta-ethnography need not be
 * called a systematic review besides.
 */
export const narrowest = (paper: Paper, facet: Facet, hierarchy: Hierarchy): ConceptRef[] =>
  narrowestOf(
    paper.concepts.map(({ concept }) => concept).filter((ref) => ref.startsWith(`${facet}/`)),
    hierarchy,
  );

/** A theme of a paper: what shows it, and which parts of it the paper has. */
export interface PaperTheme extends TaggedConcept {
  parts: readonly FacetConcept[];
}

/** The themes that a paper speaks of, most often evidenced first. */
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

/** A theme of the review as something to search for, in both languages: a search reads either. */
export function searchPlaceholder([first]: readonly FacetConcept[], lang: InterfaceLanguage): string {
  if (!first) return '';
  const { en, zh } = first.prefLabel;
  return words(lang)('search.placeholder', lang === 'zh' ? { ours: zh, theirs: en } : { ours: en, theirs: zh });
}

const made = new WeakMap<Review, HelpExample[]>();

/** The examples of the search's help: made once a review, shown on every page that has a search of its own. */
export function searchExamples(review: Review): HelpExample[] {
  const examples = made.get(review) ?? helpExamples(review.papers, review.facets);
  made.set(review, examples);
  return examples;
}
