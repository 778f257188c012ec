import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findChromium } from '../chromium.ts';
import { projectRoot, runNode } from '../run.ts';
import { askIndex } from '../search/ask.ts';
import { buildSearchIndex } from '../search/index.ts';
import { serveFolder } from '../serve.ts';
import { secondsOf, type Benchmark, type Figure } from './benchmark.ts';
import { corpusOf, haveRecords, writeCorpus } from './corpus.ts';
import { recallOf } from './recall.ts';

/** Search over real records: complete and exact against a plain scan, and fast on a slow line. */
export const searchBenchmark: Benchmark = {
  name: 'search',
  measures:
    'search over 1,000 and 10,000 records in two languages; Chromium on "Slow 4G" (562 ms, 1.44 Mbit/s), nothing cached',
  async run() {
    if (!haveRecords()) return [{ what: 'no records beside the project: nothing measured', value: 0, unit: '' }];
    const executablePath = findChromium();
    const folder = await mkdtemp(join(tmpdir(), 'alliance-review-search-'));
    const browser = executablePath
      ? await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
      : undefined;
    try {
      const site = join(folder, 'site');
      const { code, output } = await runNode(['scripts/build.ts', '--out', site], { output: 'collect' });
      if (code !== 0) throw new Error(output);
      const figures: Figure[] = [];
      for (const [count, draws] of [
        [1000, 300],
        [10_000, 120],
      ] as const)
        figures.push(...(await measure(count, draws, folder, site, browser)));
      return figures;
    } finally {
      await browser?.close();
      await rm(folder, { recursive: true, force: true });
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
  await cp(join(projectRoot, 'content/vocabulary'), join(content, 'vocabulary'), { recursive: true });
  await cp(join(projectRoot, 'content/site.yaml'), join(content, 'site.yaml'));
  await writeCorpus(papers, content);
  const build = await secondsOf(() => buildSearchIndex({ content, out: site, address: 'http://localhost:4321/' }));
  const named = (what: string) => `${what}, ${count.toLocaleString('en-GB')} papers`;
  const figures: Figure[] = [{ what: named('index built'), value: build, unit: 's' }];

  const asking = await askIndex(site);
  const recall = await recallOf(papers, asking, draws);
  figures.push(
    { what: named('recall of words'), value: recall.words, unit: '' },
    { what: named('recall of quoted phrases'), value: recall.phrases, unit: '' },
    { what: named('false results of quoted phrases'), value: recall.falsePhrases, unit: '' },
  );
  if (browser) figures.push(...(await inBrowser(browser, site, named)));
  return figures;
}

async function inBrowser(browser: Browser, site: string, named: (what: string) => string): Promise<Figure[]> {
  const served = await serveFolder({ folder: site, port: 0, host: '127.0.0.1', base: '/' });
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  try {
    const network = await context.newCDPSession(page);
    await network.send('Network.enable');
    let bytes = 0;
    network.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    // The preset that Chromium's own tools call "Slow 4G".
    await network.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 562.5,
      downloadThroughput: (1.6 * 1024 * 1024 * 0.9) / 8,
      uploadThroughput: (750 * 1024 * 0.9) / 8,
    });
    await page.goto(`${served.url}search/?q=palliative`, { waitUntil: 'commit' });
    await page.waitForSelector('#search-results article');
    const first = await page.evaluate(() => performance.now());
    const firstBytes = bytes;
    await network.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
    const rare = await keystroke(page, 'palliative car', 'palliative care');
    const common = await keystroke(page, 'th', 'the');
    return [
      { what: named('first results, cold, Slow 4G'), value: first / 1000, unit: 's' },
      { what: named('bytes until then'), value: firstBytes / 1000, unit: 'KB' },
      { what: named('keystroke to results, warm, a word of few papers'), value: rare, unit: 'ms' },
      { what: named('keystroke to results, warm, the commonest word'), value: common, unit: 'ms' },
    ];
  } finally {
    await context.close();
    await served.close();
  }
}

/** Milliseconds from the last letter of a query to its results; the median of seven, after one that warms up. */
async function keystroke(page: Page, before: string, query: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 8; round++) {
    await page.fill('#search-q', before);
    await page.waitForTimeout(600);
    const took = await page.evaluate(async (wanted) => {
      const field = document.querySelector<HTMLInputElement>('#search-q');
      const status = document.querySelector('#search-status');
      if (!field || !status) return NaN;
      const begun = performance.now();
      field.value = wanted;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      while (!status.textContent?.includes(`“${wanted}”`)) await new Promise((next) => setTimeout(next, 2));
      return performance.now() - begun;
    }, query);
    if (round > 0) times.push(took);
  }
  return times.sort((a, b) => a - b)[3] ?? NaN;
}
