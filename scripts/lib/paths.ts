/** Paths: the folder of the project, what is at a path, and whether the project may write there. */

import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder, without a slash at its end. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

export const codeOf = (problem: unknown): string => (problem as NodeJS.ErrnoException).code ?? '';

export const isLink = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;

/**
 * The real path, links followed. For a path that does not exist yet, the nearest folder that exists is resolved. A link
 * that leads nowhere is an error with the code DANGLING.
 */
export function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch (problem) {
    if (codeOf(problem) !== 'ENOENT') throw problem;
    if (isLink(path)) throw Object.assign(new Error(`${path} is a link that leads nowhere`), { code: 'DANGLING' });
    if (dirname(path) === path) throw problem;
    return join(realOf(dirname(path)), basename(path));
  }
}

/**
 * Whether two paths are one folder. A disk that ignores case, or a folder that is mounted twice, gives one folder
 * several paths.
 */
export function same(a: string, b: string): boolean {
  if (a === b) return true;
  const [one, other] = [a, b].map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }));
  return !!one && !!other && one.ino !== 0n && one.ino === other.ino && one.dev === other.dev;
}

/** Whether a path is below a folder, at any depth. */
export function isIn(path: string, folder: string): boolean {
  for (let at = dirname(path); ; at = dirname(at)) {
    if (same(at, folder)) return true;
    if (dirname(at) === at) return false;
  }
}

/** The path, or the nearest parent that exists. */
export const firstThere = (path: string): string => (existsSync(path) ? path : firstThere(dirname(path)));

export function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether the disk of a folder has this number of bytes left. The folder need not exist. */
export function hasRoom(folder: string, bytes: number): boolean {
  try {
    const { bavail, bsize } = statfsSync(firstThere(folder));
    return bavail * bsize >= bytes;
  } catch {
    return false;
  }
}

/** Whether another disk, or on Linux another folder, is mounted here: then the folder cannot be renamed. */
export function isMountPoint(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return false;
  if (found.dev !== statSync(dirname(path)).dev) return true;
  // proc(5): the fifth field, with blanks and backslashes as octal numbers.
  const unescaped = (text: string): string =>
    text.replace(/\\(\d{3})/gu, (_, octal: string) => String.fromCharCode(parseInt(octal, 8)));
  try {
    const mounts = readFileSync('/proc/self/mountinfo', 'utf8').split('\n');
    return mounts.some((line) => unescaped(line.split(' ')[4] ?? '') === path);
  } catch {
    return false;
  }
}

/**
 * Every file below a folder, in order, as paths in it with `/`. To read thousands of small files use synchronous
 * functions: a promise for each file costs several times as much as reading it. Node's recursive reading asks the disk
 * about each entry once more, which takes twice as long as this.
 */
export function filesBelow(folder: string): string[] {
  const files: string[] = [];
  const walk = (path: string, before: string): void => {
    for (const entry of readdirSync(path, { withFileTypes: true }))
      if (entry.isDirectory()) walk(join(path, entry.name), `${before}${entry.name}/`);
      else if (entry.isFile()) files.push(before + entry.name);
  };
  walk(folder, '');
  return files.sort();
}
