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

/*
 * The one module that writes to the disk. What it writes appears whole or not at all, whatever breaks off the program or
 * the machine: it is written beside under a temporary name, brought to the disk, and renamed. What it deletes is its own:
 * names that it gave itself, or files that `own-folder.ts` knows as made by the project.
 */

type Bytes = string | Uint8Array;

/** The bytes of a file, whole or in parts. */
type Data = Bytes | Iterable<Bytes>;
const partsOf = (data: Data): Iterable<Bytes> =>
  typeof data === 'string' || data instanceof Uint8Array ? [data] : data;

/** Errors of a file that another program holds for a moment, as virus scanners and indexers do on Windows. */
const busy: readonly string[] = ['EBUSY', 'EPERM', ...(process.platform === 'win32' ? ['EACCES', 'ENOTEMPTY'] : [])];
/** Milliseconds to wait before each further try. */
const waits = [10, 20, 40, 80, 160, 320];

const sleep = (milliseconds: number): void =>
  void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

/** Does it again where a file is busy; the last error is the caller's. */
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

/** A link is written through: what it leads to is replaced, the link stays. One that leads nowhere is an error. */
function behindLinks(path: string): string {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ? realpathSync(path) : path;
}

/** Brings a folder's names to the disk. Windows cannot, and does so by itself. */
export function settleNames(folder: string): void {
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
  if (lasting) settleNames(dirname(path));
}

/**
 * Writes a file: whole or not at all. What stood there is replaced. It is on the disk when this returns, but for one that
 * need not be `lasting`, as what can be made again: after a power cut it may be there with other bytes than were written.
 */
export function writeFile(path: string, data: Data, { lasting = true } = {}): void {
  const goal = behindLinks(path);
  writeBeside(goal, data, lasting, (made) => patiently(() => renameSync(made, goal)));
}

/** Writes a file where there is none: whole or not at all. Ends with EEXIST where something stands there. */
export function writeNewFile(path: string, data: Bytes): void {
  writeBeside(path, data, true, (made) => {
    try {
      // A link is made for one process alone; a rename would go over what another put there meanwhile.
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

/** A second name of a file. Disks without such say EPERM, which no waiting mends. */
const makeLink = (from: string, to: string): void => patiently(() => linkSync(from, to), ['EBUSY']);

/** Errors of disks that have no hard links, or no further ones of a file. */
const noLinks: readonly string[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV', 'EACCES'];

/** Adds rows at the end of a file, or begins it with `head`: all of them or none. */
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
 * Writes a file of a folder that nobody reads before it is whole: in place, and not brought to the disk one by one.
 * `settle` does that for the folder.
 */
export function writeStaged(path: string, data: Data): void {
  const file = patiently(() => openSync(path, 'w'));
  try {
    for (const part of partsOf(data)) writeFileSync(file, part);
  } finally {
    closeSync(file);
  }
}

/** Makes a folder and those above it. Node's own way to do so never ends where a system refuses with ENOENT, as Linux's /proc. */
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

/** Tries whether a folder can be written to, as its permissions alone do not say; the error is thrown. */
export function tryToWrite(folder: string): void {
  const tried = fileName(folder, ++counter);
  closeSync(patiently(() => openSync(tried, 'wx')));
  patiently(() => unlinkSync(tried));
}

/** Brings every file below a folder to the disk: what is renamed after it is there, and whole, when the power fails. */
export async function settle(folder: string): Promise<void> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  // Many at once: the disk then writes them together, in a tenth of the time.
  const next = files.values();
  const settleFiles = async () => {
    for (const path of next) {
      const file = await open(path, process.platform === 'win32' ? 'r+' : 'r');
      try {
        await file.sync();
      } finally {
        await file.close();
      }
    }
  };
  await Promise.all(Array.from({ length: 16 }, settleFiles));
  for (const entry of entries) if (entry.isDirectory()) settleNames(join(entry.parentPath, entry.name));
  settleNames(folder);
}

/** Folders for a while that this process made, outside of everybody's. */
const made = new Set<string>();

/** An empty folder for a while, in the system's place for such or another. `removeTemporary` takes it away. */
export function temporaryFolder(where = tmpdir()): string {
  const folder = mkdtempSync(join(where, 'alliance-review-'));
  made.add(folder);
  return folder;
}

const below = (folder: string, path: string): boolean => path === folder || path.startsWith(folder + sep);

/** Whether a path is, or is in, what the project made for a while. */
const isTemporary = (path: string): boolean =>
  [...made].some((folder) => below(folder, path)) ||
  basename(path).endsWith(lockName) ||
  path.split(sep).some((name) => temporaryOf(name) !== undefined);

/** Deletes what was made for a while. Anything else it refuses. */
export function removeTemporary(path: string): void {
  const whole = resolve(path);
  if (!isTemporary(whole)) throw new Error(`${path} is nothing that was made for a while: it is not deleted`);
  rmSync(whole, { recursive: true, force: true, maxRetries: waits.length, retryDelay: 50 });
}

/** Says that a file is still in use, by its time. */
export const touch = (path: string): void => utimesSync(path, new Date(), new Date());

/** Moves a file or a folder to a name of the same disk where nothing stands, or where a file does. For `replace.ts`. */
export function move(from: string, to: string): void {
  patiently(() => renameSync(from, to));
  settleNames(dirname(to));
}

/**
 * Puts a file of a finished folder in its place, or in another's, and leaves it in that folder too: as a second name of it on
 * disks that have such, else as a copy. What a broken run leaves of that is in the finished folder, which goes when all is done.
 */
export function putCopy(finished: string, name: string, to: string): void {
  const passing = fileName(finished, ++counter);
  try {
    linkOrCopy(join(finished, name), passing);
    patiently(() => renameSync(passing, to));
  } finally {
    // Of two names of one file, a rename leaves both.
    rmSync(passing, { force: true });
  }
}

/** A second name of a file, on disks that have such; else a copy. Nothing may stand at `to`. */
export function linkOrCopy(from: string, to: string): void {
  try {
    makeLink(from, to);
  } catch (problem) {
    if (!noLinks.includes(codeOf(problem))) throw problem;
    copyFileSync(from, to);
  }
}

/** A folder with those of its files that the project made, as `own-folder.ts` finds them: path from the folder to hash. */
interface MadeFolder {
  readonly path: string;
  readonly files: ReadonlyMap<string, string>;
}

/** Deletes a file that `own-folder.ts` knows as made by the project, and the folders that it leaves empty. */
export function removeOwn(own: MadeFolder, name: string): void {
  if (!own.files.has(name)) throw new Error(`${name} is not known as made by the project: it is not deleted`);
  // A folder that a person replaced by a link leads elsewhere, and what is there is theirs.
  if (realpathSync(join(own.path, dirname(name))) !== join(realpathSync(own.path), dirname(name))) return;
  patiently(() => unlinkSync(join(own.path, name)));
  for (let folder = dirname(name); folder !== '.'; folder = dirname(folder)) {
    try {
      rmdirSync(join(own.path, folder));
    } catch {
      return;
    }
  }
}

/** Deletes a file of which the very same bytes are kept under another name; else it is an error. */
export function removeKept(path: string, kept: string): void {
  if (!readFileSync(path).equals(readFileSync(kept))) throw new Error(`${path} is not deleted: ${kept} differs`);
  patiently(() => unlinkSync(path));
}

/** Brings a folder to where nothing stands: by its name where that is on the same disk, else as a copy. */
export function bring(from: string, to: string): void {
  try {
    patiently(() => renameSync(from, to));
  } catch (problem) {
    if (codeOf(problem) !== 'EXDEV') throw problem;
    copyFolder(from, to);
  }
}

/** Copies a file, or a folder with all that is below it; links as links. Not by `cp` of Node, which says EIO of a full disk. */
export function copyFolder(from: string, to: string): void {
  const found = lstatSync(from);
  if (found.isSymbolicLink()) symlinkSync(readlinkSync(from), to);
  else if (found.isFile()) copyFileSync(from, to);
  if (!found.isDirectory()) return;
  makeFolder(to);
  for (const name of readdirSync(from)) copyFolder(join(from, name), join(to, name));
}

/** A name for another folder; on Windows as a junction, which needs no privilege. */
export const linkFolder = (to: string, path: string): void => symlinkSync(to, path, 'junction');
