import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageTypesOf } from '../../scripts/page-types.ts';
import { bringAxe, openAll, tooWide, violations } from '../support/accessible.ts';
import { launchChromium, noFaults, openPage, settle } from '../support/browser.ts';
import { serveSite, siteTimeout } from '../support/site.ts';

type Served = Awaited<ReturnType<typeof serveSite>>;
let served: Served;
let browser: Browser;

beforeAll(async () => {
  [served, browser] = await Promise.all([serveSite(), launchChromium()]);
}, siteTimeout);
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

interface View {
  name: string;
  width: number;
  act?: (page: Page) => Promise<unknown>;
}

/** Each page is looked at by every rule on a desktop, and on a phone with all its parts open; both in both schemes. */
const views: readonly View[] = [
  { name: 'desktop', width: 1280 },
  { name: '360 px, all open', width: 360, act: openAll },
];

/** What a window of 1280 px has at 400 % zoom (WCAG 1.4.10), and with its text alone at 200 % (1.4.4). */
const enlarged: readonly View[] = [
  { name: '320 px', width: 320 },
  {
    name: 'text at 200 %',
    width: 1280,
    act: (page) => page.evaluate(() => (document.documentElement.style.fontSize = '200%')),
  },
];

describe.each([
  ['English', ''],
  ['Chinese', 'zh/'],
])('in %s', (_name, prefix) => {
  test('every page type is accessible in light and dark, quiet, and no wider than the screen', async () => {
    const { context, page, faults } = await openPage(browser, served.url);
    const found: Record<string, string[]> = {};
    const note = (at: string, faulty: readonly string[]) => {
      if (faulty.length > 0) found[at] = [...(found[at] ?? []), ...faulty];
    };
    const show = async ({ width, act }: View) => {
      await page.setViewportSize({ width, height: 800 });
      await act?.(page);
    };
    for (const { name, path } of pageTypesOf(served.site.folder)) {
      if (name === 'not-found' && prefix) continue;
      await show({ name: 'desktop', width: 1280 });
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(served.url + prefix + path);
      await settle(page);
      await bringAxe(page);
      for (const view of views) {
        await show(view);
        await page.emulateMedia({ colorScheme: 'light' });
        note(`${name}, ${view.name}, light`, await violations(page));
        await page.emulateMedia({ colorScheme: 'dark' });
        note(`${name}, ${view.name}, dark`, await violations(page, 'color-contrast'));
        note(`${name}, ${view.name}`, await tooWide(page));
      }
      for (const view of enlarged) {
        await show(view);
        note(`${name}, ${view.name}`, await tooWide(page));
      }
    }
    await context.close();
    expect(found).toEqual({});
    expect(faults).toEqual(noFaults);
  }, 1_800_000);
});
