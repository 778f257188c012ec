import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sayDate } from '../../src/site/display.ts';
import { settle } from '../support/browser.ts';
import { stage } from '../support/stage.ts';

const here = stage();

/** The newest of the dates of the collection and of its essays. */
const newest =
  [
    'site.yaml',
    ...readdirSync('content/themes').flatMap((theme) => [`themes/${theme}/en.mdx`, `themes/${theme}/zh.mdx`]),
  ]
    .flatMap((file) => /^(?: {2}date|updated): '([\d-]+)'$/mu.exec(readFileSync(`content/${file}`, 'utf8'))?.[1] ?? [])
    .sort()
    .at(-1) ?? '';

test.each([
  ['', '5 papers', '9 themes', `Updated ${sayDate(newest, 'en')}`],
  ['zh/', '5 篇文献', '9 个主题', `更新于 ${sayDate(newest, 'zh')}`],
])(
  'one screen of %s says how much, what the papers say, what is not known and what is new, without a script',
  (path, ...facts) =>
    here.visit(
      path,
      async (page) => {
        const text = (await page.locator('main').innerText()).replace(/\s+/gu, ' ');
        for (const fact of facts) expect(text).toContain(fact);
        const seen = await page
          .locator('main :is(h1, .question, input[type=search], #says, .says h3, #open, #new)')
          .evaluateAll((all) => all.map((it) => it.getBoundingClientRect().bottom));
        expect(seen).toHaveLength(15);
        expect(Math.max(...seen)).toBeLessThan(900);
        const said = await page.locator('.says li p').allTextContents();
        expect(said.every((sentence) => sentence.trim().length > 20)).toBe(true);
        expect(await page.locator('.says [data-basis]').count()).toBe(9);
        expect(await page.locator('[aria-labelledby=open] [data-basis=absence]').count()).toBe(3);
      },
      { viewport: { width: 1440, height: 900 }, javaScriptEnabled: false },
    ),
);

test.each(['', 'zh/'])('on a phone two screens of /%s hold all that is above the papers', (path) =>
  here.visit(
    path,
    async (page) => {
      const seen = await page
        .locator(
          'main :is(h1, .question, input[type=search], .facts, .says li, [aria-labelledby=open], [aria-labelledby=new])',
        )
        .evaluateAll((all) => all.map((it) => it.getBoundingClientRect()));
      expect(seen).toHaveLength(15);
      expect(seen.every(({ height }) => height > 0)).toBe(true);
      expect(Math.max(...seen.map(({ bottom }) => bottom))).toBeLessThan(2 * 800);
    },
    { viewport: { width: 360, height: 800 }, javaScriptEnabled: false },
  ),
);

test('the papers stand below as title, authors and year', () =>
  here.visit('', async (page) => {
    const entries = page.locator('.papers .entry');
    expect(await entries.count()).toBe(5);
    expect(await entries.first().innerText()).toMatch(/Potocky\s*·\s*2025/);
    expect(await entries.locator('.themes').count()).toBe(0);
  }));

test.each(['', 'zh/'])('the notice of where help is found can be pressed: %sthemes/suicidality/', (prefix) =>
  here.visit(`${prefix}themes/suicidality/`, async (page) => {
    const links = await page.locator('.help a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    expect(new Set(links)).toEqual(new Set(['https://findahelpline.com/', 'tel:12356', 'tel:120', 'tel:110']));
    expect(await page.locator('.help').textContent()).toContain('findahelpline.com');
  }),
);

test('a facet that few ask for is folded, and opens when one of its values is chosen', () =>
  here.visit('search/', async (page) => {
    await settle(page);
    const setting = page.locator('details[data-facet=setting]');
    expect(await setting.evaluate((one) => (one as HTMLDetailsElement).open)).toBe(false);
    expect(await page.locator('details[data-facet=theme]').evaluate((one) => (one as HTMLDetailsElement).open)).toBe(
      true,
    );
    expect((await page.locator('#search-facets').boundingBox())?.height).toBeLessThan(900);
    await setting.locator('summary').click();
    await setting.getByRole('checkbox').first().check();
    await page.waitForURL(/setting=/);
    expect(await setting.getByRole('checkbox').first().isVisible()).toBe(true);
  }));
