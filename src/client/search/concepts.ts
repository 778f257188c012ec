import type { ConceptEntry } from '#search/catalogue';
import type { Match } from '#search/concepts';
import { emptyState } from '#search/state';
import { page, paths } from '../../site/urls.ts';
import { el } from './dom.ts';
import { stateLink, type Going } from './going.ts';
import { bothNames, facetOf } from './results.ts';

const most = 5;

/** Offers the concepts that a query names, each once, with its papers and the theme's page. */
export function showConcepts(root: HTMLElement, matches: readonly Match[], going: Going): void {
  const seen = new Set<string>();
  const offered = matches.filter(({ concept }) => {
    const name = bothNames(concept, going.lang);
    if (concept.papers.length === 0 || seen.has(name)) return false;
    return seen.add(name);
  });
  // A theme has a page of its own: it comes first.
  offered.sort((a, b) => Number(facetOf(b.concept) === 'theme') - Number(facetOf(a.concept) === 'theme'));
  root.replaceChildren(
    ...offered
      .slice(0, most)
      .map(({ concept, whole }) =>
        el(
          'li',
          { 'data-hue': facetOf(concept) === 'theme' ? idOf(concept) : undefined },
          conceptLine(concept, going),
          !whole && el('span', { class: 'soft' }, ` ${going.t('conceptWider')}`),
        ),
      ),
  );
  root.hidden = offered.length === 0;
}

const idOf = ({ ref }: ConceptEntry): string => ref.slice(ref.indexOf('/') + 1);

/** A concept as a way on: its name leads to its papers here, and a theme's page is named beside it. */
export function conceptLine(concept: ConceptEntry, going: Going): HTMLElement {
  const { lang, t } = going;
  const facet = facetOf(concept);
  const state = { ...emptyState(), facets: { [facet]: [idOf(concept)] } };
  const name = facet === 'theme' ? { class: 'theme', 'data-hue': idOf(concept) } : {};
  return el(
    'span',
    {},
    `${t(`facet.${facet}`)} `,
    stateLink(going, state, name, bothNames(concept, lang)),
    ` · ${t('conceptPapers', { count: concept.papers.length })}`,
    facet === 'theme' && ' · ',
    facet === 'theme' && el('a', { href: page(lang, paths.theme(idOf(concept))) }, t('themePage')),
  );
}
