import { facetNameOf, type ConceptEntry, type Core } from '#search/catalogue';
import type { Match } from '#search/concepts';
import { emptyState } from '#search/state';
import { page, paths } from '../../site/urls.ts';
import { el } from './dom.ts';
import { stateLink, type Going } from './going.ts';
import { bothNames, idOf, themeOf } from './results.ts';

const most = 5;

/** Offers the concepts that a query means, each once, with its papers and the theme's page. */
export function showConcepts(
  root: HTMLElement,
  matches: readonly Match[],
  core: Pick<Core, 'concepts'>,
  going: Going,
): void {
  const seen = new Set<string>();
  const isTheme = ({ concept }: Match): boolean => facetNameOf(concept) === 'theme';
  // A theme has a page of its own, and leads on where no paper names it.
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

/** A concept as a way on: its name leads to its papers here, and a theme's page is named beside it. */
export function conceptLine(concept: ConceptEntry, core: Pick<Core, 'concepts'>, going: Going): HTMLElement {
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

/** A concept's name as a link to all its papers. */
export function conceptLink(concept: ConceptEntry, core: Pick<Core, 'concepts'>, going: Going): HTMLElement {
  const facet = facetNameOf(concept);
  const state = { ...emptyState(), facets: { [facet]: [idOf(concept)] } };
  const hue = facet === 'theme' ? { class: 'theme', 'data-hue': idOf(themeOf(concept, core)) } : {};
  return stateLink(going, state, hue, bothNames(concept, going.lang));
}

/** A theme's page, or the section on it that is of a part. */
const pathOf = (concept: ConceptEntry, theme: ConceptEntry): string =>
  paths.theme(idOf(theme)) + (concept === theme ? '' : `#${idOf(concept)}`);
