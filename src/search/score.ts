import { zones, type ConceptEntry, type Core, type Zone } from './catalogue.ts';
import type { Found } from './found.ts';
import type { Postings } from './postings.ts';

/** How much a word counts where it stands: a title above a theme, a theme above an abstract, that above notes. */
const weights: Readonly<Record<Zone, number>> = {
  title: 5,
  keyword: 2,
  abstract: 1,
  digest: 0.5,
  author: 3,
  journal: 0.5,
  identifier: 3,
  joined: 1,
  parted: 0.8,
  affiliation: 0.3,
};
/** And how much a concept that a paper bears. */
const conceptWeight = 2.5;
const zoneWeights = zones.map((zone) => weights[zone]);

/** How much more a word says that few of the papers hold. */
const rarity = (papers: number, size: number): number => Math.log(1 + (size - papers + 0.5) / (papers + 0.5));

/** The papers of a concept, of so many. */
export function bearing(concept: ConceptEntry, size: number): Found {
  const score = conceptWeight * rarity(concept.papers.length, size);
  return new Map(concept.papers.map((paper) => [paper, { score, zones: 0, concepts: [concept] }]));
}

/** Papers, and sections behind them, with a place in one of the zones (bits), scored by the zones they stand in. */
export function scored(
  { papers, starts, places }: Postings,
  within: number,
  { lengths, size }: Pick<Core, 'lengths' | 'size'>,
): Found {
  const found: Found = new Map();
  const counts = new Int32Array(zones.length);
  for (let i = 0; i < papers.length; i++) {
    const paper = papers[i] ?? 0;
    counts.fill(0);
    let zone = 0;
    let past = lengths[0]?.[paper] ?? 0;
    for (let p = starts[i] ?? 0; p < (starts[i + 1] ?? 0); p++) {
      const place = places[p] ?? 0;
      while (place >= past && zone < zones.length - 1) past += lengths[++zone]?.[paper] ?? 0;
      counts[zone] = (counts[zone] ?? 0) + 1;
    }
    let bits = 0;
    let score = 0;
    for (zone = 0; zone < zones.length; zone++) {
      const count = counts[zone] ?? 0;
      if (count === 0 || (within & (1 << zone)) === 0) continue;
      bits |= 1 << zone;
      // A word says more of a short title than of a long one.
      const dense = zone === 0 ? 0.8 + 2 / Math.max(4, lengths[0]?.[paper] ?? 4) : 1;
      score += (zoneWeights[zone] ?? 0) * dense * ((2 * count) / (count + 1));
    }
    if (bits) found.set(paper, { score, zones: bits, concepts: [] });
  }
  let holding = 0;
  for (const number of found.keys()) if (number < size) holding++;
  const rare = rarity(holding, size);
  for (const reasons of found.values()) reasons.score *= rare;
  return found;
}
