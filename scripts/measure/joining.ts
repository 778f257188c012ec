/** Measures how well records are joined, against labels that a person made. */

import { joinDrafts, type Joining } from '../pipeline/join/join-drafts.ts';
import { noSameAs, type NamedFor } from '../pipeline/join/groups.ts';
import type { DraftKey } from '../pipeline/join/draft-key.ts';
import { enough, some } from '../pipeline/join/weight.ts';
import { settle } from '../pipeline/join/settle.ts';

/** A person's labels of the shared drafts, made by file and record. A draft in no group is a paper of its own. */
export interface Labels {
  groups: string[][];
  /** Pairs that look alike and are two papers. */
  apart: string[][];
}

export interface Measured {
  /** The number of joined pairs; those of them that are one paper; those that should have been joined. */
  found: number;
  right: number;
  expected: number;
  /** Labelled pairs of similar papers that were kept apart. */
  apart: number;
  wrong: [DraftKey, DraftKey][];
  missing: [DraftKey, DraftKey][];
}

export const labelOf = ({ file, record }: Pick<DraftKey, 'file' | 'record'>): string =>
  record === undefined ? file : `${file}#${record}`;

/** Compares the pairs within the groups with the pairs within the labels. */
export function measureJoining(keys: readonly DraftKey[], joining: Joining, labels: Labels): Measured {
  const paper = new Map<string, number>();
  labels.groups.forEach((group, i) => {
    for (const label of group) paper.set(label, i);
  });
  const groupOf = new Map<string, number>();
  const wrong: [DraftKey, DraftKey][] = [];
  let found = 0;
  joining.groups.forEach(({ members }, g) => {
    members.forEach((member, i) => {
      const a = keys[member];
      if (!a) return;
      groupOf.set(labelOf(a), g);
      for (const other of members.slice(i + 1)) {
        const b = keys[other];
        if (!b) continue;
        found++;
        const own = paper.get(labelOf(a));
        if (own === undefined || own !== paper.get(labelOf(b))) wrong.push([a, b]);
      }
    });
  });
  const byLabel = new Map(keys.map((key) => [labelOf(key), key]));
  const missing: [DraftKey, DraftKey][] = [];
  let expected = 0;
  for (const group of labels.groups) {
    const present = group.flatMap((label) => byLabel.get(label) ?? []);
    present.forEach((a, i) => {
      for (const b of present.slice(i + 1)) {
        expected++;
        if (groupOf.get(labelOf(a)) !== groupOf.get(labelOf(b))) missing.push([a, b]);
      }
    });
  }
  const apart = labels.apart.filter(([a = '', b = '']) => groupOf.get(a) !== groupOf.get(b)).length;
  return { found, right: found - wrong.length, expected, apart, wrong, missing };
}

/**
 * For records that came after the first record of their paper: how many confirm it, only add to it, or only claim to be
 * about it.
 */
export interface Lateness {
  confirm: number;
  add: number;
  claim: number;
  /** Records that leave their paper when they come later. */
  lost: number;
}

/** Measures what happens when ids.yaml lists the first record of each paper and all others come later. */
export function measureLater(keys: readonly DraftKey[]): Lateness {
  const { groups } = joinDrafts(keys);
  const named: NamedFor[] = [];
  groups.forEach(({ members: [first] }, row) => {
    if (first !== undefined) named[first] = { id: String(row), row };
  });
  const known = { keys, own: keys, named, sameAs: noSameAs, trusted: new Set<number>() };
  const settled = settle(joinDrafts(keys, noSameAs, named).groups, known).groups;
  const sums = settled.flatMap(({ later }) => later.flatMap((agreement) => agreement?.weighed.sum ?? []));
  const confirm = sums.filter((sum) => sum >= enough).length;
  const add = sums.filter((sum) => sum >= some && sum < enough).length;
  return { confirm, add, claim: sums.length - confirm - add, lost: settled.length - groups.length };
}
