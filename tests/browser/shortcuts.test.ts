import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { arrive } from '../support/browser.ts';
import { potocky } from '../support/seeds.ts';
import { stage } from '../support/stage.ts';

const here = stage();
const inField = (page: Page) => page.evaluate(() => document.activeElement?.matches('input[type="search"]'));

test('the keys are listed at ? and in the footer, and can be switched off for good (WCAG 2.1.4)', () =>
  here.visit(`papers/${potocky}/`, async (page) => {
    await page.keyboard.press('/');
    expect(await inField(page)).toBe(true);
    await page.keyboard.press('Escape');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press('?');
    const dialogue = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await dialogue.waitFor();
    expect(await dialogue.textContent()).toContain('open the citation');
    await dialogue.getByRole('checkbox').uncheck();
    await page.keyboard.press('Escape');
    await dialogue.waitFor({ state: 'hidden' });

    await page.goto(`${here.served.url}papers/${potocky}/`);
    for (const key of ['/', 'c', '?']) await page.keyboard.press(key);
    expect(await inField(page)).toBe(false);
    expect(await page.locator('.cite-panel').isVisible()).toBe(false);
    expect(await dialogue.isVisible()).toBe(false);

    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await dialogue.getByRole('checkbox').check();
    await dialogue.getByRole('button', { name: 'Close' }).click();
    await page.keyboard.press('c');
    await page.locator('.cite-panel').waitFor();
  }));

test('where the list of keys cannot be fetched, the page that has it is shown', async () => {
  const { page } = await here.open();
  await page.route(/\/keys-dialogue/, (route) => route.abort());
  await page.goto(`${here.served.url}zh/papers/${potocky}/`);
  await page.getByRole('button', { name: '键盘快捷键' }).click();
  await page.waitForURL('**/zh/accessibility/');
  expect(await page.locator('main dl.keys kbd').allTextContents()).toContain('?');
});

test('on a phone, whose masthead has no field, / leads to the search', () =>
  here.visit(
    `papers/${potocky}/`,
    async (page) => {
      await page.keyboard.press('/');
      await arrive(page, '/search/');
    },
    { viewport: { width: 360, height: 740 } },
  ));

test.each([
  ['themes/interpreters/', '/zh/themes/interpreters/', '中文'],
  ['zh/themes/refugees/', '/themes/refugees/', 'English'],
])('the other language of %s opens at the heading that was being read', (from, to, name) =>
  here.visit(from, async (page) => {
    const read = page.locator('.prose h2').nth(2);
    await read.evaluate((heading) => scrollTo(0, heading.getBoundingClientRect().top + scrollY - 80));
    const before = (await read.boundingBox())?.y ?? 0;
    expect(before).toBeGreaterThan(79);
    expect(before).toBeLessThan(81);
    await page
      .locator('header')
      .getByRole('link', { name })
      .evaluate((link) => (link as HTMLElement).click());
    await arrive(page, to);
    // Browsers scroll by whole pixels, and a heading may begin between two.
    await expect.poll(async () => Math.abs(((await read.boundingBox())?.y ?? 999) - before)).toBeLessThan(1);
  }),
);

test('a search is asked again in the other language, and a place that the address names is kept', () =>
  here.visit('search/?q=alliance&theme=refugees', async (page) => {
    await page.locator('header').getByRole('link', { name: '中文' }).click();
    await page.waitForURL('**/zh/search/?q=alliance&theme=refugees');
    await page.goto(`${here.served.url}papers/${potocky}/#themes`);
    await page.locator('header').getByRole('link', { name: '中文' }).click();
    await page.waitForURL(`**/zh/papers/${potocky}/#themes`);
  }));
