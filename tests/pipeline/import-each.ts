import { copyFileSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { citationFormats } from '../../src/citations/index.ts';
import { importReview } from '../../scripts/pipeline/import-review.ts';
import { papersIn } from './papers-in.ts';

/**
 * Imports each file as a review of its own below a folder, and writes every export of it. Prints a line of JSON before
 * each file and one after, so that the parent process knows which file does not end. Arguments: the folder, then the
 * files.
 */
const [into = '', ...files] = process.argv.slice(2);
const tell = (line: object): boolean => process.stdout.write(`${JSON.stringify(line)}\n`);

for (const path of files) {
  const file = basename(path);
  tell({ file });
  const folder = join(into, file);
  mkdirSync(join(folder, 'sources'), { recursive: true });
  copyFileSync(path, join(folder, 'sources', file));
  const begun = process.cpuUsage();
  const { notices, sources } = await importReview({ contentDir: folder });
  const papers = [...papersIn(folder).values()];
  for (const format of citationFormats) format.write(papers);
  const { user, system } = process.cpuUsage(begun);
  const polluted = Object.keys(Object.prototype).length > 0;
  tell({ file, milliseconds: (user + system) / 1000, outcome: sources[0]?.outcome, notices, polluted });
}
