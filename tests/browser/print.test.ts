import { expect, test } from 'vitest';
import { onePageOfEach } from '../../scripts/page-types.ts';
import { settle } from '../support/browser.ts';
import { huggett, iversen } from '../support/seeds.ts';
import { stage } from '../support/stage.ts';

const here = stage();

/** The sizes of the pages of a PDF as Chromium writes it, in points. */
const pagesOf = (pdf: Buffer): { wide: number; high: number }[] =>
  [...pdf.toString('latin1').matchAll(/\/Type \/Page\s[^]*?\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/gu)].map(
    ([, wide, high]) => ({ wide: Number(wide), high: Number(high) }),
  );

test.each([
  ['a paper with abstracts in two languages', `papers/${huggett}/`, 1, false],
  ['the table of studies, with its heading', 'studies/', 1, true],
  ['two papers side by side, with their heading', `compare/?papers=${huggett},${iversen}`, 2, true],
])('on paper, %s is whole and no page is left over', (_what, path, most, across) =>
  here.visit(path, async (page) => {
    await settle(page);
    if (path.startsWith('compare')) await page.locator('#compare-table table').waitFor();
    const pages = pagesOf(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
    expect(pages.length).toBeGreaterThan(0);
    expect(pages.length).toBeLessThanOrEqual(most);
    for (const { wide, high } of pages) expect(wide > high).toBe(across);
  }),
);

test('on paper, no type of page shows what only a screen can do, nor the address of this server', () =>
  here.visit('', async (page) => {
    await page.emulateMedia({ media: 'print' });
    const found: string[] = [];
    for (const { name, path } of onePageOfEach(here.served.site.folder)) {
      await page.goto(here.served.url + path);
      await settle(page);
      const seen = await page.evaluate(() => ({
        controls: [...document.querySelectorAll(':not(th) > button, form, select, nav, details:not([open]) > summary')]
          .filter((it) => it.checkVisibility() && !it.closest('.theme-evidence'))
          .map((it) => it.outerHTML.slice(0, 80)),
        host: document.body.innerText.includes(location.host),
      }));
      found.push(...seen.controls.map((html) => `${name}: ${html}`), ...(seen.host ? [`${name}: the host`] : []));
    }
    expect(found).toEqual([]);
  }));
