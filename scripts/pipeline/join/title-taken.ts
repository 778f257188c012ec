/** Warns about new papers whose title is that of a paper of the review, although no other fact agrees. */

import type { Notice } from '#domain/notice';
import { whereOf, type DraftKey } from './draft-key.ts';
import type { Named, NearMiss, SameAs } from './groups.ts';
import { askWhich } from './join-drafts.ts';
import type { Group } from './settle.ts';
import { isTelling, titleKey } from './titles.ts';

interface Known {
  keys: readonly DraftKey[];
  named: Named;
  near: readonly NearMiss[];
  sameAs: SameAs;
}

/** The titles of a draft that are enough to name a paper, as they are compared; without those of comments and errata. */
const tellingTitles = ({ titles }: DraftKey): string[] =>
  titles.flatMap(({ text }) => {
    const key = titleKey(text);
    return isTelling(key) && key.kind.replace('retracted', '') === '' ? [key.text] : [];
  });

/**
 * Reports new papers that have exactly the title of a paper in ids.yaml and otherwise nothing in common with it. Readers
 * cannot tell the two from each other in a list. What the two have in common makes a near miss, which has a notice of its
 * own.
 */
export function titlesTaken(groups: readonly Group[], { keys, named, near, sameAs }: Known): Notice[] {
  const owners = new Map<string, { key: DraftKey; group: number }>();
  const groupOf = new Map<number, number>();
  groups.forEach(({ members }, group) => {
    for (const member of members) {
      groupOf.set(member, group);
      const key = keys[member];
      if (key && named[member])
        for (const title of tellingTitles(key)) if (!owners.has(title)) owners.set(title, { key, group });
    }
  });
  const pairOf = (a = -1, b = -1): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
  const told = new Set([
    ...near.map(({ a, b }) => pairOf(groupOf.get(a), groupOf.get(b))),
    ...sameAs.apart.map(([a, b]) => pairOf(groupOf.get(a), groupOf.get(b))),
  ]);
  return groups.flatMap(({ members }, group): Notice[] => {
    if (members.some((member) => named[member])) return [];
    const drafts = members.flatMap((member) => keys[member] ?? []);
    for (const key of drafts)
      for (const title of tellingTitles(key)) {
        const owner = owners.get(title);
        if (owner && !told.has(pairOf(owner.group, group))) return [taken(owner.key, key)];
      }
    return [];
  });
}

const taken = (owner: DraftKey, key: DraftKey): Notice => ({
  severity: 'warning',
  rule: 'title-of-another-paper',
  place: { file: key.file },
  seen: `${whereOf(key)} has the title of ${whereOf(owner)}, and nothing else in common with it ("${key.titles[0]?.text.slice(0, 120) ?? ''}")`,
  expected: 'a title of its own; they stay two papers, and this notice appears only once',
  remedy: askWhich(owner, key),
});
