import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { iversen, potocky } from '../support/seeds.ts';
import { stage } from '../support/stage.ts';

const here = stage();

/** Selects both papers in the list of papers and opens the basket. */
async function fill(page: Page): Promise<void> {
  for (const id of [potocky, iversen]) await page.locator(`button[data-basket="${id}"]:visible`).first().click();
  await page.goto(`${here.served.url}basket/`);
  await page.locator('.item .reference i').first().waitFor();
}

const references = (page: Page): Promise<string[]> => page.locator('.item .reference').allTextContents();

test('papers ticked in a list are in the basket, in every style, in the reader’s own order, with notes', async () => {
  await here.visit('papers/', async (page) => {
    await fill(page);
    await expect.poll(() => page.locator('.masthead .basket-count').textContent()).toContain('(2)');
    await expect
      .poll(() => references(page))
      .toEqual([expect.stringMatching(/^Potocky, M\. \(2025\)/), expect.stringMatching(/^Iversen, H\. W\., /)]);
    await page.locator('#basket-style').selectOption('vancouver');
    await expect.poll(async () => (await references(page))[1]).toMatch(/^2\. Iversen HW, Riley H/);
    await page.getByRole('button', { name: /^Down/ }).first().click();
    await expect.poll(async () => (await references(page))[0]).toMatch(/^1\. Iversen/);
    await page.locator('.item textarea').first().fill('Group dynamics');
    await page.locator('.item textarea').first().blur();
    await page.reload();
    await expect.poll(() => page.locator('.item textarea').first().inputValue()).toBe('Group dynamics');
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.locator('.written-note').first().isVisible()).toBe(true);
    await expect.poll(() => page.getByRole('button', { name: 'Save', exact: true }).isVisible()).toBe(false);
  });
});

test('a note goes on being written when references come late', async () => {
  await here.visit('papers/', async (page) => {
    await fill(page);
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(/\.references\.json$/, async (route) => {
      await held;
      await route.continue();
    });
    await page.reload();
    const note = page.locator('.item textarea').first();
    await note.waitFor();
    await note.pressSequentially('Half a no');
    release();
    await page.locator('.item .reference i').first().waitFor();
    await page.keyboard.type('te');
    expect(await note.inputValue()).toBe('Half a note');
    await note.blur();
    await page.reload();
    await expect.poll(() => page.locator('.item textarea').first().inputValue()).toBe('Half a note');
  });
});

test('the list is saved as a file by the site’s own serialisers', async () => {
  await here.visit(
    'papers/',
    async (page) => {
      await fill(page);
      for (const [format, holds] of [
        ['endnote-xml', /<rec-number>2<\/rec-number>/],
        ['ris', /^TY {2}- JOUR[\s\S]*^TY {2}- JOUR/m],
        ['text', /Iversen, H\. W\./],
      ] as const) {
        await page.locator('#basket-format').selectOption(format);
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: 'Save', exact: true }).click(),
        ]);
        expect(await readFile(await download.path(), 'utf8')).toMatch(holds);
      }
    },
    { acceptDownloads: true },
  );
});

test('a link carries the list to another browser, which takes it only when asked', async () => {
  let link = '';
  await here.visit(
    'papers/',
    async (page) => {
      await fill(page);
      await page.locator('#basket-link').click();
      await expect
        .poll(async () => (link = await page.evaluate(() => navigator.clipboard.readText())))
        .toContain('#list=');
    },
    { permissions: ['clipboard-read', 'clipboard-write'] },
  );
  await here.visit(link.slice(here.served.url.length), async (page) => {
    await page.locator('#basket-take').waitFor();
    expect(await page.locator('.item').count()).toBe(0);
    await page.locator('#basket-take').click();
    await page.locator('.item .reference i').first().waitFor();
    await expect.poll(() => page.locator('.item').count()).toBe(2);
    await expect.poll(() => page.url()).not.toContain('#list=');
  });
});

test('a library of the reader’s own says what they have and lack, and is sent nowhere', async () => {
  await here.visit('papers/', async (page) => {
    await fill(page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.method()));
    await page.locator('#basket-own-file').setInputFiles({
      name: 'mine.bib',
      mimeType: 'text/plain',
      buffer: Buffer.from('@article{x,\n title = {Another title},\n doi = {10.1007/S10903-025-01688-9}\n}\n'),
    });
    const result = page.locator('#basket-own-result');
    await expect.poll(() => result.textContent()).toContain('you have 1 and lack 1');
    expect(new Set(asked)).toEqual(new Set(['GET']));
    await page.getByRole('button', { name: 'Keep in the basket only what you lack' }).click();
    await expect.poll(() => references(page)).toEqual([expect.stringMatching(/^Iversen/)]);
  });
});

test('the focus stays on what was pressed, and goes to the heading when nothing is left', () =>
  here.visit('papers/', async (page) => {
    await fill(page);
    const on = () =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.id);
    const press = async (name: RegExp) => {
      await page.getByRole('button', { name }).first().focus();
      await page.keyboard.press('Enter');
    };
    await press(/^Down: The Therapeutic/);
    // At the end of the list there is no way down: the entry keeps the focus on what it has.
    await expect.poll(on).toMatch(/^Up: The Therapeutic/);
    await page.keyboard.press('Enter');
    await expect.poll(on).toMatch(/^Down: The Therapeutic/);
    await press(/^Remove: The Therapeutic/);
    await expect.poll(on).toMatch(/^Remove: Building/);
    await page.keyboard.press('Enter');
    await expect.poll(on).toBe('basket-title');
    await page.goto(`${here.served.url}papers/`);
    await fill(page);
    await press(/^Empty the basket/);
    await page.keyboard.press('Enter');
    await expect.poll(on).toBe('basket-title');
  }));

test('without JavaScript the basket says so and offers the library', async () => {
  await here.visit(
    'zh/basket/',
    async (page) => {
      expect(await page.locator('main').textContent()).toContain('JavaScript');
      expect(await page.locator('main a[href$="/library.ris"]').count()).toBe(1);
    },
    { javaScriptEnabled: false },
  );
});

test('a list of a hundred thousand made-up papers asks for few of them, and shows those that are there', async () => {
  await here.visit('papers/', async (page, opened) => {
    await page.evaluate(
      ({ paper }) => {
        const made = Array.from({ length: 100_000 }, (_, i) => ({ id: `made-up-${i}`, title: '', note: '' }));
        localStorage.setItem('basket', JSON.stringify([...made.slice(0, 1000), { id: paper }, ...made]));
      },
      { paper: potocky },
    );
    opened.asked.length = 0;
    await page.goto(`${here.served.url}basket/`);
    await page.locator('.item .reference i').first().waitFor();
    expect(opened.asked.filter((address) => address.includes('/papers/')).length).toBeLessThanOrEqual(51);
    expect(opened.faults.failed.length).toBeLessThanOrEqual(50);
    // A missing file is expected here.
    opened.faults.failed.length = 0;
    opened.faults.console.length = 0;
  });
});
