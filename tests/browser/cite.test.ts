import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { iversen, newydd, potocky } from '../support/seeds.ts';
import { stage } from '../support/stage.ts';

/** How a reader cites: the choice that stays, the day of access, what is copied, and the line on capitals. */

const here = stage();
const permissions = ['clipboard-read', 'clipboard-write'];
const shown = (page: Page) => page.locator('.cite-panel .reference:visible');
const focused = (page: Page) => page.evaluate(() => document.activeElement?.outerHTML ?? '');

/** Goes on with the Tab key until the focus is on what matches. */
async function tabTo(page: Page, to: RegExp): Promise<void> {
  for (let i = 0; i < 40 && !to.test((await focused(page)).replace(/>.*$/su, '>')); i++)
    await page.keyboard.press('Tab');
  expect(await focused(page)).toMatch(to);
}

test('style and language are chosen by the keyboard, stay on the next page, and go with the link of the basket', async () => {
  let link = '';
  await here.visit(
    `papers/${potocky}/#cite`,
    async (page) => {
      const style = page.locator('[data-cite-style]');
      await expect.poll(() => focused(page)).toContain('data-cite-style');
      await page.keyboard.type('Harvard');
      await expect.poll(() => style.inputValue()).toBe('harvard');
      await expect.poll(() => shown(page).textContent()).toContain('Potocky, M. (2025) ‘');
      await tabTo(page, /data-cite-language/u);
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => shown(page).textContent()).toContain('难民心理健康');

      await page.goto(`${here.served.url}papers/${iversen}/#cite`);
      await expect.poll(() => style.inputValue()).toBe('harvard');
      await page.locator(`button[data-basket="${iversen}"]:visible`).first().click();
      await page.goto(`${here.served.url}basket/`);
      await page.locator('.item .reference').first().waitFor();
      expect(await page.locator('#basket-style').inputValue()).toBe('harvard');
      expect(await page.locator('#basket-language').inputValue()).toBe('zh');
      await page.locator('#basket-link').focus();
      await page.keyboard.press('Enter');
      await expect
        .poll(async () => (link = await page.evaluate(() => navigator.clipboard.readText())))
        .toMatch(/;style=harvard;language=zh$/u);
    },
    { permissions },
  );
  await here.visit(link.slice(here.served.url.length), async (page) => {
    expect(await page.locator('#basket-style').inputValue()).toBe('apa');
    await page.locator('#basket-take').click();
    await page.locator('.item .reference').first().waitFor();
    expect(await page.locator('#basket-style').inputValue()).toBe('harvard');
    expect(await page.locator('#basket-language').inputValue()).toBe('zh');
  });
});

test('a reference is copied as text, and as text with its italics, by the keyboard', () =>
  here.visit(
    `papers/${potocky}/#cite`,
    async (page) => {
      const held = () =>
        page.evaluate(async () => {
          const [item] = await navigator.clipboard.read();
          const kinds = item?.types ?? [];
          const texts = await Promise.all(kinds.map(async (kind) => (await item?.getType(kind))?.text() ?? ''));
          return Object.fromEntries(kinds.map((kind, i) => [kind, texts[i]]));
        });
      await expect.poll(() => focused(page)).toContain('data-cite-style');
      await tabTo(page, /data-copy="rich"/u);
      await page.keyboard.press('Enter');
      const text = ((await shown(page).locator('[data-text]').textContent()) ?? '').replace(/\s+/gu, ' ').trim();
      await expect.poll(async () => (await held())['text/plain']).toBe(text);
      expect((await held())['text/html']).toContain('<i>Journal of Immigrant and Minority Health</i>');
      await tabTo(page, /data-copy="plain"/u);
      await page.keyboard.press('Enter');
      await expect.poll(async () => Object.keys(await held())).toEqual(['text/plain']);
      expect(await held()).toEqual({ 'text/plain': text });
      expect(await page.locator('.cite-panel [data-said]').textContent()).toBeTruthy();
    },
    { permissions },
  ));

test('a page on the web alone, and any work in GB/T 7714, is cited with the reader’s own day', async () => {
  const { page } = await here.open();
  await page.clock.setFixedTime(new Date(2031, 1, 3, 12));
  await page.goto(`${here.served.url}papers/${newydd}/#cite`);
  await page.locator('[data-cite-style]').selectOption('vancouver');
  await expect.poll(() => shown(page).textContent()).toContain('[cited 2031 Feb 3]');
  await page.goto(`${here.served.url}papers/${potocky}/#cite`);
  await page.locator('[data-cite-style]').selectOption('gb-t-7714-numeric');
  await expect.poll(() => shown(page).textContent()).toContain('[2031-02-03]');
  await page.locator('[data-cite-style]').selectOption('vancouver');
  expect(await shown(page).textContent()).not.toContain('2031');
  for (const id of [newydd, potocky]) {
    await page.goto(`${here.served.url}papers/${id}/`);
    await page.locator(`button[data-basket="${id}"]:visible`).first().click();
  }
  await page.goto(`${here.served.url}basket/`);
  await expect
    .poll(() => page.locator('.item .reference').allTextContents())
    .toEqual([expect.stringContaining('[cited 2031 Feb 3]'), expect.not.stringContaining('2031')]);
});

test('Escape closes the panel and leads back to what opened it', () =>
  here.visit(`papers/${iversen}/`, async (page) => {
    await page.locator('.cite-panel.scripted').waitFor({ state: 'attached' });
    await page.keyboard.press('c');
    await expect
      .poll(() =>
        page
          .locator('[data-cite-style]')
          .first()
          .evaluate((it) => it.getBoundingClientRect().bottom < innerHeight / 2),
      )
      .toBe(true);
    await expect.poll(() => focused(page)).toContain('data-cite-style');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    expect(await page.locator('#cite').getAttribute('open')).toBeNull();
    expect(await focused(page)).toMatch(/^<summary/u);
  }));

test('the panel says where a style sets the capitals of a title, and only there', () =>
  here.visit(`papers/${iversen}/#cite`, async (page) => {
    await page.locator('.cite-panel.scripted').waitFor();
    const words = await page.locator('.cite-panel').getAttribute('data-capitals');
    const title = (await page.locator('h1').first().textContent())?.trim() ?? '';
    const said = async (style: string): Promise<string[]> => {
      await page.locator('[data-cite-style]').selectOption(style);
      await page.locator(`.cite-panel .reference:visible[data-style="${style}"]`).waitFor();
      return shown(page).locator('.basis').allTextContents();
    };
    for (const [style, sets] of [
      ['vancouver', false],
      ['mla', true],
      ['harvard', false],
      ['chicago-author-date', true],
    ] as const) {
      expect(await said(style), style).toEqual(sets ? [words] : []);
      expect((await shown(page).locator('[data-text]').textContent())?.includes(title), style).toBe(!sets);
    }
  }));
