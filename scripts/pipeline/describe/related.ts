/** Finds related papers by the concepts that they share. */

import { narrowestOf, type Hierarchy } from '#domain/broader';
import type { ConceptRef } from '#domain/concept';
import type { Paper } from '#domain/paper';
import { compare } from '../paper/members.ts';

export interface Described {
  id: string;
  concepts: readonly string[];
}

/** The highest number of related papers that a paper names. */
export const mostRelated = 6;
/** How many papers of a concept are compared on either side of a paper. The limit keeps the work linear. */
const reach = 40;

/** Weights of shared concepts by facet: a shared theme says more about two papers than a shared method or country. */
const facetWeights: Readonly<Record<string, number>> = {
  themes: 3,
  constructs: 2,
  populations: 2,
  delivery: 1.5,
  settings: 1,
  perspectives: 1,
  instruments: 1,
  designs: 0.5,
  countries: 0.5,
};

/** Whether a shared broader concept relates two papers. That both are reviews of some kind does not. */
const relates = (ref: ConceptRef, above: Hierarchy['above']): boolean =>
  !ref.startsWith('designs/') || above(ref).length > 0;

interface Pair {
  a: number;
  b: number;
  score: number;
}

/** The concepts of all papers as numbers, which compare faster, with the weight of each. */
interface Weighed {
  papers: readonly Described[];
  names: string[];
  weights: number[];
  /** For each concept the papers that have it or a narrower one, ascending. */
  postings: number[][];
  /** For each paper its concepts, broader ones included. */
  concepts: number[][];
}

/**
 * Finds for each paper the papers that share most with it, best first, with the shared concepts. Rare concepts count
 * more than frequent ones; of a narrower and a broader concept only the narrower counts. The relation is symmetric: two
 * papers name each other or neither does, and a pair is taken only while both have room. The time is linear in the
 * number of papers.
 */
export function relate(papers: readonly Described[], hierarchy: Hierarchy): Map<string, Paper['related']> {
  const weighed = weigh(papers, hierarchy);
  return choose(weighed, pairsOf(weighed), hierarchy);
}

function weigh(papers: readonly Described[], { above }: Hierarchy): Weighed {
  const numbers = new Map<string, number>();
  const names: string[] = [];
  const postings: number[][] = [];
  const concepts = papers.map(({ concepts: refs }, paper) =>
    [...new Set(refs.flatMap((ref) => [ref, ...above(ref).filter((other) => relates(other, above))]))].map((ref) => {
      const number = numbers.get(ref) ?? names.push(ref) - 1;
      numbers.set(ref, number);
      (postings[number] ??= []).push(paper);
      return number;
    }),
  );
  const weights = names.map(
    (ref, i) => (facetWeights[ref.split('/')[0] ?? ''] ?? 1) * Math.log(1 + papers.length / (postings[i]?.length ?? 1)),
  );
  return { papers, names, weights, postings, concepts };
}

/** For each paper its pairs with the nearest papers. */
function pairsOf({ papers, weights, postings, concepts }: Weighed): Pair[] {
  const pairs: Pair[] = [];
  /**
   * How far each concept's list of papers has been read. Papers come in order, so the position of a paper needs no
   * search.
   */
  const at = postings.map(() => 0);
  const mine = new Int32Array(weights.length).fill(-1);
  const seen = new Int32Array(papers.length).fill(-1);
  concepts.forEach((own, a) => {
    for (const concept of own) mine[concept] = a;
    const found: Pair[] = [];
    for (const concept of own) {
      const list = postings[concept] ?? [];
      const place = at[concept] ?? 0;
      at[concept] = place + 1;
      for (let i = Math.max(0, place - reach); i <= Math.min(list.length - 1, place + reach); i++) {
        const b = list[i] ?? a;
        if (b === a || seen[b] === a) continue;
        seen[b] = a;
        let score = 0;
        for (const other of concepts[b] ?? []) if (mine[other] === a) score += weights[other] ?? 0;
        found.push({ a, b, score });
      }
    }
    found.sort((one, two) => two.score - one.score || one.b - two.b);
    pairs.push(...found.slice(0, mostRelated * 2));
  });
  return pairs;
}

function choose(
  { papers, names, weights, concepts }: Weighed,
  pairs: readonly Pair[],
  hierarchy: Hierarchy,
): Map<string, Paper['related']> {
  const related = papers.map((): Paper['related'] => []);
  // Each pair once, as [earlier, later], whichever paper proposed it.
  const once = new Map(pairs.map(({ a, b, score }) => [Math.min(a, b) * papers.length + Math.max(a, b), score]));
  const sorted = [...once].sort(([one, high], [two, low]) => low - high || one - two);
  for (const [key] of sorted) {
    const [a, b] = [Math.floor(key / papers.length), key % papers.length];
    const [one = [], two = []] = [related[a], related[b]];
    if (one.length >= mostRelated || two.length >= mostRelated) continue;
    const others = new Set(concepts[b]);
    const common = (concepts[a] ?? []).filter((concept) => others.has(concept));
    common.sort((x, y) => (weights[y] ?? 0) - (weights[x] ?? 0) || compare(names[x] ?? '', names[y] ?? ''));
    const shared = narrowestOf(
      common.map((concept) => names[concept] ?? ''),
      hierarchy,
    );
    one.push({ id: papers[b]?.id ?? '', shared });
    two.push({ id: papers[a]?.id ?? '', shared });
  }
  return new Map(papers.map(({ id }, i) => [id, related[i] ?? []]));
}
