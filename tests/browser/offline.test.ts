import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { writeOffline } from '../../scripts/offline/index.ts';
import { serveFolder, type Served } from '../../scripts/serve.ts';
import { launchChromium } from '../support/browser.ts';
import { siteTimeout, useSite } from '../support/site.ts';

// What counts here is what is at hand, not how soon: a machine at work on much else may take its time.
vi.setConfig({ testTimeout: 180_000 });
const patience = 90_000;

let browser: Browser;
/** A reader who has never been here. */
const visit = async (): Promise<Page> => {
  const context = await browser.newContext();
  context.setDefaultTimeout(patience);
  return context.newPage();
};
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** Resolves once the worker holds the site and answers for the page. */
const atHand = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller || registration.active?.state !== 'activated')
      await new Promise((wait) => setTimeout(wait, 50));
  });

const resultsOf = async (page: Page): Promise<string[]> => {
  await page.waitForSelector('#search-results article');
  return page
    .locator('#search-results article')
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['paper'] ?? ''));
};

describe.each(['/', '/repo/'])('after one visit, with the network cut, under %s', (base) => {
  let page: Page;
  let served: Served;
  let files: Record<string, [hash: string, size: number, first?: 0 | 1]>;

  beforeAll(async () => {
    const site = await useSite({ base });
    files = (JSON.parse(await readFile(join(site.folder, 'offline.json'), 'utf8')) as { files: typeof files }).files;
    served = await serveFolder({ folder: site.folder, port: 0, host: '127.0.0.1', base });
    page = await visit();
    await page.goto(served.url);
    await atHand(page);
    await served.close();
  }, siteTimeout);
  afterAll(() => page.context().close());

  test('every page, export and part of the search is there, byte for byte', async () => {
    // Citation styles beyond the site's own are kept when they have been used.
    const paths = Object.keys(files).filter((path) => files[path]?.[2] !== 0);
    expect(paths.filter((path) => path.startsWith('styles/'))).toEqual([]);
    expect(paths.length).toBeGreaterThan(50);
    const lost = await page.evaluate(
      async ({ root, wanted }) => {
        const wrong: string[] = [];
        for (const [path, hash] of wanted) {
          const address =
            root +
            path
              .split('/')
              .map(encodeURIComponent)
              .join('/')
              .replace(/(^|\/)index\.html$/, '$1');
          const response = await fetch(address).catch(() => undefined);
          const bytes = response?.ok ? await response.arrayBuffer() : new ArrayBuffer(0);
          const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).subarray(0, 8);
          const seen = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
          if (seen !== hash) wrong.push(path);
        }
        return wrong;
      },
      { root: served.url, wanted: paths.map((path): [string, string] => [path, files[path]?.[0] ?? '']) },
    );
    expect(lost).toEqual([]);
  });

  test('other citation styles say calmly that they cannot be reached, and the site’s own still work', async () => {
    await page.goto(`${served.url}papers/potocky-2025-therapeutic-alliance-refugee/`);
    await page.getByRole('button', { name: 'More styles…' }).click();
    await page.locator('.more-styles .said', { hasText: 'cannot be reached now' }).waitFor();
    await page.locator('[data-cite-style]').selectOption('ama');
    await page.locator('.cite-panel .reference:visible', { hasText: 'Published online May 3, 2025' }).waitFor();
  });

  test('pages open', async () => {
    await page.goto(`${served.url}papers/`);
    const title = await page.textContent('main article h3');
    await page.click('main article h3 a');
    await page.waitForURL(/\/papers\/[^/]+\/$/);
    expect(await page.textContent('h1')).toBe(title);
  });

  test.each([
    ['search/?q=interpreters', 'potocky-2025-therapeutic-alliance-refugee'],
    ['zh/search/?q=自杀', 'huggett-2024-client-therapist-perspectives'],
  ])('%s', async (path, paper) => {
    await page.goto(served.url + encodeURI(path));
    expect(await resultsOf(page)).toContain(paper);
  });

  test('an address that leads nowhere says so', async () => {
    const response = await page.goto(`${served.url}papers/no-such-paper/`);
    expect(response?.status()).toBe(404);
  });
});

describe('a new version of the site', () => {
  let folder: string;
  let served: Served;

  beforeAll(async () => {
    const site = await useSite();
    folder = await mkdtemp(join(tmpdir(), 'site-'));
    await cp(site.folder, folder, { recursive: true });
    served = await serveFolder({ folder, port: 0, host: '127.0.0.1', base: '/' });
  }, siteTimeout);
  afterAll(async () => {
    await served.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('is offered, taken on when asked for, and never mixed with the old', async () => {
    const page = await visit();
    await page.goto(served.url);
    await atHand(page);

    await publish('second');
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    const take = page.getByRole('button', { name: 'Show it now' });
    await take.waitFor();
    // All of the old one until the reader goes on, whatever is fetched.
    expect(await bothMarks(page)).toEqual(['', '']);

    await take.click();
    await page.waitForFunction(() => document.documentElement.dataset['edition'] === 'second');
    expect(await bothMarks(page)).toEqual(['second', 'second']);
    await page.waitForSelector('#site-notice');

    // Without being asked: the next page that is opened is of the new version.
    await publish('third');
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      while (!registration.waiting) await new Promise((wait) => setTimeout(wait, 50));
    });
    // A worker may hear of the one that waits a little later than the page does: until then all is of the old version.
    await expect
      .poll(
        async () => {
          await page.goto(`${served.url}papers/`).catch(() => undefined);
          await page.waitForFunction(() => document.documentElement.dataset['edition'] !== undefined);
          return page.evaluate(() => document.documentElement.dataset['edition']);
        },
        { timeout: patience },
      )
      .toBe('third');
    expect(await bothMarks(page)).toEqual(['third', 'third']);
    await page.context().close();
  });

  test('one that cannot be fetched whole leaves the old one whole', async () => {
    const page = await visit();
    await page.goto(served.url);
    await atHand(page);
    const before = await bothMarks(page);
    await publish('fourth', 'papers/index.html');
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      const { installing } = registration;
      while (installing && installing.state === 'installing') await new Promise((wait) => setTimeout(wait, 50));
    });
    await page.goto(served.url);
    expect(await bothMarks(page)).toEqual(before);
    await page.context().close();
  });

  /** Changes every page of the served site; `lost` is listed and is not there. */
  async function publish(edition: string, lost?: string): Promise<void> {
    for (const path of ['index.html', 'papers/index.html']) {
      const text = await readFile(join(folder, path), 'utf8');
      await writeFile(
        join(folder, path),
        text.replace(/<html( data-edition="\w*")?/, `<html data-edition="${edition}"`),
      );
    }
    await writeOffline(folder);
    if (lost) await rm(join(folder, lost));
  }

  const bothMarks = (page: Page): Promise<string[]> =>
    page.evaluate(() =>
      Promise.all(
        ['/', '/papers/'].map(async (path) => /data-edition="(\w*)"/.exec(await (await fetch(path)).text())?.[1] ?? ''),
      ),
    );
});
