/** Puts results in order. */

import type { Found } from './found.ts';

/** By relevance, equal ones newest first. */
export function byRelevance(papers: readonly number[], found: Found): number[] {
  const scoreOf = (paper: number): number => found.get(paper)?.score ?? 0;
  return [...papers].sort((a, b) => scoreOf(b) - scoreOf(a) || a - b);
}

export const newestFirst = (papers: readonly number[]): number[] => [...papers].sort((a, b) => a - b);
