import type { Paper } from '#domain/paper';
import { compare } from './members.ts';

export interface Described {
  id: string;
  concepts: readonly string[];
}

/** No paper names more than this many others. */
export const mostRelated = 6;
/** Of a concept's papers, how many on either side of a paper are weighed; keeps the work linear. */
const reach = 40;

/** A shared theme says more of two papers than a shared method or country. */
const weights: Readonly<Record<string, number>> = {
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

interface Pair {
  a: number;
  b: number;
  score: number;
  shared: string[];
}

/**
 * For each paper the papers that share most with it, rare concepts counting more than frequent ones, with the concepts they
 * share, best first. Symmetric: a pair names each other, and is taken while neither has its fill. Linear in the papers.
 */
export function relate(papers: readonly Described[]): Map<string, Paper['related']> {
  const postings = new Map<string, number[]>();
  papers.forEach(({ concepts }, i) => {
    for (const concept of concepts) {
      const list = postings.get(concept);
      if (list) list.push(i);
      else postings.set(concept, [i]);
    }
  });
  return choose(papers, pairsOf(papers, postings));
}

function pairsOf(papers: readonly Described[], postings: ReadonlyMap<string, readonly number[]>): Pair[] {
  const weight = (concept: string): number =>
    (weights[concept.split('/')[0] ?? ''] ?? 1) * Math.log(1 + papers.length / (postings.get(concept)?.length ?? 1));
  const position = new Map<string, Map<number, number>>();
  for (const [concept, list] of postings) position.set(concept, new Map(list.map((paper, at) => [paper, at])));
  const pairs: Pair[] = [];
  const sets = papers.map(({ concepts }) => new Set(concepts));
  papers.forEach(({ concepts }, a) => {
    const candidates = new Set<number>();
    for (const concept of concepts) {
      const list = postings.get(concept) ?? [];
      const at = position.get(concept)?.get(a) ?? 0;
      for (let i = Math.max(0, at - reach); i <= Math.min(list.length - 1, at + reach); i++) {
        const other = list[i];
        if (other !== undefined && other !== a) candidates.add(other);
      }
    }
    const found = [...candidates].map((b): Pair => {
      const shared = concepts.filter((concept) => sets[b]?.has(concept));
      shared.sort((one, two) => weight(two) - weight(one) || compare(one, two));
      return { a, b, shared, score: shared.reduce((sum, concept) => sum + weight(concept), 0) };
    });
    found.sort((one, two) => two.score - one.score || one.b - two.b);
    for (const pair of found.slice(0, mostRelated * 2)) pairs.push(pair);
  });
  return pairs;
}

function choose(papers: readonly Described[], pairs: Pair[]): Map<string, Paper['related']> {
  const related = new Map<string, Paper['related']>(papers.map(({ id }) => [id, []]));
  const known = new Set<string>();
  const idOf = (index: number): string => papers[index]?.id ?? '';
  const name = ({ a, b }: Pair): string => [idOf(a), idOf(b)].sort(compare).join(' ');
  const named = pairs.map((pair) => ({ pair, key: name(pair) }));
  named.sort((one, two) => two.pair.score - one.pair.score || compare(one.key, two.key));
  for (const { pair, key } of named) {
    if (known.has(key)) continue;
    known.add(key);
    const [one, two] = [related.get(idOf(pair.a)), related.get(idOf(pair.b))];
    if (!one || !two || one.length >= mostRelated || two.length >= mostRelated) continue;
    one.push({ id: idOf(pair.b), shared: pair.shared });
    two.push({ id: idOf(pair.a), shared: pair.shared });
  }
  return related;
}
