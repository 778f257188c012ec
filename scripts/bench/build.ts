/** Benchmark of a whole build: processor seconds and peak memory (megabytes) by number of pages. */

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { appendRows, copyFolder, makeFolder, removeTemporary, temporaryFolder } from '../lib/files.ts';
import { finished, projectRoot, runNode } from '../run.ts';
import type { Benchmark, Figure } from './benchmark.ts';
import { haveRecords } from './corpus.ts';
import { differences } from './killed.ts';
import { writePages } from './pages.ts';
import type { RawWriting } from './raw-writer.ts';
import { writeRecordPages } from './record-pages.ts';

const sizes = (process.env['BENCH_BUILD'] ?? '20,150,300').split(',').map(Number);

/** GNU time includes the programs that a program starts, here Astro and Pagefind. */
const time = '/usr/bin/time';

/** The file in which a build notes what each page type took. */
const costsFile = 'costs.json';

interface Cost {
  cpuSeconds: number;
  peakMegabytes: number;
}

/**
 * How much more a further page may cost among many than among few. Growth with the square gives 2.6 for the usual sizes;
 * seconds of the processor differ by a tenth from run to run.
 */
const mostForFurther = 1.5;
/** The largest shares of a build of everything that a build after no change, and after one, may cost. */
const mostUnchanged = 0.15;
const mostChanged = 0.45;

/** Measures a whole build over generated pages: its time must grow in proportion to their number. */
export const buildBenchmark: Benchmark = {
  name: 'build',
  measures: `${sizes.join(' and ')} pages (BENCH_BUILD=20,500,1000 for others), sources to the audited site: of real records where they are beside the project, else made up`,
  async run() {
    // A check that measures nothing must not pass.
    if (!existsSync(time)) return [{ what: `no GNU time at ${time}: nothing measured`, value: 1, unit: '', most: 0 }];
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
        if (size !== sizes.at(-1)) continue;
        figures.push(...(await paperPages(folder)));
        figures.push(...ratio('nothing changed', await costOf(folder), mostUnchanged));
        appendRows(join(folder, 'content', 'sources', '000010.txt'), 'Keywords: added\n');
        figures.push(...ratio('one changed', await costOf(folder), mostChanged));
        // What was kept must not show: a build without anything kept makes the same site, byte for byte.
        await costOf(folder, 'clean-');
        const differing = differences(join(folder, 'out'), join(folder, 'clean-out'));
        figures.push({
          what: `${size} pages, one changed: files unlike a clean build’s`,
          value: differing.length,
          unit: '',
          most: 0,
        });
      } finally {
        removeTemporary(folder);
      }
    }
    figures.push(...furtherCosts(seconds));
    return figures;
  },
};

/**
 * What a further page costs between two sizes: a build also costs what no page adds to, the program of the pages above
 * all, and beside that even growth with the square would not show in seconds a page.
 */
function furtherCosts(seconds: readonly number[]): Figure[] {
  const costs = sizes.slice(1).map((size, i) => {
    const before = sizes[i] ?? 0;
    return ((seconds[i + 1] ?? 0) - (seconds[i] ?? 0)) / (size - before);
  });
  return costs.flatMap((cost, i): Figure[] => {
    const between = `${sizes[i]} and ${sizes[i + 1]}`;
    const further = { what: `a further page between ${between}`, value: 1000 * cost, unit: 'ms' };
    const before = costs[i - 1];
    if (before === undefined) return [further];
    const what = `${further.what} : between ${sizes[i - 1]} and ${sizes[i]}`;
    return [further, { what, value: cost / before, unit: '', most: mostForFurther }];
  });
}

/** The page type of the pages of papers, in both languages. */
const paperPage = 'src/pages/[...lang]/papers/[id]/index.astro';

/**
 * What the pages of papers cost: rendered, hardened, hashed and written, and beside it a program that does nothing but write
 * the same bytes into as many folders.
 */
async function paperPages(folder: string): Promise<Figure[]> {
  const costs = JSON.parse(await readFile(join(folder, costsFile), 'utf8')) as Record<string, number>;
  const made = costs[paperPage] ?? NaN;
  const raw = await runNode(['scripts/bench/raw-writer.ts', join(folder, 'out')], { output: 'collect' });
  if (raw.code !== 0) throw new Error(raw.output);
  const { pages, cpuSeconds } = JSON.parse(raw.output) as RawWriting;
  return [
    { what: `${pages} pages of papers: processor time`, value: made, unit: 's' },
    { what: 'the same bytes, only written: processor time', value: cpuSeconds, unit: 's' },
    { what: 'pages of papers : only written', value: made / cpuSeconds, unit: '' },
  ];
}

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

/** The cost of one build; its site and its cache are beside the content, under names that may begin differently. */
async function costOf(folder: string, prefix = ''): Promise<Cost> {
  const measured = join(folder, 'time.txt');
  const made = ['out', 'cache'].flatMap((name) => [`--${name}`, join(folder, `${prefix}${name}`)]);
  const folders = ['--content', join(folder, 'content'), ...made];
  const { code, output } = await finished(
    spawn(time, ['-f', '%U %S %M', '-o', measured, process.execPath, 'scripts/build.ts', ...folders], {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, RENDER_COSTS: join(folder, `${prefix}${costsFile}`) },
    }),
  );
  if (code !== 0) throw new Error(output);
  const [user = 0, system = 0, kilobytes = 0] = (await readFile(measured, 'utf8')).trim().split(' ').map(Number);
  return { cpuSeconds: user + system, peakMegabytes: kilobytes / 1024 };
}
