/** Sets of results, each with the reasons why it is there. */

import { zones, type ConceptEntry, type Zone } from './catalogue.ts';

/** Why a paper is among the results. */
export interface Reasons {
  score: number;
  /** The parts of the record that contain words of the query: bit n is the n-th of `zones`. */
  zones: number;
  /** Concepts that the query names and the paper has. */
  concepts: readonly ConceptEntry[];
}
export type Found = Map<number, Reasons>;

/** A set of zones as bits. */
export const zoneBits = (some: readonly Zone[]): number =>
  some.reduce((bits, zone) => bits | (1 << zones.indexOf(zone)), 0);
export const hasZone = ({ zones: bits }: Reasons, zone: Zone): boolean => (bits & (1 << zones.indexOf(zone))) !== 0;

export const nothing = (): Reasons => ({ score: 0, zones: 0, concepts: [] });

/** Papers as results without reasons. */
export const papersOf = (papers: Iterable<number>): Found => new Map([...papers].map((paper) => [paper, nothing()]));
export const allPapers = (size: number): Found => papersOf(Array(size).keys());

const both = (a: Reasons, b: Reasons): Reasons => ({
  score: a.score + b.score,
  zones: a.zones | b.zones,
  concepts:
    a.concepts.length === 0
      ? b.concepts
      : b.concepts.length === 0
        ? a.concepts
        : [...new Set([...a.concepts, ...b.concepts])],
});

export function union(sides: readonly Found[]): Found {
  const [first = new Map<number, Reasons>(), ...rest] = sides.filter((side) => side.size);
  if (rest.length === 0) return first;
  const all: Found = new Map(first);
  for (const side of rest)
    for (const [paper, reasons] of side) {
      const had = all.get(paper);
      all.set(paper, had ? both(had, reasons) : reasons);
    }
  return all;
}

export function intersection(sides: readonly Found[]): Found {
  const [first = new Map<number, Reasons>(), ...rest] = [...sides].sort((a, b) => a.size - b.size);
  let common = first;
  for (const side of rest) {
    const next: Found = new Map();
    for (const [paper, reasons] of common) {
      const other = side.get(paper);
      if (other) next.set(paper, both(reasons, other));
    }
    common = next;
  }
  return common;
}

export function without(found: Found, lost: Found): Found {
  return new Map([...found].filter(([paper]) => !lost.has(paper)));
}
