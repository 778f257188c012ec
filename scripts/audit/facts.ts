/** What the audit has read of files, kept by their bytes: of a file that did not change nothing is read again. */

import type { Notice } from '#domain/notice';
import { packages, versionOf, type Files } from '../lib/digest.ts';
import { hashOf, keyFor, openStore, type Store } from '../lib/store/index.ts';
import { projectRoot } from '../run.ts';
import { readPage, type Page } from './page.ts';

/** All code that reads a file alone, and the packages that it uses. */
export const factCode: Files = { root: projectRoot, names: ['scripts/audit', ...packages] };

/** A page without its own name, its sets and maps as lists. */
type KeptPage = Omit<Page, 'file' | 'ids' | 'doubledIds' | 'links' | 'references' | 'alternates'> & {
  lists: [ids: string[], doubledIds: string[], links: string[], references: string[]];
  alternates: [string, string][];
};

/** Reads files, or finds what an earlier run has read of the same bytes. */
export class Facts {
  readonly #store: Store | undefined;

  /** `cache` is the folder of the cache; without one everything is read. */
  constructor(cache?: string) {
    this.#store = cache === undefined ? undefined : openStore({ folder: cache, version: versionOf(factCode) });
  }

  /** A page. `keep` returns the copy of a text that stays in memory. */
  page(file: string, html: string, keep: (text: string) => string): Page {
    if (!this.#store) return readPage(file, html, keep);
    const key = keyFor<KeptPage>('page', hashOf(html));
    const known = this.#store.get(key);
    if (known) return pageOf(file, known, keep);
    const page = readPage(file, html, keep);
    this.#store.set(key, keptOf(page));
    return page;
  }

  /** The fault of a data file, found by `find`, which is a function of the text alone. */
  fault(kind: string, text: string, find: (text: string) => string | undefined): string | undefined {
    if (!this.#store) return find(text);
    const key = keyFor<{ fault?: string }>(kind, hashOf(text));
    const known = this.#store.get(key);
    if (known) return known.fault;
    const fault = find(text);
    this.#store.set(key, fault === undefined ? {} : { fault });
    return fault;
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
