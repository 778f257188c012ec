/** Restores a folder that an interrupted run left half-replaced. */

import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Notice } from '#domain/notice';
import { deadLeaves } from './leftovers.ts';
import { alone, lockOf, lockPlace } from './lock.ts';
import { NoticeError } from './notice-error.ts';
import { OwnFolder } from './own-folder.ts';
import { notInItsPlace, recover } from './replace.ts';

/** Whether an interrupted run left anything here. Most folders that are served need no lock. */
const isInterrupted = (own: OwnFolder): boolean => {
  const parent = dirname(own.path);
  return (
    existsSync(lockOf(own.path, lockPlace(own))) ||
    [deadLeaves(parent, { of: basename(own.path) }), deadLeaves(own.path), deadLeaves(parent)].some(
      ({ length }) => length,
    )
  );
};

/**
 * Puts in place a site that an interrupted run left beside it; for commands that only read the site. Where another run
 * is at work, or nothing may be written, nothing changes.
 */
export async function putBack(path: string): Promise<Notice[]> {
  const own = OwnFolder.ask({ path, holds: 'site', option: '--out' });
  if (!(own instanceof OwnFolder)) return [];
  if (!isInterrupted(own)) return [];
  try {
    return await alone(own.path, { at: lockPlace(own), patience: 0 }, () => Promise.resolve(recover(own)));
  } catch (problem) {
    if (problem instanceof NoticeError) return [];
    return [notInItsPlace(own, problem, 'warning')];
  }
}
