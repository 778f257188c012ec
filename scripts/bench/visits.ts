/** Measures a search in Chromium on slow connections: the first visit, and the time after each letter. */

import type { Browser, CDPSession, Page } from 'playwright-core';
import { serveFolder } from '../serve.ts';
import type { Figure } from './benchmark.ts';

/** Emulated connections: milliseconds of latency, bits per second. */
const lines = {
  /** A preset of Chromium's developer tools. */
  'Slow 4G': { latency: 562.5, download: 1.6 * 1024 * 1024 * 0.9, upload: 750 * 1024 * 0.9 },
  '150 ms': { latency: 150, download: 1_600_000, upload: 750_000 },
} as const;

/** A word that about twenty papers in a thousand have. */
const query = 'mortality';
const visitsEach = 3;

/**
 * Measures first visits to a search, on each line, from a host that compresses texts and from one that does not;
 * medians.
 */
export async function coldVisits(browser: Browser, site: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const pack of [true, false])
    for (const line of Object.keys(lines) as (keyof typeof lines)[]) {
      const served = await serveFolder({ folder: site, port: 0, host: '127.0.0.1', base: '/', pack });
      const visits: Visit[] = [];
      for (let n = 0; n < visitsEach; n++)
        visits.push(await coldVisit(browser, `${served.url}search/?q=${query}`, line));
      await served.close();
      const named = (what: string) => `${what}, ${line}, ${pack ? 'packed' : 'not packed'}`;
      figures.push(
        { what: named('first result'), value: median(visits.map(({ first }) => first)) / 1000, unit: 's' },
        { what: named('page of results'), value: median(visits.map(({ whole }) => whole)) / 1000, unit: 's' },
        { what: named('bytes until the first'), value: median(visits.map(({ bytes }) => bytes)) / 1000, unit: 'KB' },
      );
    }
  return figures;
}

interface Visit {
  /**
   * Milliseconds from the start of the navigation until the first result is drawn, and until all results of the page
   * are.
   */
  first: number;
  whole: number;
  bytes: number;
}

async function coldVisit(browser: Browser, address: string, line: keyof typeof lines): Promise<Visit> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    const network = await context.newCDPSession(page);
    await network.send('Network.enable');
    let bytes = 0;
    network.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await emulate(network, lines[line]);
    // The page notes the moments itself, because asking it is slow on a busy machine.
    await page.addInitScript(() => {
      const moments = { first: 0, whole: 0 };
      Object.assign(globalThis, { moments });
      const look = () => {
        const list = document.querySelector('#search-results');
        if (!moments.first && list?.querySelector('article')) moments.first = performance.now();
        if (moments.first && list && !list.hasAttribute('aria-busy')) moments.whole = performance.now();
        if (!moments.whole) requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.goto(address, { waitUntil: 'commit' });
    await page.waitForSelector('#search-results article', { timeout: 120_000 });
    const until = bytes;
    const noted = await page.waitForFunction(
      () => {
        const { moments } = globalThis as unknown as { moments: { first: number; whole: number } };
        return moments.whole ? moments : undefined;
      },
      undefined,
      { timeout: 120_000 },
    );
    const { first = NaN, whole = NaN } = (await noted.jsonValue()) ?? {};
    return { first, whole, bytes: until };
  } finally {
    await context.close();
  }
}

const emulate = (network: CDPSession, { latency, download, upload }: (typeof lines)[keyof typeof lines]) =>
  network.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: download / 8,
    uploadThroughput: upload / 8,
  });

/**
 * Measures the time from the last letter of a query to its results, when everything that the query before needed is
 * loaded.
 */
export async function keystrokes(browser: Browser, site: string): Promise<Figure[]> {
  const served = await serveFolder({ folder: site, port: 0, host: '127.0.0.1', base: '/' });
  const context = await browser.newContext({ serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    await page.goto(`${served.url}search/`);
    await page.waitForSelector('#search-results article', { timeout: 120_000 });
    const figures: Figure[] = [];
    for (const [what, before, after] of [
      ['a word of few papers', 'palliativ', 'palliative'],
      ['two words of few papers', 'palliative car', 'palliative care'],
      ['the commonest word', 'th', 'the'],
      ['a phrase of the commonest words', '"in the', '"in the"'],
    ] as const)
      figures.push({ what: `keystroke to results, ${what}`, value: await keystroke(page, before, after), unit: 'ms' });
    return figures;
  } finally {
    await context.close();
    await served.close();
  }
}

/** Milliseconds from the last letter of a query to its results: the median of seven, after one to warm up. */
async function keystroke(page: Page, before: string, query: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 8; round++) {
    await page.fill('#search-q', before);
    await page.waitForTimeout(800);
    const took = await page.evaluate(async (wanted) => {
      const field = document.querySelector<HTMLInputElement>('#search-q');
      const status = document.querySelector('#search-status');
      if (!field || !status) return NaN;
      const begun = performance.now();
      field.value = wanted;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      while (!status.textContent.includes(`“${wanted}”`)) await new Promise((next) => setTimeout(next, 2));
      return performance.now() - begun;
    }, query);
    if (round > 0) times.push(took);
  }
  return median(times);
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
