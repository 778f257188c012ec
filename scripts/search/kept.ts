/** What the search has read and made of single texts, kept for the next build. */

import type { HanFold } from '#search/words';
import { packages, versionOf, type Files } from '../lib/digest.ts';
import { keyFor, memoryStore, openStore, type Store } from '../lib/store/index.ts';
import { projectRoot } from '../run.ts';
import { readRecord, type ReadRecord, type RecordTexts } from './record.ts';

/** All code that reads the texts of a record or a page, and the packages that it uses. */
const searchCode: Files = {
  root: projectRoot,
  names: ['scripts/search', 'scripts/formats/text', 'src/search', 'src/domain', 'src/text', ...packages],
};

/** The store in a folder; without one nothing outlives the run. */
export const openSearchStore = (folder?: string): Store =>
  folder === undefined ? memoryStore() : openStore({ folder, version: versionOf(searchCode) });

/** What `make` gives, or what it gave in an earlier run: the code, the kind and the texts decide it. */
export function kept<T>(store: Store, kind: string, texts: readonly string[], make: () => T): T {
  const key = keyFor<T>(kind, ...texts);
  const known = store.get(key);
  if (known !== undefined) return known;
  const made = make();
  store.set(key, made);
  return made;
}

/** Reads records, or finds what an earlier run has read of the same texts. */
export const readRecords = (stated: readonly RecordTexts[], fold: HanFold, store: Store): ReadRecord[] =>
  stated.map((texts) => kept(store, 'record', [JSON.stringify(texts)], () => readRecord(texts, fold)));
