/**
 * The site before the last one, which is kept in the cache: the next build brings it up to date, in place of making and
 * removing a folder for each page. Unchanged files in it are the same files as those of the site that is read, so a file
 * in it is never written: it is dropped first.
 */

import { existsSync } from 'node:fs';
import { dropFrom, makeFolder, move, removeTemporary } from './files.ts';
import { markName, readMark, strangersIn } from './mark.ts';
import { dirname } from 'node:path';

/**
 * Moves a site that was replaced to where the next build finds it. False where the disk does not let it, or another
 * build has put one there: then the site is where it was.
 */
export function keepSpare(old: string, spare: string): boolean {
  try {
    makeFolder(dirname(spare));
    if (existsSync(spare)) return false;
    move(old, spare);
    return true;
  } catch {
    return false;
  }
}

/**
 * Moves the kept site to where the new one is made. Returns its files, as paths with `/`: none where nothing was kept,
 * or where it is not as it was made. Only one of two builds at a time gets it.
 */
export function takeSpare(spare: string, staging: string): string[] {
  try {
    move(spare, staging);
  } catch {
    return [];
  }
  const files = readMark(staging)?.files;
  if (!files || strangersIn(staging, files).length) {
    removeTemporary(staging);
    return [];
  }
  dropFrom(staging, markName);
  return [...files.keys()];
}
