/** The options of an import, and what each of its steps has at hand. */

import { join } from 'node:path';
import type { Notice } from '#domain/notice';
import { packages, type Files } from '../lib/digest.ts';
import type { OwnFolder } from '../lib/own-folder.ts';
import type { Store } from '../lib/store/index.ts';

/** A file that a person has just added to the sources. */
export interface Added {
  /** The older scrape that had the same name. */
  replaces?: string;
  /** Whether its sidecar counts as the person's own statement. */
  trustsSidecar: boolean;
}
export type AddedFiles = ReadonlyMap<string, Added>;

export interface ImportOptions {
  /** The folder of the review: corrections, ids.yaml, screening.yaml and vocabulary are read from it. */
  contentDir: string;
  /**
   * Where papers, ledger.json and new rows of ids.yaml are written; the content folder where absent. Nothing is written
   * elsewhere.
   */
  outDir?: string;
  /** Files that a person has just added with `npm run add`. */
  added?: AddedFiles;
  /** The folder of scrapes; `sources` in the content folder where absent. */
  sourcesDir?: string;
  /**
   * Caches what was read of unchanged sources. Without it, and with `check`, everything is made again. The result is
   * the same.
   */
  cacheDir?: string;
  /** Writes nothing; says how the files in the folder differ from a fresh import. */
  check?: boolean;
  /** Called now and then with a line of progress. */
  onProgress?: (text: string) => void;
}

/** A running import. Each step adds to `notices` what a person should know. */
export interface ImportRun {
  /** Where the results go. */
  folder: OwnFolder;
  contentDir: string;
  outDir: string;
  sourcesDir: string;
  added: AddedFiles;
  check: boolean;
  store: Store;
  notices: Notice[];
  onProgress: (text: string) => void;
}

/** Whether there is an error, so that no result may be written. */
export const hasErrors = ({ notices }: Pick<ImportRun, 'notices'>): boolean =>
  notices.some(({ severity }) => severity === 'error');

/** All code that decides the result of an import, and the packages that it uses. */
export const importCode: Files = {
  root: join(import.meta.dirname, '..', '..'),
  names: ['scripts/formats', 'scripts/lib', 'scripts/pipeline', 'src/domain', 'src/text', ...packages],
};
