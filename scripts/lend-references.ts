import { readFileSync } from 'node:fs';
import type { Notice } from '#domain/notice';
import type { LentReference } from '../src/site/references/lent.ts';
import { packages, versionOf, type Files } from './lib/digest.ts';
import { writeStaged } from './lib/files.ts';
import { keyFor, openStore } from './lib/store/index.ts';
import { projectRoot } from './run.ts';

/** All code that decides how a reference reads, and the packages that it runs on. */
export const referenceCode: Files = {
  root: projectRoot,
  names: ['src/site/references', 'src/citations', 'src/domain', 'src/text', ...packages],
};

/**
 * Writes the references that are kept in a folder of the cache to a file of this build alone (`src/site/references/lent.ts`
 * says what stands in it). What is returned keeps those that the site has added, and returns what is to be told.
 */
export function lendReferences(folder: string, file: string): () => Notice[] {
  const store = openStore({ folder, version: versionOf(referenceCode) });
  const lent = [...store.values()].map((row) => `${JSON.stringify(row)}\n`);
  writeStaged(file, lent);
  return () => {
    for (const line of readFileSync(file, 'utf8').split('\n').slice(lent.length)) {
      const row = rowOf(line);
      if (row) store.set(keyFor<LentReference>('reference', row[0]), row);
    }
    return store.close();
  };
}

/** A row that the site has written; nothing for half a one, which a process that was killed leaves. */
function rowOf(line: string): LentReference | undefined {
  try {
    return line ? (JSON.parse(line) as LentReference) : undefined;
  } catch {
    return undefined;
  }
}
