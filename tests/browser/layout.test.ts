import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { onePageOfEach } from '../../scripts/page-types.ts';
import { openAll, tooWide } from '../support/accessible.ts';
import { settle } from '../support/browser.ts';
import { layoutFaults, settingFaults, smallTargets } from '../support/layout.ts';
import { iversen, potocky } from '../support/seeds.ts';
import { stage } from '../support/stage.ts';

const here = stage();
const widths = [320, 360, 768, 1440];

const pagesIn = (prefix: string) => [
  ...onePageOfEach(here.served.site.folder).filter(({ name }) => !(name === 'not-found' && prefix)),
  { name: 'a paper with many themes', path: `papers/${potocky}/` },
];

describe.each([
  ['English', ''],
  ['Chinese', 'zh/'],
])('in %s', (_name, prefix) => {
  test('at each width nothing is cut, sideways, on another thing or too small to press', () =>
    here.visit(prefix, async (page) => {
      const found: string[] = [];
      for (const { name, path } of pagesIn(prefix)) {
        await page.goto(here.served.url + prefix + path);
        await settle(page);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 });
          const faults = [
            ...(await tooWide(page)),
            ...(await layoutFaults(page)),
            ...(await smallTargets(page)),
            ...(width === 360 ? await settingFaults(page) : []),
          ];
          found.push(...faults.slice(0, 5).map((fault) => `${name}, ${width} px: ${fault}`));
        }
        await page.setViewportSize({ width: 360, height: 900 });
        await openAll(page);
        found.push(...(await layoutFaults(page)).slice(0, 5).map((fault) => `${name}, 360 px, all open: ${fault}`));
      }
      expect(found).toEqual([]);
    }));
});

/** How far things moved by themselves since the page was opened (Layout Instability, W3C). */
const shifted = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
            if (!entry.hadRecentInput) sum += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 300);
      }),
  );

test.each([360, 1440])('a basket with papers keeps its place while its references come, at %i px', (width) =>
  here.visit(
    'papers/',
    async (page) => {
      for (const id of [potocky, iversen]) await page.locator(`button[data-basket="${id}"]:visible`).first().click();
      await page.goto(`${here.served.url}basket/`);
      await page.locator('.item .reference i').first().waitFor();
      expect(await shifted(page)).toBeLessThan(0.1);
    },
    { viewport: { width, height: 900 } },
  ),
);

test.each([360, 1440])('the answer to a query in the address moves nothing that was shown before, at %i px', (width) =>
  here.visit(
    'search/?q=interpreters',
    async (page) => {
      await page.locator('#search-results article').first().waitFor();
      await page.locator('#search-cite:visible').waitFor();
      expect(await shifted(page)).toBeLessThan(0.005);
    },
    { viewport: { width, height: 823 } },
  ),
);

test('with forced colours every button has its edge, and what is chosen differs from what is not', () =>
  here.visit(
    `papers/${potocky}/`,
    async (page) => {
      const bare = await page
        .locator('button:visible, .button:visible, input:visible')
        .evaluateAll((all) =>
          all
            .filter((it) => getComputedStyle(it).borderBlockEndStyle === 'none')
            .map((it) => it.outerHTML.slice(0, 100)),
        );
      expect(bare).toEqual([]);
    },
    { forcedColors: 'active' },
  ));

test('nothing moves where a reader asks for less motion', () =>
  here.visit(`papers/${potocky}/`, async (page) => {
    const moving = await page.locator('*').evaluateAll((all) =>
      all
        .filter((it) => {
          const style = getComputedStyle(it);
          return [style.transitionDuration, style.animationDuration].some((all) =>
            all.split(',').some((time) => parseFloat(time) > 0.01),
          );
        })
        .map((it) => it.outerHTML.slice(0, 80)),
    );
    expect(moving).toEqual([]);
  }));
