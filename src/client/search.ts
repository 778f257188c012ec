import type { InterfaceLanguage } from '#domain/language';
import type { Card, Catalogue, ConceptEntry } from '#search/catalogue';
import { evaluate, type Found, type Searched, type Searcher } from '#search/evaluate';
import { narrow, order, type Narrowed } from '#search/narrow';
import { parseQuery, type Parsed } from '#search/query';
import { emptyState, readState, sorts, writeState, type State, type Unknown } from '#search/state';
import { file, page, paths } from '../site/urls.ts';
import { el, need, parts } from './search/dom.ts';
import { facetPanel } from './search/facets.ts';
import { SearchIndex, troubleOf, type Trouble } from './search/load.ts';
import { bothNames, facetOf, resultOf, type Shown } from './search/results.ts';
import { saying } from './search/say.ts';

const pageSize = 20;
/** A reader who pauses for less is still typing. */
const pause = 60;

const lang: InterfaceLanguage = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
const t = saying(lang);
const index = new SearchIndex(file('search/index/'));

const form = need('search-form', HTMLFormElement);
const field = need('search-q', HTMLInputElement);
const sorter = need('search-sort', HTMLSelectElement);
const status = need('search-status', HTMLElement);
const remarks = need('search-remarks', HTMLElement);
const concepts = need('search-concepts', HTMLElement);
const list = need('search-results', HTMLElement);
const pager = need('search-pager', HTMLElement);
const whole = need('search-whole', HTMLElement);

let state: State = emptyState();
/** Every search has a number; one that is no longer the last shows nothing. */
let turn = 0;

/** What one search found, before it is narrowed. */
interface Answer {
  parsed: Parsed;
  searched: Searched;
  searcher: Searcher;
  /** The word that no paper holds and that was read as a beginning instead, while it is being typed. */
  begun?: string;
}
let answered: { q: string; typing: boolean; answer: Answer } | undefined;

async function answer(q: string, typing: boolean): Promise<Answer> {
  if (answered?.q === q && answered.typing === typing) return answered.answer;
  const parsed = parseQuery(q);
  const searcher = await index.searcherFor(q);
  const searched = await evaluate(parsed.query, searcher);
  const fresh: Answer = { parsed, searched, searcher };
  const word = typing && searched.found.size === 0 ? /(?:^|[\s(])([\p{L}\p{N}]{2,})$/u.exec(q)?.[1] : undefined;
  if (word) {
    const wider = await evaluate(parseQuery(`${q}*`).query, searcher);
    if (wider.found.size) {
      fresh.searched = { ...wider, concepts: searched.concepts };
      fresh.begun = word;
    }
  }
  answered = { q, typing, answer: fresh };
  return fresh;
}

/** Searches for the state and shows what is found, unless something else is asked for meanwhile. */
async function run(unknown: readonly Unknown[], typing = false): Promise<void> {
  const mine = ++turn;
  const wanted = state;
  list.setAttribute('aria-busy', 'true');
  const slow = setTimeout(() => {
    if (mine === turn && list.childElementCount === 0) say(t(answered ? 'searching' : 'loading'));
  }, 300);
  try {
    const { parsed, searched, searcher, begun } = await answer(wanted.q, typing);
    const { catalogue } = searcher;
    const narrowed = narrow(searched.found, wanted, catalogue);
    const orders = wanted.sort === 'title' || wanted.sort === 'author' ? await index.orders() : undefined;
    const relevance = wanted.sort === 'relevance' && !wanted.q.trim() ? 'newest' : wanted.sort;
    const ordered = order(narrowed.papers, searched.found, relevance, lang, catalogue, orders);
    const pages = Math.max(1, Math.ceil(ordered.length / pageSize));
    const at = Math.min(wanted.page, pages);
    const slice = ordered.slice((at - 1) * pageSize, at * pageSize);
    const cards = await Promise.all(
      slice.map((paper) => index.card(catalogue.ids[paper] ?? '').catch(() => undefined)),
    );
    if (mine !== turn) return;
    showResults({ slice, cards, searched, searcher });
    showPager(at, pages);
    facets.show(narrowed, wanted, catalogue);
    showRemarks(parsed, unknown, begun);
    showConcepts(searched, wanted);
    showCount({ wanted, narrowed, searched, catalogue, searcher, at });
  } catch (problem) {
    if (mine !== turn) return;
    await showTrouble(troubleOf(problem), mine);
  } finally {
    clearTimeout(slow);
    if (mine === turn) list.removeAttribute('aria-busy');
  }
}

interface Results {
  slice: readonly number[];
  cards: readonly (Card | undefined)[];
  searched: Pick<Searched, 'found' | 'marks'>;
  searcher: Pick<Searcher, 'catalogue' | 'fold'>;
}

function showResults({ slice, cards, searched, searcher }: Results): void {
  const shown: Shown = { lang, t, catalogue: searcher.catalogue, marks: searched.marks, fold: searcher.fold };
  list.replaceChildren(
    ...slice.map((paper, i) => {
      const reasons = searched.found.get(paper);
      return el('li', {}, reasons && resultOf(paper, reasons, cards[i], shown));
    }),
  );
}

function showPager(at: number, pages: number): void {
  const numbers = [...new Set([1, 2, at - 1, at, at + 1, pages - 1, pages])]
    .filter((n) => n >= 1 && n <= pages)
    .sort((a, b) => a - b);
  pager.replaceChildren(
    ...(pages < 2
      ? []
      : numbers.flatMap((number, i) => {
          const link = el(
            'a',
            {
              href: addressOf({ ...state, page: number }),
              'aria-current': number === at ? 'page' : undefined,
              'aria-label': t('page', { number }),
            },
            String(number),
          );
          link.addEventListener('click', (event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            go({ ...state, page: number });
            whole.scrollIntoView();
            list.querySelector<HTMLElement>('h3 a')?.focus({ preventScroll: true });
          });
          return i && number - (numbers[i - 1] ?? 0) > 1 ? [el('span', {}, '…'), link] : [link];
        })),
  );
}

function showRemarks({ remarks: said }: Parsed, unknown: readonly Unknown[], begun: string | undefined): void {
  const lines = said.map(({ rule, seen }) => t(`remark.${rule}`, { seen }));
  for (const { name, value } of unknown) lines.push(t('unknownFilter', { name, value: value.slice(0, 60) }));
  if (begun) lines.push(t('remark.typing', { seen: `“${begun}”` }));
  remarks.replaceChildren(...lines.map((line) => el('li', {}, line)));
}

/** The concepts that the query names, each once, those with papers first. */
function showConcepts({ concepts: matches }: Searched, wanted: State): void {
  const seen = new Set<string>();
  const shown = matches
    .filter(({ concept }) => concept.papers.length > 0)
    .filter(({ concept }) => !seen.has(bothNames(concept, lang)) && seen.add(bothNames(concept, lang)));
  concepts.replaceChildren(
    ...shown.slice(0, 6).map(({ concept, whole: isWhole }) => {
      const item = el(
        'li',
        { 'data-hue': facetOf(concept) === 'theme' ? conceptId(concept) : undefined },
        conceptLink(concept, wanted),
      );
      if (!isWhole) item.append(' ', el('span', { class: 'soft' }, t('conceptWider')));
      return item;
    }),
  );
  concepts.hidden = shown.length === 0;
}

const conceptId = ({ ref }: ConceptEntry): string => ref.slice(ref.indexOf('/') + 1);

function conceptLink(concept: ConceptEntry, wanted: State): HTMLElement {
  const facet = facetOf(concept);
  const next: State = { ...emptyState(), facets: { [facet]: [conceptId(concept)] }, sort: wanted.sort };
  const link = el(
    'a',
    { href: addressOf(next), class: facet === 'theme' ? 'theme' : undefined },
    bothNames(concept, lang),
  );
  link.addEventListener('click', (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    field.value = '';
    go(next);
  });
  const line = el(
    'span',
    {},
    `${t(`facet.${facet}`)} `,
    link,
    ` · ${t('conceptPapers', { count: concept.papers.length })}`,
  );
  if (facet === 'theme')
    line.append(' · ', el('a', { href: page(lang, paths.theme(conceptId(concept))) }, t('themePage')));
  return line;
}

interface Counted {
  wanted: State;
  narrowed: Narrowed;
  searched: Pick<Searched, 'found'>;
  catalogue: Catalogue;
  searcher: Searcher;
  at: number;
}

function showCount({ wanted, narrowed, searched, catalogue, searcher, at }: Counted): void {
  const count = narrowed.papers.length;
  const all = searched.found.size;
  const q = wanted.q.trim();
  const query = q.length > 80 ? `${q.slice(0, 80).toWellFormed()}…` : q;
  const quoted = lang === 'zh' ? `“${query}”` : `“${query}”`;
  const values = { count, all, query: quoted };
  if (count === 0)
    say(q ? (all ? t('nothingFiltered', { ...values, count: all }) : t('nothing', values)) : t('somePapers', values));
  else {
    const said = q
      ? count === all
        ? t('found', values)
        : t('foundNarrowed', values)
      : count === catalogue.ids.length
        ? t('allPapers', values)
        : t('somePapers', { count, all: catalogue.ids.length });
    const range =
      count > pageSize
        ? ` · ${t('showing', { first: (at - 1) * pageSize + 1, last: Math.min(at * pageSize, count), count })}`
        : '';
    say(said + range);
  }
  if (count === 0) showNothing(q, all, searcher);
  need('search-clear', HTMLButtonElement).hidden = !isNarrowed(wanted);
}

const isNarrowed = ({ facets: chosen, years }: State): boolean =>
  Object.values(chosen).some((keys) => keys.length > 0) || years.from !== null || years.to !== null;

/** What was searched, and the ways on from here. */
function showNothing(q: string, all: number, { catalogue, concepts: finder }: Searcher): void {
  const lines: HTMLElement[] = [];
  if (all === 0 && q) {
    lines.push(el('p', {}, t('searchedIn', { count: catalogue.ids.length })));
    const word = /^[\p{L}\p{N}]{3,}$/u.test(q) ? `${q}*` : undefined;
    if (word) {
      const link = el('a', { href: addressOf({ ...state, q: word }) }, el('q', {}, word));
      lines.push(el('p', {}, parts(t('tryBeginning', { word: '{word}' }), { word: link })));
    }
    const near = finder.near(q.slice(0, 60), 4);
    if (near.length)
      lines.push(
        el(
          'div',
          {},
          el('p', {}, t('perhaps')),
          el(
            'ul',
            {},
            near.map((concept) => el('li', {}, conceptLink(concept, state))),
          ),
        ),
      );
  }
  list.replaceChildren(...(lines.length ? [el('li', { class: 'nothing' }, lines)] : []));
}

/** Nothing can be searched: the plain list, if at least the catalogue is here; links to the lists, if not. */
async function showTrouble(trouble: Trouble, mine: number): Promise<void> {
  const reason = t(`reason.${trouble}`);
  const again = el('button', { type: 'button' }, t('again'));
  again.addEventListener('click', () => location.reload());
  const catalogue = await index.catalogue().catch(() => undefined);
  if (mine !== turn) return;
  concepts.hidden = true;
  if (!catalogue) {
    remarks.replaceChildren();
    list.replaceChildren(
      el(
        'li',
        { class: 'nothing' },
        el(
          'ul',
          {},
          el('li', {}, el('a', { href: page(lang, paths.papers) }, t('browsePapers'))),
          el('li', {}, el('a', { href: page(lang, paths.themes) }, t('browseThemes'))),
        ),
        again,
      ),
    );
    pager.replaceChildren();
    say(t('brokenAll', { reason }));
    return;
  }
  const found: Found = new Map(
    catalogue.ids.map((_, paper) => [paper, { score: 0, zones: new Set(), concepts: new Set() }]),
  );
  const narrowed = narrow(found, state, catalogue);
  const orders =
    state.sort === 'title' || state.sort === 'author' ? await index.orders().catch(() => undefined) : undefined;
  const ordered = order(
    narrowed.papers,
    found,
    state.sort === 'relevance' ? 'newest' : state.sort,
    lang,
    catalogue,
    orders,
  );
  const pages = Math.max(1, Math.ceil(ordered.length / pageSize));
  const at = Math.min(state.page, pages);
  const slice = ordered.slice((at - 1) * pageSize, at * pageSize);
  const cards = await Promise.all(slice.map((paper) => index.card(catalogue.ids[paper] ?? '').catch(() => undefined)));
  if (mine !== turn) return;
  const marks = { words: new Set<string>(), beginnings: new Set<string>(), runs: new Set<string>() };
  showResults({ slice, cards, searched: { found, marks }, searcher: { catalogue, fold: new Map() } });
  showPager(at, pages);
  facets.show(narrowed, state, catalogue);
  remarks.replaceChildren(el('li', {}, t('brokenIndex', { reason }), ' ', again));
  say(t('allPapers', { count: ordered.length }));
}

function say(text: string): void {
  if (status.textContent !== text) status.textContent = text;
}

const addressOf = (wanted: State): string => page(lang, paths.search) + writeState(wanted);

/** Takes a state on: its address joins the history, or replaces the last while a reader is still typing. */
function go(next: State, typing = false): void {
  state = next;
  sorter.value = state.sort;
  const address = addressOf(state);
  if (address !== location.pathname + location.search)
    history[typing ? 'replaceState' : 'pushState'](null, '', address);
  void run([], typing);
}

async function readAddress(): Promise<void> {
  const parameters = new URLSearchParams(location.search);
  state = readState(parameters).state;
  field.value = state.q;
  sorter.value = state.sort;
  // What the address asks for is known once the catalogue is here.
  const catalogue = await index.catalogue().catch(() => undefined);
  const read = readState(parameters, catalogue);
  state = read.state;
  await run(read.unknown);
}

const facets = facetPanel(need('search-facets', HTMLElement), lang, t, (change) => go(change(state)));

let waiting: ReturnType<typeof setTimeout> | undefined;
field.addEventListener('focus', () => index.warm(), { once: true });
field.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => go({ ...state, q: field.value, page: 1 }, true), pause);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  const address = addressOf({ ...state, q: field.value, page: 1 });
  state = { ...state, q: field.value, page: 1 };
  // The address was replaced as the query was typed; what is sent off stays in the history.
  if (history.state !== address) history.pushState(address, '', address);
  void run([]);
});
sorter.addEventListener('change', () => {
  const sort = sorts.find((known) => known === sorter.value);
  if (sort) go({ ...state, sort, page: 1 });
});
need('search-clear', HTMLButtonElement).addEventListener('click', () => {
  go({ ...state, facets: {}, years: { from: null, to: null }, page: 1 });
  field.focus();
});
window.addEventListener('popstate', () => void readAddress());

document.addEventListener('keydown', (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
  const links = [...list.querySelectorAll<HTMLElement>('h3 a')];
  const on = links.indexOf(document.activeElement as HTMLElement);
  if (event.key === 'ArrowDown' && (document.activeElement === field || on >= 0)) (links[on + 1] ?? links[on])?.focus();
  else if (event.key === 'ArrowUp' && on >= 0) (links[on - 1] ?? field).focus();
  else if (event.key === 'Escape' && on >= 0) field.focus();
  else return;
  event.preventDefault();
});

// Beside the results on a wide screen, above them and closed on a narrow one.
const wide = matchMedia('(min-width: 60rem)');
const openFacets = () => (need('search-narrow', HTMLDetailsElement).open = wide.matches);
wide.addEventListener('change', openFacets);
openFacets();

sorter.disabled = false;
document.documentElement.classList.add('can-search');
index.warm();
void readAddress();
