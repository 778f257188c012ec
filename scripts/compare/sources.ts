/** Gathers the sources that `npm run compare` reads with the code of both trees. */

import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { copyFolder, makeFolder, temporaryFolder } from '../lib/files.ts';
import { filesBelow } from '../lib/paths.ts';
import { projectRoot } from '../run.ts';

/** All sources of a comparison, copied into one folder under flat names. */
export interface Sources {
  folder: string;
  count: number;
  /** Flat name -> the path that a reader of the output recognises. */
  names: Map<string, string>;
}

/** Folders with sources, relative to the project; those beside the project may be absent. */
const places = [
  'content/sources',
  'tests/fixtures/formats',
  'tests/fixtures/references',
  'tests/fixtures/layouts',
  'tests/fixtures/layouts-apart',
  'tests/fixtures/attacks',
  'tests/fixtures/odd-review/sources',
  '../shared/samples/pages',
  '../shared/exports',
  '../shared/cases',
  '../shared/attacks',
];

/** Files beside sources that are not sources: labels, expected values, descriptions. */
const noSource = /(?:^|\/)(?:gold\/.*|expected.*\.json|README\.md|case\.md|right\.txt|attacks\.jsonl)$/u;

/** Copies every source whose path `fits` into a temporary folder. The caller removes the folder. */
export function gatherSources(fits: (path: string) => boolean): Sources {
  const folder = temporaryFolder();
  makeFolder(join(folder, 'sources'));
  const names = new Map<string, string>();
  for (const place of places.filter((it) => existsSync(join(projectRoot, it))))
    for (const file of filesBelow(join(projectRoot, place))) {
      const path = `${place}/${file}`;
      if (noSource.test(file) || !fits(path)) continue;
      const flat = path.replace(/^\.\.\//u, '').replaceAll('/', '__');
      copyFolder(join(projectRoot, path), join(folder, 'sources', flat));
      names.set(flat, path);
    }
  return { folder, count: names.size, names };
}

/** Replaces flat names by paths wherever they are in a text. */
export const mapOf =
  ({ names }: Sources) =>
  (file: string): string =>
    names.get(basename(file)) ?? file;
