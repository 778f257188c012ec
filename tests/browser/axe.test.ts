import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { onePageOfEach } from '../../scripts/page-types.ts';
import { bringAxe, openAll, tooWide, violations } from '../support/accessible.ts';
import { settle } from '../support/browser.ts';
import { stage } from '../support/stage.ts';

const here = stage();

interface View {
  name: string;
  width: number;
  act?: (page: Page) => Promise<unknown>;
}

/**
 * Each page is checked with every rule on a desktop, and on a phone with all its parts open; both in both colour
 * schemes.
 */
const views: readonly View[] = [
  { name: 'desktop', width: 1280 },
  { name: '360 px, all open', width: 360, act: openAll },
];

/** A window of 1280 px at 400 % zoom (WCAG 1.4.10), and with only its text at 200 % (1.4.4). */
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
  test('every page type is accessible in light and dark, quiet, and no wider than the screen', () =>
    here.visit(prefix, async (page) => {
      const found: Record<string, string[]> = {};
      const note = (at: string, faulty: readonly string[]) => {
        if (faulty.length > 0) found[at] = [...(found[at] ?? []), ...faulty];
      };
      const show = async ({ width, act }: View) => {
        await page.setViewportSize({ width, height: 800 });
        await act?.(page);
      };
      for (const { name, path } of onePageOfEach(here.served.site.folder)) {
        if (name === 'not-found' && prefix) continue;
        await show({ name: 'desktop', width: 1280 });
        await page.emulateMedia({ colorScheme: 'light' });
        await page.goto(here.served.url + prefix + path);
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
      expect(found).toEqual({});
    }));
});
