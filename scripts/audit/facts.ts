/**
 * What was read of files for the audit, kept by their bytes: a page is read by the step that makes it, and no file that
 * did not change is read again.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Notice } from '#domain/notice';
import { packages, versionOf, type Files } from '../lib/digest.ts';
import { FileHashes } from '../lib/file-hashes.ts';
import { keyFor, openStore, type Store } from '../lib/store/index.ts';
import { projectRoot } from '../run.ts';
import { readPage, type Page } from './page.ts';

/** All code that reads single files, and the packages that it uses. */
const factCode: Files = { root: projectRoot, names: ['scripts/audit', ...packages] };

/** A page without its own name, its sets and maps as lists. */
type KeptPage = Omit<Page, 'file' | 'ids' | 'doubledIds' | 'links' | 'references' | 'alternates'> & {
  lists: [ids: string[], doubledIds: string[], links: string[], references: string[]];
  alternates: [string, string][];
};

/** What the step that makes a page asks of it. */
type Said = Pick<KeptPage, 'noindex' | 'redirect'>;

/** Reads files of a site, or finds what an earlier step or run has read of the same bytes. */
export class Facts {
  readonly #folder: string;
  readonly #store: Store | undefined;
  readonly #hashes: FileHashes;

  /** `cache` is the folder of the cache; without one everything is read. */
  constructor(folder: string, cache?: string, hashes = new FileHashes(), room: { roomy?: number } = {}) {
    this.#folder = folder;
    this.#store = cache === undefined ? undefined : openStore({ folder: cache, version: versionOf(factCode), ...room });
    this.#hashes = hashes;
  }

  /** For the step that makes pages: what it does not ask for is of pages that it keeps, so it drops nothing. */
  static ofMade(cache: string): Facts {
    return new Facts('', cache, undefined, { roomy: Infinity });
  }

  /** Reads a page that was made now, with the hash of its bytes. */
  made(hash: string, html: string): Said {
    return this.#ofBytes('page', hash, () => keptOf(readPage('', html)));
  }

  /** A page. `keep` returns the copy of a text that stays in memory. */
  page(file: string, keep: (text: string) => string): Page {
    const known = this.#known('page', file, (text) => keptOf(readPage(file, text, keep)));
    return pageOf(file, known, keep);
  }

  /** The fault of a data file, found by `find`, which is a function of the text alone. */
  fault = (kind: string, file: string, find: (text: string) => string | undefined): string | undefined =>
    this.#known<{ fault?: string }>(kind, file, (text) => {
      const fault = find(text);
      return fault === undefined ? {} : { fault };
    }).fault;

  #known<T>(kind: string, file: string, read: (text: string) => T): T {
    const path = join(this.#folder, file);
    if (!this.#store) return read(readFileSync(path, 'utf8'));
    const { hash, bytes } = this.#hashes.of(path);
    return this.#ofBytes(kind, hash, () => read((bytes ?? readFileSync(path)).toString('utf8')));
  }

  #ofBytes<T>(kind: string, hash: string, read: () => T): T {
    const key = keyFor<T>(kind, hash);
    const known = this.#store?.get(key);
    if (known !== undefined) return known;
    const made = read();
    this.#store?.set(key, made);
    return made;
  }

  close(): Notice[] {
    return this.#store?.close() ?? [];
  }
}

function keptOf({ file: _, ids, doubledIds, links, references, alternates, ...page }: Page): KeptPage {
  return {
    ...page,
    lists: [[...ids], [...doubledIds], [...links], [...references]],
    alternates: [...alternates],
  };
}

function pageOf(file: string, { lists, alternates, ...page }: KeptPage, keep: (text: string) => string): Page {
  const [ids, doubledIds, links, references] = lists.map((list) => new Set(list.map(keep)));
  const none = new Set<string>();
  return {
    ...page,
    // JSON leaves out what is absent.
    canonical: page.canonical,
    policy: page.policy === undefined ? undefined : keep(page.policy),
    resources: page.resources.map(({ address, as }) => ({ address: keep(address), as })),
    file,
    ids: ids ?? none,
    doubledIds: doubledIds ?? none,
    links: links ?? none,
    references: references ?? none,
    alternates: new Map(alternates),
  };
}
