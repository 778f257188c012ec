import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { huggett, newydd, potocky } from '../support/seeds.ts';
import { stage } from '../support/stage.ts';

const here = stage();
const noScript = { javaScriptEnabled: false };

const box = async (page: Page, selector: string) => {
  const found = await page.locator(selector).first().boundingBox();
  if (!found) throw new Error(`${selector} is not shown`);
  return found;
};

describe('what is done with a paper', () => {
  test.each([
    ['with JavaScript', {}],
    ['without JavaScript', noScript],
  ])('Cite opens its panel right below itself, by mouse and by keyboard, %s', (_name, options) =>
    here.visit(
      `papers/${potocky}/`,
      async (page) => {
        const panel = page.locator('.cite-panel');
        expect(await panel.isVisible()).toBe(false);
        const cite = page.locator('#cite > summary');
        await cite.focus();
        await page.keyboard.press('Enter');
        await panel.waitFor();
        const [button, opened] = [await box(page, '#cite > summary'), await box(page, '.cite-panel')];
        expect(opened.y).toBeGreaterThanOrEqual(button.y + button.height);
        expect(opened.y - button.y).toBeLessThan(100);
        expect(await panel.locator('[data-text]').first().textContent()).toContain('Potocky, M. (2025)');
        await cite.click();
        expect(await panel.isVisible()).toBe(false);
      },
      options,
    ),
  );

  test('the key c, and an address that ends in #cite, open it with the focus inside', () =>
    here.visit(`papers/${potocky}/`, async (page) => {
      const inside = () => page.evaluate(() => document.activeElement?.closest('.cite-panel') !== null);
      await page.keyboard.press('c');
      await expect.poll(inside).toBe(true);
      await page.goto(`${here.served.url}zh/papers/${potocky}/#cite`);
      await expect.poll(inside).toBe(true);
    }));

  test('the system’s way to share is offered where there is one, with the page’s own address', async () => {
    const { page } = await here.open();
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'share', {
        value: (data: ShareData) => {
          document.body.setAttribute('data-shared', data.url ?? '');
          return Promise.resolve();
        },
      });
    });
    await page.goto(`${here.served.url}papers/${potocky}/#themes`);
    await page.getByRole('button', { name: 'Share' }).click();
    expect(await page.locator('body').getAttribute('data-shared')).toMatch(new RegExp(`/papers/${potocky}/$`));
  });

  test('no action of a paper’s page is set smaller than 14 px', () =>
    here.visit(`zh/papers/${potocky}/`, async (page) => {
      await page.keyboard.press('c');
      const small = await page
        .locator(':is(main, header, footer) :is(a, button, select, summary):visible')
        .evaluateAll((all) =>
          all.filter((it) => parseFloat(getComputedStyle(it).fontSize) < 14).map((it) => it.outerHTML),
        );
      expect(small.map((html) => html.slice(0, 120))).toEqual([]);
    }));
});

describe('where am I', () => {
  test('a line of context and the themes stand above the abstract on a phone', () =>
    here.visit(
      `papers/${potocky}/`,
      async (page) => {
        expect(await page.locator('main').textContent()).toContain('A paper in Alliance Review');
        const [chips, abstract] = [await box(page, '.chips'), await box(page, '.abstracts')];
        expect(chips.y + chips.height).toBeLessThan(abstract.y);
        expect(await page.locator('.chips a').count()).toBe(6);
      },
      { viewport: { width: 360, height: 740 } },
    ));

  test('a theme that a reviewer assigned says so', () =>
    here.visit(`papers/${newydd}/`, async (page) => {
      const assigned = await page.locator('.chips li', { hasText: 'assigned by a reviewer' }).allTextContents();
      expect(assigned.length).toBe(await page.locator('.chips .assigned').count());
    }));

  test.each([potocky, huggett])('what stands below the abstract of %s ends on one line', (id) =>
    here.visit(
      `papers/${id}/`,
      async (page) => {
        const edges = await page
          .locator('.hung > .section, .hung > .section .entry, .theme-evidence')
          .evaluateAll((all) => all.map((it) => Math.round(it.getBoundingClientRect().right)));
        expect(new Set(edges).size).toBe(1);
      },
      { viewport: { width: 1440, height: 900 } },
    ),
  );
});
