/** Messages about a query that was read differently, and other searches to try. */

import { isEmpty, type Answer } from '#search/answer';
import type { Identifier } from '#search/identifiers';
import type { Unknown } from '#search/state';
import { page, paths } from '../../site/urls.ts';
import { el } from './dom.ts';
import { stateLink, type Navigation } from './navigation.ts';
import type { Trouble } from './trouble.ts';
import { quoted } from './notices.ts';
import { idOf } from './results.ts';
import { wordsBelow, type WordsBelow } from './words-below.ts';
import type { Answered } from './session.ts';

/** What was read differently from what was written. */
export function remarksOn({ answer }: Answered, unknown: readonly Unknown[], { lang }: Navigation): string[] {
  const t = wordsBelow(lang);
  const { remarks, begun, pasted, found } = answer;
  return [
    ...new Set([
      ...remarks.map(({ rule, seen }) => t(`remark.${rule}`, { seen })),
      ...unknown.map(({ name, value }) => t('unknownFilter', { name, value: value.slice(0, 60).toWellFormed() })),
      ...(begun === undefined ? [] : [t('remark.typing', { seen: `“${begun}”` })]),
      ...(pasted?.as === 'reference' ? [t('readAsReference')] : []),
      ...(found.size ? lostOf(pasted, t) : []),
    ]),
  ];
}

/** An identifier in the form in which people write it. */
const identifierSaid = ({ kind, value }: Identifier, t: WordsBelow): string =>
  t(`identifier.${kind}`, { value: kind === 'pmcid' ? value.toUpperCase() : value });

/** Pasted identifiers that no paper has. */
const lostOf = (pasted: Answer['pasted'], t: WordsBelow): string[] =>
  pasted?.as === 'identifier'
    ? pasted.lost.map((one) => t('noIdentifier', { identifier: identifierSaid(one, t) }))
    : [];

/** What was pasted, as the reason why a paper is in the results. */
export function pastedSaid(pasted: NonNullable<Answer['pasted']>, { lang, t: plain }: Navigation): string {
  const t = wordsBelow(lang);
  if (pasted.as === 'reference') return t('whyReference');
  return pasted.known.map((one) => identifierSaid(one, t)).join(plain('comma'));
}

/** The message that nothing is found. */
export function nothingSaid({ pasted }: Answer, { lang, state }: Navigation): string {
  const t = wordsBelow(lang);
  return lostOf(pasted, t).join(' ') || t('nothing', { query: quoted(state().q) });
}

/** The message that words are in no paper and on no page. */
export const nowhereSaid = (words: readonly string[], { lang, t }: Navigation): string =>
  wordsBelow(lang)('nowhere', { words: words.map((word) => quoted(word)).join(t('comma')) });

/**
 * What to show for an empty list: words that are in no paper, and other searches; an empty list if other results
 * follow.
 */
export function nothingFound({ answer, answerer }: Answered, going: Navigation): HTMLElement[] {
  const { lang } = going;
  const t = wordsBelow(lang);
  const { core } = answerer;
  if (answer.instead || !isEmpty(answer)) return [];
  const search = (query: string) => stateLink(going, { ...going.state(), q: query, page: 1 }, {}, el('q', {}, query));
  const { unknown, apart = [], pasted } = answer;
  const themes = core.concepts.filter(({ ref, broader }) => ref.startsWith('themes/') && broader.length === 0);
  return [
    el(
      'li',
      { class: 'nothing' },
      unknown && !pasted && el('p', {}, nowhereSaid(unknown, going)),
      apart.length > 0 &&
        el(
          'div',
          {},
          el('p', {}, t('apart')),
          el(
            'ul',
            {},
            apart.map(({ query, count }) => el('li', {}, search(query), ` · ${going.t('conceptPapers', { count })}`)),
          ),
        ),
      el('p', { class: 'soft' }, t('searchedIn', { count: core.size })),
      themes.length > 0 && el('p', {}, t('themesInstead')),
      el(
        'ul',
        { class: 'themes', role: 'list' },
        themes.map((theme) =>
          el(
            'li',
            {},
            el(
              'a',
              { class: 'theme', 'data-hue': idOf(theme), href: page(lang, paths.theme(idOf(theme))) },
              theme[lang],
            ),
          ),
        ),
      ),
    ),
  ];
}

/** Links to the lists that need no script, for when not even the catalogue could be loaded. */
export function listsInstead({ lang }: Navigation): HTMLElement {
  const t = wordsBelow(lang);
  return el(
    'li',
    { class: 'nothing' },
    el(
      'ul',
      {},
      el('li', {}, el('a', { href: page(lang, paths.papers) }, t('browsePapers'))),
      el('li', {}, el('a', { href: page(lang, paths.themes) }, t('browseThemes'))),
    ),
    againButton(t),
  );
}

export function brokenRemark(
  what: 'brokenIndex' | 'brokenFacets',
  trouble: Trouble,
  { lang }: Navigation,
): HTMLElement {
  const t = wordsBelow(lang);
  return el('li', {}, t(what, { reason: t(`reason.${trouble}`) }), ' ', againButton(t));
}

function againButton(t: WordsBelow): HTMLButtonElement {
  const button = el('button', { type: 'button' }, t('again'));
  button.addEventListener('click', () => location.reload());
  return button;
}

/** The message that nothing could be loaded. */
export function brokenAll(trouble: Trouble, { lang }: Navigation): string {
  const t = wordsBelow(lang);
  return t('brokenAll', { reason: t(`reason.${trouble}`) });
}
