/** Notes for each page which parts of the review it takes. */

import { recordHash } from './record-hash.ts';
import type { Review } from './index-review.ts';
import { isNoted, setHash, setReview, source, sourceList, sourceMap } from './slice.ts';

/** The review with each of its parts as a source of pages. Where nothing is noted, the review itself. */
export function viewReview(review: Review): Review {
  if (!isNoted) return review;
  for (const paper of review.all) setHash(paper, recordHash(paper).hash);
  const vocabulary = source('vocabulary', () => [...review.facets.values()]);
  const lists = { papers: review.papers, all: review.all };
  for (const [name, list] of Object.entries(lists)) {
    source(name, () => list);
    source(`${name} length`, () => list.length);
  }
  const taggedWith = (of: string) => review.tagged.get(of) ?? [];
  source('tagged with', taggedWith);
  source('tagged with length', (of) => taggedWith(of).length);
  const tagged = new Map([...review.tagged].map(([ref, list]) => [ref, sourceList('tagged with', ref, list)] as const));
  const keyOf = source('site', (key) => review.site[key as keyof typeof review.site]);
  const site = new Proxy(review.site, {
    get: (_, property) => keyOf(String(property)),
  });
  const view: Review = {
    site,
    papers: sourceList('papers', '', review.papers),
    all: sourceList('all', '', review.all),
    paper: sourceMap('paper', review.paper),
    get facets() {
      vocabulary('');
      return review.facets;
    },
    get concept() {
      vocabulary('');
      return review.concept;
    },
    get themes() {
      vocabulary('');
      return review.themes;
    },
    get hierarchy() {
      vocabulary('');
      return review.hierarchy;
    },
    conceptsOf: sourceMap('concepts of', review.conceptsOf),
    tagged: sourceMap('tagged', tagged, (list) => list !== undefined),
    byFile: sourceMap('by file', review.byFile),
  };
  setReview(view);
  return view;
}
