import type { Card, Core } from '#search/catalogue';
import { evaluate, type Searched, type Searcher } from '#search/evaluate';
import { nothing, type Found } from '#search/found';
import { narrow, order } from '#search/narrow';
import { parseQuery, type Parsed } from '#search/query';
import { isNarrowed, type State } from '#search/state';
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

/** The page of results that a state shows. */
export interface Listing {
  /** Every paper of the results, in order. */
  ordered: readonly number[];
  page: number;
  pages: number;
  /** The papers of this page. */
  slice: readonly number[];
}

/** Answers queries; the last answer serves until the query changes, so that facets and pages ask nothing anew. */
export function answering(index: SearchIndex): (q: string, typing: boolean) => Promise<Answer> {
  let last: { q: string; typing: boolean; answer: Answer } | undefined;
  return async (q, typing) => {
    const parsed = parseQuery(q);
    const searcher = await index.searcherFor(q);
    if (last?.q === q && last.typing === typing && last.answer.searcher === searcher) return last.answer;
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
export async function listingOf(found: Found, state: State, lang: 'en' | 'zh', index: SearchIndex): Promise<Listing> {
  const { sort } = state;
  const [catalogue, orders] = await Promise.all([
    isNarrowed(state) || sort === 'oldest' ? index.catalogue() : undefined,
    sort === 'title' || sort === 'author' ? index.orders() : undefined,
  ]);
  const papers = catalogue && isNarrowed(state) ? narrow(found, state, catalogue).papers : [...found.keys()];
  // Without words all papers are as relevant.
  const by = sort === 'relevance' && !state.q.trim() ? 'newest' : sort;
  const ordered = order(papers, found, by, lang, catalogue?.years, orders);
  const pages = Math.max(1, Math.ceil(ordered.length / pageSize));
  const page = Math.min(state.page, pages);
  return { ordered, page, pages, slice: ordered.slice((page - 1) * pageSize, page * pageSize) };
}

/** A paper to be listed: its card, or where that cannot be had, its id; without either, that it is there. */
export interface Listed {
  id?: string | undefined;
  card?: Card;
}

export const listedOf = (paper: number, version: string, index: SearchIndex): Promise<Listed> =>
  index.card(version, paper).then(
    (card) => ({ id: card.id, card }),
    () =>
      index.catalogue().then(
        ({ ids }) => ({ id: ids[paper] }),
        () => ({}),
      ),
  );

/** Every paper, for the plain list. */
export const allOf = (size: number): Found => new Map(Array.from({ length: size }, (_, paper) => [paper, nothing()]));

export const noMarks = (): Searched['marks'] => ({ words: new Set(), beginnings: new Set(), runs: new Set() });

/** What lists need of the core, where there is none. */
export const noCore: Pick<Core, 'concepts'> = { concepts: [] };
