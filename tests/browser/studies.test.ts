import { expect, test } from 'vitest';
import { stage } from '../support/stage.ts';

const here = stage();

test.each([
  ['', 'Study size'],
  ['zh/', '研究规模'],
])('the table of studies is sorted, filtered and narrowed to columns: /%sstudies/', async (prefix, size) => {
  await here.visit(`${prefix}studies/`, async (page) => {
    const table = page.locator('table[data-studies]');
    const rows = table.locator('tbody tr:visible');
    const names = (): Promise<string[]> => rows.locator('th bdi').allTextContents();
    const all = await names();
    expect(all.length).toBe(5);

    const head = table.locator('thead th', { hasText: size });
    const column = await head.evaluate((cell) => (cell as HTMLTableCellElement).cellIndex);
    await head.getByRole('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    const up = await table
      .locator('tbody tr')
      .evaluateAll(
        (list, at) => list.map((row) => (row as HTMLTableRowElement).cells[at]?.textContent.trim() ?? ''),
        column,
      );
    const numbers = up.flatMap((text) => /\d+/u.exec(text) ?? []).map(Number);
    expect(numbers.length).toBeGreaterThan(1);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    // What states no size comes last, in either direction.
    expect(up.findIndex((text) => text === '')).toBe(numbers.length);
    await head.getByRole('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('descending');

    await page.locator('[data-studies-controls] input[type="search"]').fill('potocky');
    expect(await names()).toEqual([expect.stringContaining('Potocky')]);
    await page.locator('[data-studies-controls] input[type="search"]').fill('');
    expect((await names()).length).toBe(5);

    await page.locator('[data-studies-columns] summary').click();
    await page.locator('[data-studies-columns] label', { hasText: size }).locator('input').uncheck();
    expect(await head.isVisible()).toBe(false);
    expect(await rows.first().locator('td:visible').count()).toBe((await table.locator('thead th').count()) - 2);
  });
});

test('on a phone no value of a study is cut off, and at a desk no column is a character wide', async () => {
  for (const prefix of ['', 'zh/'])
    await here.visit(`${prefix}studies/`, async (page) => {
      const values = page.locator('table[data-studies] tbody td .whole');
      const widest = async (): Promise<number> =>
        Math.max(...(await values.evaluateAll((all) => all.map((it) => it.getBoundingClientRect().right))));
      expect(await widest()).toBeGreaterThan(100);
      await page.setViewportSize({ width: 360, height: 740 });
      expect(await widest(), prefix).toBeLessThanOrEqual(360);
      await page.setViewportSize({ width: 1280, height: 800 });
      const ems = await page
        .locator('table[data-studies] tbody td')
        .evaluateAll((all) =>
          all
            .filter((it) => it.textContent.trim() !== '')
            .map((it) => it.getBoundingClientRect().width / parseFloat(getComputedStyle(it).fontSize)),
        );
      expect(Math.min(...ems), prefix).toBeGreaterThan(4.5);
    });
});
