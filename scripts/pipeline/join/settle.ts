/** Decides from which drafts of a group its paper is made, and how well each later source agrees with it. */

import { joinDrafts } from './join-drafts.ts';
import type { JoinGroup, Named, SameAs } from './groups.ts';
import type { DraftKey } from './draft-key.ts';
import { candidate, sharedIdentifier } from './facts.ts';
import type { Candidate } from './candidate.ts';
import { some, isAboutOther, weigh, type Weighed } from './weight.ts';
import type { Report } from '../paper/later/status.ts';

/** How a later source agrees with the paper, and whether it states an identifier of the paper's own sources. */
interface LaterAgreement {
  weighed: Weighed;
  identified: boolean;
}

/** The drafts of one paper: those that it is made from, and those that came later and claim to be about it. */
export interface Group extends JoinGroup {
  /**
   * For each draft that came later, how it agrees with the others; `undefined` for those that the paper is made from.
   */
  later: (LaterAgreement | undefined)[];
  /** What notices, which have records of their own, say happened to this paper. */
  reports?: Report[];
}

/** What decides which drafts a paper is made from. */
interface Known {
  /** The key of each draft, with every correction that names its source or its paper applied. */
  keys: readonly DraftKey[];
  /** The key with only the corrections that name the draft's source: the claim of a later source rests on this one. */
  own: readonly DraftKey[];
  named: Named;
  sameAs: SameAs;
  /** Drafts whose source a person confirmed as a whole. */
  trusted: ReadonlySet<number>;
}

/**
 * Decides for each draft whether the paper is made from it. A paper is made from the drafts that ids.yaml lists, and
 * those that a person declares to be the same. Where there are none, as in a first import, it is made from all drafts
 * that show that they are about one thing; the order of files does not matter. A draft that is about something else
 * becomes another paper.
 */
export function settle(groups: readonly JoinGroup[], known: Known): { groups: Group[]; parted: boolean } {
  const settled: Group[] = [];
  let parted = false;
  const waiting = [...groups];
  for (let group = waiting.pop(); group; group = waiting.pop()) {
    const { own, others } = settleOne(group, known);
    settled.push(own);
    if (!others.length) continue;
    parted = true;
    const apart = joinDrafts(others.flatMap((member) => known.own[member] ?? []));
    for (const { members, reasons } of apart.groups)
      waiting.push({ members: members.flatMap((i) => others[i] ?? []), reasons });
  }
  return { groups: settled.sort((a, b) => (a.members[0] ?? 0) - (b.members[0] ?? 0)), parted };
}

function settleOne(group: JoinGroup, known: Known): { own: Group; others: number[] } {
  const { members } = group;
  const firsts = firstsOf(members, known);
  const paper = members.length > firsts.size ? saidOf(known.keys, [...firsts]) : [];
  const agreements = members.map((i): LaterAgreement | undefined => {
    const [draft] = firsts.has(i) ? [] : candidatesOf(known.own, [i]);
    return (
      draft && {
        weighed: weigh(draft, paper),
        identified: paper.some((it) => sharedIdentifier(draft, it) !== undefined),
      }
    );
  });
  const stays = agreements.map((it) => it === undefined || !isAboutOther(it.weighed));
  const own: Group = {
    members: members.filter((_, i) => stays[i]),
    reasons: group.reasons.filter((_, i) => stays[i]),
    later: agreements.filter((_, i) => stays[i]),
  };
  return { own, others: members.filter((_, i) => !stays[i]) };
}

const candidatesOf = (keys: readonly DraftKey[], indices: readonly number[]): Candidate[] =>
  indices.flatMap((i) => {
    const key = keys[i];
    return key ? [candidate(key, i)] : [];
  });

/** What a paper is, with the corrections of its sources and without them: a later source may have what was corrected. */
const saidOf = (keys: readonly DraftKey[], indices: readonly number[]): Candidate[] =>
  candidatesOf(keys, indices).flatMap((it) => [it, ...(it.key.stated ? [candidate(it.key.stated, it.index)] : [])]);

function firstsOf(members: readonly number[], { own, named, sameAs, trusted }: Known): Set<number> {
  if (members.length === 1) return new Set(members);
  const firsts = new Set(members.filter((i) => named[i] !== undefined));
  if (!firsts.size) for (const { index } of agreeing(candidatesOf(own, members))) firsts.add(index);
  for (const member of members) if (trusted.has(member)) firsts.add(member);
  const all = new Set(members);
  const pairs = sameAs.same.filter(({ a, b }) => all.has(a) && all.has(b));
  for (let size = -1; size < firsts.size;) {
    size = firsts.size;
    for (const { a, b } of pairs) if (firsts.has(a) || firsts.has(b)) firsts.add(a).add(b);
  }
  return firsts;
}

/** In a first import, how many other drafts of a paper each draft is compared with. */
const mostOthers = 20;

/**
 * The drafts that are about one thing: the draft that agrees with most others (of equals, the one that states most),
 * and all that agree with it.
 */
function agreeing(drafts: readonly Candidate[]): readonly Candidate[] {
  const sorted = [...drafts].sort((a, b) => (a.signature < b.signature ? -1 : 1));
  const others = sorted.slice(0, mostOthers);
  const support = (one: Candidate): number =>
    others.reduce((sum, other) => sum + (other === one ? 0 : Math.max(0, weigh(one, [other]).sum)), 0);
  const [best] = sorted
    .map((draft) => ({ draft, support: support(draft), stated: statedBy(draft) }))
    .sort((a, b) => b.support - a.support || b.stated - a.stated);
  // Records that state little more than an identifier cannot confirm one another.
  if (!best?.stated) return drafts;
  const core = new Set([best.draft]);
  for (let size = 0; size < core.size;) {
    size = core.size;
    const known = [...core];
    for (const one of sorted) if (!core.has(one) && weigh(one, known).sum >= some) core.add(one);
  }
  return [...core];
}

const statedBy = ({ titles, people, sentences }: Candidate): number =>
  [titles.length, people.length, sentences.size].filter(Boolean).length;
