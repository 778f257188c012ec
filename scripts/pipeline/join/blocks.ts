/** Finds the pairs of drafts that are worth comparing, so that the time is linear in the number of drafts. */

import type { Candidate, TitleKey } from './candidate.ts';
import { oneSpelling } from './spelling.ts';
import { isTelling } from './titles.ts';

/**
 * The largest block in which every draft is compared with every other. In a larger block each draft is compared with
 * this many neighbours, so the number of pairs is linear.
 */
const wholeBlock = 20;
const neighbours = 10;

function titleBlocks(title: TitleKey): string[] {
  const letters = title.spelling;
  if (!isTelling(title)) return [`title ${letters}`];
  if (title.script === 'cjk') return [`title ${letters}`, `begins ${letters.slice(0, 8)}`, `ends ${letters.slice(-8)}`];
  const words = title.words.map(oneSpelling).filter((word) => word.length > 3);
  return [`title ${letters}`, `begins ${words.slice(0, 4).join(' ')}`, `ends ${words.slice(-4).join(' ')}`];
}

/**
 * Keys that two drafts of one paper share, however else they differ: an identifier, the beginning of a title, a
 * citation.
 */
function blocksOf(c: Candidate): Set<string> {
  const blocks = new Set<string>();
  for (const name of ['doi', 'pmid', 'pmcid', 'arxiv'] as const) if (c[name]) blocks.add(`${name} ${c[name]}`);
  for (const title of c.titles) for (const block of titleBlocks(title)) blocks.add(block);
  // The lowest of many anchors: two abstracts that share most of their sentences nearly always share one of these.
  for (const anchor of [...c.sentences].sort().slice(0, 3)) blocks.add(`sentence ${anchor}`);
  const first = c.people[0]?.family;
  if (c.volume && c.page) {
    if (c.year !== undefined) blocks.add(`citation ${c.year} ${c.volume} ${c.page}`);
    if (first) blocks.add(`page ${first} ${c.volume} ${c.page}`);
  }
  if (c.year !== undefined && c.people.length > 1 && c.latinAuthors)
    blocks.add(`people ${c.year} ${c.people.map(({ family }) => family).slice(0, 3).sort().join()}`); // prettier-ignore
  return blocks;
}

/** Pairs of drafts worth comparing, each once, in time linear in the number of drafts. */
export function* pairsOf(candidates: readonly Candidate[]): Generator<[Candidate, Candidate]> {
  const blocks = new Map<string, Candidate[]>();
  for (const c of candidates)
    for (const block of blocksOf(c)) {
      const members = blocks.get(block);
      if (members) members.push(c);
      else blocks.set(block, [c]);
    }
  const seen = new Set<number>();
  const size = candidates.length;
  for (const members of blocks.values()) {
    if (members.length < 2) continue;
    // In a large block, drafts that are alike come next to each other.
    if (members.length > wholeBlock)
      members.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : sortKey(a) > sortKey(b) ? 1 : a.index - b.index));
    const reach = members.length > wholeBlock ? neighbours : members.length;
    for (let i = 0; i < members.length; i++)
      for (let j = i + 1; j < members.length && j - i <= reach; j++) {
        const [a, b] = [members[i], members[j]];
        if (!a || !b || a.index === b.index) continue;
        const pair = Math.min(a.index, b.index) * size + Math.max(a.index, b.index);
        if (seen.has(pair)) continue;
        seen.add(pair);
        yield a.signature <= b.signature ? [a, b] : [b, a];
      }
  }
}

const sortKey = (c: Candidate): string => `${c.titles[0]?.text ?? ''}\u0001${c.signature}`;
