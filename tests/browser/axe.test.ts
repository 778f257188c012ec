import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageTypesOf } from '../../scripts/page-types.ts';
import { launchChromium, noFaults, openPage } from '../support/browser.ts';
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

/** Each colour scheme and each width in each language; the four are not crossed further. */
const views = [
  { name: 'English, light, desktop', prefix: '', colorScheme: 'light', width: 1280 },
  { name: 'English, dark, 360 px', prefix: '', colorScheme: 'dark', width: 360 },
  { name: 'Chinese, light, 360 px', prefix: 'zh/', colorScheme: 'light', width: 360 },
  { name: 'Chinese, dark, desktop', prefix: 'zh/', colorScheme: 'dark', width: 1280 },
] as const;

/** What axe finds, as `rule: first element`. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate(() =>
    window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }),
  );
  return found.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id} (${help}): ${html.slice(0, 160)}`));
}

describe.each(views)('$name', ({ prefix, colorScheme, width }) => {
  test('every page type is accessible, quiet and no wider than the screen', async () => {
    const options = { colorScheme, viewport: { width, height: 800 }, reducedMotion: 'reduce' as const };
    const { context, page, faults } = await openPage(browser, served.url, options);
    context.setDefaultTimeout(120_000);
    const found: Record<string, string[]> = {};
    for (const { name, path } of pageTypesOf(served.site.folder)) {
      if (name === 'not-found' && prefix) continue;
      await page.goto(served.url + prefix + path, { waitUntil: 'networkidle' });
      const faulty = await violations(page);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (over > 0) faulty.push(`${over} px wider than the screen`);
      if (faulty.length > 0) found[name] = faulty;
    }
    await context.close();
    expect(found).toEqual({});
    expect(faults).toEqual(noFaults);
  }, 600_000);
});
