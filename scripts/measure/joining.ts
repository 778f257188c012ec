import type { DraftKey, Joining } from '../pipeline/join.ts';

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
