/** The store of results that the next run can use again: in memory, or in a folder that many processes share. */

import { createHash } from 'node:crypto';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Notice } from '#domain/notice';
import { makeFolder } from '../files.ts';
import { bytesAt, entryOf, firstLine, lineOf } from './entries.ts';
import { damage, listFolder, newFile, newName, noticesOf, openFile, type StoreFile, reasonOf } from './folder.ts';

declare const madeOf: unique symbol;

/** Identifies an input completely; `T` is the type of the result. */
export type Key<T> = string & { readonly [madeOf]: T };

/**
 * Stores the results of steps by their input. What is lost or damaged counts as absent and is made again: a run gives
 * the same result with and without a store.
 */
export interface Store {
  /** The result for an input. `promised`: another entry says that it exists, so its loss is reported. */
  get<T>(key: Key<T>, promised?: boolean): T | undefined;
  /** Stores a result as JSON. Never throws because of the disk: where that takes no more, memory is used. */
  set<T>(key: Key<T>, value: T): void;
  /** All stored results, as JSON without line ends. */
  texts(): Iterable<string>;
  /** Closes the store, and returns notices about it; none of them is an error. */
  close(): Notice[];
}

export const hashOf = (...parts: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length} `).update(part);
  return hash.digest('base64url');
};

/** The key of a result: the name of the step, and everything that decides the result. */
export const keyFor = <T>(step: string, ...input: readonly string[]): Key<T> => hashOf(step, ...input) as Key<T>;

/** An entry whose hash is right holds what `set` was given for its key, so it has the type of the key. */
const valueOf = <T>(json: Buffer | undefined): T | undefined => json && (JSON.parse(json.toString('utf8')) as T);

/** A store for a run without a cache: in memory, as bytes, which take half the space of Chinese strings. */
export function memoryStore(): Store {
  const kept = new Map<string, Buffer>();
  return {
    get: <T>(key: Key<T>) => valueOf<T>(kept.get(key)),
    set: (key, value) => void kept.set(key, Buffer.from(JSON.stringify(value))),
    texts: () => [...kept.values()].map((json) => json.toString('utf8')),
    close: () => [],
  };
}

export interface StoreOptions {
  /** A folder for only this store. It is made when something is stored. */
  folder: string;
  /** 16 characters for the version of the code that makes the values; entries of other versions are not found. */
  version: string;
  /**
   * A size in bytes. Where the files are larger than this, and than four times what a run uses, unused entries are
   * dropped.
   */
  roomy?: number;
  /** Writes to an open file, like Node's function. */
  write?: (handle: number, bytes: Uint8Array) => number;
}

/** Opens a store in a folder. Many processes may use it at once: each writes its own file and reads those of all. */
export const openStore = (options: StoreOptions): Store => new FolderStore(options);

/** Where an entry is: file, first byte, and length without the line end. */
interface Where {
  file: StoreFile;
  at: number;
  length: number;
}

/** When there are more files than this, they are merged. */
const mostFiles = 16;
/** Entries are written in batches of about this many bytes. */
const batchSize = 1 << 20;

class FolderStore implements Store {
  readonly #options: Required<StoreOptions>;
  readonly #notices: Notice[] = [];
  readonly #files: StoreFile[] = [];
  readonly #stale: readonly string[];
  readonly #index = new Map<string, Where>();
  readonly #used = new Set<string>();
  /** The file that this process writes, with what waits to be written. */
  #own: StoreFile | undefined;
  #waiting: { name: string; line: Buffer }[] = [];
  #written = 0;
  /** What could not be written after the disk refused something. */
  #memory: Map<string, Buffer> | undefined;
  #missing = 0;

  constructor(options: StoreOptions) {
    this.#options = { roomy: 512 << 20, write: writeSync, ...options };
    const { mine, stale } = listFolder(options.folder, options.version, this.#notices);
    this.#stale = stale;
    for (const path of mine) {
      const file = openFile(
        path,
        (name, at, length, file) => this.#index.set(name, { file, at, length }),
        this.#notices,
      );
      if (file) this.#files.push(file);
    }
  }

  get<T>(key: Key<T>, promised = false): T | undefined {
    const name = this.#nameOf(key);
    const json = this.#jsonOf(name);
    if (json) this.#used.add(name);
    else if (promised) this.#missing++;
    return valueOf<T>(json);
  }

  set<T>(key: Key<T>, value: T): void {
    const name = this.#nameOf(key);
    this.#used.add(name);
    this.#append(name, lineOf(name, value));
  }

  *texts(): Generator<string> {
    for (const name of new Set([...this.#index.keys(), ...(this.#memory?.keys() ?? [])])) {
      const json = this.#jsonOf(name);
      if (json) yield json.toString('utf8');
    }
  }

  close(): Notice[] {
    const folded = this.#fold();
    this.#flush();
    for (const { handle } of this.#files) closeSync(handle);
    if (!this.#memory) for (const path of [...folded, ...this.#stale]) remove(path);
    const found = this.#files.flatMap(noticesOf);
    return [...this.#notices, ...found, ...(this.#missing ? [incomplete(this.#options.folder, this.#missing)] : [])];
  }

  /** Contains the version, so an entry of another version is not found, whatever its file is called. */
  readonly #nameOf = (key: string): string => hashOf(this.#options.version, key);

  #jsonOf(name: string): Buffer | undefined {
    const where = this.#index.get(name);
    if (where && where.file === this.#own && where.at + where.length > this.#written) this.#flush();
    const kept = this.#memory?.get(name);
    if (kept) return entryOf(kept)?.json;
    if (!where) return undefined;
    const entry = entryOf(this.#lineAt(where));
    if (entry?.key === name) return entry.json;
    // It was whole when the file was opened.
    damage(where.file, where.at);
    this.#index.delete(name);
    return undefined;
  }

  #lineAt({ file, at, length }: Where): Buffer {
    try {
      return bytesAt(file.handle, at, length);
    } catch {
      return Buffer.alloc(0);
    }
  }

  #append(name: string, line: Buffer): void {
    if (!this.#memory) this.#own ??= this.#create();
    if (this.#memory || !this.#own) {
      this.#memory?.set(name, line.subarray(0, -1));
      return;
    }
    this.#index.set(name, { file: this.#own, at: this.#own.size, length: line.length - 1 });
    this.#own.size += line.length;
    this.#waiting.push({ name, line });
    if (this.#own.size - this.#written > batchSize) this.#flush();
  }

  #create(): StoreFile | undefined {
    const { folder, version } = this.#options;
    const path = join(folder, newName(version));
    try {
      makeFolder(folder);
      const handle = openSync(path, 'wx+');
      const file = newFile(path, handle, firstLine.length);
      this.#files.push(file);
      return file;
    } catch (problem) {
      this.#giveUp(problem);
      return undefined;
    }
  }

  #flush(): void {
    if (!this.#own || !this.#waiting.length) return;
    try {
      const bytes = Buffer.concat([...(this.#written ? [] : [firstLine]), ...this.#waiting.map(({ line }) => line)]);
      this.#written += writeAll(this.#own.handle, bytes, this.#options.write);
      this.#waiting = [];
    } catch (problem) {
      this.#giveUp(problem);
    }
  }

  /** The disk refuses. What is not written stays in memory, and the space of the file is freed for the records. */
  #giveUp(problem: unknown): void {
    this.#memory = new Map(this.#waiting.map(({ name, line }) => [name, line.subarray(0, -1)]));
    this.#waiting = [];
    this.#notices.push(notKept(this.#options.folder, reasonOf(problem)));
    // Its contents are read through the open file until the store is closed.
    if (this.#own) remove(this.#own.path);
  }

  /** Copies the entries worth keeping from files that will be deleted to the file of this run; returns those files. */
  #fold(): string[] {
    if (this.#memory) return [];
    const settled = this.#files.filter((file) => file !== this.#own && !file.growing);
    const total = this.#files.reduce((sum, { size }) => sum + size, 0);
    const used = [...this.#used].reduce((sum, name) => sum + (this.#index.get(name)?.length ?? 0), 0);
    const tooMuch = total > Math.max(this.#options.roomy, 4 * used);
    const holding = new Set([...this.#index.values()].map(({ file }) => file));
    const largest = settled.reduce((a, b) => (b.size > a ? b.size : a), 0);
    const tooMany = this.#files.length > mostFiles;
    const going = new Set(
      settled.filter(
        (file) =>
          tooMuch || (tooMany && file.size < largest) || file.cut || file.damaged.count > 0 || !holding.has(file),
      ),
    );
    for (const [name, where] of [...this.#index])
      if (going.has(where.file) && (!tooMuch || this.#used.has(name))) {
        const line = this.#lineAt(where);
        if (entryOf(line)?.key === name) this.#append(name, Buffer.concat([line, Buffer.from('\n')]));
      }
    return [...going].map(({ path }) => path);
  }
}

function writeAll(handle: number, bytes: Uint8Array, write: NonNullable<StoreOptions['write']>): number {
  let written = 0;
  while (written < bytes.length) written += write(handle, bytes.subarray(written));
  return written;
}

/** Deletes a file; one that cannot be deleted does no harm. */
function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The folder may not be written, or on Windows another process holds the file open.
  }
}

/** Whether a notice is about the cache. */
export const concernsCache = ({ rule }: Notice): boolean => rule.startsWith('cache-');

/** Keeps one notice about a disk that takes nothing, however many stores are on it. */
export function onceNotKept(notices: readonly Notice[]): Notice[] {
  const first = notices.find(({ rule }) => rule === notKeptRule);
  return notices.filter((it) => it.rule !== notKeptRule || it === first);
}

const notKeptRule = 'cache-not-kept';

const notKept = (file: string, seen: string): Notice => ({
  severity: 'warning',
  rule: notKeptRule,
  place: { file },
  seen,
  expected: 'a folder that can be written to, on a disk with free space',
  remedy: 'free some space or fix its permissions; the result is the same, but the next run makes it again',
});

const incomplete = (file: string, count: number): Notice => ({
  severity: 'info',
  rule: 'cache-incomplete',
  place: { file },
  seen: `${count} entries that other entries refer to are missing`,
  expected: 'everything that was stored',
  remedy: 'nothing to do: they are made again',
});
