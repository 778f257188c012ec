/** The order of the concepts in a vocabulary, and the concepts of a paper together with the broader ones. */

import type { Concept, ConceptRef, VocabularyFile } from './concept.ts';
import type { Evidence, Paper } from './paper.ts';

/** Which concepts of a vocabulary are broader or narrower than others, at any distance. */
export interface Hierarchy {
  /** All concepts that are broader than this one, the nearest first. */
  above: (ref: ConceptRef) => readonly ConceptRef[];
  /** All concepts that are narrower, the nearest first. */
  below: (ref: ConceptRef) => readonly ConceptRef[];
  /** The broadest concepts above this one; the concept itself where nothing is above it. */
  tops: (ref: ConceptRef) => readonly ConceptRef[];
}

/** Reads `broader` of every concept; a circle is followed only once. */
export function hierarchyOf(
  files: readonly { facet: string; concepts: readonly Pick<Concept, 'id' | 'broader'>[] }[],
): Hierarchy {
  const up = new Map<ConceptRef, readonly ConceptRef[]>();
  const down = new Map<ConceptRef, ConceptRef[]>();
  for (const { facet, concepts } of files)
    for (const { id, broader } of concepts) {
      up.set(`${facet}/${id}`, broader);
      for (const ref of broader) down.set(ref, [...(down.get(ref) ?? []), `${facet}/${id}`]);
    }
  const above = walking(up);
  return {
    above,
    below: walking(down),
    tops: (ref) => {
      const tops = above(ref).filter((other) => (up.get(other) ?? []).length === 0);
      return tops.length ? tops : [ref];
    },
  };
}

/** A function that lists what can be reached from a concept, step by step. */
function walking(steps: ReadonlyMap<ConceptRef, readonly ConceptRef[]>): (ref: ConceptRef) => readonly ConceptRef[] {
  const known = new Map<ConceptRef, readonly ConceptRef[]>();
  return (ref) => {
    const had = known.get(ref);
    if (had) return had;
    const reached = new Set(steps.get(ref));
    for (const next of reached) for (const further of steps.get(next) ?? []) reached.add(further);
    reached.delete(ref);
    const all = [...reached];
    known.set(ref, all);
    return all;
  };
}

/** Whether a concept of `themes` is a theme, and not part of one. */
export const isTheme = (ref: ConceptRef, { broader }: Pick<Concept, 'broader'>): boolean =>
  ref.startsWith('themes/') && broader.length === 0;

export interface TaggedConcept {
  concept: ConceptRef;
  evidence: readonly Evidence[];
}

/**
 * Every concept of a paper, those above the recorded ones included. Each has its own evidence, then that of narrower
 * concepts; a sentence comes once.
 */
export function withBroader(concepts: Paper['concepts'], { above }: Pick<Hierarchy, 'above'>): TaggedConcept[] {
  const all = new Map<ConceptRef, Evidence[]>(concepts.map(({ concept, evidence }) => [concept, [...evidence]]));
  for (const { concept, evidence } of concepts)
    for (const ref of above(concept)) {
      const list = all.get(ref) ?? [];
      all.set(ref, list);
      for (const one of evidence)
        if (one.anchor === undefined || !list.some(({ anchor }) => anchor === one.anchor)) list.push(one);
    }
  return [...all].map(([concept, evidence]) => ({ concept, evidence }));
}

/** Those concepts that have no narrower one among the others. */
export function narrowestOf(refs: readonly ConceptRef[], { above }: Pick<Hierarchy, 'above'>): ConceptRef[] {
  const wider = new Set(refs.flatMap(above));
  return refs.filter((ref) => !wider.has(ref));
}

/** The concepts of the files, by name. */
export const conceptsOf = (files: readonly VocabularyFile[]): Map<ConceptRef, Concept> =>
  new Map(files.flatMap(({ facet, concepts }) => concepts.map((one) => [`${facet}/${one.id}`, one] as const)));
