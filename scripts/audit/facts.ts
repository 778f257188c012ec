/** What the audit has read of files, kept by their bytes: a file that did not change is not read again. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Notice } from '#domain/notice';
import { versionOf } from '../lib/digest.ts';
import { FileHashes } from '../lib/file-hashes.ts';
import { keyFor, memoryStore, openStore, type Store } from '../lib/store/index.ts';
import { factCode, PageFacts } from './page-facts.ts';
import type { Page } from './page.ts';

/** Reads files of a site, or finds what an earlier step or run has read of the same bytes. */
export class Facts {
  readonly #folder: string;
  readonly #pages: PageFacts;
  readonly #store: Store;
  readonly #hashes: FileHashes;

  /** `cache` is the folder of the cache; without one everything is read. */
  constructor(folder: string, cache?: string, hashes = new FileHashes()) {
    this.#folder = folder;
    this.#pages = new PageFacts(cache);
    this.#store = cache === undefined ? memoryStore() : openStore({ folder: cache, version: versionOf(factCode) });
    this.#hashes = hashes;
  }

  page(file: string): Page {
    const { hash, text } = this.#open(file);
    return this.#pages.page(file, hash, text);
  }

  /** The fault of a data file, found by `find`, which is a function of the text alone. */
  fault = (kind: string, file: string, find: (text: string) => string | undefined): string | undefined => {
    const { hash, text } = this.#open(file);
    const key = keyFor<{ fault?: string }>(kind, hash);
    const known = this.#store.get(key);
    if (known) return known.fault;
    const fault = find(text());
    this.#store.set(key, fault === undefined ? {} : { fault });
    return fault;
  };

  close(): Notice[] {
    this.#pages.close();
    return this.#store.close();
  }

  #open(file: string): { hash: string; text: () => string } {
    const path = join(this.#folder, file);
    const { hash, bytes } = this.#hashes.of(path);
    return { hash, text: () => (bytes ?? readFileSync(path)).toString('utf8') };
  }
}
