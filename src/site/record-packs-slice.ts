import { countPacks } from './record-packs.ts';
import { aggregate } from './slice.ts';

/** In how many files the records of the review are. Every page says so, for its scripts. */
export const countRecordPacks = aggregate('packs of records', ({ all }) => countPacks(all.length));
