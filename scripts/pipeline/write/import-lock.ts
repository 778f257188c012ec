/** Locks the folder of records, so that only one run at a time changes it. */

import type { Notice } from '#domain/notice';
import { tidy } from '../../lib/all-or-none.ts';
import { alone as whileLocked, lockPlace } from '../../lib/lock.ts';
import { NoticeError } from '../../lib/notice-error.ts';
import { OwnFolder } from '../../lib/own-folder.ts';
import { recover } from '../../lib/replace.ts';
import type { ImportOptions } from '../import-options.ts';

type Folders = Pick<ImportOptions, 'contentDir' | 'outDir'> & {
  /** Whether the work may begin a review where there is no folder. Elsewhere such a folder is a name with a misprint. */
  begins?: true;
};

/**
 * Runs `work` while no other run changes the folder of records, after it has tidied up what an interrupted run left;
 * the notices say what that was. An import inside `work` uses the same lock.
 * @throws NoticeError where there is no review, the project may not write to its folder, or another run has locked it
 */
export async function withImportLock<T>(
  options: Folders,
  work: (told: Notice[], folder: OwnFolder) => Promise<T>,
): Promise<T> {
  const folder = askFor(options);
  const isOfReview = (options.outDir ?? options.contentDir) === options.contentDir;
  if (!options.begins && isOfReview && folder.was === 'absent') throw new NoticeError(noReview(options.contentDir));
  return whileLocked(folder.path, { at: lockPlace(folder) }, () => {
    const { contentDir, outDir = contentDir } = options;
    const told = [...recover(folder), ...(outDir === contentDir ? tidy(folder.path) : [])];
    return work(told, told.length ? askFor(options) : folder);
  });
}

const noReview = (file: string): Notice => ({
  severity: 'error',
  rule: 'no-such-review',
  place: { file },
  seen: 'no such folder',
  expected: "the review's folder",
  remedy: 'correct the name; npm run new begins another review',
});

/**
 * The folder of records.
 * @throws NoticeError where the project may not write to it
 */
export function askFor({ contentDir, outDir = contentDir }: Folders): OwnFolder {
  const asked = OwnFolder.ask({
    path: outDir,
    holds: 'records',
    option: outDir === contentDir ? '--content' : '--out',
  });
  if (asked instanceof OwnFolder) return asked;
  throw new NoticeError(asked);
}
