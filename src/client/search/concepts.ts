/** Shows the concepts that a query means. */

import { facetNameOf, type ConceptEntry, type Core } from '#search/catalogue';
import type { Match } from '#search/concepts';
import { emptyState } from '#search/state';
import { page, paths } from '../../site/urls.ts';
import { el } from './dom.ts';
import { stateLink, type Navigation } from './navigation.ts';
import { bothNames, idOf, themeOf } from './results.ts';

const most = 5;

/** Shows the concepts that a query means, each once, with its papers and the page of its theme. */
export function showConcepts(
  root: HTMLElement,
  matches: readonly Match[],
  core: Pick<Core, 'concepts'>,
  going: Navigation,
): void {
  const seen = new Set<string>();
  const isTheme = ({ concept }: Match): boolean => facetNameOf(concept) === 'theme';
  // A theme comes first: it has a page of its own, which is useful even where no paper has the theme.
  const ranked = [...matches].sort((a, b) => Number(isTheme(b)) - Number(isTheme(a)));
  const offered = ranked.filter(({ concept }) => {
    const name = bothNames(concept, going.lang);
    if ((concept.papers.length === 0 && facetNameOf(concept) !== 'theme') || seen.has(name)) return false;
    return seen.add(name);
  });
  root.replaceChildren(
    ...offered
      .slice(0, most)
      .map((match) =>
        el(
          'li',
          { 'data-hue': isTheme(match) ? idOf(themeOf(match.concept, core)) : undefined },
          conceptLine(match.concept, core, going),
          match.how === 'sign' && el('span', { class: 'soft' }, ` ${going.t('conceptSign')}`),
        ),
      ),
  );
  root.hidden = offered.length === 0;
}

/** A concept as a link to its papers, with the page of its theme beside it. */
function conceptLine(concept: ConceptEntry, core: Pick<Core, 'concepts'>, going: Navigation): HTMLElement {
  const { lang, t } = going;
  const theme = facetNameOf(concept) === 'theme' ? themeOf(concept, core) : undefined;
  return el(
    'span',
    {},
    `${t(`facet.${facetNameOf(concept)}`)} `,
    conceptLink(concept, core, going),
    ` · ${t('conceptPapers', { count: concept.papers.length })}`,
    theme && theme !== concept && ` · ${t('conceptPart', { theme: theme[lang] })}`,
    theme && ' · ',
    theme && el('a', { href: page(lang, pathOf(concept, theme)) }, t('themePage')),
  );
}

/** The name of a concept as a link to all its papers. */
export function conceptLink(concept: ConceptEntry, core: Pick<Core, 'concepts'>, going: Navigation): HTMLElement {
  const facet = facetNameOf(concept);
  const state = { ...emptyState(), facets: { [facet]: [idOf(concept)] } };
  const hue = facet === 'theme' ? { class: 'theme', 'data-hue': idOf(themeOf(concept, core)) } : {};
  return stateLink(going, state, hue, bothNames(concept, going.lang));
}

/** The page of a theme, or the section on it about one of its parts. */
const pathOf = (concept: ConceptEntry, theme: ConceptEntry): string =>
  paths.theme(idOf(theme)) + (concept === theme ? '' : `#${idOf(concept)}`);
