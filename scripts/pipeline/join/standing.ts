import { joinDrafts } from './join-drafts.ts';
import type { JoinGroup, Named, SameAs } from './groups.ts';
import type { DraftKey } from './draft-key.ts';
import { candidate, sharedIdentifier } from './compare.ts';
import type { Candidate } from './candidate.ts';
import { some, speaksOfAnother, weigh, type Weighed } from './weight.ts';
import type { Report } from '../paper/later/status.ts';

/** How a later source agrees with the paper, and whether it states an identifier that the paper's own sources state. */
export interface Standing {
  weighed: Weighed;
  identified: boolean;
}

/** The drafts of one paper: those that it was made from, and those that came later and claim to be about it. */
export interface Group extends JoinGroup {
  /** For each member that came later how it agrees with the others; absent for those that the paper was made from. */
  later: (Standing | undefined)[];
  /** What notices, which are records of their own, say became of it. */
  reports?: Report[];
}

/** What standing is decided by. */
interface Known {
  /** What is known of each draft, by its source and by every correction that names it. */
  keys: readonly DraftKey[];
  /** The same by the corrections alone that name its source: what a claim of a later source rests on. */
  own: readonly DraftKey[];
  named: Named;
  sameAs: SameAs;
  /** Drafts whose source a person confirmed in all that it says. */
  trusted: ReadonlySet<number>;
}

/**
 * Says of each draft of each paper whether the paper was made from it. Those are the drafts that ids.yaml names, and those
 * that a person says are the same. Where there are none, as in a first import, all that show that they are about one
 * thing: the order of files means nothing. A draft that speaks of something else than the others is another paper.
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
  const paper = members.length > firsts.size ? candidatesOf(known.keys, [...firsts]) : [];
  const standings = members.map((i): Standing | undefined => {
    const [draft] = firsts.has(i) ? [] : candidatesOf(known.own, [i]);
    return (
      draft && {
        weighed: weigh(draft, paper),
        identified: paper.some((it) => sharedIdentifier(draft, it) !== undefined),
      }
    );
  });
  const stays = standings.map((it) => it === undefined || !speaksOfAnother(it.weighed));
  const own: Group = {
    members: members.filter((_, i) => stays[i]),
    reasons: group.reasons.filter((_, i) => stays[i]),
    later: standings.filter((_, i) => stays[i]),
  };
  return { own, others: members.filter((_, i) => !stays[i]) };
}

const candidatesOf = (keys: readonly DraftKey[], indices: readonly number[]): Candidate[] =>
  indices.flatMap((i) => {
    const key = keys[i];
    return key ? [candidate(key, i)] : [];
  });

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

/** In a first import of one paper each draft is weighed against so many others. */
const mostOthers = 20;

/** The draft that most others agree with, of such the one that states most; and all that show that they are about the same. */
function agreeing(drafts: readonly Candidate[]): readonly Candidate[] {
  const sorted = [...drafts].sort((a, b) => (a.signature < b.signature ? -1 : 1));
  const others = sorted.slice(0, mostOthers);
  const support = (one: Candidate): number =>
    others.reduce((sum, other) => sum + (other === one ? 0 : Math.max(0, weigh(one, [other]).sum)), 0);
  const [best] = sorted
    .map((draft) => ({ draft, support: support(draft), stated: statedBy(draft) }))
    .sort((a, b) => b.support - a.support || b.stated - a.stated);
  // Records that state hardly more than an identifier cannot confirm one another.
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
