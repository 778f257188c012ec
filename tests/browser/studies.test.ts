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
