import type { Language } from '#domain/language';
import type { Notice } from '#domain/notice';
import type { Role } from '#domain/paper';
import { pairsOf } from './join/blocks.ts';
import { Groups, joinTier, reasonsOf, type Link, type Refusal } from './join/cluster.ts';
import { candidate, type Candidate } from './join/compare.ts';
import { judge } from './join/judge.ts';
import { nothingTold, recordName, type Told } from './told.ts';

/**
 * What tells one paper from another, of one draft, after the corrections that name its source. Values are as the source
 * writes them; absent where it states none. `keyOf` in key.ts makes it.
 */
export interface DraftKey {
  file: string;
  record?: number;
  doi?: string;
  pmid?: string;
  pmcid?: string;
  arxiv?: string;
  url?: string;
  titles: { language: Language; role?: Role; text: string }[];
  /** Of the issue, else of the online publication. */
  year?: number;
  /** Full name, abbreviation and Chinese name, as far as stated. */
  journals: string[];
  volume?: string;
  issue?: string;
  /** A page range or an article number. */
  pages?: string;
  /** Family names where known, else names as written; in order. */
  authors: string[];
  /** Given names or initials beside `authors`, empty where none is stated. */
  givens?: string[];
  /** "PROSPERO CRD42021268273" */
  registrations: string[];
  /** What kind of work it says to be, where that tells papers apart. */
  work?: 'article' | 'preprint' | 'thesis' | 'book' | 'chapter';
  /** The first sentences of its abstracts as `en s-0a1b2c3d`: language, anchor. Pages that state little else share these. */
  sentences?: string[];
}

/** Why a draft is taken to be about the same paper as the first of its group: `same-doi`, `same-title-and-year`, … */
export interface JoinReason {
  rule: string;
  detail: string;
}

/** The drafts of one paper, as indices into the keys, ascending; `reasons[0]` is undefined, the others say why. */
export interface JoinGroup {
  members: number[];
  reasons: (JoinReason | undefined)[];
}

export interface Joining {
  /** Every index is in exactly one group. */
  groups: JoinGroup[];
  /** Near-misses: two papers that look like one and were kept apart. */
  notices: Notice[];
  /** The same near-misses as indices of two drafts, one of each paper. */
  alike: [number, number][];
}

/** Says which drafts are one paper. Linear in their number; the same for any order of the same drafts, but for indices. */
export function joinDrafts(keys: readonly DraftKey[], told: Told = nothingTold): Joining {
  const candidates = asOne(keys, told).map(candidate);
  const links: Link[] = [];
  const near: Refusal[] = [];
  const apart = new Map<number, Set<number>>();
  for (const { a, b, reason } of told.same) links.push({ a, b, reason, strength: 4 });
  for (const [a, b] of told.apart) keepApart(apart, a, b);
  const decided = new Set([...told.same.map(({ a, b }) => pairOf(a, b)), ...told.apart.map(([a, b]) => pairOf(a, b))]);
  for (const [a, b] of pairsOf(candidates)) {
    if (decided.has(pairOf(a.index, b.index))) continue;
    const judgement = judge(a, b);
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
  }
  const groups = new Groups(candidates, apart);
  for (const strength of [4, 3, 2, 1, 0])
    near.push(
      ...joinTier(
        groups,
        links.filter((link) => link.strength === strength),
      ),
    );
  const missed = nearMisses(candidates, groups, near, told);
  return {
    groups: reasonsOf(groups, links),
    notices: missed.map(({ a, b, why }) => nearMiss(a, b, why)),
    alike: missed.map(({ a, b }): [number, number] => [a.index, b.index]),
  };
}

const pairOf = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Where a person says that two drafts are one, their identifiers are two names of one thing. */
function asOne(keys: readonly DraftKey[], { same }: Told): readonly DraftKey[] {
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
  { apart }: Told,
): { a: Candidate; b: Candidate; why: string }[] {
  const said = new Set(apart.map(([a, b]) => [groups.find(a), groups.find(b)].sort((i, j) => i - j).join(' ')));
  const missed: { a: Candidate; b: Candidate; why: string }[] = [];
  for (const { a, b, why } of near) {
    const [x, y] = [groups.find(a), groups.find(b)].sort((i, j) => i - j);
    if (x === y || said.has(`${x} ${y}`)) continue;
    said.add(`${x} ${y}`);
    const [first, second] = [candidates[Math.min(a, b)], candidates[Math.max(a, b)]];
    if (first && second) missed.push({ a: first, b: second, why });
  }
  return missed;
}

const where = ({ key }: Candidate): string =>
  key.record === undefined ? key.file : `${key.file}, record ${key.record}`;

const quoted = ({ key }: Candidate): string => JSON.stringify(recordName(key));

const nearMiss = (a: Candidate, b: Candidate, why: string): Notice => ({
  severity: 'info',
  rule: 'looks-like-one-paper',
  place: { file: b.key.file },
  seen: `${where(b)} and ${where(a)}: ${why} ("${(b.key.titles[0] ?? a.key.titles[0])?.text.slice(0, 120) ?? 'no title'}")`,
  expected: 'two papers; they stay two',
  remedy: `see both, then say which: npm run correct -- ${quoted(b)} same-as=${quoted(a)} --reason "…" --seen "…"; with not-same-as= they stay two, and this ends`,
});
