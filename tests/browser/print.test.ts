import { expect, test } from 'vitest';
import { onePageOfEach } from '../../scripts/page-types.ts';
import { settle } from '../support/browser.ts';
import { huggett, iversen, potocky } from '../support/seeds.ts';
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

/** What a sheet of A4 holds between margins of 13 mm, in pixels of CSS: along its long side and along its short one. */
const sheet = { long: Math.floor(((297 - 26) / 25.4) * 96), short: Math.floor(((210 - 26) / 25.4) * 96) };

test.each([
  ['the table of studies', 'studies/', 'table.studies', true],
  ['the table of studies in Chinese', 'zh/studies/', 'table.studies', true],
  ['two papers side by side', `compare/?papers=${huggett},${iversen}`, '#compare-table table', true],
  ['three papers side by side', `zh/compare/?papers=${huggett},${iversen},${potocky}`, '#compare-table table', true],
  ['the map', 'map/', 'table.grid', false],
  ['the map of populations in Chinese', 'zh/map/populations/', 'table.grid', false],
])(
  'on paper, %s has all its columns on the sheet, and nothing of it is cut or only for a screen',
  (_what, path, what, across) =>
    here.visit(path, async (page) => {
      await settle(page);
      const table = page.locator(what).first();
      await table.waitFor();
      const columns = await table.locator('tr').first().locator('th, td').count();
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: across ? sheet.long : sheet.short, height: sheet.short });
      const seen = await table.evaluate((all) => {
        const wide = document.documentElement.clientWidth;
        const edges = (all.closest('.scroll') ?? document.documentElement).getBoundingClientRect();
        const inked = (it: Element): boolean => it.checkVisibility({ visibilityProperty: true, opacityProperty: true });
        // Words for those who listen are clipped to a pixel, so they are never outside.
        const textOf = (cell: Element): { text: string; right: number; left: number }[] => {
          const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT, (node) =>
            node.parentElement?.closest('.visually-hidden') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
          );
          const range = document.createRange();
          const found: { text: string; right: number; left: number }[] = [];
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            range.selectNodeContents(node);
            const boxes = [...range.getClientRects()].filter(({ width }) => width > 1);
            found.push(...boxes.map(({ left, right }) => ({ text: cell.textContent.trim(), left, right })));
          }
          return found;
        };
        const cells = [...all.querySelectorAll('th, td')];
        return {
          shown: [...(all.querySelector('tr')?.children ?? [])].filter(inked).length,
          outside: cells
            .flatMap(textOf)
            .filter(({ left, right }) => left < edges.left - 1 || right > Math.min(edges.right, wide) + 1),
          over: cells.filter((it) => it.scrollWidth > it.clientWidth + 1).map(({ textContent }) => textContent),
          controls: [...document.querySelectorAll('input, select, form, :not(th) > button')].filter(inked).length,
          numbers: cells.filter((it) => /\d/u.test(it.textContent) && inked(it)).length,
          below: document.documentElement.scrollWidth - wide,
        };
      });
      expect(seen).toMatchObject({ shown: columns, outside: [], over: [], controls: 0 });
      expect(seen.below).toBeLessThanOrEqual(0);
      expect(seen.numbers).toBeGreaterThan(0);
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
