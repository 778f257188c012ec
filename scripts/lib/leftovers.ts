/** Finds temporary files of runs that have ended. */

import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryOf, type TemporaryKind } from './names.ts';
import { filesBelow } from './paths.ts';
import { isTokenRunning, runToken } from './runs.ts';

/**
 * Temporary files and folders that ended runs left in a folder, by name: those of the folder itself, or
 * those beside `of`. With `alone`, the caller holds the lock, so only living processes of this machine own any.
 * Without, what a run of another machine left counts as dead after a day.
 */
export function deadLeaves(folder: string, { of = '', alone = false } = {}): { path: string; kind: TemporaryKind }[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names.flatMap((name) => {
    const known = temporaryOf(name);
    if (known?.of !== of || known.token === runToken) return [];
    const path = join(folder, name);
    const running = isTokenRunning(known.token);
    const dead = running === 'unknown' ? alone || isOld(path) : !running;
    return dead ? [{ path, kind: known.kind }] : [];
  });
}

const day = 24 * 60 * 60 * 1000;
const isOld = (path: string): boolean => {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found !== undefined && Date.now() - found.mtimeMs > day;
};

/** The files of a finished folder, as paths in it with `/`. */
export const finishedFiles = (finished: string): string[] =>
  filesBelow(finished).filter((name) => temporaryOf(name) === undefined);
