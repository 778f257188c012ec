/** Answers queries for the search page: the papers, narrowed by filters, a page at a time. */

import type { Answer, Answerer } from '#search/answer';
import { answerQuery } from '#search/answer-query';
import type { Card } from '#search/catalogue';
import { union, type Found } from '#search/found';
import { byRelevance, newestFirst } from '#search/order';
import { isNarrowed, type State } from '#search/state';
import type { SearchIndex } from './load.ts';

export const pageSize = 10;

/** The answer to a query before it is narrowed, and what answered it. */
export interface Answered {
  answer: Answer;
  answerer: Answerer;
}

/** The page of results for a state. */
export interface Listing {
  /** All papers of the results, in order. */
  ordered: readonly number[];
  page: number;
  pages: number;
  /** The papers of this page. */
  slice: readonly number[];
}

/** Answers queries. The last answer is kept until the query changes, so facets and pages need no new answer. */
export function answering(index: SearchIndex): (q: string, typing: boolean) => Promise<Answered> {
  let last: { q: string; typing: boolean; answered: Answered } | undefined;
  return async (q, typing) => {
    const answerer = await index.answererFor(q);
    if (last?.q === q && last.typing === typing && last.answered.answerer === answerer) return last.answered;
    const answered = { answer: await answerQuery(q, answerer, typing), answerer };
    last = { q, typing, answered };
    return answered;
  };
}

/** All papers that an answer shows, in the list and under headings of their own. */
export const shownIn = ({ found, wider, instead }: Answer): Found =>
  union([found, ...wider.map((group) => group.found), ...(instead ? [instead.searched.found] : [])]);

/** Whether anything is below an answer's list. */
export const hasBelow = ({ wider: groups, instead: other, sections: found }: Answer): boolean =>
  groups.length > 0 || other !== undefined || found.size > 0;

/** The papers that pass the filters of a state. */
export async function passing(found: Found, state: State, index: SearchIndex): Promise<number[]> {
  const [catalogue, { narrow }] = await Promise.all([index.catalogue(), import('#search/narrow')]);
  return narrow(found, state, catalogue).papers;
}

/** The page of results that a state asks for; a page number past the end gives the last page. */
export async function listingOf(found: Found, state: State, lang: 'en' | 'zh', index: SearchIndex): Promise<Listing> {
  const papers = isNarrowed(state) ? await passing(found, state, index) : [...found.keys()];
  const ordered = await inOrder(papers, found, state, lang, index);
  const pages = Math.max(1, Math.ceil(ordered.length / pageSize));
  const page = Math.min(state.page, pages);
  return { ordered, page, pages, slice: ordered.slice((page - 1) * pageSize, page * pageSize) };
}

async function inOrder(
  papers: readonly number[],
  found: Found,
  { sort, q }: State,
  lang: 'en' | 'zh',
  index: SearchIndex,
): Promise<number[]> {
  // Without words all papers are equally relevant.
  if (sort === 'newest' || (sort === 'relevance' && !q.trim())) return newestFirst(papers);
  if (sort === 'relevance') return byRelevance(papers, found);
  const { oldestFirst, inOrderOf } = await import('#search/rare-orders');
  if (sort === 'oldest') return oldestFirst(papers, (await index.catalogue()).years);
  const { byTitle, byAuthor } = await index.orders();
  return inOrderOf((sort === 'title' ? byTitle : byAuthor)[lang], papers);
}

/** A paper in a list: its card; its id where the card cannot be loaded; without either only its number. */
export interface Listed {
  id?: string | undefined;
  card?: Card;
}

export const listedOf = (paper: number, index: SearchIndex): Promise<Listed> =>
  index.card(paper).then(
    (card) => ({ id: card.id, card }),
    () =>
      index.ids().then(
        (ids) => ({ id: ids[paper] }),
        () => ({}),
      ),
  );
