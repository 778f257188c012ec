import { expect, test } from 'vitest';
import { stage } from '../support/stage.ts';

const here = stage();

test.each([
  ['', '5 papers', '9 themes', 'Updated 29 November 2026'],
  ['zh/', '5 篇文献', '9 个主题', '更新于 2026年11月29日'],
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

test('the papers stand below as title, authors and year', () =>
  here.visit('', async (page) => {
    const entries = page.locator('.papers .entry');
    expect(await entries.count()).toBe(5);
    expect(await entries.first().innerText()).toMatch(/Potocky\s*·\s*2025/);
    expect(await entries.locator('.themes').count()).toBe(0);
  }));
