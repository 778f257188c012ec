import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchChromium, noFaults, openPage } from '../support/browser.ts';
import { serveSite, siteTimeout } from '../support/site.ts';

type Served = Awaited<ReturnType<typeof serveSite>>;
let served: Served;
let browser: Browser;

beforeAll(async () => {
  [served, browser] = await Promise.all([serveSite({ base: '/repo/' }), launchChromium()]);
}, siteTimeout);
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

const pages = (): string[] =>
  readdirSync(served.site.folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.html'))
    .map((path) => path.replace(/(^|\/)index\.html$/, '$1'))
    .sort();

test('no page asks another host for anything, nor its own for what is not there, nor breaks its own policy', async () => {
  const { context, page, faults } = await openPage(browser, served.url);
  const all = pages();
  expect(all.length).toBeGreaterThan(50);
  for (const path of all) await page.goto(served.url + path);
  await context.close();
  expect(faults).toEqual(noFaults);
}, 1_800_000);
