/** Groups drafts into papers: links pairs that are one paper, and keeps apart what must stay apart. */

import type { Notice } from '#domain/notice';
import { pairsOf } from './blocks.ts';
import { firstNamed, Groups, joinTier, reasonsOf, type Link, type Refusal } from './cluster.ts';
import { candidate, conflictingIdentifier, sharedIdentifier } from './facts.ts';
import type { Candidate } from './candidate.ts';
import { judge } from './judge.ts';
import type { Judgement } from './judgement.ts';
import { noSameAs, type SameAs, type JoinGroup, type NearMiss, type Named, type JoinReason } from './groups.ts';
import { shellWord } from '../../lib/shell-word.ts';
import { recordName, whereOf, type DraftKey } from './draft-key.ts';

export interface Joining {
  /** Every index is in exactly one group. */
  groups: JoinGroup[];
  near: NearMiss[];
  /** The near misses as notices, except those that share an identifier: `ownersOf` decides those. */
  notices: Notice[];
}

/**
 * Decides which drafts are one paper. The time is linear in the number of drafts, and the result is the same for any
 * order of them. Drafts that ids.yaml lists are joined first, as if there were no others. Drafts that came later join a
 * paper that they find; they never split or merge papers.
 */
export function joinDrafts(keys: readonly DraftKey[], sameAs: SameAs = noSameAs, named: Named = []): Joining {
  const candidates = asOne(keys, sameAs).map(candidate);
  const { links, near, apart } = judgeAll(candidates, sameAs, named);
  const groups = new Groups(candidates, apart);
  const isNamed = ({ a, b }: { a: number; b: number }): boolean => named[a] !== undefined && named[b] !== undefined;
  const join = (some: readonly Link[]): void => {
    for (const strength of [4, 3, 2, 1, 0])
      near.push(
        ...joinTier(
          groups,
          some.filter((link) => link.strength === strength),
        ),
      );
  };
  if (named.some(Boolean)) {
    joinTier(groups, ofOneId(named));
    join(links.filter(isNamed));
    groups.seal(named);
    join(links.filter((link) => !isNamed(link)));
  } else join(links);
  const missed = nearMisses(candidates, groups, near, sameAs).map((miss) => laterSecond(miss, named));
  return {
    groups: reasonsOf(groups, links, named).map((group) => withIds(group, named)),
    near: missed,
    notices: missed.flatMap((miss) => {
      const [a, b] = [candidates[miss.a], candidates[miss.b]];
      if (!a || !b || miss.shared) return [];
      return [nearMiss(a.key, b.key, miss.why, arrives(a, b, named) ? 'warning' : 'info')];
    }),
  };
}

/** Adds a reason for drafts that no link ties together now, but that were one paper before. */
function withIds({ members, reasons }: JoinGroup, named: Named): JoinGroup {
  const first = firstNamed(members, named);
  const tied = reasons.map((reason, i): JoinReason | undefined => {
    const id = members[i] === first ? undefined : named[members[i] ?? -1]?.id;
    return reason || id === undefined ? reason : { rule: 'same-id', detail: id };
  });
  return { members, reasons: tied };
}

/** Links between drafts that were one paper before: they stay one paper. */
function ofOneId(named: Named): Link[] {
  const first = new Map<string, number>();
  return named.flatMap((it, b): Link[] => {
    if (!it) return [];
    const { id } = it;
    const a = first.get(id);
    if (a === undefined) first.set(id, b);
    return a === undefined ? [] : [{ a, b, reason: { rule: 'same-id', detail: id }, strength: 4 }];
  });
}

/** Orders the two drafts of a near miss: first the one that ids.yaml lists first. The notice is about the other. */
const laterSecond = ({ a, b, ...miss }: NearMiss, named: Named): NearMiss =>
  named[a] === undefined && named[b] !== undefined ? { a: b, b: a, ...miss } : { a, b, ...miss };

/** Whether one of two drafts that look like one paper came later: it may pretend to be the paper that was there. */
const arrives = (a: Candidate, b: Candidate, named: Named): boolean =>
  (named[a.index] === undefined) !== (named[b.index] === undefined);

interface Judged {
  links: Link[];
  near: Refusal[];
  apart: Map<number, Set<number>>;
}

/**
 * Judges all pairs worth comparing. Pairs of listed drafts are found only among the listed, so that a flood of other
 * drafts cannot hide one.
 */
function judgeAll(candidates: readonly Candidate[], sameAs: SameAs, named: Named): Judged {
  const links: Link[] = sameAs.same.map(({ a, b, reason }) => ({ a, b, reason, strength: 4 }));
  const near: Refusal[] = [];
  const apart = new Map<number, Set<number>>();
  for (const [a, b] of sameAs.apart) keepApart(apart, a, b);
  const decided = new Set([
    ...sameAs.same.map(({ a, b }) => pairOf(a, b)),
    ...sameAs.apart.map(([a, b]) => pairOf(a, b)),
  ]);
  const isNamed = ({ index }: Candidate): boolean => named[index] !== undefined;
  const judgePair = (a: Candidate, b: Candidate): void => {
    if (decided.has(pairOf(a.index, b.index))) return;
    const judgement = judgeWithCorrections(a, b);
    if (judgement.same)
      links.push({
        a: a.index,
        b: b.index,
        reason: { rule: judgement.rule, detail: judgement.detail },
        strength: judgement.strength,
      });
    else if (judgement.near) {
      near.push({ a: a.index, b: b.index, why: judgement.near });
      if (judgement.firm) keepApart(apart, a.index, b.index);
    }
  };
  const old = candidates.filter(isNamed);
  if (old.length && old.length < candidates.length) for (const [a, b] of pairsOf(old)) judgePair(a, b);
  for (const [a, b] of pairsOf(candidates))
    if (old.length === candidates.length || !isNamed(a) || !isNamed(b)) judgePair(a, b);
  return { links, near, apart };
}

/**
 * A correction replaces what a source says wrongly. Another source, such as the next export, may say the same wrong value,
 * so two drafts are also one paper where they are one by what their sources say. Where an identifier joins or parts them,
 * what the person states decides: a source that states little else could not be told from another.
 */
function judgeWithCorrections(a: Candidate, b: Candidate): Judgement {
  const judgement = judge(a, b);
  if (judgement.same || !(a.key.stated ?? b.key.stated)) return judgement;
  if (conflictingIdentifier(a, b) ?? sharedIdentifier(a, b)) return judgement;
  const asStated = judge(asItsSourceSays(a), asItsSourceSays(b));
  return asStated.same ? asStated : judgement;
}

function asItsSourceSays(draft: Candidate): Candidate {
  const { stated, doi, pmid, pmcid, arxiv } = draft.key;
  if (!stated) return draft;
  const identifiers = Object.entries({ doi, pmid, pmcid, arxiv }).filter(([, value]) => value !== undefined);
  return candidate({ ...stated, ...Object.fromEntries(identifiers) }, draft.index);
}

const pairOf = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Where a person decided that two drafts are one paper, their identifiers are two names of one thing. */
function asOne(keys: readonly DraftKey[], { same }: SameAs): readonly DraftKey[] {
  if (!same.length) return keys;
  const joined = keys.map((key) => ({ ...key }));
  for (const name of ['doi', 'pmid', 'pmcid', 'arxiv'] as const)
    for (const { a, b } of same) {
      const [from, to] = [joined[b]?.[name], joined[a]?.[name]];
      if (from === undefined || to === undefined || from === to) continue;
      for (const key of joined) if (key[name] === from) key[name] = to;
    }
  return joined;
}

function keepApart(apart: Map<number, Set<number>>, a: number, b: number): void {
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    const known = apart.get(from);
    if (known) known.add(to);
    else apart.set(from, new Set([to]));
  }
}

/** One pair of drafts for each two groups that look like one paper. */
function nearMisses(
  candidates: readonly Candidate[],
  groups: Groups,
  near: readonly Refusal[],
  { apart }: SameAs,
): NearMiss[] {
  const said = new Set(apart.map(([a, b]) => [groups.find(a), groups.find(b)].sort((i, j) => i - j).join(' ')));
  const missed: NearMiss[] = [];
  for (const { a, b, why } of near) {
    const [x, y] = [groups.find(a), groups.find(b)].sort((i, j) => i - j);
    if (x === y || said.has(`${x} ${y}`)) continue;
    said.add(`${x} ${y}`);
    const [first, second] = [candidates[Math.min(a, b)], candidates[Math.max(a, b)]];
    if (!first || !second) continue;
    const shared = sharedIdentifier(first, second);
    missed.push({ a: first.index, b: second.index, why, ...(shared ? { shared } : {}) });
  }
  return missed;
}

/** The instruction how a person decides about two drafts. */
export const askWhich = (a: DraftKey, b: DraftKey): string =>
  `compare both; if they are one paper: npm run correct -- ${shellWord(recordName(b))} same-as=${shellWord(recordName(a))} --reason "…" --seen "…"; if they are two, the same with not-same-as=`;

const nearMiss = (a: DraftKey, b: DraftKey, why: string, severity: 'info' | 'warning'): Notice => ({
  severity,
  rule: 'looks-like-one-paper',
  place: { file: b.file },
  seen: `${whereOf(b)} and ${whereOf(a)}: ${why} ("${(b.titles[0] ?? a.titles[0])?.text.slice(0, 120) ?? 'no title'}")`,
  expected: 'records that are clearly one paper or two; they stay two',
  remedy: askWhich(a, b),
});
