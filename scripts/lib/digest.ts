/** Finds out whether files changed: by a hash of their bytes, or by stamps for which nothing is read. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, type BigIntStats } from 'node:fs';
import { join } from 'node:path';
import { isSettled, stampOf, type FileHashes } from './file-hashes.ts';
import { codeOf } from './paths.ts';

/**
 * Which files are meant: those with these names below a root; where a name is a folder, everything in it. Links are
 * followed.
 */
export interface Files {
  root: string;
  /** Paths below the root, with `/`; where absent, everything in the root. */
  names?: readonly string[];
  /** Called with the path of each file or folder; true leaves it out. */
  skip?: (path: string) => boolean;
}

/** The state of files at one time. */
export interface FilesState {
  /** A hash of their names and of every byte. */
  digest: string;
  /**
   * Name -> inode, size and times of the last change. The value changes whenever a file is written, even with the same
   * bytes.
   */
  stamps: ReadonlyMap<string, string>;
  /** A hash of names and stamps, as `stampsOf` has it. */
  stamped: string;
  /** Whether equal stamps prove equal bytes: no file was written just now. */
  settled: boolean;
}

/**
 * The state of files. A file that does not exist counts as empty. So does one that cannot be read, with the reason in
 * the hash: only the file itself is affected. With `hashes` the digest is made of the files' hashes, so that no file is
 * read whose hash is known.
 */
export function stateOf(files: Files, hashes?: FileHashes): FilesState {
  const hash = createHash('sha256');
  const stamps = new Map<string, string>();
  const stamped = stamper();
  for (const seen of seenOf(files)) {
    const { name, path, stat, refused } = seen;
    // The stamp is older than the bytes: what is written in between has another stamp.
    stamps.set(name, stamped.add(seen));
    const bytes = refused ?? bytesOf(path, stat, hashes);
    hash.update(`${name.length} ${name} ${typeof bytes} ${bytes.length} `).update(bytes);
  }
  return { digest: hash.digest('base64url'), stamps, ...stamped.end() };
}

/** A hash of the names and bytes of files, as `stateOf` sees them. */
export const digestOf = (files: Files): string => stateOf(files).digest;

/** A hash of the names and stamps of files; nothing is read. */
export function stampsOf(files: Files): string {
  const stamped = stamper();
  for (const seen of seenOf(files)) stamped.add(seen);
  return stamped.end().stamped;
}

function stamper() {
  const hash = createHash('sha256');
  let settled = true;
  return {
    add({ name, stat, refused }: Seen): string {
      settled &&= stat !== undefined && refused === undefined && isSettled(stat);
      const stamp = stat ? stampOf(stat) : 'absent';
      hash.update(`${name.length} ${name} ${stamp} `);
      return stamp;
    },
    end: () => ({ stamped: hash.digest('base64url'), settled }),
  };
}

/** Names of the files that were written, added or removed since a state was taken; no bytes are read. */
export function changedSince({ stamps }: FilesState, files: Files): string[] {
  const now = new Map([...seenOf(files)].map(({ name, stat }) => [name, stat ? stampOf(stat) : 'absent']));
  return [...new Set([...stamps.keys(), ...now.keys()])].filter((name) => now.get(name) !== stamps.get(name)).sort();
}

/** Files that say which packages are installed. */
export const packages = ['package-lock.json', 'node_modules/.package-lock.json'];

/** A hash of code and of what runs it, 16 characters. When it changes, the same input may give another result. */
export function versionOf(code: Files, runtime: object = process.versions): string {
  return createHash('sha256').update(digestOf(code)).update(JSON.stringify(runtime)).digest('base64url').slice(0, 16);
}

interface Seen {
  name: string;
  path: string;
  stat: BigIntStats | undefined;
  /** Why the bytes cannot be read. */
  refused?: string;
}

function bytesOf(path: string, stat: BigIntStats | undefined, hashes?: FileHashes): Buffer | string {
  // A device or a pipe is not read: it may have no end.
  if (!stat?.isFile()) return stat ? 'no file' : 'absent';
  try {
    return hashes ? Buffer.from(hashes.of(path, stat).hash) : readFileSync(path);
  } catch (problem) {
    return codeOf(problem);
  }
}

function* seenOf({ root, names = [''], skip = () => false }: Files): Generator<Seen> {
  for (const name of names) yield* below(name, join(root, name), [], skip);
}

function* below(
  name: string,
  path: string,
  above: readonly string[],
  skip: (path: string) => boolean,
): Generator<Seen> {
  let stat: BigIntStats | undefined;
  try {
    stat = statSync(path, { bigint: true, throwIfNoEntry: false });
    if (!stat?.isDirectory()) {
      yield { name, path, stat };
      return;
    }
    const folder = `${stat.dev} ${stat.ino}`;
    // A link to a folder above this one: its files are already counted there.
    if (above.includes(folder)) return;
    for (const entry of readdirSync(path).sort()) {
      const inside = join(path, entry);
      if (!skip(inside)) yield* below(name ? `${name}/${entry}` : entry, inside, [...above, folder], skip);
    }
  } catch (problem) {
    yield { name, path, stat, refused: codeOf(problem) };
  }
}
