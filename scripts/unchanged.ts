import { basename, resolve } from 'node:path';
import type { Notice } from '#domain/notice';
import { digestOf } from './lib/digest.ts';
import { lockName, temporaryOf } from './lib/names.ts';
import { concernsCache, keyFor, openStore, type Key, type Store } from './lib/store/index.ts';

/** A build that ended well: the site that it made, as a digest, and what was told of it. */
interface Built {
  site: string;
  notices: Notice[];
}

/** Builds that ended well. Their keys name all that they were made of, so one version is enough. */
export const openBuilds = (folder: string): Store => openStore({ folder, version: 'builds-version-1', roomy: 8 << 20 });

/** By what it was made of, so that no build is taken for another, and by where it is. */
const keyOf = (made: string, out: string): Key<Built> => keyFor('built', made, resolve(out));

/** Without what is there for the time of a run alone, such as the lock of the build itself. */
const siteIn = (out: string): string => digestOf({ root: out, skip: (path) => isPassing(basename(path)) });
const isPassing = (name: string): boolean => name.endsWith(lockName) || temporaryOf(name) !== undefined;

/** What was told of a build that made of just this the very site that is in `out`; nothing where none did. */
export function toldOfSame(store: Store, made: string, out: string): Notice[] | undefined {
  const built = store.get(keyOf(made, out));
  return built?.site === siteIn(out) ? built.notices : undefined;
}

/** Keeps a build that ended well, for `toldOfSame`. What was told of the cache then is not true of it later. */
export const keepBuilt = (store: Store, made: string, out: string, notices: Notice[]): void =>
  store.set(keyOf(made, out), { site: siteIn(out), notices: notices.filter((it) => !concernsCache(it)) });
