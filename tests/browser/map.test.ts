import { readFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { citationFormats } from '#citations/index';
import type { Paper } from '#domain/paper';
import { stage } from '../support/stage.ts';

const here = stage();

async function savedBy(page: Page, name: RegExp): Promise<{ text: string; file: string }> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  const file = await coming;
  return { text: await readFile(await file.path(), 'utf8'), file: file.suggestedFilename() };
}

test.each(['', 'zh/'])(
  'a cell’s papers as RIS and CSV are what the site itself writes of them: /%smap/',
  async (prefix) => {
    await here.visit(`${prefix}map/`, async (page) => {
      const cell = page.locator('.cell', { has: page.locator('li:nth-child(2)') }).first();
      const ids = await cell
        .locator('[data-paper]')
        .evaluateAll((all) => all.map((it) => (it as HTMLElement).dataset['paper']));
      expect(ids.length).toBeGreaterThan(1);
      const { folder } = here.served.site;
      const papers = ids.map((id) => JSON.parse(readFileSync(join(folder, 'papers', `${id}.json`), 'utf8')) as Paper);
      for (const extension of ['ris', 'csv']) {
        const format = citationFormats.find((it) => it.extension === extension);
        const label = await cell
          .getByRole('button', { name: new RegExp(`^${extension.toUpperCase()}: .+ · .+`, 'u') })
          .getAttribute('aria-label');
        const { text, file } = await savedBy(page, new RegExp(`^${label ?? ''}$`, 'u'));
        expect(text).toBe(format?.write(papers, { abstracts: true }));
        expect(file).toMatch(new RegExp(`^map-[a-z-]+\\.${extension}$`, 'u'));
      }
    });
  },
);

test('an address that names rows and columns leads to the page of the pair', async () => {
  for (const [query, path] of [
    ['?rows=populations&columns=themes', '/map/populations/'],
    ['?rows=settings', '/map/settings/'],
    ['?rows=designs&columns=themes', '/map/'],
    ['?rows=nothing', '/map/'],
    ['?rows=populations&columns=designs', '/map/'],
  ] as const)
    await here.visit(`map/${query}`, async (page) => {
      await expect.poll(() => new URL(page.url()).pathname).toBe(path);
    });
});

test('without a script each number leads to its list on the page', async () => {
  await here.visit(
    'map/',
    async (page) => {
      expect(await page.locator('.cell button').count()).toBe(0);
      const links = await page
        .locator('table.grid td a')
        .evaluateAll((all) => all.map((it) => (it as HTMLAnchorElement).hash));
      expect(links.length).toBeGreaterThan(5);
      for (const hash of links) expect(await page.locator(`[id="${hash.slice(1)}"] li`).count()).toBeGreaterThan(0);
    },
    { javaScriptEnabled: false },
  );
});

test.each(['', 'zh/'])(
  'on a phone the names of the themes can be read, no character on another: /%smap/',
  async (prefix) => {
    await here.visit(
      `${prefix}map/`,
      async (page) => {
        const names = await page.locator('table.grid thead .theme > *').evaluateAll((all) =>
          all.map((it) => ({
            name: it.textContent.trim(),
            length: it.getBoundingClientRect().height,
            size: parseFloat(getComputedStyle(it).fontSize),
          })),
        );
        expect(names.length).toBeGreaterThan(5);
        // A Chinese character is as high as it is wide; a Latin letter is at least a third as wide as it is high.
        const least = prefix ? 0.9 : 0.3;
        for (const { name, length, size } of names) expect(length, name).toBeGreaterThan(name.length * size * least);
      },
      { viewport: { width: 390, height: 844 } },
    );
  },
);

test('a reader filters the map: table, totals and lists count again, and the address keeps it', async () => {
  const { folder } = here.served.site;
  const read = (id: string) => JSON.parse(readFileSync(join(folder, 'papers', `${id}.json`), 'utf8')) as Paper;
  await here.visit('map/', async (page) => {
    const listed = page.locator('.cell li[data-paper]:visible');
    const ids = (): Promise<(string | null)[]> =>
      listed.evaluateAll((all) => all.map((it) => it.getAttribute('data-paper')));
    const before = new Set(await ids());
    await page.locator('[data-map-filter] summary').click();
    const perspective = page.locator('[data-map-filter] select', {
      has: page.locator('[value="perspectives/clients"]'),
    });
    await perspective.selectOption('perspectives/clients');
    const kept = [...before].filter((id) =>
      read(id ?? '').concepts.some(({ concept }) => concept === 'perspectives/clients'),
    );
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.length).toBeLessThan(before.size);
    expect(new Set(await ids())).toEqual(new Set(kept));
    expect(await page.locator('.grid .sum .total').textContent()).toBe(String(kept.length));
    // Each number that is left is that of the papers of its list that are left.
    for (const link of await page.locator('.grid td a:visible').all()) {
      const hash = (await link.evaluate((it) => (it as HTMLAnchorElement).hash)).slice(1);
      const shown = await link
        .locator('.count:visible, .gap-mark:visible')
        .evaluateAll((all) => all.reduce((sum, it) => sum + parseInt(it.textContent, 10), 0));
      expect(shown, hash).toBe(await page.locator(`[id="${hash}"] li:visible`).count());
    }
    expect(new URL(page.url()).search).toBe('?only=perspectives/clients');
    await page.reload();
    expect(new Set(await ids())).toEqual(new Set(kept));
    await perspective.selectOption('');
    expect(new Set(await ids())).toEqual(before);
  });
});
