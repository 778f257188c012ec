import { expect, test } from 'vitest';
import { bringAxe, violations } from '../support/accessible.ts';
import { huggett, iversen, potocky, tremain } from '../support/seeds.ts';
import { stage } from '../support/stage.ts';

const here = stage();

test.each([
  ['', 'Design', 'Conclusions', 'Aim', 'No such section', 'read by rule, unchecked', 'Study size'],
  ['zh/', '研究设计', '结论', '目的', '无此节', '按规则读取，未经核对', '研究规模'],
])(
  'papers side by side, section against section, each sentence with its own address: /%scompare/',
  async (prefix, ...words) => {
    const [design, conclusions, aim, lacking, unchecked, size] = words;
    await here.visit(`${prefix}compare/?papers=${tremain},${iversen},${huggett}`, async (page) => {
      const table = page.locator('#compare-table table');
      await table.waitFor();
      expect(await table.locator('thead th').count()).toBe(4);
      const row = (name: string) =>
        table.locator('tbody tr', { has: page.locator('th', { hasText: new RegExp(`^${name}( \\(|（|$)`, 'u') }) });
      const link = row(design).locator('td').first().locator('a');
      expect(await link.getAttribute('href')).toMatch(new RegExp(`^/${prefix}papers/${tremain}/#s-`, 'u'));
      expect(await row(size).locator('th').textContent()).toContain(unchecked);
      expect(await row(design).locator('th').textContent()).not.toContain(unchecked);
      const cells = row(conclusions).locator('td');
      expect(await cells.nth(0).textContent()).toContain('More research is required');
      expect(await cells.nth(1).textContent()).toContain('ethical responsibility');
      expect(await row(aim).locator('td').nth(1).textContent()).toBe(lacking);
      // An abstract without sections is beside all sections of the others, with Chinese marks full-width.
      expect(await cells.count()).toBe(2);
      const whole = table.locator('td[rowspan]');
      expect(await whole.textContent()).toMatch(prefix ? /有潜在救生作用的，受到/u : /unique, fluid, potentially/u);
      const [top, bottom] = [await row(aim).boundingBox(), await cells.nth(0).boundingBox()];
      const box = await whole.boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThan(bottom?.y ?? 1e9);
      expect(box?.y).toBeLessThanOrEqual(top?.y ?? 0);
      // From the cell to the sentence on the page of the paper, in one step.
      const href = await cells.nth(0).locator('a').first().getAttribute('href');
      await page.goto(new URL(href ?? '', here.served.url).href);
      expect(await page.locator(':target').textContent()).toContain('More research is required');
    });
  },
);

test('papers of the basket are offered, three at most; by keyboard too', async () => {
  await here.visit('papers/', async (page) => {
    for (const id of [potocky, iversen, tremain, huggett])
      await page.locator(`button[data-basket="${id}"]:visible`).first().click();
    await page.locator('[data-compare] a').click();
    await page.locator('#compare-table table').waitFor();
    expect(await page.locator('#compare-table thead th').count()).toBe(4);
    const boxes = page.locator('#compare-papers input');
    expect(await boxes.count()).toBe(4);
    expect(await page.locator('#compare-papers input:disabled').count()).toBe(1);
    await page.locator('#compare-papers input:checked').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.waitForURL(/papers=[a-z0-9-]+,[a-z0-9-]+$/u);
    await page.locator('#compare-table table').waitFor();
    expect(await page.locator('#compare-table thead th').count()).toBe(3);
  });
});

test('from the results of a search, papers put into the basket are side by side in one step', async () => {
  await here.visit('search/?q=alliance', async (page) => {
    for (const id of [potocky, tremain]) await page.locator(`#search-results button[data-basket="${id}"]`).click();
    await page.locator('#search-found [data-compare] a').click();
    await page.locator('#compare-table table').waitFor();
    expect(new URL(page.url()).search).toBe(`?papers=${potocky},${tremain}`);
    expect(await page.locator('#compare-table thead th').count()).toBe(3);
  });
});

test.each([
  ['', 'Choose two or three papers'],
  [`?papers=${[potocky, iversen, tremain, huggett].join(',')}`, 'names 4 papers'],
  ['?papers=<img%20src=x>,../../x', 'Choose two or three papers'],
])('what an address cannot show is said: compare/%s', async (query, said) => {
  await here.visit(`compare/${query}`, async (page) => {
    await expect.poll(() => page.locator('#compare-status').textContent()).toContain(said);
  });
});

test('a paper that the review does not have is named, and the other one is shown', async () => {
  const { page, context } = await here.open();
  await page.goto(`${here.served.url}compare/?papers=${potocky},nobody-2020-nothing`);
  await expect.poll(() => page.locator('#compare-status').textContent()).toContain('Not in this review: nobody-2020');
  expect(await page.locator('#compare-table thead th').count()).toBe(2);
  await context.close();
});

test('without a script the page says so and leads to the papers', async () => {
  await here.visit(
    `zh/compare/?papers=${potocky},${iversen}`,
    async (page) => {
      expect(await page.locator('main').textContent()).toContain('需要 JavaScript');
      expect(await page.locator('main a[href="/zh/papers/"]').count()).toBe(1);
    },
    { javaScriptEnabled: false },
  );
});

test('on a phone each cell says whose it is, and nothing is wider than the screen', async () => {
  await here.visit(`compare/?papers=${potocky},${iversen},${tremain}`, async (page) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.locator('#compare-table table').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    const before = await page
      .locator('#compare-table td')
      .first()
      .evaluate((cell) => getComputedStyle(cell, '::before').content);
    expect(before).toContain('Potocky');
    expect(await page.locator('td', { hasText: 'Digital alliance (named only as a gap)' }).count()).toBe(1);
    expect(await page.locator('td', { hasText: 'Interpreters (named' }).count()).toBe(0);
    await bringAxe(page);
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await violations(page)).toEqual([]);
  });
});
