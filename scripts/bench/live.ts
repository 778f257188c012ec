/** Benchmark of the live site: seconds from a saved file to the page that shows it. */

import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { copyFolder, linkFolder, makeFolder, removeTemporary, temporaryFolder, writeFile } from '../lib/files.ts';
import { freePort } from '../lib/free-port.ts';
import { finished, projectRoot, runNode, startNode } from '../run.ts';
import { secondsOf, type Benchmark, type Figure } from './benchmark.ts';
import { haveRecords } from './corpus.ts';
import { writeRecordPages } from './record-pages.ts';

const papers = Number(process.env['BENCH_LIVE'] ?? '1000');

/** How often each kind of file is changed; the table has the median. */
const times = 3;

/** How many milliseconds a browser waits here before it asks again. */
const pause = 100;

/** A kind of change: the file, its new text, and the page that shows it. */
interface Change {
  what: string;
  file: string;
  /** The text of the file with a word that stands nowhere else. */
  with: (text: string, word: string) => string;
  page: string;
}

/** Measures the live site of a copy of the project: the time from a change until a page shows it. */
export const liveBenchmark: Benchmark = {
  name: 'live',
  measures: `npm run dev with ${papers} papers of real records (BENCH_LIVE=200 for others): from a saved file to its page`,
  async run() {
    if (!haveRecords()) return [{ what: 'no records beside the project: nothing measured', value: 0, unit: '' }];
    const folder = temporaryFolder();
    let server: ChildProcess | undefined;
    try {
      await copyProject(folder);
      const port = await freePort();
      const env = { PORT: String(port), HOST: '', ALLOWED_HOSTS: '' };
      server = startNode(['scripts/dev.ts'], { cwd: folder, env, output: 'collect' });
      const origin = `http://127.0.0.1:${port}`;
      const figures: Figure[] = [];
      for (const change of changesIn(folder)) figures.push(await measure(change, folder, origin));
      return figures;
    } finally {
      server?.kill('SIGTERM');
      if (server) await finished(server);
      removeTemporary(folder);
    }
  },
};

/** A copy of the project in which a benchmark may change files, with a review of records and with this one's essays. */
async function copyProject(folder: string): Promise<void> {
  for (const part of ['public', 'scripts', 'src']) copyFolder(join(projectRoot, part), join(folder, part));
  makeFolder(join(folder, 'content'));
  for (const part of ['vocabulary', 'themes', 'about', 'method'])
    copyFolder(join(projectRoot, 'content', part), join(folder, 'content', part));
  for (const file of ['astro.config.mjs', 'package.json', 'tsconfig.json', 'content/site.yaml'])
    copyFolder(join(projectRoot, file), join(folder, file));
  linkFolder(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
  await writeRecordPages(join(folder, 'content'), papers);
  const { code, output } = await runNode(['scripts/import.ts'], { cwd: folder, output: 'collect' });
  if (code !== 0) throw new Error(output);
}

function changesIn(folder: string): Change[] {
  const records = readdirSync(join(folder, 'content/papers')).filter((name) => name.endsWith('.json'));
  const source = '000010.txt';
  const record = records.find((name) => readFileSync(join(folder, 'content/papers', name), 'utf8').includes(source));
  const page = `/papers/${record?.replace(/\.json$/u, '')}/`;
  return [
    {
      what: 'a component',
      file: 'src/components/paper/Title.astro',
      with: (text, word) => text.replace('\n---\n', `\n---\n<p>${word}</p>\n`),
      page,
    },
    {
      what: 'an essay',
      file: 'content/themes/refugees/en.mdx',
      with: (text, word) => text.replace(/^title: .*$/mu, `title: ${word}`),
      page: '/themes/refugees/',
    },
    {
      what: 'a source, with its import',
      file: `content/sources/${source}`,
      with: (text, word) => `${text}Keywords: ${word}\n`,
      page,
    },
  ];
}

async function measure({ what, file, with: changed, page }: Change, folder: string, origin: string): Promise<Figure> {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  const shows = async (word: string): Promise<void> => {
    while (!(await bodyOf(origin + page)).includes(word)) await wait(pause);
  };
  // The first answer makes the program of the page.
  await shows('</html>');
  const seconds: number[] = [];
  for (let i = 0; i < times; i++) {
    const word = `Changed${what.length}x${i}`;
    const saved = changed(text, word);
    if (!saved.includes(word)) throw new Error(`${file}: nothing to change`);
    seconds.push(
      await secondsOf(async () => {
        writeFile(path, saved);
        await shows(word);
      }),
    );
  }
  return { what, value: seconds.sort((a, b) => a - b)[1] ?? 0, unit: 's' };
}

/** The page, or nothing while the server does not answer yet. */
const bodyOf = (address: string): Promise<string> =>
  fetch(address).then(
    (response) => response.text(),
    () => '',
  );
