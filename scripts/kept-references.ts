/** Gives the site the references that earlier builds formatted, and stores those that it adds. */

import { readFileSync } from 'node:fs';
import type { Notice } from '#domain/notice';
import type { LentReference } from '../src/site/references/lent.ts';
import { packages, versionOf, type Files } from './lib/digest.ts';
import { writeStaged } from './lib/files.ts';
import { keyFor, openStore } from './lib/store/index.ts';
import { projectRoot } from './run.ts';

/** All code that decides how a reference is written, and the packages that it uses. */
export const referenceCode: Files = {
  root: projectRoot,
  names: [
    'src/site/references',
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
 * Writes the references that are kept in the cache to a file for this build (`src/site/references/lent.ts` describes
 * it). Returns a function that stores those which the site has added, and returns notices.
 */
export function lendReferences(folder: string, file: string): () => Notice[] {
  const store = openStore({ folder, version: versionOf(referenceCode) });
  const lent = [...store.texts()].map((row) => `${row}\n`);
  writeStaged(file, lent);
  return () => {
    for (const line of readFileSync(file, 'utf8').split('\n').slice(lent.length)) {
      const row = rowOf(line);
      if (row) store.set(keyFor<LentReference>('reference', row[0]), row);
    }
    return store.close();
  };
}

/** Reads a row that the site has written; `undefined` for an incomplete one, which a killed process leaves. */
function rowOf(line: string): LentReference | undefined {
  try {
    return line ? (JSON.parse(line) as LentReference) : undefined;
  } catch {
    return undefined;
  }
}
