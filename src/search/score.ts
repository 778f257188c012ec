/** Scores the papers that a search finds. */

import { zones, type ConceptEntry, type Core, type Zone } from './catalogue.ts';
import type { Found } from './found.ts';
import type { Postings } from './postings.ts';

/**
 * The weight of a word by its zone: a title counts more than a theme, a theme more than an abstract, an abstract more
 * than notes.
 */
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
/** The weight of a concept that a paper has. */
const conceptWeight = 2.5;
const zoneWeights = zones.map((zone) => weights[zone]);

/** A word that few papers contain counts more. */
const rarity = (papers: number, size: number): number => Math.log(1 + (size - papers + 0.5) / (papers + 0.5));

/** The papers of a concept among this number of papers, with their scores. */
export function papersWith(concept: ConceptEntry, size: number): Found {
  const score = conceptWeight * rarity(concept.papers.length, size);
  return new Map(concept.papers.map((paper) => [paper, { score, zones: 0, concepts: [concept] }]));
}

/** Papers and sections with a place in one of the zones (bits), scored by these zones. */
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
      // A word counts more in a short title than in a long one.
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
