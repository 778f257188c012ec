import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageTypesOf } from '../../scripts/page-types.ts';
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

const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds, as `rule: first element`; all rules, or only one. */
async function violations(page: Page, rule?: string): Promise<string[]> {
  const runOnly = rule === undefined ? everyRule : [rule];
  const { violations: found } = await page.evaluate(
    (only) => window.axe.run(document, { runOnly: only, resultTypes: ['violations'] }),
    runOnly,
  );
  return found.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id} (${help}): ${html.slice(0, 160)}`));
}

/** How far the page is wider than its window, in CSS pixels. */
const excess = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const openAll = (page: Page): Promise<void> =>
  page.locator('details:not([open])').evaluateAll((all) => {
    for (const one of all) (one as HTMLDetailsElement).open = true;
  });

interface View {
  name: string;
  width: number;
  act?: (page: Page) => Promise<unknown>;
}

/** Each page in turn: every rule on a desktop and on a phone with all its parts open, in both colour schemes. */
const views: readonly View[] = [
  { name: 'desktop', width: 1280 },
  { name: '360 px, all open', width: 360, act: openAll },
];

/** How wide a window is at 400 % zoom of 1280 (WCAG 1.4.10), and at 200 % of the text alone (1.4.4). */
const narrow: readonly View[] = [
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
      if (faulty.length > 0) found[at] = [...faulty];
    };
    for (const { name, path } of pageTypesOf(served.site.folder)) {
      if (name === 'not-found' && prefix) continue;
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      await page.goto(served.url + prefix + path);
      await settle(page);
      await page.evaluate(axe.source);
      for (const { name: view, width, act } of views) {
        await page.setViewportSize({ width, height: 800 });
        await act?.(page);
        await page.emulateMedia({ colorScheme: 'light' });
        note(`${name}, ${view}, light`, await violations(page));
        await page.emulateMedia({ colorScheme: 'dark' });
        note(`${name}, ${view}, dark`, await violations(page, 'color-contrast'));
        const over = await excess(page);
        if (over > 0) note(`${name}, ${view}`, [`${over} px wider than the screen`]);
      }
      for (const { name: view, width, act } of narrow) {
        await page.setViewportSize({ width, height: 800 });
        await act?.(page);
        const over = await excess(page);
        if (over > 0) note(`${name}, ${view}`, [`${over} px wider than the screen`]);
      }
    }
    await context.close();
    expect(found).toEqual({});
    expect(faults).toEqual(noFaults);
  }, 1_800_000);
});
