import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { arrive, settle } from '../support/browser.ts';
import { potocky } from '../support/seeds.ts';
import { stage } from '../support/stage.ts';

const here = stage();

/** The element with the focus: its words or label, whether it is visible, and whether it has an outline. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const on = document.activeElement;
    if (!(on instanceof HTMLElement) || on === document.body) return undefined;
    const { outlineStyle, outlineWidth } = getComputedStyle(on);
    const { top, bottom, width, height } = on.getBoundingClientRect();
    return {
      name: (on.getAttribute('aria-label') ?? on.textContent).trim() || on.getAttribute('name') || on.id,
      lined: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1,
      seen: width > 0 && height > 0 && bottom > 0 && top < innerHeight,
    };
  });

/** Presses Tab up to the end of the page and returns the elements that had the focus. */
async function walk(page: Page, most = 400): Promise<NonNullable<Awaited<ReturnType<typeof focused>>>[]> {
  const met: NonNullable<Awaited<ReturnType<typeof focused>>>[] = [];
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (!now) return met;
    met.push(now);
  }
  throw new Error(
    `Tab does not leave the page: ${met
      .slice(-3)
      .map(({ name }) => name)
      .join(', ')}`,
  );
}

test.each([`papers/${potocky}/`, 'zh/themes/interpreters/', 'map/', 'zh/search/', 'studies/', 'zh/basket/'])(
  '%s is walked through by Tab: all that can be used is reached, seen and lined',
  (path) =>
    here.visit(path, async (page) => {
      await settle(page);
      const met = await walk(page);
      expect(met[0]?.name).toBe(path.startsWith('zh/') ? '跳到正文' : 'Skip to the text');
      expect(met.filter(({ lined, seen }) => !lined || !seen)).toEqual([]);
      const links = await page.locator('header a:visible, main a:visible, footer a:visible').count();
      expect(met.length).toBeGreaterThanOrEqual(links);
    }),
);

test('the first link leads past the head of the page to its text', () =>
  here.visit('themes/interpreters/', async (page) => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain('#main');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  }));

test('dark or light is chosen by the keyboard, and kept on the next page', () =>
  here.visit(
    '',
    async (page) => {
      await page.getByRole('button', { name: 'Dark' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Light' }).waitFor();
      const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      const dark = await ground();
      await page.goto(`${here.served.url}papers/`);
      await page.getByRole('button', { name: 'Light' }).waitFor();
      expect(await ground()).toBe(dark);
    },
    { colorScheme: 'light' },
  ));

test('a theme is ticked, and an abstract’s evidence opened, by the keyboard', () =>
  here.visit('search/', async (page) => {
    await settle(page);
    await page.locator('input[name=theme][value=refugees]').focus();
    await page.keyboard.press('Space');
    await page.waitForURL('**/search/?theme=refugees');
    await page.goto(`${here.served.url}papers/${potocky}/`);
    const summary = page.locator('.theme-evidence > summary').first();
    await summary.focus();
    await page.keyboard.press('Enter');
    await page.locator('.theme-evidence[open]').first().waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await arrive(page, `/papers/${potocky}/`);
    await expect.poll(() => page.locator(':target').count()).toBe(1);
  }));

test('from the home page to a citation and a file, by keys alone', () =>
  here.visit(
    '',
    async (page, { context }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      const tabTo = async (name: RegExp): Promise<void> => {
        for (let i = 0; i < 60; i++) {
          await page.keyboard.press('Tab');
          if (name.test((await focused(page))?.name ?? '')) return;
        }
        throw new Error(`Tab does not reach ${name}`);
      };
      await page.keyboard.press('/');
      await page.keyboard.type('refugee');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/search/?q=refugee');
      await settle(page);
      await page.keyboard.press('/');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(/papers\/.+/u);
      await page.keyboard.press('c');
      await page.locator('.cite-panel').waitFor();
      await tabTo(/^Copy$/u);
      await page.keyboard.press('Enter');
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/\(20\d\d\)/u);
      await page.keyboard.press('c');
      await tabTo(/^Add to basket$/u);
      await page.keyboard.press('Enter');
      await page.locator('[data-basket-link]', { hasText: '(1)' }).first().waitFor();
      await page.keyboard.press('Home');
      await page.locator('[data-basket-link]:visible').first().focus();
      await page.keyboard.press('Enter');
      await arrive(page, '/basket/');
      await page.locator('.item .reference').waitFor();
      await page.locator('#basket-title').focus();
      await tabTo(/^Save$/u);
      const saved = page.waitForEvent('download');
      await page.keyboard.press('Enter');
      expect((await saved).suggestedFilename()).toMatch(/^basket\./u);
    },
    { acceptDownloads: true },
  ));
