import { join } from 'node:path';
import type { Notice } from '#domain/notice';
import { packages, type Files } from '../lib/digest.ts';
import type { OwnFolder } from '../lib/own-folder.ts';
import type { Store } from '../lib/store/index.ts';

/** What an import is asked to do, and what each of its steps has at hand. */

/** A file that a person has just put among the sources. */
export interface Added {
  /** The older scrape under whose name it came. */
  replaces?: string;
  /** Whether what its sidecar says is the person's word. */
  trustsSidecar: boolean;
}
export type AddedFiles = ReadonlyMap<string, Added>;

export interface ImportOptions {
  /** The review's own folder: corrections, ids.yaml, screening.yaml and vocabulary are read from it. */
  contentDir: string;
  /** Where papers, ledger.json and new rows of ids.yaml go; the content folder where absent. Nothing is written elsewhere. */
  outDir?: string;
  /** Files that a person has just put among the sources, with `npm run add`. */
  added?: AddedFiles;
  /** The scrapes; `sources` of the content folder where absent. */
  sourcesDir?: string;
  /** Keeps what was read of unchanged sources; without it, and with `check`, all is made anew. The outcome is the same. */
  cacheDir?: string;
  /** Writes nothing; says how the files in the folder differ from a fresh import. */
  check?: boolean;
  /** Called now and then with a line of progress. */
  onProgress?: (text: string) => void;
}

/** One import while it runs. Each step adds to `notices` what a person should know. */
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

/** Whether something was found with which no result may be written. */
export const hasErrors = ({ notices }: Pick<ImportRun, 'notices'>): boolean =>
  notices.some(({ severity }) => severity === 'error');

/** All code that decides what an import comes to, and the packages that it runs on. */
export const importCode: Files = {
  root: join(import.meta.dirname, '..', '..'),
  names: ['scripts/formats', 'scripts/lib', 'scripts/pipeline', 'src/domain', 'src/text', ...packages],
};
