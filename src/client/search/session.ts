import type { Card, Catalogue } from '#search/catalogue';
import { evaluate, type Searched, type Searcher } from '#search/evaluate';
import type { Found } from '#search/found';
import { narrow, order, type Narrowed } from '#search/narrow';
import { parseQuery, type Parsed } from '#search/query';
import type { State } from '#search/state';
import type { SearchIndex } from './load.ts';

export const pageSize = 20;

/** What a query found, before it is narrowed. */
export interface Answer {
  parsed: Parsed;
  searched: Searched;
  searcher: Searcher;
  /** The word that no paper holds and that was read as a beginning instead, while it is being typed. */
  begun?: string;
}

/** One page of what a state shows, with all that is said about it. */
export interface Listing {
  narrowed: Narrowed;
  /** Every paper of the results, in order. */
  ordered: readonly number[];
  page: number;
  pages: number;
  slice: readonly number[];
  cards: readonly (Card | undefined)[];
}

/** Answers queries; the last answer serves until the query changes, so that facets and pages ask nothing anew. */
export function answering(index: SearchIndex): (q: string, typing: boolean) => Promise<Answer> {
  let last: { q: string; typing: boolean; answer: Answer } | undefined;
  return async (q, typing) => {
    if (last?.q === q && last.typing === typing) return last.answer;
    const parsed = parseQuery(q);
    const searcher = parsed.query.kind === 'all' ? await index.browser() : await index.searcherFor(q);
    const searched = await evaluate(parsed.query, searcher);
    const answer: Answer = { parsed, searched, searcher };
    const word = typing && searched.found.size === 0 ? /(?:^|[\s(])([\p{L}\p{N}]{3,})$/u.exec(q)?.[1] : undefined;
    if (word) {
      const wider = await evaluate(parseQuery(`${q}*`).query, searcher);
      if (wider.found.size) {
        answer.searched = { ...wider, concepts: searched.concepts };
        answer.begun = word;
      }
    }
    last = { q, typing, answer };
    return answer;
  };
}

/** The page of results that a state asks for; a page past the last is the last. */
export async function listingOf(
  found: Found,
  state: State,
  lang: 'en' | 'zh',
  catalogue: Catalogue,
  index: SearchIndex,
): Promise<Listing> {
  const narrowed = narrow(found, state, catalogue);
  const orders = state.sort === 'title' || state.sort === 'author' ? await index.orders() : undefined;
  // Without words all papers are as relevant.
  const sort = state.sort === 'relevance' && !state.q.trim() ? 'newest' : state.sort;
  const ordered = order(narrowed.papers, found, sort, lang, catalogue, orders);
  const pages = Math.max(1, Math.ceil(ordered.length / pageSize));
  const page = Math.min(state.page, pages);
  const slice = ordered.slice((page - 1) * pageSize, page * pageSize);
  const cards = await Promise.all(slice.map((paper) => index.card(catalogue.ids[paper] ?? '').catch(() => undefined)));
  return { narrowed, ordered, page, pages, slice, cards };
}

/** Every paper, for the plain list. */
export const allOf = (catalogue: Catalogue): Found =>
  new Map(catalogue.ids.map((_, paper) => [paper, { score: 0, zones: new Set(), concepts: new Set() }]));
