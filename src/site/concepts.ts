import type { ConceptRef, Facet } from '#domain/concept';
import type { InterfaceLanguage } from '#domain/language';
import type { Paper } from '#domain/paper';
import type { FacetName } from '../search/catalogue.ts';
import { emptyState, writeState } from '../search/state.ts';
import { helpExamples, type HelpExample } from '../search/help.ts';
import type { FacetConcept, Review } from './review.ts';
import { words } from './strings/index.ts';
import { paths } from './urls.ts';

/** A concept's name; one that the vocabulary does not hold is named by its id. */
export const conceptName = (concept: FacetConcept | undefined, ref: ConceptRef, lang: InterfaceLanguage): string =>
  concept?.prefLabel[lang] ?? ref.slice(ref.indexOf('/') + 1).replaceAll('-', ' ');

/** Facets by which the search can be narrowed, with its names for them. */
const searchable: Partial<Record<string, FacetName>> = {
  constructs: 'construct',
  designs: 'design',
  populations: 'population',
  settings: 'setting',
  delivery: 'delivery',
  countries: 'country',
  perspectives: 'perspective',
  instruments: 'instrument',
} satisfies Partial<Record<Facet, FacetName>>;

/** Where a concept's name leads: a theme to its page, any other to the search for its papers. */
export function conceptPath(ref: ConceptRef): string | undefined {
  const [facet = '', id = ''] = ref.split('/');
  if (facet === 'themes') return paths.theme(id);
  const name = searchable[facet];
  return name && paths.search + writeState({ ...emptyState(), facets: { [name]: [id] } });
}

/**
 * A paper's concepts of one facet, those left out of which it bears a narrower one too: a meta-ethnography need not be
 * called a systematic review besides.
 */
export function narrowest(paper: Paper, facet: Facet, concepts: ReadonlyMap<ConceptRef, FacetConcept>): ConceptRef[] {
  const borne = paper.concepts.map(({ concept }) => concept).filter((ref) => ref.startsWith(`${facet}/`));
  const wider = new Set<ConceptRef>();
  const climb = (ref: ConceptRef): void => {
    for (const broader of concepts.get(ref)?.broader ?? []) {
      const above = broader.includes('/') ? broader : `${facet}/${broader}`;
      if (wider.has(above)) continue;
      wider.add(above);
      climb(above);
    }
  };
  borne.forEach(climb);
  return borne.filter((ref) => !wider.has(ref));
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
