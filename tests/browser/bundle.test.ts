import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scanTags } from '../../scripts/audit/scan.ts';
import { zipOf } from '../../scripts/bundle.ts';
import { runNode } from '../../scripts/run.ts';
import { launchChromium, noFaults, openPage, settle, type Opened } from '../support/browser.ts';
import { temporaryFolder } from '../support/folder.ts';
import { iversen, potocky } from '../support/seeds.ts';
import { useSite } from '../support/site.ts';

let files: Record<string, Uint8Array>;
let home: string;
let browser: Browser;

beforeAll(async () => {
  const { folder } = await useSite();
  files = unzipSync(await zipOf(folder, '2026-11-21'));
  // Names of folders that addresses must escape.
  const out = join(temporaryFolder(), 'a copy #1 综述');
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), bytes);
  }
  home = `${pathToFileURL(out).href}/`;
  browser = await launchChromium();
});
afterAll(() => browser.close());

async function visit(path: string, act: (page: Page, opened: Opened) => Promise<void>): Promise<void> {
  const opened = await openPage(browser, home);
  try {
    await opened.page.goto(home + path);
    await act(opened.page, opened);
  } finally {
    await opened.context.close();
    expect.soft(opened.faults).toEqual(noFaults);
  }
}

const at = (page: Page): string => decodeURIComponent(page.url().slice(home.length));
const arrive = (page: Page, path: string): Promise<void> =>
  page.waitForURL((url) => decodeURIComponent(url.href) === decodeURIComponent(home + path));

test.each([
  ['', 'alliance', /papers found for “alliance”/, 'zh/'],
  ['zh/', '联盟', /“联盟”：.*找到 \d+ 篇文献/, ''],
])('a copy from disk, %s, is searched, narrowed, read and browsed', (prefix, words, found, other) =>
  visit(`${prefix}index.html`, async (page) => {
    const field = page.locator('main input[type=search]');
    await field.fill(words);
    await field.press('Enter');
    await arrive(page, `${prefix}search/index.html?q=${words}`);
    await settle(page);
    expect(await page.locator('#search-status').textContent()).toMatch(found);
    const all = await page.locator('#search-results article').count();
    await page.locator('#search-facets input[type=checkbox]:visible').first().check();
    await page.waitForURL(/search\/index\.html\?q=.*&theme=/u);
    await settle(page);
    expect(await page.locator('#search-results article').count()).toBeLessThanOrEqual(all);
    await page.goBack();
    await arrive(page, `${prefix}search/index.html?q=${words}`);
    await page.locator('#search-results article :is(h2, h3) a').first().click();
    await page.waitForURL(/papers\/[^/]+\/index\.html/u);
    await page.locator('main .theme').first().click();
    await page.waitForURL(/themes\/[^/]+\/index\.html/u);
    await page.locator('a[data-other-language]').click();
    await page.waitForURL((url) => url.href.startsWith(`${home}${other}themes/`));
    expect(await page.locator('h1').count()).toBe(1);
  }),
);

test('misspelled words, pinyin and a reference that is pasted are answered as on a host', () =>
  visit('search/index.html', async (page) => {
    for (const [asked, said] of [
      ['interpretors', /interpreters/],
      ['kouyi', /口译/],
      ['10.1007/s10903-025-01688-9', /Potocky/],
    ] as const) {
      await page.locator('#search-q').fill(asked);
      await page.locator('#search-q').press('Enter');
      await expect.poll(() => page.locator('main').textContent()).toMatch(said);
      await settle(page);
    }
  }));

test('a paper is cited in a style of the site, in any other, and from the basket', () =>
  visit(`papers/${potocky}/index.html`, async (page) => {
    await page.keyboard.press('c');
    await page.locator('[data-cite-style]').selectOption('vancouver');
    await page.locator('.cite-panel .reference:visible', { hasText: /Potocky M\. The Therapeutic/ }).waitFor();
    await page.getByRole('button', { name: 'More styles…' }).click();
    await page.getByRole('combobox', { name: 'Find a style by name' }).fill('nature');
    await page.getByRole('option', { name: 'Nature', exact: true }).click();
    await page.locator('.cite-panel .reference:visible', { hasText: /^\s*Potocky, M\. The/ }).waitFor();
    await page.locator(`button[data-basket="${potocky}"]:visible`).first().click();
    await page.goto(`${home}zh/papers/${iversen}/index.html`);
    await page.locator(`button[data-basket="${iversen}"]:visible`).first().click();
    await page.locator('[data-basket-link]:visible').first().click();
    await arrive(page, 'zh/basket/index.html');
    await expect.poll(() => page.locator('.item .reference').count()).toBe(2);
    const saved = page.waitForEvent('download');
    await page.locator('#basket-save').click();
    expect((await saved).suggestedFilename()).toMatch(/^basket\./);
    await page.locator('[data-compare] a').click();
    await page.locator('#compare-table tbody tr').first().waitFor();
    expect(await page.locator('#compare-table thead th').count()).toBe(3);
  }));

test('what a search is cited by names the published site, not this disk', () =>
  visit('zh/search/index.html?q=alliance', async (page) => {
    await settle(page);
    await page.locator('#search-cite summary').click();
    expect(await page.locator('#search-cite .cite-text').first().textContent()).toMatch(
      /^http:\/\/localhost:4321\/zh\/search\/\?q=alliance/,
    );
    expect(at(page)).toBe('zh/search/index.html?q=alliance');
  }));

test('every link and every file that a page loads is in the copy, by a relative path', () => {
  const missing: string[] = [];
  let links = 0;
  for (const [path, bytes] of Object.entries(files)) {
    if (!path.endsWith('.html')) continue;
    for (const { name, attributes } of scanTags(strFromU8(bytes))) {
      if (name === 'script' && attributes.get('type') === 'module') missing.push(`${path}: a module`);
      for (const key of ['href', 'src', 'action', 'cite']) {
        const address = attributes.get(key);
        if (address === undefined || /^(?:[a-z]+:|#|$)/u.test(address)) continue;
        links++;
        const target = posix.join(posix.dirname(path), decodeURIComponent(address.replace(/[?#].*$/su, '')));
        if (address.startsWith('/') || !(target in files)) missing.push(`${path}: ${address}`);
      }
    }
  }
  expect(links).toBeGreaterThan(1000);
  expect(missing.slice(0, 10)).toEqual([]);
});

test('a review of more than 1,000 papers is refused before anything is made', async () => {
  const papers = Array.from({ length: 1001 }, (_, n) => [`content/papers/p-${n}.json`, '{}']);
  const folder = temporaryFolder(Object.fromEntries(papers) as Record<string, string>);
  const out = join(folder, 'out');
  const args = ['scripts/bundle.ts', '--content', join(folder, 'content'), '--out', out];
  const { code, output } = await runNode(args, { output: 'collect' });
  expect(code).toBe(1);
  expect(output).toContain('[bundle-too-large]');
  expect(output).toContain('1,001 papers');
});
