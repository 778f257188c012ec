import type { InterfaceLanguage } from '#domain/language';
import { emptyState, isNarrowed, readState, sorts, writeState, type State, type Unknown } from '#search/state';
import { file, page } from '../site/urls.ts';
import { showTicks } from './basket/toggle.ts';
import { showConcepts } from './search/concepts.ts';
import { el, need } from './search/dom.ts';
import { facetPanel } from './search/facets.ts';
import type { Going } from './search/going.ts';
import { walkResults } from './search/keys.ts';
import { SearchIndex, troubleOf, type Trouble } from './search/load.ts';
import { brokenRemark, countOf, listsInstead, nothingFound, remarksOn } from './search/notices.ts';
import { showPager } from './search/pager.ts';
import { resultOf, type Shown } from './search/results.ts';
import { saying } from './search/say.ts';
import { allOf, answering, listingOf, type Listing } from './search/session.ts';

/** The search page; on the list of papers the same, shown once something is asked for. */

/** A reader who pauses for less is still typing, in milliseconds. */
const pause = 50;

const lang: InterfaceLanguage = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
const t = saying(lang);
const index = new SearchIndex(file('search/index/'));
const answer = answering(index);

const root = need('search', HTMLElement);
const form = need('search-form', HTMLFormElement);
const field = need('search-q', HTMLInputElement);
const sorter = need('search-sort', HTMLSelectElement);
const clear = need('search-clear', HTMLButtonElement);
const status = need('search-status', HTMLElement);
const remarks = need('search-remarks', HTMLElement);
const concepts = need('search-concepts', HTMLElement);
const list = need('search-results', HTMLElement);
const pager = need('search-pager', HTMLElement);
const narrowing = need('search-narrow', HTMLDetailsElement);
const citing = need('search-cite', HTMLElement);
/** What the search stands in for while anything is asked for: the list of papers, on its page. */
const instead = document.getElementById(root.dataset['instead'] ?? '');

let state: State = emptyState();
/** Every search has a number; one that is no longer the last shows nothing. */
let turn = 0;

const going: Going = {
  lang,
  t,
  state: () => state,
  addressOf: (wanted) => page(lang, root.dataset['path'] ?? '') + writeState(wanted),
  go(next) {
    field.value = next.q;
    take(next, 'push');
  },
};
const facets = facetPanel(need('search-facets', HTMLElement), lang, t, (change) => going.go(change(state)));

/** Searches for the state and shows what is found, unless something else is asked for meanwhile. */
async function run(unknown: readonly Unknown[], typing = false): Promise<void> {
  const mine = ++turn;
  const wanted = state;
  showInstead(wanted);
  list.setAttribute('aria-busy', 'true');
  const slow = setTimeout(() => {
    if (mine === turn && list.childElementCount === 0) say(t('loading'));
  }, 400);
  try {
    const given = await answer(wanted.q, typing);
    const { searched, searcher } = given;
    const listing = await listingOf(searched.found, wanted, lang, searcher.catalogue, index);
    if (mine !== turn) return;
    show(
      listing,
      { lang, t, catalogue: searcher.catalogue, marks: searched.marks, fold: searcher.fold },
      searched.found,
    );
    if (listing.ordered.length === 0 && searched.found.size === 0)
      list.replaceChildren(nothingFound(wanted.q.trim(), searcher, going));
    remarks.replaceChildren(...remarksOn(given, unknown, t).map((line) => el('li', {}, line)));
    showConcepts(concepts, searched.concepts, going);
    void import('./search/cite.ts').then(({ showCitation }) => {
      if (mine === turn) showCitation(citing, wanted, listing.ordered, searcher.catalogue, going);
    });
    say(countOf(wanted, given, listing, t));
  } catch (problem) {
    if (mine === turn) await showTrouble(troubleOf(problem), mine);
  } finally {
    clearTimeout(slow);
    if (mine === turn) list.removeAttribute('aria-busy');
  }
}

function show(
  { slice, cards, narrowed, page: at, pages }: Listing,
  shown: Shown,
  found: ReturnType<typeof allOf>,
): void {
  list.replaceChildren(
    ...slice.flatMap((paper, i) => {
      const reasons = found.get(paper);
      return reasons ? [el('li', {}, resultOf(paper, reasons, cards[i], shown))] : [];
    }),
  );
  showTicks(list);
  showPager(pager, at, pages, going, () => {
    root.scrollIntoView();
    field.focus({ preventScroll: true });
  });
  facets.show(narrowed, state, shown.catalogue);
  clear.hidden = !isNarrowed(state);
}

/** Nothing can be searched: the plain list, if at least the catalogue is here; links to the lists, if not. */
async function showTrouble(trouble: Trouble, mine: number): Promise<void> {
  await index.forget();
  const catalogue = await index.catalogue().catch(() => undefined);
  const found = catalogue && allOf(catalogue);
  const listing = found && (await listingOf(found, { ...state, q: '' }, lang, catalogue, index).catch(() => undefined));
  if (mine !== turn) return;
  concepts.hidden = true;
  citing.hidden = true;
  if (!listing) {
    remarks.replaceChildren();
    pager.replaceChildren();
    list.replaceChildren(listsInstead(going));
    say(t('brokenAll', { reason: t(`reason.${trouble}`) }));
    return;
  }
  const marks = { words: new Set<string>(), beginnings: new Set<string>(), runs: new Set<string>() };
  show(listing, { lang, t, catalogue, marks, fold: new Map() }, found);
  remarks.replaceChildren(brokenRemark(trouble, t));
  say(t('allPapers', { count: listing.ordered.length }));
}

function showInstead(wanted: State): void {
  if (!instead) return;
  const asked = wanted.q.trim() !== '' || isNarrowed(wanted) || wanted.sort !== 'relevance' || wanted.page > 1;
  instead.hidden = asked;
  root.classList.toggle('asked', asked);
}

function say(text: string): void {
  if (status.textContent !== text) status.textContent = text;
}

/** Takes a state on: its address joins the history, or replaces the last while a reader is still typing. */
function take(next: State, history: 'push' | 'replace'): void {
  clearTimeout(waiting);
  state = next;
  sorter.value = state.sort;
  const address = going.addressOf(state);
  if (history === 'replace') window.history.replaceState(null, '', address);
  else if (address !== location.pathname + location.search) window.history.pushState(null, '', address);
  void run([], history === 'replace');
}

async function readAddress(): Promise<void> {
  const parameters = new URLSearchParams(location.search);
  ({ state } = readState(parameters));
  field.value = state.q;
  sorter.value = state.sort;
  showInstead(state);
  // What the address asks for is known once the catalogue is here.
  const mine = ++turn;
  const catalogue = await index.catalogue().catch(() => undefined);
  if (mine !== turn) return;
  const read = readState(parameters, catalogue);
  state = read.state;
  await run(read.unknown);
}

let waiting: ReturnType<typeof setTimeout> | undefined;
/** The address before the query that is being typed, to which "back" leads. */
let typedFrom: string | undefined;
field.addEventListener('focus', () => index.warm(), { once: true });
field.addEventListener('input', () => {
  clearTimeout(waiting);
  typedFrom ??= location.pathname + location.search;
  waiting = setTimeout(() => take({ ...state, q: field.value, page: 1 }, 'replace'), pause);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  // What was typed has replaced the address; sent off, it becomes a step of its own.
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
walkResults(field, list);

// Beside the results on a wide screen, above them and closed on a narrow one.
const wide = matchMedia('(min-width: 60rem)');
const openFacets = () => (narrowing.open = wide.matches);
wide.addEventListener('change', openFacets);
openFacets();

sorter.disabled = false;
// On the list of papers words are searched for only once the field is used.
if (!instead || new URLSearchParams(location.search).has('q')) index.warm();
void readAddress();
