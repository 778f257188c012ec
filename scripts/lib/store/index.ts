import { createHash } from 'node:crypto';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Notice } from '#domain/notice';
import { makeFolder } from '../files.ts';
import { bytesAt, entryOf, firstLine, lineOf } from './entries.ts';
import {
  damage,
  isLiving,
  listFolder,
  newFile,
  newName,
  noticesOf,
  openFile,
  type StoreFile,
  reasonOf,
} from './folder.ts';

declare const madeOf: unique symbol;

/** Names an input whole; `T` is the type of what is made of it. */
export type Key<T> = string & { readonly [madeOf]: T };

/**
 * Keeps what a step made of its input. Whatever is lost or damaged is as if it had never been there, and is made again: a
 * run comes to the same with a store and without it.
 */
export interface Store {
  /** What was made of an input; `promised` where another entry says that it is there, so that its loss is told. */
  get<T>(key: Key<T>, promised?: boolean): T | undefined;
  /** Keeps what was made of an input, as JSON. Never throws for the disk: where that takes no more, memory does. */
  set<T>(key: Key<T>, value: T): void;
  /** Everything that is kept. */
  values(): Iterable<unknown>;
  /** Ends the use of the store, and returns what people are to know of it: no error is among these notices. */
  close(): Notice[];
}

export const hashOf = (...parts: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length} `).update(part);
  return hash.digest('base64url');
};

/** The key of what a step makes: the step's name, and all that decides what comes of it. */
export const keyFor = <T>(step: string, ...input: readonly string[]): Key<T> => hashOf(step, ...input) as Key<T>;

/** What a proven entry holds is what `set` was given for its key, and so of the key's type. */
const valueOf = <T>(json: Buffer | undefined): T | undefined => json && (JSON.parse(json.toString('utf8')) as T);

/** For a run without a cache: in memory, as bytes, which take half of what strings of Chinese take. */
export function memoryStore(): Store {
  const kept = new Map<string, Buffer>();
  return {
    get: <T>(key: Key<T>) => valueOf<T>(kept.get(key)),
    set: (key, value) => void kept.set(key, Buffer.from(JSON.stringify(value))),
    values: () => [...kept.values()].map((json) => valueOf(json)),
    close: () => [],
  };
}

export interface StoreOptions {
  /** Of this store alone. It is made when something is kept. */
  folder: string;
  /** 16 characters that stand for the code that makes the values and all that it runs on: entries of others are not seen. */
  version: string;
  /**
   * Bytes. Where files together are larger than this, and than four times what a run uses, what it does not use is dropped.
   */
  roomy?: number;
  /** Writes to an open file, as Node does. */
  write?: (handle: number, bytes: Uint8Array) => number;
}

/** A store in a folder. Many processes may use it at once: each writes a file of its own, and reads those of all. */
export const openStore = (options: StoreOptions): Store => new FolderStore(options);

/** Where an entry is: from this byte of this file, so many bytes without the line's end. */
interface Where {
  file: StoreFile;
  at: number;
  length: number;
}

/** More files than this are made one. */
const mostFiles = 16;
/** Entries are written together, about so many bytes at a time. */
const batchSize = 1 << 20;

class FolderStore implements Store {
  readonly #options: Required<StoreOptions>;
  readonly #notices: Notice[] = [];
  readonly #files: StoreFile[] = [];
  readonly #stale: readonly string[];
  readonly #index = new Map<string, Where>();
  readonly #used = new Set<string>();
  /** What this process writes: its file, and what waits to be written. */
  #own: StoreFile | undefined;
  #waiting: { name: string; line: Buffer }[] = [];
  #written = 0;
  /** What could not be written, once the disk has refused something. */
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

  *values(): Generator {
    for (const name of new Set([...this.#index.keys(), ...(this.#memory?.keys() ?? [])])) {
      const json = this.#jsonOf(name);
      if (json) yield valueOf(json);
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

  /** With the version in it: an entry of another is not found, whatever its file is called. */
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

  /** The disk refuses: what is not written stays in memory, and the room that was taken is given back to the records. */
  #giveUp(problem: unknown): void {
    this.#memory = new Map(this.#waiting.map(({ name, line }) => [name, line.subarray(0, -1)]));
    this.#waiting = [];
    this.#notices.push(notKept(this.#options.folder, reasonOf(problem)));
    // What it holds is read through the open file until the store is closed.
    if (this.#own) remove(this.#own.path);
  }

  /** Copies what is worth keeping out of files that are to go into the one that this run writes; returns those files. */
  #fold(): string[] {
    if (this.#memory) return [];
    const settled = this.#files.filter((file) => file !== this.#own && !isLiving(file.path));
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

/** What cannot be removed does no harm where it is. */
function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // A folder that may not be written, or a file that another process of Windows holds open.
  }
}

/** Whether a notice tells of the cache. */
export const concernsCache = ({ rule }: Notice): boolean => rule.startsWith('cache-');

/** One word on a disk that takes nothing is enough, however many stores are on it. */
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
  expected: 'a folder that can be written, on a disk with room',
  remedy: 'make room or fix its permissions; what was made is the same, but the next run makes it anew',
});

const incomplete = (file: string, count: number): Notice => ({
  severity: 'info',
  rule: 'cache-incomplete',
  place: { file },
  seen: `${count} entries that others name are not there`,
  expected: 'all that was kept',
  remedy: 'nothing: they are made anew',
});
