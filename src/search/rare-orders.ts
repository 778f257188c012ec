/** Orders that few readers ask for; loaded when one does. */

import type { Catalogue, Orders } from './catalogue.ts';

export function oldestFirst(papers: readonly number[], years: Catalogue['years']): number[] {
  const yearOf = (paper: number): number => years[paper] ?? Infinity;
  return [...papers].sort((a, b) => yearOf(a) - yearOf(b) || a - b);
}

/** In the order of a list of all papers. */
export function inOrderOf(list: Orders['byTitle']['en'], papers: readonly number[]): number[] {
  const place = new Map(list.map((paper, n) => [paper, n]));
  return [...papers].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
}
