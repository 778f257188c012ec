import type { ConceptEntry, Zone } from './catalogue.ts';
import type { Postings } from './engine.ts';

/** Why a paper is among the results. */
export interface Reasons {
  score: number;
  /** Parts of the record that hold words of the query. */
  zones: Set<Zone>;
  /** Concepts that the query names and the paper bears. */
  concepts: Set<ConceptEntry>;
}
export type Found = Map<number, Reasons>;

export const nothing = (): Reasons => ({ score: 0, zones: new Set(), concepts: new Set() });

const both = (a: Reasons, b: Reasons): Reasons => ({
  score: a.score + b.score,
  zones: new Set([...a.zones, ...b.zones]),
  concepts: new Set([...a.concepts, ...b.concepts]),
});

export function union(sides: readonly Found[]): Found {
  const [first = new Map<number, Reasons>(), ...rest] = sides;
  const all: Found = new Map(first);
  for (const side of rest)
    for (const [paper, reasons] of side) {
      const had = all.get(paper);
      all.set(paper, had ? both(had, reasons) : reasons);
    }
  return all;
}

export function intersection(sides: readonly Found[]): Found {
  const [first, ...rest] = [...sides].sort((a, b) => a.size - b.size);
  let common: Found = new Map(first);
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

/** Postings of several terms as those of one. */
export function merged(all: readonly Postings[]): Postings {
  const some = all.filter((postings) => postings.size);
  if (some.length < 2) return some[0] ?? new Map();
  const sum = new Map<number, number[]>();
  for (const postings of some)
    for (const [paper, places] of postings) {
      const had = sum.get(paper);
      if (had) had.push(...places);
      else sum.set(paper, [...places]);
    }
  for (const places of sum.values()) places.sort((a, b) => a - b);
  return sum;
}

/** Where each term stands directly after the one before it; places of the first. */
export function adjacent(rows: readonly Postings[]): Postings {
  const [first = new Map<number, number[]>(), ...rest] = rows;
  const found = new Map<number, number[]>();
  for (const [paper, places] of first) {
    const others = rest.map((row) => new Set(row.get(paper)));
    const fitting = places.filter((place) => others.every((other, i) => other.has(place + i + 1)));
    if (fitting.length) found.set(paper, fitting);
  }
  return found;
}
