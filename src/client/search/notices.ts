import type { Searcher } from '#search/evaluate';
import type { State, Unknown } from '#search/state';
import { page, paths } from '../../site/urls.ts';
import { conceptLine } from './concepts.ts';
import { el, parts } from './dom.ts';
import { stateLink, type Going } from './going.ts';
import type { Trouble } from './load.ts';
import type { SaySearch } from './say.ts';
import { pageSize, type Answer, type Listing } from './session.ts';

/** What was understood otherwise than it was written. */
export function remarksOn({ parsed, begun }: Answer, unknown: readonly Unknown[], t: SaySearch): string[] {
  return [
    ...new Set([
      ...parsed.remarks.map(({ rule, seen }) => t(`remark.${rule}`, { seen })),
      ...unknown.map(({ name, value }) => t('unknownFilter', { name, value: value.slice(0, 60).toWellFormed() })),
      ...(begun === undefined ? [] : [t('remark.typing', { seen: `“${begun}”` })]),
    ]),
  ];
}

/** A query as sentences name it. */
export const quoted = (q: string): string => {
  const plain = q.trim().toWellFormed();
  return `“${plain.length > 80 ? `${plain.slice(0, 80).toWellFormed()}…` : plain}”`;
};

/** How many papers there are, in one sentence: what is announced. */
export function countOf(
  state: State,
  { searched, searcher }: Answer,
  { ordered, page: at }: Listing,
  t: SaySearch,
): string {
  const count = ordered.length;
  const all = searched.found.size;
  const total = searcher.core.size;
  const query = quoted(state.q);
  if (!state.q.trim()) {
    if (count === total) return withRange(t('allPapers', { count }), count, at, t);
    return withRange(t('somePapers', { count, all: total }), count, at, t);
  }
  if (count === 0) return all ? t('nothingFiltered', { count: all, query }) : t('nothing', { query });
  return withRange(
    count === all ? t('found', { count, query }) : t('foundNarrowed', { count, all, query }),
    count,
    at,
    t,
  );
}

const withRange = (said: string, count: number, at: number, t: SaySearch): string =>
  count <= pageSize
    ? said
    : `${said} · ${t('showing', { first: (at - 1) * pageSize + 1, last: Math.min(at * pageSize, count), count })}`;

/** Where nothing was found: what was searched, and the ways on from here. */
export function nothingFound(q: string, { core, concepts: finder }: Searcher, going: Going): HTMLElement {
  const { t } = going;
  const word = /^[\p{L}\p{N}]{3,40}$/u.test(q) ? `${q}*` : undefined;
  const near = finder.near(q.slice(0, 60), 4);
  return el(
    'li',
    { class: 'nothing' },
    el('p', {}, t('searchedIn', { count: core.size })),
    word !== undefined &&
      el(
        'p',
        {},
        parts(t('tryBeginning', { word: '{word}' }), {
          word: stateLink(going, { ...going.state(), q: word, page: 1 }, {}, el('q', {}, word)),
        }),
      ),
    near.length > 0 &&
      el(
        'div',
        {},
        el('p', {}, t('perhaps')),
        el(
          'ul',
          {},
          near.map((concept) => el('li', {}, conceptLine(concept, going))),
        ),
      ),
  );
}

/** Where not even the catalogue could be loaded: the lists that need no script. */
export function listsInstead({ lang, t }: Going): HTMLElement {
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

export function brokenRemark(what: 'brokenIndex' | 'brokenFacets', trouble: Trouble, t: SaySearch): HTMLElement {
  return el('li', {}, t(what, { reason: t(`reason.${trouble}`) }), ' ', againButton(t));
}

function againButton(t: SaySearch): HTMLButtonElement {
  const button = el('button', { type: 'button' }, t('again'));
  button.addEventListener('click', () => location.reload());
  return button;
}
