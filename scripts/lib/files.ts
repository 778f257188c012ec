/**
 * This is the only module that writes to the disk. What it writes appears whole or not at all, even if the program or
 * the machine stops: it is written under a temporary name, flushed to the disk, and renamed. It deletes only what
 * belongs to the project: names that it made itself, and files that `own-folder.ts` knows as the project's.
 */

import {
  closeSync,
  copyFileSync,
  fchmodSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { fileName, lockName, temporaryOf } from './names.ts';
import { codeOf } from './paths.ts';

type Bytes = string | Uint8Array;

/** The bytes of a file, whole or in parts. */
type Data = Bytes | Iterable<Bytes>;
const partsOf = (data: Data): Iterable<Bytes> =>
  typeof data === 'string' || data instanceof Uint8Array ? [data] : data;

/** Errors of a file that another program holds for a moment, as virus scanners and indexers do on Windows. */
const busy: readonly string[] = ['EBUSY', 'EPERM', ...(process.platform === 'win32' ? ['EACCES', 'ENOTEMPTY'] : [])];
/** Milliseconds to wait before each new try. */
const waits = [10, 20, 40, 80, 160, 320];

const sleep = (milliseconds: number): void =>
  void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

/** Runs the work again while a file is busy; throws the last error. */
function patiently<T>(work: () => T, errors = busy): T {
  for (const wait of waits) {
    try {
      return work();
    } catch (problem) {
      if (!errors.includes(codeOf(problem))) throw problem;
      sleep(wait);
    }
  }
  return work();
}

let counter = 0;
const placeFor = (path: string): string => fileName(dirname(path), ++counter);

/**
 * The path that is really written: of a link, its target, so that the link stays. A link that leads nowhere is an
 * error.
 */
function behindLinks(path: string): string {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ? realpathSync(path) : path;
}

/** Flushes the names of a folder to the disk. Windows has no such call and does it by itself. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const file = openSync(folder, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function writeBeside(path: string, data: Data, lasting: boolean, put: (made: string) => void): void {
  const made = placeFor(path);
  try {
    const before = lstatSync(path, { throwIfNoEntry: false });
    const file = patiently(() => openSync(made, 'wx'));
    try {
      if (before && process.platform !== 'win32') fchmodSync(file, before.mode & 0o777);
      for (const part of partsOf(data)) writeFileSync(file, part);
      if (lasting) fsyncSync(file);
    } finally {
      closeSync(file);
    }
    put(made);
  } catch (problem) {
    rmSync(made, { force: true });
    throw problem;
  }
  if (lasting) flushFolder(dirname(path));
}

/**
 * Writes a file, whole or not at all, and replaces an older one. With `lasting` it is flushed to the disk before this
 * returns. Without, a power cut may leave other bytes; that is for files that can be made again.
 */
export function writeFile(path: string, data: Data, { lasting = true } = {}): void {
  const goal = behindLinks(path);
  writeBeside(goal, data, lasting, (made) => patiently(() => renameSync(made, goal)));
}

/** Writes a new file, whole or not at all. Throws EEXIST where the name is taken. */
export function writeNewFile(path: string, data: Bytes): void {
  writeBeside(path, data, true, (made) => {
    try {
      // A link can be made by one process only; a rename would replace what another process put there in the meantime.
      makeLink(made, path);
    } catch (problem) {
      if (!noLinks.includes(codeOf(problem))) throw problem;
      if (lstatSync(path, { throwIfNoEntry: false }))
        throw Object.assign(new Error(`EEXIST: ${path}`), { code: 'EEXIST' });
      patiently(() => renameSync(made, path));
      return;
    }
    patiently(() => unlinkSync(made));
  });
}

/** Makes a second name of a file. Disks without hard links answer EPERM, which waiting does not change. */
const makeLink = (from: string, to: string): void => patiently(() => linkSync(from, to), ['EBUSY']);

/** Errors of disks without hard links, or with too many links to the file. */
const noLinks: readonly string[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV', 'EACCES'];

/** Adds rows at the end of a file, all of them or none; a new file begins with `head`. */
export function appendRows(path: string, rows: string, head = ''): void {
  let before = head;
  try {
    before = readFileSync(path, 'utf8');
  } catch (problem) {
    if (codeOf(problem) !== 'ENOENT' || lstatSync(path, { throwIfNoEntry: false })) throw problem;
  }
  writeFile(path, `${before}${before && !before.endsWith('\n') ? '\n' : ''}${rows}`);
}

/**
 * Writes a file into a folder that nobody reads yet: in place, and without a flush. `settle` flushes the whole folder.
 */
export function writeStaged(path: string, data: Data): void {
  const file = patiently(() => openSync(path, 'w'));
  try {
    for (const part of partsOf(data)) writeFileSync(file, part);
  } finally {
    closeSync(file);
  }
}

/**
 * Makes a folder and its parents. Node's own recursive mkdir loops forever where a system answers ENOENT, as Linux's
 * /proc.
 */
export function makeFolder(path: string): void {
  try {
    patiently(() => mkdirSync(path), ['EBUSY']);
  } catch (problem) {
    if (lstatSync(path, { throwIfNoEntry: false })) {
      if (!statSync(path).isDirectory()) throw problem;
      return;
    }
    if (codeOf(problem) !== 'ENOENT' || lstatSync(dirname(path), { throwIfNoEntry: false })) throw problem;
    makeFolder(dirname(path));
    patiently(() => mkdirSync(path), ['EBUSY']);
  }
}

/** Tries to write to a folder, because its permissions alone do not show whether that is possible; throws the error. */
export function tryToWrite(folder: string): void {
  const tried = fileName(folder, ++counter);
  closeSync(patiently(() => openSync(tried, 'wx')));
  patiently(() => unlinkSync(tried));
}

/** Whether an earlier run has flushed a file, or a folder with its names, to the disk as it is now. */
export type WasFlushed = (path: string, isFile: boolean) => boolean;

/**
 * Flushes every file and folder below a folder to the disk, except for those that were flushed before. A rename after
 * that survives a power cut, with whole files.
 */
export async function settle(folder: string, wasFlushed: WasFlushed = () => false): Promise<void> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const isFlushed = (entry: { isFile(): boolean; isDirectory(): boolean }): boolean =>
    entry.isFile() || (entry.isDirectory() && process.platform !== 'win32');
  const next = entries
    .filter(isFlushed)
    .map((entry) => ({ path: join(entry.parentPath, entry.name), isFile: entry.isFile() }))
    .filter(({ path, isFile }) => !wasFlushed(path, isFile))
    .values();
  // Many at once: the disk writes them together, ten times faster.
  const settleSome = async () => {
    for (const { path, isFile } of next) {
      const file = await open(path, isFile && process.platform === 'win32' ? 'r+' : 'r');
      try {
        await file.sync();
      } finally {
        await file.close();
      }
    }
  };
  await Promise.all(Array.from({ length: 16 }, settleSome));
  flushFolder(folder);
}

/** Temporary folders that this process made. */
const made = new Set<string>();

/**
 * Makes an empty temporary folder, by default where the system keeps temporary folders. Remove it with
 * `removeTemporary`.
 */
export function temporaryFolder(where = tmpdir()): string {
  const folder = mkdtempSync(join(where, 'alliance-review-'));
  made.add(folder);
  return folder;
}

const below = (folder: string, path: string): boolean => path === folder || path.startsWith(folder + sep);

/** Whether a path is, or is inside, a temporary folder of the project. */
const isTemporary = (path: string): boolean =>
  [...made].some((folder) => below(folder, path)) ||
  basename(path).endsWith(lockName) ||
  path.split(sep).some((name) => temporaryOf(name) !== undefined);

/** Deletes a temporary folder or file; refuses anything else. */
export function removeTemporary(path: string): void {
  const whole = resolve(path);
  if (!isTemporary(whole)) throw new Error(`${path} is not a temporary file of this project: it is not deleted`);
  rmSync(whole, { recursive: true, force: true, maxRetries: waits.length, retryDelay: 50 });
}

/** Deletes a file of a temporary folder, and the folders in it that become empty; nothing where it is not there. */
export function dropFrom(folder: string, name: string): void {
  if (!isTemporary(resolve(folder))) throw new Error(`${folder} is not a temporary folder: ${name} is not deleted`);
  try {
    patiently(() => unlinkSync(join(folder, name)));
  } catch (problem) {
    if (codeOf(problem) !== 'ENOENT') throw problem;
  }
  removeEmpty(folder, dirname(name));
}

/** Deletes a folder and those above it, up to `root`, which stays, while they are empty. */
function removeEmpty(root: string, name: string): void {
  for (let folder = name; folder !== '.'; folder = dirname(folder)) {
    try {
      rmdirSync(join(root, folder));
    } catch {
      return;
    }
  }
}

/** Updates the time of a file to show that it is in use. */
export const touch = (path: string): void => utimesSync(path, new Date(), new Date());

/** Moves a file or folder to a name on the same disk that is free or belongs to a file. Used by `replace.ts`. */
export function move(from: string, to: string): void {
  patiently(() => renameSync(from, to));
  flushFolder(dirname(to));
}

/**
 * Puts a file of a finished folder in its place, where it may replace another, and keeps it in that folder too: as a
 * second name where the disk has hard links, else as a copy. What an interrupted run leaves of this is in the finished
 * folder, which is deleted at the end.
 */
export function putCopy(finished: string, name: string, to: string): void {
  const passing = fileName(finished, ++counter);
  try {
    linkOrCopy(join(finished, name), passing);
    patiently(() => renameSync(passing, to));
  } finally {
    // If both are names of one file, a rename leaves both names.
    rmSync(passing, { force: true });
  }
}

/** Makes a second name of a file where the disk has hard links; else a copy. The name `to` must be free. */
export function linkOrCopy(from: string, to: string): void {
  try {
    makeLink(from, to);
  } catch (problem) {
    if (!noLinks.includes(codeOf(problem))) throw problem;
    copyFileSync(from, to);
  }
}

/** A folder with those of its files that the project made, from `own-folder.ts`: path in the folder -> hash. */
interface MadeFolder {
  readonly path: string;
  readonly files: ReadonlyMap<string, string>;
}

/** Deletes a file that `own-folder.ts` knows as the project's, and the folders that become empty. */
export function removeOwn(own: MadeFolder, name: string): void {
  if (!own.files.has(name)) throw new Error(`${name} is not known to be made by the project: it is not deleted`);
  // Where a person replaced a folder by a link, what it leads to belongs to that person.
  if (realpathSync(join(own.path, dirname(name))) !== join(realpathSync(own.path), dirname(name))) return;
  patiently(() => unlinkSync(join(own.path, name)));
  removeEmpty(own.path, dirname(name));
}

/**
 * Deletes the oldest of the programs that a cache keeps under the hashes of what they are and were made of, and the one
 * called `damaged`.
 */
export function removeOldest(folder: string, most: number, damaged: string): void {
  const kept = readdirSync(folder).filter((name) => /^[\da-f]{20}-[\da-f]{20}$/u.test(name));
  if (kept.includes(damaged)) rmSync(join(folder, damaged), { recursive: true, force: true });
  const byAge = kept
    .filter((name) => name !== damaged)
    .map((name) => ({ name, time: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { name } of byAge.slice(most)) rmSync(join(folder, name), { recursive: true, force: true });
}

/** Deletes one of the files that a cache keeps by the hash of its bytes, in its folder `files`. */
export function removeUnkept(cache: string, name: string): void {
  if (!/^[\w-]{43}$/u.test(name)) throw new Error(`${name} is not a hash: it is not deleted`);
  rmSync(join(cache, 'files', name), { force: true });
}

/** Deletes a file only if the same bytes are kept under another name; otherwise throws. */
export function removeKept(path: string, kept: string): void {
  if (!readFileSync(path).equals(readFileSync(kept))) throw new Error(`${path} is not deleted: ${kept} differs`);
  patiently(() => unlinkSync(path));
}

/** Moves a folder to a free name; where that is on another disk, copies it. */
export function bring(from: string, to: string): void {
  try {
    patiently(() => renameSync(from, to));
  } catch (problem) {
    if (codeOf(problem) !== 'EXDEV') throw problem;
    copyFolder(from, to);
  }
}

/**
 * Copies a file, or a folder with everything below it; links stay links. Node's `cp` is not used: it reports EIO for a
 * full disk.
 */
export function copyFolder(from: string, to: string): void {
  const found = lstatSync(from);
  if (found.isSymbolicLink()) symlinkSync(readlinkSync(from), to);
  else if (found.isFile()) copyFileSync(from, to);
  if (!found.isDirectory()) return;
  makeFolder(to);
  for (const name of readdirSync(from)) copyFolder(join(from, name), join(to, name));
}

/** Makes a link to a folder; on Windows a junction, which needs no privilege. */
export const linkFolder = (to: string, path: string): void => symlinkSync(to, path, 'junction');
