/** Tells every page in how many files the records are. */

import { countPacks } from './record-packs.ts';
import { aggregate } from './slice.ts';

/** In how many files the records of the review are; the scripts of a page need it. */
export const countRecordPacks = aggregate('packs of records', ({ all }) => countPacks(all.length));
