import { readFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { arrive } from '../support/browser.ts';
import { potocky as paper } from '../support/seeds.ts';
import { stage } from '../support/stage.ts';

const title = 'The Therapeutic Alliance in Refugee Mental Health and Psychosocial Support';

describe.each(['/', '/repo/'])('the site under %s', (base) => {
  const here = stage({ base });
  const without = { javaScriptEnabled: false };

  test.each([
    ['with JavaScript', {}],
    ['without JavaScript', without],
  ])('from the front page to a paper, its theme and its source, %s', async (_name, options) => {
    await here.visit(
      '',
      async (page) => {
        await page.getByRole('navigation').getByRole('link', { name: 'Papers', exact: true }).first().click();
        await arrive(page, `${base}papers/`);
        await page.getByRole('link', { name: title }).first().click();
        await arrive(page, `${base}papers/${paper}/`);
        expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(title);
        await page.locator(`a[href="${base}papers/${paper}/source/"]`).first().click();
        await arrive(page, `${base}papers/${paper}/source/`);
        expect(await page.locator('main').textContent()).toContain('Miriam Potocky');
        await page.goBack();
        await arrive(page, `${base}papers/${paper}/`);
        await page.locator(`main a[href="${base}themes/interpreters/"]`).first().click();
        await arrive(page, `${base}themes/interpreters/`);
        expect(await page.locator('blockquote[cite], q[cite]').count()).toBeGreaterThan(0);
      },
      options,
    );
  });

  test('the other language of a page is one link away', async () => {
    await here.visit(`papers/${paper}/`, async (page) => {
      await page.locator(`a[href="${base}zh/papers/${paper}/"]`).first().click();
      await arrive(page, `${base}zh/papers/${paper}/`);
      expect(await page.locator('html').getAttribute('lang')).toMatch(/^zh/);
      expect(await page.locator('main').textContent()).toContain('难民心理健康和社会心理支持治疗联盟');
      await page.locator(`a[href="${base}papers/${paper}/"]`).first().click();
      await arrive(page, `${base}papers/${paper}/`);
      expect(await page.locator('html').getAttribute('lang')).toMatch(/^en/);
    });
  });

  test('a quotation leads to the sentence that it quotes', async () => {
    await here.visit('themes/interpreters/', async (page) => {
      const cite = await page.locator('blockquote[cite*="#s-"], q[cite*="#s-"]').first().getAttribute('cite');
      await page.goto(new URL(cite ?? '', here.served.url).href);
      await expect.poll(() => page.locator(':target').count()).toBe(1);
    });
  });

  const phone = { viewport: { width: 360, height: 740 } };
  const toSentence = 'a[href*="/papers/"][href*="/#s-"]';
  const isOnScreen = (part: Locator): Promise<boolean> =>
    part.evaluate((element) => {
      const { top, bottom, left, right } = element.getBoundingClientRect();
      return bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
    });

  test.each([
    ['a sentence of an essay', 'zh/themes/suicidality/', '.prose .rest a'],
    ['a finding', 'findings/', `.findings ${toSentence}`],
    ['a cell of the map', 'map/', `.cell ${toSentence}`],
  ])('on a phone %s leads to its sentence, and that to its marked line in the source', async (_, start, link) => {
    await here.visit(
      start,
      async (page) => {
        // The number of a cell leads to the list of its papers with their sentences, on the same page.
        if (start === 'map/') await page.locator('.grid td a').first().click();
        const basis = page.locator('.show-basis');
        if ((await basis.count()) > 0) await basis.first().check();
        await page.locator(link).first().click();
        await page.waitForURL(/\/papers\/[a-z0-9-]+\/#s-/u);
        const sentence = page.locator('.sentence:target');
        await expect.poll(() => isOnScreen(sentence)).toBe(true);
        const words = (await sentence.locator('.words').textContent())?.trim() ?? '';
        await sentence.locator('a[href*="/source/"]').click();
        await page.waitForURL(/\/source\/(?:.*)#s-/u);
        const marked = page.locator('[data-sentence].marked').first();
        await expect.poll(() => isOnScreen(marked)).toBe(true);
        expect((await marked.textContent())?.slice(0, 200)).toContain(words.slice(0, 12));
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      },
      phone,
    );
  });

  test.each([
    ['', 'with JavaScript', {}],
    ['zh/', 'without JavaScript', without],
  ])('a reader asks what each sentence rests on: %s%s', async (prefix, _name, options) => {
    await here.visit(
      `${prefix}themes/interpreters/`,
      async (page) => {
        const told = page.locator('.prose [data-basis="evidence"]').first();
        const rest = told.locator('.rest a').first();
        expect(await rest.isVisible()).toBe(false);
        await page.locator('.show-basis').check();
        expect(await rest.isVisible()).toBe(true);
        await rest.click();
        await expect.poll(() => page.locator(':target').count()).toBe(1);
      },
      options,
    );
  });

  test.each([
    ['bib', /^@article\{potocky-2025-therapeutic-alliance-refugee,/m],
    ['ris', /^TY {2}- JOUR\r?$/m],
    ['csl.json', /"type":\s*"article-journal"/],
    ['txt', /Potocky/],
    ['json', /"id":\s*"potocky-2025-therapeutic-alliance-refugee"/],
  ])('the paper as .%s, by a link that needs no JavaScript', async (end, holds) => {
    await here.visit(
      `papers/${paper}/`,
      async (page) => {
        const link = page.locator(`a[href="${base}papers/${paper}.${end}"]`).first();
        expect(await link.count()).toBe(1);
        const address = new URL((await link.getAttribute('href')) ?? '', here.served.url).href;
        expect(await (await page.request.get(address)).text()).toMatch(holds);
      },
      without,
    );
  });

  test('a citation is copied and downloaded', async () => {
    const options = { permissions: ['clipboard-read', 'clipboard-write'], acceptDownloads: true };
    await here.visit(
      `papers/${paper}/`,
      async (page) => {
        const panel = page.locator('#cite');
        await panel.locator('summary').first().click();
        await panel.locator('[data-copy="plain"]').click();
        await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^Potocky, M\./);
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          panel.locator(`a[href="${base}papers/${paper}.ris"]`).click(),
        ]);
        expect(download.suggestedFilename()).toBe(`${paper}.ris`);
        expect(await readFile(await download.path(), 'utf8')).toMatch(/^TY {2}- JOUR/);
      },
      options,
    );
  });

  test('a missing page says so, in both languages, and has links', async () => {
    const { page } = await here.open();
    const answer = await page.goto(`${here.served.url}papers/nobody-1900-nothing-at-all/`);
    expect(answer?.status()).toBe(404);
    expect(await page.locator('main').textContent()).toMatch(/\p{Script=Han}/u);
    await page.locator(`a[href="${base}"]`).first().click();
    await arrive(page, base);
  });
});
