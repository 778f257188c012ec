import { zones, type Zone } from './catalogue.ts';

/** How much a word counts where it stands: a title above a theme, a theme above an abstract, that above notes. */
export const weights: Readonly<Record<Zone, number>> = {
  title: 5,
  keyword: 2,
  abstract: 1,
  digest: 0.5,
  author: 3,
  journal: 0.5,
  identifier: 3,
  joined: 1,
  affiliation: 0.3,
};
export const conceptWeight = 2.5;

/** The zone that a place of a paper stands in. */
export function zoneAt(lengths: readonly number[], paper: number, place: number): Zone {
  let past = 0;
  for (let zone = 0; zone < zones.length; zone++) {
    past += lengths[paper * zones.length + zone] ?? 0;
    if (place < past) return zones[zone] ?? 'affiliation';
  }
  return 'affiliation';
}
