/** The search page. On the list of papers it is the same, shown once something is searched for. */

import type { Answer } from '#search/answer';
import { nothing, type Found } from '#search/found';
import { emptyState, isNarrowed, readState, sorts, writeState, type State, type Unknown } from '#search/state';
import { file, page } from '../site/urls.ts';
import { showTicks } from './basket/toggle.ts';
import { lang } from './language.ts';
import { showConcepts } from './search/concepts.ts';
import { el, need } from './search/dom.ts';
import { drawInTurn } from './search/draw.ts';
import type { Navigation } from './search/navigation.ts';
import { SearchIndex } from './search/load.ts';
import { countOf } from './search/notices.ts';
import { resultOf, type Shown } from './search/results.ts';
import { words } from './search/words.ts';
import { answering, hasBelow, listedOf, listingOf, shownIn, type Listed, type Listing } from './search/session.ts';

/** After a shorter pause, in milliseconds, a reader is still typing. */
const pause = 30;

const t = words(lang);
const index = new SearchIndex(file('search/index/'));
const answer = answering(index);

const root = need('search', HTMLElement);
const form = need('search-form', HTMLFormElement);
const field = need('search-q', HTMLInputElement);
const narrowing = need('search-narrow', HTMLDetailsElement);
const ordering = need('search-order', HTMLElement);
const sorter = need('search-sort', HTMLSelectElement);
const clear = need('search-clear', HTMLButtonElement);
const status = need('search-status', HTMLElement);
const remarks = need('search-remarks', HTMLElement);
const concepts = need('search-concepts', HTMLElement);
const list = need('search-results', HTMLElement);
const pager = need('search-pager', HTMLElement);
const wider = need('search-wider', HTMLElement);
const sections = need('search-sections', HTMLElement);
/** What is shown while nothing is searched for: on the list of papers, that list. */
const instead = document.getElementById(root.dataset['instead'] ?? '');

let state: State = emptyState();
/** Numbers the searches: only the last one may show anything. */
let turn = 0;

const going: Navigation = {
  lang,
  t,
  state: () => state,
  addressOf: (wanted) => page(lang, root.dataset['path'] ?? '') + writeState(wanted),
  go(next) {
    field.value = next.q;
    take(next, 'push');
  },
};

/** Searches for the state and shows the results, unless another search starts in the meantime. */
async function run(unknown: readonly Unknown[], typing = false): Promise<void> {
  const mine = ++turn;
  const isWanted = () => mine === turn;
  const wanted = state;
  list.removeAttribute('aria-busy');
  if (!showInstead(wanted)) return narrowAll(isWanted);
  list.setAttribute('aria-busy', 'true');
  const slow = setTimeout(() => {
    if (isWanted() && list.childElementCount === 0) say(t('loading'));
  }, 400);
  try {
    const given = await answer(wanted.q, typing);
    const { found, marks, concepts: named, pasted } = given.answer;
    const { core, fold } = given.answerer;
    const listing = await listingOf(found, wanted, lang, index);
    if (!isWanted()) return;
    const more = saysMore(given.answer, unknown) ? await later() : undefined;
    if (!isWanted()) return;
    const shown: Shown = { lang, t, core, marks, fold, pasted: pasted && more?.pastedSaid(pasted, going) };
    await show(listing, found, shown, isWanted, () => {
      if (found.size === 0) list.replaceChildren(...(more?.nothingFound(given, going) ?? []));
      remarks.replaceChildren(...(more?.remarksOn(given, unknown, going) ?? []).map((line) => el('li', {}, line)));
      showConcepts(concepts, named, core, going);
      // A single result has no facets and no order.
      narrowing.hidden = shownIn(given.answer).size < 2 && !isNarrowed(wanted);
      ordering.hidden = listing.ordered.length < 2;
      clearBelow();
      say(countOf(wanted, given, listing, t, more?.nothingSaid(given.answer, going) ?? ''));
    });
    const below = hasBelow(given.answer)
      ? later().then(({ showBelow }) => showBelow(given, wanted, shown, index, going, isWanted))
      : undefined;
    const { surround } = await beside();
    await surround(listing, shownIn(given.answer), wanted, index, going, isWanted).catch(async (trouble: unknown) => {
      if (!renewed) throw trouble;
      const { brokenRemark, troubleOf } = await later();
      if (isWanted()) remarks.append(brokenRemark('brokenFacets', troubleOf(trouble), going));
    });
    await below;
  } catch (problem) {
    if (isWanted()) await recover(problem, () => run(unknown, typing), isWanted);
  } finally {
    clearTimeout(slow);
    if (isWanted()) {
      list.removeAttribute('aria-busy');
      uncover();
    }
  }
}

/** What only some searches need. */
const later = () => import('./search/more.ts');
/** Facets, page numbers and the citation of the search: their scripts are loaded after the first results. */
const beside = () => import('./search/beside-results.ts');

/** Whether there is something to say about an answer, or instead of its list. */
const saysMore = ({ remarks: read, begun, pasted, found }: Answer, unknown: readonly Unknown[]): boolean =>
  found.size === 0 || read.length + unknown.length > 0 || begun !== undefined || pasted !== undefined;

/** Shows what `prefetch.ts` has hidden until there is an answer, or a message in its place. */
const uncover = (): void => document.documentElement.classList.remove('asking');

/** Removes what is below an earlier list. */
function clearBelow(): void {
  wider.replaceChildren();
  sections.replaceChildren();
  sections.hidden = true;
}

/** Shows a page of results as their cards arrive; `first` is called when the first one is shown. */
async function show(
  { slice, page: at, pages }: Listing,
  found: Found,
  shown: Shown,
  isWanted: () => boolean,
  first: () => void,
): Promise<void> {
  let begun = false;
  const begin = () => {
    if (begun) return;
    begun = true;
    uncover();
    clear.hidden = !isNarrowed(state);
    first();
  };
  if (slice.length === 0) {
    list.replaceChildren();
    begin();
  }
  const cards = slice.map((paper) => listedOf(paper, index));
  const entry = (listed: Listed, place: number) =>
    el('li', {}, resultOf(listed, found.get(slice[place] ?? -1) ?? nothing(), shown));
  await drawInTurn(list, cards, entry, isWanted, () => {
    begin();
    showTicks(list);
  });
  if (!isWanted()) return;
  if (pages < 2) return pager.replaceChildren();
  const { showPager } = await beside();
  if (!isWanted()) return;
  showPager(pager, at, pages, going, () => {
    root.scrollIntoView();
    field.focus({ preventScroll: true });
  });
}

/** Shows only the facets while the page's own list is shown and nothing is searched for. */
async function narrowAll(isWanted: () => boolean): Promise<void> {
  const { surroundAll } = await beside();
  const count = await surroundAll(state, index, going, isWanted).catch(() => undefined);
  if (count === undefined || !isWanted()) return;
  clear.hidden = true;
  say(t('allPapers', { count }));
}

/** Whether files were already fetched again. */
let renewed = false;

/**
 * Fetches all files again, once, where files do not fit together because the browser's copies are of different ages.
 * Only after that does a reader see an error.
 */
async function recover(problem: unknown, again: () => Promise<void>, isWanted: () => boolean): Promise<void> {
  const { troubleOf, showFallback } = await later();
  const trouble = troubleOf(problem);
  index.forget();
  const isFirst = !renewed;
  renewed ||= trouble === 'missing';
  if (isFirst && renewed) return again();
  if (!isWanted()) return;
  concepts.hidden = true;
  clearBelow();
  await showFallback(trouble, index, going, { show, say, isWanted });
}

/** Shows the page's own list while nothing is searched for; returns whether something is. */
function showInstead(wanted: State): boolean {
  if (!instead) return true;
  const asked = wanted.q.trim() !== '' || isNarrowed(wanted) || wanted.sort !== 'relevance' || wanted.page > 1;
  instead.hidden = asked;
  root.classList.toggle('asked', asked);
  return asked;
}

function say(text: string): void {
  if (status.textContent !== text) status.textContent = text;
}

/** Uses a new state: its address is added to the history, or replaces the last one while a reader is typing. */
function take(next: State, history: 'push' | 'replace'): void {
  clearTimeout(waiting);
  state = next;
  sorter.value = state.sort;
  const address = going.addressOf(state);
  if (history === 'replace') window.history.replaceState(null, '', address);
  else if (address !== location.pathname + location.search) window.history.pushState(null, '', address);
  void run([], history === 'replace');
}

/** Uses the state in the address, except for words that were typed while the page was loading. */
async function readAddress(typed = ''): Promise<void> {
  const mine = ++turn;
  const parameters = new URLSearchParams(location.search);
  let { state: asked, unknown } = readState(parameters);
  state = asked;
  field.value = typed || asked.q;
  sorter.value = asked.sort;
  if (Object.keys(asked.facets).length) {
    showInstead(asked);
    // The catalogue says which values exist.
    const catalogue = await index.catalogue().catch(() => undefined);
    if (mine !== turn) return;
    ({ state: asked, unknown } = readState(parameters, catalogue));
    state = asked;
  }
  if (typed === '') return run(unknown);
  typedFrom ??= location.pathname + location.search;
  take({ ...asked, q: field.value, page: 1 }, 'replace');
}

let waiting: ReturnType<typeof setTimeout> | undefined;
/** The address before the current typing, to which "back" leads. */
let typedFrom: string | undefined;
field.addEventListener('focus', () => index.warm(), { once: true });
field.addEventListener('input', () => {
  clearTimeout(waiting);
  typedFrom ??= location.pathname + location.search;
  waiting = setTimeout(() => take({ ...state, q: field.value, page: 1 }, 'replace'), pause);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  // Typing has replaced the address; a sent query becomes a new entry in the history.
  if (typedFrom !== undefined) window.history.replaceState(null, '', typedFrom);
  typedFrom = undefined;
  take({ ...state, q: field.value, page: 1 }, 'push');
});
sorter.addEventListener('change', () => {
  const sort = sorts.find((known) => known === sorter.value);
  if (sort) going.go({ ...state, sort, page: 1 });
});
clear.addEventListener('click', () => {
  going.go({ ...state, facets: {}, years: { from: null, to: null }, page: 1 });
  field.focus();
});
window.addEventListener('popstate', () => {
  typedFrom = undefined;
  void readAddress();
});

sorter.disabled = false;
// On the list of papers, the index is loaded only when the search field is used.
if (!instead || new URLSearchParams(location.search).has('q')) index.warm();
void readAddress(field.value);
