import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Notice } from '#domain/notice';
import { deadLeaves } from './leaves.ts';
import { alone, lockOf, lockPlace } from './lock.ts';
import { NoticeError } from './notice-error.ts';
import { OwnFolder } from './own-folder.ts';
import { recover } from './replace.ts';

/** Whether a run left anything here: most folders that are served need no lock. */
const isBrokenOff = (own: OwnFolder): boolean => {
  const parent = dirname(own.path);
  return (
    existsSync(lockOf(own.path, lockPlace(own))) ||
    [deadLeaves(parent, { of: basename(own.path) }), deadLeaves(own.path), deadLeaves(parent)].some(
      ({ length }) => length,
    )
  );
};

/**
 * Puts a site in its place that a run which was broken off left beside it, for who only reads it. Where another run is at
 * work there, or nothing may be written, everything stays as it is.
 */
export async function putBack(path: string): Promise<Notice[]> {
  const own = OwnFolder.ask({ path, holds: 'site', option: '--out' });
  if (!(own instanceof OwnFolder)) return [];
  if (!isBrokenOff(own)) return [];
  try {
    return await alone(own.path, { at: lockPlace(own), patience: 0 }, () => Promise.resolve(recover(own)));
  } catch (problem) {
    if (problem instanceof NoticeError) return [];
    return [
      {
        severity: 'warning',
        rule: 'not-put-back',
        place: { file: own.path },
        seen: (problem as Error).message,
        expected: 'the site of a run that was broken off, put in its place',
        remedy: 'fix what the message names, and build again',
      },
    ];
  }
}
