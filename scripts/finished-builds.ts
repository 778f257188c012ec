/** Remembers finished builds, so that a build with equal input is skipped. */

import { basename, resolve } from 'node:path';
import type { Notice } from '#domain/notice';
import { stampsOf, stateOf, type Files } from './lib/digest.ts';
import { FileHashes } from './lib/file-hashes.ts';
import { lockName, temporaryOf } from './lib/names.ts';
import { concernsCache, keyFor, openStore, type Key, type Store } from './lib/store/index.ts';

/** A build that ended well: the digest of its site, the stamps of its files then, and the notices that it gave. */
interface Built {
  site: string;
  stamps?: string;
  notices: Notice[];
}

/**
 * Builds that ended well. Their keys contain everything that they were made of, so one version of the store is enough.
 */
export const openBuilds = (folder: string): Store => openStore({ folder, version: 'builds-version-1', roomy: 8 << 20 });

/** The key contains what the build was made of and where it is, so no build is taken for another. */
const keyOf = (made: string, out: string): Key<Built> => keyFor('built', made, resolve(out));

/** The files of a site without what exists only during a run, such as the lock of the build. */
const siteIn = (out: string): Files => ({ root: out, skip: (path) => isPassing(basename(path)) });
const isPassing = (name: string): boolean => name.endsWith(lockName) || temporaryOf(name) !== undefined;

/**
 * The notices of an earlier build that made this very site in `out` from the same input; `undefined` if there was
 * none. Where no stamp of a file differs, none is read.
 */
export function noticesOfEqualBuild(store: Store, made: string, out: string): Notice[] | undefined {
  const built = store.get(keyOf(made, out));
  if (!built) return undefined;
  const site = siteIn(out);
  const same = built.stamps === stampsOf(site) || built.site === stateOf(site, new FileHashes()).digest;
  return same ? built.notices : undefined;
}

/** Stores a build that ended well. Notices about the cache are left out, because they will not be true later. */
export function keepBuilt(
  store: Store,
  made: string,
  out: string,
  { notices, hashes = new FileHashes() }: { notices: Notice[]; hashes?: FileHashes },
): void {
  const { digest: site, stamped: stamps, settled } = stateOf(siteIn(out), hashes);
  const kept = notices.filter((it) => !concernsCache(it));
  store.set(keyOf(made, out), { site, ...(settled ? { stamps } : {}), notices: kept });
}
