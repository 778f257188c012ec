import { joinDrafts, type Joining } from '../pipeline/join/join-drafts.ts';
import { noSameAs, type NamedFor } from '../pipeline/join/groups.ts';
import type { DraftKey } from '../pipeline/join/draft-key.ts';
import { enough, some } from '../pipeline/join/weight.ts';
import { settle } from '../pipeline/join/standing.ts';

/** What a person says of the shared drafts, by file and record alone. A draft in no group is a paper of its own. */
export interface Labels {
  groups: string[][];
  /** Pairs that look alike and are two papers. */
  apart: string[][];
}

export interface Measured {
  /** Pairs that were joined; those of them that are one paper; those that should have been. */
  found: number;
  right: number;
  expected: number;
  /** Labelled look-alikes that were kept apart. */
  apart: number;
  wrong: [DraftKey, DraftKey][];
  missing: [DraftKey, DraftKey][];
}

export const labelOf = ({ file, record }: Pick<DraftKey, 'file' | 'record'>): string =>
  record === undefined ? file : `${file}#${record}`;

/** Pairs within the groups against pairs within the labels. */
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

/** Of records that came after the first of their paper: how many confirm it, only add to it, only claim to be about it. */
export interface Lateness {
  confirm: number;
  add: number;
  claim: number;
  /** Records that are not of their paper any more, where they come later. */
  lost: number;
}

/** As if ids.yaml named the first record of each paper, and all others came later. */
export function measureLater(keys: readonly DraftKey[]): Lateness {
  const { groups } = joinDrafts(keys);
  const named: NamedFor[] = [];
  groups.forEach(({ members: [first] }, row) => {
    if (first !== undefined) named[first] = { id: String(row), row };
  });
  const known = { keys, own: keys, named, sameAs: noSameAs, trusted: new Set<number>() };
  const settled = settle(joinDrafts(keys, noSameAs, named).groups, known).groups;
  const sums = settled.flatMap(({ later }) => later.flatMap((standing) => standing?.weighed.sum ?? []));
  const confirm = sums.filter((sum) => sum >= enough).length;
  const add = sums.filter((sum) => sum >= some && sum < enough).length;
  return { confirm, add, claim: sums.length - confirm - add, lost: settled.length - groups.length };
}
