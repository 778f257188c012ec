/** Adds sources to a review: the work of `npm run add`. */

import { join } from 'node:path';
import type { Draft } from '#domain/draft';
import type { Notice } from '#domain/notice';
import { readRemovals } from '../decisions/read-decisions.ts';
import { formatsOf } from '../decisions/read-sites.ts';
import { importReview } from '../import-review.ts';
import { withImportLock } from '../write/import-lock.ts';
import type { ImportResult } from '../import-result.ts';
import type { Added, ImportOptions } from '../import-options.ts';
import type { Listed } from '../read/list.ts';
import { takeRecords } from './take-records.ts';
import { copyIn, type CopiedSource } from './copy-in.ts';

export interface AddOptions extends ImportOptions {
  /** Today as an ISO date, for the sidecar of a newer scrape. */
  today: string;
  /** Whether to believe what the sidecars of the files say about addresses and older scrapes. */
  trustsSidecars?: boolean;
  /** Records of a page that lists papers, by number, to be taken in as papers; and all that it lists. */
  take?: { records: readonly number[]; drafts: readonly Draft[] };
}

export interface Additions {
  taken: CopiedSource[];
  result: ImportResult;
  /** What was tidied up first: leftovers of interrupted runs. */
  told: Notice[];
}

/** Copies files into a review's folder of sources and imports them, while no other run changes the review. */
export const addSources = (
  offered: readonly Listed[],
  { today, trustsSidecars = false, take, ...options }: AddOptions,
): Promise<Additions> =>
  withImportLock({ ...options, begins: true }, async (told) => {
    const sourcesDir = join(options.contentDir, 'sources');
    const removals = readRemovals(options.contentDir, []);
    const formats = formatsOf(options.contentDir);
    const taken = await copyIn(offered, { sourcesDir, today, trustsSidecars, removals, formats });
    for (const { file } of taken) if (file && take) takeRecords(sourcesDir, file, take.drafts, take.records);
    const added = taken.flatMap(({ file, was, replaces }): [string, Added][] =>
      file && was !== 'known' ? [[file, { trustsSidecar: trustsSidecars, ...(replaces ? { replaces } : {}) }]] : [],
    );
    return { told, taken, result: await importReview({ ...options, added: new Map(added) }) };
  });
