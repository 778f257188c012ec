/** Checks the search over real records: complete and exact compared with a plain scan, and fast on a slow line. */

import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { findChromium } from '../chromium.ts';
import { copyFolder, removeTemporary, temporaryFolder } from '../lib/files.ts';
import { projectRoot, runNode } from '../run.ts';
import { askIndex } from '../search/ask.ts';
import { buildSearchIndex } from '../search/index.ts';
import { secondsOf, type Benchmark, type Figure } from './benchmark.ts';
import { corpusOf, haveRecords, writeCorpus } from './corpus.ts';
import { recallOf } from './recall.ts';
import { coldVisits, keystrokes } from './visits.ts';

export const searchBenchmark: Benchmark = {
  name: 'search',
  measures: 'search over 1,000 and 10,000 records in two languages; in Chromium on slow lines, nothing cached',
  async run() {
    if (!haveRecords()) return [{ what: 'no records beside the project: nothing measured', value: 0, unit: '' }];
    const executablePath = findChromium();
    const folder = temporaryFolder();
    const browser = executablePath
      ? await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
      : undefined;
    try {
      const site = join(folder, 'site');
      const { code, output } = await runNode(['scripts/build.ts', '--out', site], { output: 'collect' });
      if (code !== 0) throw new Error(output);
      const figures: Figure[] = [];
      if (browser)
        figures.push({ what: 'version of Chromium', value: Number.parseInt(browser.version(), 10), unit: '' });
      for (const [count, draws] of [
        [1000, 300],
        [10_000, 120],
      ] as const)
        figures.push(...(await measure(count, draws, folder, site, browser)));
      return figures;
    } finally {
      await browser?.close();
      removeTemporary(folder);
    }
  },
};

async function measure(
  count: number,
  draws: number,
  folder: string,
  site: string,
  browser: Browser | undefined,
): Promise<Figure[]> {
  const papers = await corpusOf(count);
  const content = join(folder, `content-${count}`);
  copyFolder(join(projectRoot, 'content/vocabulary'), join(content, 'vocabulary'));
  copyFolder(join(projectRoot, 'content/site.yaml'), join(content, 'site.yaml'));
  writeCorpus(papers, content);
  const build = await secondsOf(() => buildSearchIndex({ content, out: site, address: 'http://localhost:4321/' }));
  const recall = await recallOf(papers, await askIndex(site), draws);
  const figures: Figure[] = [
    { what: 'index built', value: build, unit: 's' },
    { what: 'recall of words', value: recall.words, unit: '' },
    { what: 'recall of quoted phrases', value: recall.phrases, unit: '' },
    { what: 'false results of quoted phrases', value: recall.falsePhrases, unit: '' },
    ...(browser ? [...(await coldVisits(browser, site)), ...(await keystrokes(browser, site))] : []),
  ];
  return figures.map((figure) => ({ ...figure, what: `${figure.what}, ${count.toLocaleString('en-GB')} papers` }));
}
