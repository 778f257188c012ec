/** Benchmark of a whole build: processor seconds and peak memory (megabytes) by number of pages. */

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { appendRows, copyFolder, makeFolder, removeTemporary, temporaryFolder } from '../lib/files.ts';
import { finished, projectRoot } from '../run.ts';
import type { Benchmark, Figure } from './benchmark.ts';
import { haveRecords } from './corpus.ts';
import { writePages } from './pages.ts';
import { writeRecordPages } from './record-pages.ts';

const sizes = (process.env['BENCH_BUILD'] ?? '1000,2000').split(',').map(Number);

/** GNU time includes the programs that a program starts, here Astro and Pagefind. */
const time = '/usr/bin/time';

interface Cost {
  cpuSeconds: number;
  peakMegabytes: number;
}

/** Measures a whole build over generated pages: its time must grow in proportion to their number. */
export const buildBenchmark: Benchmark = {
  name: 'build',
  measures: `${sizes.join(' and ')} pages (BENCH_BUILD=100,200 for others), sources to the audited site: of real records where they are beside the project, else made up`,
  async run() {
    if (!existsSync(time)) return [{ what: `no GNU time at ${time}: nothing measured`, value: 0, unit: '' }];
    const figures: Figure[] = [];
    const seconds: number[] = [];
    for (const size of sizes) {
      const folder = temporaryFolder();
      try {
        await makeReview(join(folder, 'content'), size);
        const cold = await costOf(folder);
        seconds.push(cold.cpuSeconds);
        const ratio = (what: string, cost: Cost, most: number): Figure[] => [
          ...rows(`${size} pages, ${what}`, cost),
          { what: `${size} pages, ${what} : all`, value: cost.cpuSeconds / cold.cpuSeconds, unit: '', most },
        ];
        const papers = (await readdir(join(folder, 'content', 'papers'))).filter((name) =>
          name.endsWith('.json'),
        ).length;
        figures.push({ what: `${size} pages: papers`, value: papers, unit: '' }, ...rows(`${size} pages`, cold));
        if (size !== sizes[0]) continue;
        figures.push(...ratio('nothing changed', await costOf(folder), 0.3));
        appendRows(join(folder, 'content', 'sources', '000010.txt'), 'Keywords: added\n');
        figures.push(...ratio('one changed', await costOf(folder), 0.6));
      } finally {
        removeTemporary(folder);
      }
    }
    const [one = 1, two = 1] = seconds;
    const [first = 1, second = 1] = sizes;
    if (seconds.length > 1)
      figures.push(
        { what: `processor time ${second} : ${first} pages`, value: two / one, unit: '' },
        {
          what: `processor time a page ${second} : ${first} pages`,
          value: two / second / (one / first),
          unit: '',
          most: 1.15,
        },
      );
    return figures;
  },
};

/** A review without essays of its own, which state what no paper of this review says. */
async function makeReview(content: string, size: number): Promise<void> {
  makeFolder(content);
  for (const name of ['site.yaml', 'vocabulary']) copyFolder(join(projectRoot, 'content', name), join(content, name));
  if (haveRecords()) await writeRecordPages(content, size);
  else writePages(content, size);
}

const rows = (what: string, { cpuSeconds, peakMegabytes }: Cost): Figure[] => [
  { what: `${what}: processor time`, value: cpuSeconds, unit: 's' },
  { what: `${what}: peak memory of one program`, value: peakMegabytes, unit: 'MB' },
];

/** The cost of one build; its cache is beside the content. */
async function costOf(folder: string): Promise<Cost> {
  const measured = join(folder, 'time.txt');
  const folders = ['content', 'out', 'cache'].flatMap((name) => [`--${name}`, join(folder, name)]);
  const { code, output } = await finished(
    spawn(time, ['-f', '%U %S %M', '-o', measured, process.execPath, 'scripts/build.ts', ...folders], {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
  if (code !== 0) throw new Error(output);
  const [user = 0, system = 0, kilobytes = 0] = (await readFile(measured, 'utf8')).trim().split(' ').map(Number);
  return { cpuSeconds: user + system, peakMegabytes: kilobytes / 1024 };
}
