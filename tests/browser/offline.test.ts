import { createHash } from 'node:crypto';
import { cp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeOffline } from '../../scripts/offline/index.ts';
import { temporaryFolder } from '../support/folder.ts';
import { limits } from '../support/limits.ts';
import { huggett, iversen, newydd, potocky, tremain } from '../support/seeds.ts';
import { serveCopy } from '../support/site.ts';
import { stage } from '../support/stage.ts';

/** A new reader. The service worker is not blocked, because it is tested here. */
async function newReader(browser: Browser): Promise<Page> {
  const context = await browser.newContext();
  context.setDefaultTimeout(limits.step);
  return context.newPage();
}

/** Resolves when the worker has the site and answers for the page. */
const atHand = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller || registration.active?.state !== 'activated')
      await new Promise((wait) => setTimeout(wait, 50));
  });

/** Makes the browser look for a new version until it finds one, and returns what becomes of it. */
const update = (page: Page): Promise<ServiceWorkerState> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    for (;;) {
      await registration.update().catch(() => undefined);
      const found = registration.installing ?? registration.waiting;
      while (found?.state === 'installing') await new Promise((wait) => setTimeout(wait, 50));
      if (found) return found.state;
    }
  });

/** The editions of two pages, as answered to this page's requests. */
const bothMarks = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    Promise.all(
      ['/', '/papers/'].map(async (path) => /data-edition="(\w*)"/.exec(await (await fetch(path)).text())?.[1] ?? ''),
    ),
  );

const resultsOf = async (page: Page): Promise<string[]> => {
  await page.waitForSelector('#search-results article');
  return page
    .locator('#search-results article')
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['paper'] ?? ''));
};

/** A list of files of a site: path -> hash and size. */
type Files = Record<string, [hash: string, size: number]>;
const readJson = async <T>(path: string): Promise<T> => JSON.parse(await readFile(path, 'utf8')) as T;

/** What the worker knows about a site: files that are fetched first, and the parts of the list of all others. */
async function listsOf(folder: string): Promise<{ first: Files; parts: Files[] }> {
  const { files, parts } = await readJson<{ files: Files; parts: string[] }>(join(folder, 'offline.json'));
  const read = parts.map((_, number) => readJson<Files>(join(folder, `offline/${number}.json`)));
  return { first: files, parts: await Promise.all(read) };
}

describe.each(['/', '/repo/'])('after one visit, with the network cut, under %s', (base) => {
  const here = stage({ base });
  let page: Page;
  let files: Files;

  beforeAll(async () => {
    ({ first: files } = await listsOf(here.served.site.folder));
    page = await newReader(here.browser);
    await page.goto(here.served.url);
    await atHand(page);
    await here.served.close();
  });

  test('every page, export and part of the search is there, byte for byte', async () => {
    // Further citation styles are kept only after they were used.
    const paths = Object.keys(files);
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
      { root: here.served.url, wanted: paths.map((path): [string, string] => [path, files[path]?.[0] ?? '']) },
    );
    expect(lost).toEqual([]);
  });

  test('other citation styles say calmly that they cannot be reached, and the site’s own still work', async () => {
    await page.goto(`${here.served.url}papers/${potocky}/#cite`);
    await page.getByRole('button', { name: 'More styles…' }).click();
    await expect.poll(() => page.locator('.more-styles .said').textContent()).toContain('cannot be reached now');
    await page.locator('[data-cite-style]').selectOption('ama');
    const reference = page.locator('.cite-panel .reference:visible');
    await expect.poll(() => reference.first().textContent()).toContain('Published online May 3, 2025');
  });

  test('pages open', async () => {
    await page.goto(`${here.served.url}papers/`);
    const title = await page.textContent('main article h3');
    await page.click('main article h3 a');
    await page.waitForURL(/\/papers\/[^/]+\/$/);
    expect(await page.textContent('h1')).toBe(title);
  });

  test.each([
    ['search/?q=interpreters', potocky],
    ['zh/search/?q=自杀', huggett],
  ])('%s', async (path, paper) => {
    await page.goto(here.served.url + encodeURI(path));
    expect(await resultsOf(page)).toContain(paper);
  });

  test.each(['papers/no-such-paper/', 'constructor', '__proto__', 'toString/', '%E0%A4%A', 'zh/%E0%A4%A', '%00'])(
    'an address that leads nowhere says so: %s',
    async (path) => {
      const response = await page.goto(here.served.url + path);
      expect(response?.status()).toBe(404);
    },
  );
});

describe('a new version of the site', () => {
  const here = stage();
  let site: Awaited<ReturnType<typeof serveCopy>>;
  beforeAll(async () => {
    site = await serveCopy(here.served.site);
  });
  afterAll(() => site.close());

  /** A reader who has the site as it is served now. */
  async function visit(): Promise<Page> {
    const page = await newReader(here.browser);
    await page.goto(site.url);
    await atHand(page);
    return page;
  }

  test('is offered, used when the reader asks for it, and never mixed with the old', async () => {
    const page = await visit();
    await publish('second');
    expect(await update(page)).toBe('installed');
    const take = page.getByRole('button', { name: 'Show it now' });
    await take.waitFor();
    // Everything is from the old version until the reader goes on, whatever is fetched.
    expect(await bothMarks(page)).toEqual(['', '']);

    await take.click();
    await page.waitForFunction(() => document.documentElement.dataset['edition'] === 'second');
    expect(await bothMarks(page)).toEqual(['second', 'second']);
    await page.waitForSelector('#site-notice');

    // Without a click: the next page that is opened is of the new version.
    await publish('third');
    expect(await update(page)).toBe('installed');
    // A worker may learn of the waiting one a little later than the page; until then everything is from the old
    // version.
    await expect
      .poll(async () => {
        await page.goto(`${site.url}papers/`).catch(() => undefined);
        await page.waitForFunction(() => document.documentElement.dataset['edition'] !== undefined);
        return page.evaluate(() => document.documentElement.dataset['edition']);
      })
      .toBe('third');
    expect(await bothMarks(page)).toEqual(['third', 'third']);
  });

  test('one that cannot be fetched whole leaves the old one whole', async () => {
    const page = await visit();
    const before = await bothMarks(page);
    await publish('fourth', 'papers/index.html');
    expect(await update(page)).toBe('redundant');
    await page.goto(site.url);
    expect(await bothMarks(page)).toEqual(before);
  });

  /**
   * Changes every page of the served site; `lost` is in the list and does not exist. A browser may look for a new
   * version at any time, so each file is replaced as a whole, and the worker last.
   */
  async function publish(edition: string, lost?: string): Promise<void> {
    const next = temporaryFolder();
    await cp(site.folder, next, { recursive: true });
    const pages = ['index.html', 'papers/index.html'];
    for (const path of pages) {
      const text = await readFile(join(next, path), 'utf8');
      await writeFile(join(next, path), text.replace(/<html( data-edition="\w*")?/, `<html data-edition="${edition}"`));
    }
    await writeOffline(next);
    for (const path of [...pages, 'offline.json', 'sw.js']) {
      if (path === lost) await rm(join(site.folder, path));
      else await rename(join(next, path), join(site.folder, path));
    }
  }
});

describe('a site that is too large to be fetched whole', () => {
  const here = stage();
  const ids = [huggett, iversen, newydd, potocky, tremain];
  const paths = ['', 'zh/'].flatMap((prefix) => ids.map((id) => `${prefix}papers/${id}/`));

  test('is kept as it is read, the newest pages replace the oldest, and missing pages say so', async () => {
    const site = await serveCopy(here.served.site);
    const { first } = await listsOf(site.folder);
    const sizes = paths.map((path) => first[`${path}index.html`]?.[1] ?? 0);
    // A page may take a quarter of the room: there is room for four of the largest.
    const budget = Math.max(...sizes) * 4;
    expect(sizes.reduce((sum, size) => sum + size)).toBeGreaterThan(budget * 1.2);
    await writeOffline(site.folder, undefined, { whole: 0, budget, inPart: 16 });
    const { parts } = await listsOf(site.folder);
    const later = Object.assign({}, ...parts) as Files;

    const page = await newReader(here.browser);
    await page.goto(site.url);
    await atHand(page);
    const statusOf = async (path: string) => (await page.goto(site.url + path))?.status();
    const keptNow = () =>
      page.evaluate(async () => {
        const [name = ''] = await caches.keys();
        return (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname.slice(1));
      });
    for (const path of paths) {
      await page.goto(site.url + path);
      await expect.poll(keptNow).toContain(`${path}index.html`);
    }
    const asRead = (await keptNow()).filter((path) => path in later);
    expect(asRead.reduce((sum, path) => sum + (later[path]?.[1] ?? 0), 0)).toBeLessThanOrEqual(budget);
    // What does not exist is known by the part of the list that would have it.
    expect(await statusOf('papers/no-such-paper/')).toBe(404);
    const partOf = (path: string) =>
      `offline/${createHash('sha256').update(path).digest().readUInt32BE() % parts.length}.json`;
    await expect.poll(keptNow).toContain(partOf('papers/no-such-paper/index.html'));
    const known = await keptNow();
    const unheard = Array.from({ length: 1000 }, (_, n) => `papers/never-heard-${n}/`).find(
      (path) => !known.includes(partOf(`${path}index.html`)),
    );

    await site.close();
    for (const path of ['', 'papers/', 'zh/search/', paths.at(-1) ?? '']) expect(await statusOf(path), path).toBe(200);
    expect(await statusOf(paths[0] ?? '')).toBe(503);
    expect(await page.textContent('h1')).toBe('Not available without a connection');
    expect(await statusOf(`zh/papers/${potocky}/source/`)).toBe(503);
    expect(await page.textContent('h1')).toBe('离线时无法打开此页');
    expect(await statusOf('papers/no-such-paper/')).toBe(404);
    expect(await statusOf(unheard ?? '')).toBe(503);
    // Without the slash at its end, a page that was read is found all the same.
    const read = (paths.at(-1) ?? '').slice(0, -1);
    expect(await statusOf(read)).toBe(200);
    expect(await statusOf((paths[0] ?? '').slice(0, -1))).toBe(503);
  });
});
