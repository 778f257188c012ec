/** Lends the site what earlier builds have made of records, and stores what it adds. */

import { readFileSync } from 'node:fs';
import type { Notice } from '#domain/notice';
import type { LentRow } from '../src/site/lent.ts';
import { packages, versionOf, type Files } from './lib/digest.ts';
import { writeStaged } from './lib/files.ts';
import { keyFor, openStore } from './lib/store/index.ts';
import { projectRoot } from './run.ts';

/** All code that decides how a reference and a piece of a list are written, and the packages that it uses. */
export const lentCode: Files = {
  root: projectRoot,
  names: [
    'src/site/references',
    'src/site/piece-bytes.ts',
    'src/site/record-hash.ts',
    'src/site/lent.ts',
    'src/site/content-folder.ts',
    'src/site/slice.ts',
    'src/site/index-review.ts',
    'src/citations',
    'src/domain',
    'src/text',
    ...packages,
  ],
};

/**
 * Writes what is kept in the cache to a file for this build (`src/site/lent.ts` describes it). Returns a function that
 * stores what the site has added, and returns notices.
 */
export function lend(folder: string, file: string): () => Notice[] {
  const store = openStore({ folder, version: versionOf(lentCode) });
  const lent = [...store.texts()].map((row) => `${row}\n`);
  writeStaged(file, lent);
  return () => {
    for (const line of readFileSync(file, 'utf8').split('\n').slice(lent.length)) {
      const row = rowOf(line);
      if (row) store.set(keyFor<LentRow>('lent', row[0]), row);
    }
    return store.close();
  };
}

/** Reads a row that the site has written; `undefined` for an incomplete one, which a killed process leaves. */
function rowOf(line: string): LentRow | undefined {
  try {
    return line ? (JSON.parse(line) as LentRow) : undefined;
  } catch {
    return undefined;
  }
}
