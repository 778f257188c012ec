import type { Page } from 'playwright-core';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { iversen, newydd, potocky } from '../support/seeds.ts';
import { stage } from '../support/stage.ts';

const here = stage();

/** Opens the chooser, types, and waits for the first style of that name. */
async function find(page: Page, typed: string, first: string): Promise<void> {
  await page.getByRole('button', { name: 'More styles…' }).click();
  await page.locator('.more-styles .said', { hasText: /\d,\d{3} styles/ }).waitFor();
  await page.getByRole('combobox', { name: 'Find a style by name' }).pressSequentially(typed);
  await page.getByRole('option', { name: first, exact: true }).waitFor();
}

test('any style is found by its name with the keyboard, set by the paper’s own language, and offered again', async () => {
  await here.visit(`papers/${potocky}/#cite`, async (page, { asked }) => {
    const fetched = (): string[] => asked.filter((url) => /\/styles\/|\/engine-/.test(url));
    await page.locator('[data-cite-style]').waitFor();
    expect(fetched()).toEqual([]);
    await find(page, 'nat', 'Nature');
    const field = page.getByRole('combobox', { name: 'Find a style by name' });
    expect(await field.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    const active = await field.getAttribute('aria-activedescendant');
    expect(await page.locator(`[id="${active}"]`).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await field.getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('Escape');
    await page.keyboard.type('nature');
    await page.getByRole('option', { name: 'Nature', exact: true }).waitFor();
    await page.keyboard.press('Enter');
    const shown = page.locator('.cite-panel .reference:visible .text');
    await page.locator('.cite-panel .reference:visible', { hasText: /^\s*Potocky, M\. The Therapeutic/ }).waitFor();
    expect(await shown.locator('i').textContent()).toBe('Journal of Immigrant and Minority Health');
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-cite-style'))).toBe(true);
    await page.locator('[data-cite-language]').selectOption('zh');
    await page.locator('.cite-panel .reference:visible', { hasText: '难民心理健康' }).waitFor();
    expect(await shown.count()).toBe(1);

    await page.goto(`${here.served.url}papers/${iversen}/#cite`);
    await page.locator('[data-cite-style]').selectOption({ label: 'Nature' });
    await page.locator('.cite-panel .reference:visible', { hasText: /Iversen, H\. W\.,/ }).waitFor();
  });
});

test('the engine runs in a worker; where it cannot be fetched a message says so, and it is fetched when it is needed next', async () => {
  // The console reports what is held back here, which is not a fault.
  const { page } = await here.open();
  await page.route(/\/engine-/, (route) => route.abort());
  await page.goto(`${here.served.url}papers/${potocky}/#cite`);
  await find(page, 'nature', 'Nature');
  await page.keyboard.press('Enter');
  await page.locator('.cite-panel .said', { hasText: 'cannot be reached now' }).waitFor();
  expect(await page.locator('[data-cite-style]').inputValue()).toBe('apa');
  await page.unroute(/\/engine-/);
  await page.getByRole('combobox', { name: 'Find a style by name' }).fill('nature');
  await page.getByRole('option', { name: 'Nature', exact: true }).click();
  await page.locator('.cite-panel .reference:visible', { hasText: /^\s*Potocky, M\. The Therapeutic/ }).waitFor();
  expect(page.workers().map((worker) => worker.url())).toEqual([expect.stringContaining('/engine-')]);
});

test('where the chooser cannot be fetched a message says so, and it is fetched when it is asked for again', async () => {
  const { page } = await here.open();
  await page.route(/\/picker\./, (route) => route.abort());
  await page.goto(`${here.served.url}papers/${potocky}/#cite`);
  const button = page.getByRole('button', { name: 'More styles…' });
  await button.click();
  await page.locator('.more-styles', { hasText: 'cannot be reached now' }).waitFor();
  await page.unroute(/\/picker\./);
  await button.click();
  await find(page, 'nature', 'Nature');
  expect(await page.locator('.more-styles').textContent()).not.toContain('cannot be reached now');
});

test('an article without a journal is cited by its page, and called no preprint', async () => {
  await here.visit(`papers/${newydd}/#cite`, async (page) => {
    await find(page, 'nature', 'Nature');
    await page.keyboard.press('Enter');
    const text = page.locator('.cite-panel .reference[data-style="csl:nature"] .text');
    await text.waitFor();
    expect(await text.textContent()).toContain('https://irmhp-psmir.camhx.ca/');
    expect(await text.textContent()).not.toMatch(/preprint/i);
  });
});

test('a style of the site is chosen in the list, and nothing else is fetched for it', async () => {
  await here.visit(`papers/${potocky}/#cite`, async (page, { asked }) => {
    await find(page, 'american medical association 11th', 'American Medical Association 11th edition');
    await page.getByRole('option', { name: 'American Medical Association 11th edition', exact: true }).click();
    await expect.poll(() => page.locator('[data-cite-style]').inputValue()).toBe('ama');
    expect(asked.filter((url) => url.includes('/engine-'))).toEqual([]);
  });
});

test('the basket sets its list in any style, in the reader’s order, numbers and all', async () => {
  await here.visit('papers/', async (page) => {
    for (const id of [potocky, iversen]) await page.locator(`button[data-basket="${id}"]:visible`).first().click();
    await page.goto(`${here.served.url}basket/`);
    await page.locator('.item .reference i').first().waitFor();
    await find(page, 'nature', 'Nature');
    await page.getByRole('option', { name: 'Nature', exact: true }).click();
    const references = page.locator('.item .reference');
    await expect
      .poll(() => references.allTextContents())
      .toEqual([expect.stringMatching(/^1\. Potocky, M\. The/), expect.stringMatching(/^2\. Iversen, H\. W\./)]);
    await page.getByRole('button', { name: /^Down/ }).first().click();
    await expect
      .poll(() => references.allTextContents())
      .toEqual([expect.stringMatching(/^1\. Iversen/), expect.stringMatching(/^2\. Potocky/)]);
  });
});

test('works of one author and year are distinguished in the basket', async () => {
  await here.visit('papers/', async (page) => {
    // Two papers of the site, as if they had one author and year.
    await page.route(/records\/\d+\.pack$/, async (route) => {
      const answer = await route.fetch();
      const packed = gunzipSync(await answer.body()).toString('utf8');
      const held = JSON.parse(packed) as Record<string, { paper: object; references: { namesake: string } }>;
      for (const { paper, references } of Object.values(held)) {
        Object.assign(paper, {
          authors: [{ name: { written: 'Berry, N.', family: 'Berry', given: 'N.' }, from: [] }],
          issued: { value: '2025', from: [] },
        });
        references.namesake = 'berry 2025';
      }
      await route.fulfill({ response: answer, body: gzipSync(JSON.stringify(held)) });
    });
    for (const id of [potocky, iversen]) await page.locator(`button[data-basket="${id}"]:visible`).first().click();
    await page.goto(`${here.served.url}basket/`);
    await expect
      .poll(() => page.locator('.item .reference').allTextContents())
      .toEqual([expect.stringContaining('Berry, N. (2025a)'), expect.stringContaining('Berry, N. (2025b)')]);
  });
});

test('what the browser keeps of styles may be anything', async () => {
  await here.visit(`papers/${potocky}/#cite`, async (page) => {
    for (const kept of ['[["../../x","X","en-US"],[1,2,3],null,"x"]', '{"a":1}', 'no JSON']) {
      await page.evaluate((text) => localStorage.setItem('cite-styles', text), kept);
      await page.reload();
      await page.locator('.cite-panel.scripted').waitFor();
      expect(await page.locator('[data-cite-style] option[value^="csl:"]').count()).toBe(0);
    }
  });
});
