/** Benchmark of the import: seconds by number of pages, for all of them and for one that changed. */

import { join } from 'node:path';
import { appendRows, copyFolder, removeTemporary, temporaryFolder } from '../lib/files.ts';
import { projectRoot, runNode } from '../run.ts';
import type { Benchmark, Figure } from './benchmark.ts';
import { writePages } from './pages.ts';

const sizes = (process.env['BENCH_IMPORT'] ?? '10000,20000').split(',').map(Number);

interface Run {
  papers: number;
  sourcesRead: number;
  papersMade: number;
  errors: number;
  cpuSeconds: number;
  peakMegabytes: number;
}

/**
 * Measures the import over generated pages: its time must grow in proportion to their number, and one changed page must
 * cost the work for one.
 */
export const importBenchmark: Benchmark = {
  name: 'import',
  measures: `${sizes.join(' and ')} made-up pages of four layouts (BENCH_IMPORT=1000,2000 for others), sources to records and ledger`,
  async run() {
    const figures: Figure[] = [];
    const seconds: number[] = [];
    for (const size of sizes) {
      const folder = temporaryFolder();
      try {
        writePages(folder, size);
        copyFolder(join(projectRoot, 'content', 'vocabulary'), join(folder, 'vocabulary'));
        const cold = await importOnce(folder);
        seconds.push(cold.cpuSeconds);
        figures.push(
          { what: `${size} pages: papers`, value: cold.papers, unit: '' },
          { what: `${size} pages: processor time`, value: cold.cpuSeconds, unit: 's' },
          { what: `${size} pages: peak memory`, value: cold.peakMegabytes, unit: 'MB' },
        );
        if (size === sizes[0]) figures.push(...(await changedOne(folder, size)));
      } finally {
        removeTemporary(folder);
      }
    }
    const [one = 1, two = 1] = seconds;
    if (seconds.length > 1)
      figures.push({ what: `processor time ${sizes[1]} : ${sizes[0]} pages`, value: two / one, unit: '' });
    return figures;
  },
};

/** Fills the cache, changes one page, and imports again. */
async function changedOne(folder: string, size: number): Promise<Figure[]> {
  const cache = join(folder, '.cache');
  await importOnce(folder, cache);
  appendRows(join(folder, 'sources', '000003.txt'), 'Keywords: added\n');
  const again = await importOnce(folder, cache);
  return [
    { what: `one page of ${size} changed: sources read again`, value: again.sourcesRead, unit: '' },
    { what: `one page of ${size} changed: papers made again`, value: again.papersMade, unit: '' },
    { what: `one page of ${size} changed: processor time`, value: again.cpuSeconds, unit: 's' },
  ];
}

async function importOnce(folder: string, cache = ''): Promise<Run> {
  const { code, output } = await runNode(['scripts/bench/import-once.ts', folder, cache], { output: 'collect' });
  const line = output.split('\n').find((it) => it.startsWith('{'));
  if (code !== 0 || !line) throw new Error(output);
  const run = JSON.parse(line) as Run;
  if (run.errors) throw new Error(`${run.errors} errors in the import of ${folder}`);
  return run;
}
