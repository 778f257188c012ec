/** What is read of papers and sections for the index, kept by their texts. */

import type { Notice } from '#domain/notice';
import type { HanFold } from '#search/words';
import { packages, versionOf, type Files } from '../lib/digest.ts';
import { keyFor, openStore } from '../lib/store/index.ts';
import { projectRoot } from '../run.ts';
import { readRecord, type ReadRecord, type RecordTexts } from './record.ts';

/** All code that reads the texts of a record, and the packages that it uses. */
const searchCode: Files = {
  root: projectRoot,
  names: ['scripts/search', 'scripts/formats/text', 'src/search', 'src/domain', 'src/text', ...packages],
};

/**
 * Reads records, or finds what an earlier run has read of the same texts; without a `cache`, which is a folder,
 * everything is read. The notices are about the cache.
 */
export function readRecords(
  stated: readonly RecordTexts[],
  fold: HanFold,
  cache?: string,
): { records: ReadRecord[]; notices: Notice[] } {
  if (cache === undefined) return { records: stated.map((texts) => readRecord(texts, fold)), notices: [] };
  const store = openStore({ folder: cache, version: versionOf(searchCode) });
  const records = stated.map((texts) => {
    const key = keyFor<ReadRecord>('record', JSON.stringify(texts));
    const known = store.get(key);
    if (known) return known;
    const made = readRecord(texts, fold);
    store.set(key, made);
    return made;
  });
  return { records, notices: store.close() };
}
