/** Files of earlier builds, by content, and what each was made of. */

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '../lib/paths.ts';
import { FileHashes, hashOfBytes } from '../lib/file-hashes.ts';
import { linkOrCopy, makeFolder, removeUnkept, writeFile } from '../lib/files.ts';

/** What a file was made of, and what it is. */
export interface KeptFile {
  /** A hash of the code, the page's own data, and its place. */
  key: string;
  /** The names of the sources that were read for it, and a hash of their answers. */
  reads: readonly string[];
  answers: string;
  /** A hash of its bytes, which is its name among the kept files. */
  hash: string;
  /** Whether it is a page that search engines must not show. */
  hidden: boolean;
}

/**
 * Kept files: `files/` has each under the hash of its bytes, and `list` what they were made of. The list is written
 * whole after the files that it names, and begins with a hash of its rest; bytes that differ from their name are not
 * used. `stamps` says how the files looked when the last site was in its place, flushed to the disk: those that look
 * the same are not read.
 */
export class Kept {
  readonly #folder: string;
  readonly #before: Map<string, KeptFile>;
  /** One text for each name of a source: thousands of pages read the same. */
  readonly #names = new Map<string, string>();
  readonly #now = new Map<string, KeptFile>();
  readonly #there: Set<string>;
  readonly #hashes = new FileHashes();
  /** The files that were put in place and flushed by an earlier build. */
  readonly #flushed = new Set<string>();
  #takes = true;

  constructor(folder: string) {
    this.#folder = folder;
    this.#before = readList(join(folder, 'list'), this.#name);
    const files = join(folder, 'files');
    this.#there = new Set(existsSync(files) ? readdirSync(files) : []);
    const stamps = join(folder, 'stamps');
    if (existsSync(stamps)) this.#hashes.learn(readFileSync(stamps, 'utf8'));
    try {
      makeFolder(files);
    } catch {
      this.#takes = false;
    }
  }

  get(file: string): KeptFile | undefined {
    return this.#before.get(file);
  }

  /** Whether a file of an earlier site, at the place where the new one is made, has the kept bytes. */
  isAt(file: string, kept: KeptFile, at: string): boolean {
    try {
      const { hash, bytes } = this.#hashes.of(at);
      if (hash !== kept.hash || !this.#there.has(hash)) return false;
      this.#note(file, kept, !bytes);
      return true;
    } catch {
      return false;
    }
  }

  /** Puts the kept bytes of a file in place; false where they are not there as they were. */
  put(file: string, kept: KeptFile, to: string): boolean {
    if (!this.#there.has(kept.hash)) return false;
    const from = join(this.#folder, 'files', kept.hash);
    try {
      const { hash, bytes } = this.#hashes.of(from);
      if (hash !== kept.hash) {
        this.#there.delete(kept.hash);
        removeUnkept(this.#folder, kept.hash);
        return false;
      }
      linkOrCopy(from, to);
      // A copy has no stamp that is known.
      this.#note(file, kept, !bytes);
      return true;
    } catch {
      return false;
    }
  }

  /** Keeps a file that was made now, from its place in the new site. */
  add(file: string, kept: KeptFile, at: string): void {
    this.#note(file, kept, false);
    if (!this.#takes || this.#there.has(kept.hash)) return;
    try {
      linkOrCopy(at, join(this.#folder, 'files', kept.hash));
      this.#there.add(kept.hash);
    } catch (problem) {
      // Another build has kept the same bytes in the meantime.
      if (codeOf(problem) === 'EEXIST') return;
      // The disk takes no more: what is not kept is made again.
      this.#takes = false;
    }
  }

  #note(file: string, kept: KeptFile, isFlushed: boolean): void {
    this.#now.set(file, kept);
    if (isFlushed) this.#flushed.add(file);
  }

  /** The names of sources that were read, in order, each as the one text that others have too. */
  readsOf(names: ReadonlySet<string>): string[] {
    return [...names].sort().map(this.#name);
  }

  #name = (text: string): string => {
    const known = this.#names.get(text);
    if (known === undefined) this.#names.set(text, text);
    return known ?? text;
  };

  /** The files of this build with the hashes of their bytes, and whether an earlier build has flushed them. */
  *hashes(): Generator<[file: string, hash: string, flushed: boolean]> {
    for (const [file, { hash }] of this.#now) yield [file, hash, this.#flushed.has(file)];
  }

  /** Writes the list, and drops what it does not name. */
  close(): void {
    const named = new Set([...this.#now.values()].map(({ hash }) => hash));
    try {
      writeFile(join(this.#folder, 'list'), listText(this.#now), { lasting: false });
      for (const name of this.#there) if (!named.has(name)) removeUnkept(this.#folder, name);
    } catch {
      // What is not kept is made again.
    }
  }
}

/** Notes how the kept files look in a site that is in its place: lines of `noteHashes`. */
export function noteStamps(folder: string, lines: string): void {
  try {
    if (existsSync(folder)) writeFile(join(folder, 'stamps'), lines, { lasting: false });
  } catch {
    // What is not noted is read.
  }
}

/**
 * Adds what builds of shares have kept to a folder of kept files, which need not exist. Each of `shares` is such a
 * folder. What is wrong in one is found when it is used, as always: a list begins with a hash of its rest, and files
 * are named by their bytes.
 */
export function joinKept(folder: string, shares: readonly string[]): void {
  const files = readList(join(folder, 'list'));
  makeFolder(join(folder, 'files'));
  for (const share of shares)
    for (const [file, kept] of readList(join(share, 'list'))) {
      const from = join(share, 'files', kept.hash);
      const to = join(folder, 'files', kept.hash);
      if (existsSync(from) && !existsSync(to)) linkOrCopy(from, to);
      files.set(file, kept);
    }
  writeFile(join(folder, 'list'), listText(files), { lasting: false });
}

/** The list in lines: a hash of the rest, the sets of sources, and a row for each file. */
function listText(files: ReadonlyMap<string, KeptFile>): string[] {
  const sets = new Map<string, number>();
  const rows = [...files].map(([file, { key, reads, answers, hash, hidden }]) => {
    const set = `${JSON.stringify(reads)}\n`;
    const at = sets.get(set) ?? sets.size;
    sets.set(set, at);
    return `${[file, key, at, answers, hash, hidden ? 'hidden' : ''].join('\t')}\n`;
  });
  // As lines, not as one text: that of a large site takes as much memory again.
  const lines = [...sets.keys(), '\n', ...rows];
  const hash = createHash('sha256');
  for (const line of lines) hash.update(line);
  return [`${hash.digest('base64url')}\n`, ...lines];
}

function readList(path: string, name = (text: string): string => text): Map<string, KeptFile> {
  const files = new Map<string, KeptFile>();
  if (!existsSync(path)) return files;
  const whole = readFileSync(path, 'utf8');
  const end = whole.indexOf('\n');
  const text = whole.slice(end + 1);
  if (hashOfBytes(Buffer.from(text)) !== whole.slice(0, end)) return files;
  const [sets = '', rows = ''] = text.split('\n\n');
  const reads = sets
    .split('\n')
    .filter(Boolean)
    .map((set) => (JSON.parse(set) as string[]).map(name));
  for (const row of rows.split('\n').filter(Boolean)) {
    const [file = '', key = '', at = '', answers = '', hash = '', hidden] = row.split('\t');
    files.set(file, { key, reads: reads[Number(at)] ?? [], answers, hash, hidden: hidden === 'hidden' });
  }
  return files;
}
