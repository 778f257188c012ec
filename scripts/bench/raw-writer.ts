/** Writes the pages of papers of a site once more, and prints as a line of JSON what that alone costs. */

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder, removeTemporary, temporaryFolder, writeStaged } from '../lib/files.ts';
import { filesBelow } from '../lib/paths.ts';

/** How many pages were written, and the seconds of the processor that it took. */
export interface RawWriting {
  pages: number;
  cpuSeconds: number;
}

const [site = ''] = process.argv.slice(2);
const pages = filesBelow(site)
  .filter((name) => /^(?:[a-z]+\/)?papers\/[^/]+\/index\.html$/u.test(name))
  .map((name) => [name, readFileSync(join(site, name))] as const);
const folder = temporaryFolder();
const begun = process.cpuUsage();
for (const [name, bytes] of pages) {
  const to = join(folder, name);
  makeFolder(dirname(to));
  writeStaged(to, bytes);
}
const { user, system } = process.cpuUsage(begun);
removeTemporary(folder);
const written: RawWriting = { pages: pages.length, cpuSeconds: (user + system) / 1e6 };
process.stdout.write(`${JSON.stringify(written)}\n`);
