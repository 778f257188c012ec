import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { packOfCard, type CardPacks, type Ids } from '#search/catalogue';
import { bringAxe, openAll, tooWide, violations } from '../support/accessible.ts';
import { openPage } from '../support/browser.ts';
import { huggett, newydd, potocky } from '../support/seeds.ts';
import { serveCopy } from '../support/site.ts';
import { stage } from '../support/stage.ts';

const here = stage();

const unpack = <T>(name: string): T =>
  JSON.parse(gunzipSync(readFileSync(join(here.served.site.folder, 'search/index', name))).toString('utf8')) as T;

/** The end of the address of a paper's card. */
const cardOf = (id: string): string =>
  `/${packOfCard(unpack<CardPacks>('cards.pack'), unpack<Ids>('ids.pack').ids.indexOf(id))?.name}.pack`;

/** Resolves when the last search is shown. */
const settled = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    () =>
      !document.querySelector('#search-results')?.hasAttribute('aria-busy') &&
      (document.querySelector('#search-status')?.textContent ?? '') !== '',
  );

/** Resolves when these papers are shown and nothing else is being loaded. */
const shows = (page: Page, papers: readonly string[]): Promise<unknown> =>
  page.waitForFunction((wanted) => {
    const shown = [...document.querySelectorAll<HTMLElement>('#search-results article')];
    const busy = document.querySelector('#search-results')?.hasAttribute('aria-busy');
    return !busy && shown.map((one) => one.dataset['paper']).join() === wanted;
  }, papers.join());

/** The papers of an exported file, by the ids in each format. */
const exported: Record<string, (text: string) => string[]> = {
  ris: (text) => [...text.matchAll(/^ID {2}- (.+?)\r?$/gm)].map(([, id = '']) => id),
  bibtex: (text) => [...text.matchAll(/^@\w+\{([^,\s]+),/gm)].map(([, key = '']) => key),
  'csl-json': (text) => (JSON.parse(text) as { id: string }[]).map(({ id }) => id),
  csv: (text) => parse<{ id: string }>(text, { bom: true, columns: true }).map(({ id }) => id),
};

const idsOf = (page: Page): Promise<string[]> =>
  page
    .locator('#search-results article')
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['paper'] ?? ''));

/** Holds back requests to these addresses until they are released. */
async function holdBack(context: BrowserContext, addresses: string | RegExp): Promise<() => void> {
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  await context.route(addresses, async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

describe('a search', () => {
  test('takes pasted lines as one text, and mends a word that was broken at the end of a line', () =>
    here.visit('search/', async (page) => {
      await page.waitForSelector('#search-facets details');
      await page.locator('#search-q').evaluate((field) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', 'inter-\npreters in\ntherapy');
        field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      });
      expect(await page.inputValue('#search-q')).toBe('interpreters in therapy');
    }));

  test('is found from the front page, marked, and says why', () =>
    here.visit('', async (page) => {
      await page.fill('main input[type=search]', 'interpreters');
      await page.keyboard.press('Enter');
      await settled(page);
      expect(await idsOf(page)).toEqual([potocky]);
      expect(await page.textContent('#search-results .why')).toContain('Interpreters (口译员)');
      expect(await page.locator('#search-results mark').allTextContents()).toContain('interpreters');
      expect(await page.textContent('#search-status')).toContain('1 paper');
      expect(await page.locator('#search-concepts a[href="/themes/interpreters/"]').count()).toBe(1);
    }));

  test.each([
    ['zh/search/?q=suicidality', [huggett]],
    ['zh/search/?q=口译', [potocky]],
    ['search/?q=难民', [potocky, newydd]],
    ['search/?q=immigration+law', []],
  ])('%s', (path, papers) =>
    here.visit(encodeURI(path), async (page) => {
      await settled(page);
      expect((await idsOf(page)).toSorted()).toEqual(papers.toSorted());
    }),
  );

  test('follows the keys, and the last one typed is what shows', () =>
    here.visit('search/', async (page) => {
      await settled(page);
      await page.keyboard.press('/');
      await page.keyboard.type('suicidality', { delay: 5 });
      await page.waitForURL('**/search/?q=suicidality');
      await settled(page);
      expect(await idsOf(page)).toEqual([huggett]);
      await page.keyboard.press('ArrowDown');
      expect(await page.evaluate(() => document.activeElement?.closest('article')?.getAttribute('data-paper'))).toBe(
        huggett,
      );
      await page.keyboard.press('Escape');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-q');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/papers/${huggett}/`);
    }));

  test('a late answer never overwrites a newer one', () =>
    here.visit('search/', async (page, { context }) => {
      await settled(page);
      // The card of the first answer arrives late: not before the second is shown.
      const card = cardOf(potocky);
      const release = await holdBack(context, `**/cards${card}`);
      const late = page.waitForEvent('requestfinished', (request) => request.url().endsWith(card));
      await page.goto(`${here.served.url}search/`);
      await page.fill('#search-q', 'interpreters');
      await page.waitForURL('**/search/?q=interpreters');
      await page.fill('#search-q', 'suicidality');
      await page.waitForURL('**/search/?q=suicidality');
      await shows(page, [huggett]);
      release();
      // Requested once more after it: when this copy has arrived, the late one has been read.
      await page.evaluate(async (url) => (await fetch(url)).arrayBuffer(), (await late).url());
      expect(await idsOf(page)).toEqual([huggett]);
    }));

  test('words that are typed before the scripts are loaded are searched for', () =>
    here.visit('about/', async (page, { context }) => {
      const release = await holdBack(context, /SearchPanel[^/]*\.js$/);
      await page.goto(`${here.served.url}search/?q=interpreters&sort=title`, { waitUntil: 'commit' });
      await page.fill('#search-q', 'suicidality');
      release();
      await shows(page, [huggett]);
      expect(await page.inputValue('#search-q')).toBe('suicidality');
      expect(new URL(page.url()).search).toBe('?q=suicidality&sort=title');
    }));

  test('shows each result as soon as it and those before it are there, and moves none', () =>
    here.visit('search/', async (page, { context }) => {
      await settled(page);
      const order = await idsOf(page);
      const release = await holdBack(context, `**/cards${cardOf(order[2] ?? '')}`);
      await page.goto(`${here.served.url}search/`);
      await page.waitForFunction(() => document.querySelectorAll('#search-results article').length === 2);
      expect(await page.textContent('#search-status')).toContain('5');
      const first = await page.$('#search-results article');
      release();
      await shows(page, order);
      expect(await first?.evaluate((one) => one === document.querySelector('#search-results article'))).toBe(true);
    }));

  test('is made ready when a reader turns to the field of any page', () =>
    here.visit('about/', async (page) => {
      const [request] = await Promise.all([
        page.waitForRequest('**/search/index/core.pack'),
        page.focus('.search-box input'),
      ]);
      expect((await request.response())?.status()).toBe(200);
    }));

  test('its address is its whole state: facets, sort, back and forward', () =>
    here.visit('search/', async (page) => {
      await settled(page);
      expect(await idsOf(page)).toHaveLength(5);
      await page.check('input[name=theme][value=refugees]');
      await page.waitForURL('**/search/?theme=refugees');
      await settled(page);
      expect(await idsOf(page)).toHaveLength(2);
      await page.selectOption('#search-sort', 'title');
      await page.waitForURL('**/search/?theme=refugees&sort=title');
      await settled(page);
      expect(await idsOf(page)).toEqual([newydd, potocky]);
      await page.goBack();
      await page.goBack();
      await page.waitForFunction(() => document.querySelectorAll('#search-results article').length === 5);
      await page.goForward();
      await page.waitForFunction(() => document.querySelectorAll('#search-results article').length === 2);
      await settled(page);
      expect(await page.isChecked('input[name=theme][value=refugees]')).toBe(true);
    }));

  test('the count of every facet is what choosing it shows', () =>
    here.visit('search/?q=alliance', async (page) => {
      await settled(page);
      const options = await page.locator('#search-facets input[type=checkbox]').evaluateAll((all) =>
        all.map((one) => ({
          name: (one as HTMLInputElement).name,
          value: (one as HTMLInputElement).value,
          count: Number(one.closest('label')?.querySelector('.count')?.textContent),
        })),
      );
      expect(options.length).toBeGreaterThan(10);
      for (const { name, value, count } of options) {
        await page.goto(`${here.served.url}search/?q=alliance&${name}=${encodeURIComponent(value)}`);
        await settled(page);
        expect(await idsOf(page), `${name}=${value}`).toHaveLength(count);
      }
    }));

  test('can be cited, and exported as exactly its papers', () =>
    here.visit('search/?q=refugees', async (page) => {
      await settled(page);
      await page.click('#search-cite summary');
      const texts = await page.locator('.cite-text').allTextContents();
      expect(texts[0]).toBe(`${here.served.url}search/?q=refugees`);
      expect(texts[1]).toContain('2 records were found');
      expect(texts[1]).toContain(`${here.served.url}search/?q=refugees`);
      expect(texts[2]).toContain('得到 2 条记录');
      for (const [format, idsIn] of Object.entries(exported)) {
        const [download] = await Promise.all([page.waitForEvent('download'), page.click(`[data-format="${format}"]`)]);
        const text = await readFile(await download.path(), 'utf8');
        expect(idsIn(text).toSorted(), format).toEqual([newydd, potocky]);
      }
    }));

  test('a word that is nowhere is named, and the papers of the other words are shown', () =>
    here.visit('search/?q=suicidal+client+tonight', async (page) => {
      const group = page.locator('#search-wider section');
      await group.locator(`article[data-paper="${huggett}"]`).waitFor();
      expect(await group.locator('h2').textContent()).toContain('suicidal client');
      expect(await group.textContent()).toContain('“tonight”');
      expect(await page.locator('#search-results').textContent()).toBe('');
    }));

  test('the filters are skipped with a key', () =>
    here.visit('search/?q=alliance', async (page) => {
      await settled(page);
      await page.locator('#search-facets input').first().waitFor();
      await page.locator('#search-narrow > summary').focus();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.closest('article')?.dataset['paper'])).toBe(
        (await idsOf(page))[0],
      );
    }));

  test('is accessible with results, without, and with the help open', () =>
    here.visit('search/?q=alliance', async (page) => {
      for (const [path, open] of [
        ['search/?q=alliance', true],
        ['search/?q=xylophone', false],
        ['zh/search/?q=难民', true],
      ] as const) {
        await page.goto(here.served.url + encodeURI(path));
        await settled(page);
        if (open) await openAll(page);
        await bringAxe(page);
        expect(await violations(page), path).toEqual([]);
      }
    }));

  test('fits a screen of 360 px', () =>
    here.visit('search/?q=alliance', async (page) => {
      await page.setViewportSize({ width: 360, height: 740 });
      await settled(page);
      expect(await tooWide(page)).toEqual([]);
    }));
});

describe('odd queries are answered calmly', () => {
  const odd: Record<string, string> = {
    'ten thousand characters': 'alliance '.repeat(1111),
    'punctuation only': '?!…()"*:-',
    'a lone surrogate': 'a\ud800b',
    'a script': '<script>alert(1)</script>',
    'regular expressions': '.*+?^${}()|[]\\ [a-z',
    'an open quotation': '"therapeutic alliance',
    'only operators': 'AND OR NOT',
  };
  test.each(Object.entries(odd))('%s', (_, query) =>
    here.visit('search/', async (page) => {
      await settled(page);
      await page.fill('#search-q', query);
      await page.keyboard.press('Enter');
      await settled(page);
      expect(await page.locator(':is(#search-status, #search-remarks, #search-results) script').count()).toBe(0);
      expect(await page.textContent('#search-status')).not.toBe('');
    }),
  );

  test('a facet in the address that does not exist is named and left out', () =>
    here.visit('search/?theme=no-such-theme&sort=loud&page=99', async (page) => {
      await settled(page);
      expect(await page.textContent('#search-remarks')).toContain('no-such-theme');
      expect(await idsOf(page)).toHaveLength(5);
    }));
});

describe('an index that cannot be read', () => {
  test.each([
    ['damaged text', /^text\//, true, 'list'],
    ['missing text', /^text\//, false, 'list'],
    ['missing core', /^core/, false, 'list'],
    ['damaged core', /^core/, true, 'list'],
    ['missing catalogue', /^catalogue/, false, 'results'],
    ['missing core and catalogue', /^c(ore|atalogue)/, false, 'links'],
    ['missing cards', /^cards\//, false, 'named'],
  ] as const)('%s: says so, and falls back to what there is', async (_, names, damaged, shown) => {
    const broken = await serveCopy(here.served.site);
    const index = join(broken.folder, 'search/index');
    for (const path of await readdir(index, { recursive: true }))
      if (names.test(path) && /\.(pf_index|pack)$/.test(path)) {
        if (damaged) await writeFile(join(index, path), 'no index at all');
        else await rm(join(index, path));
      }
    const { context, page } = await openPage(here.browser, broken.url);
    try {
      await page.goto(`${broken.url}search/?q=interpreters`);
      await page.waitForFunction(() =>
        /could not be (read|loaded)/.test(document.querySelector('#search')?.textContent ?? ''),
      );
      await settled(page);
      expect(await page.locator('#search-results :is(a, p)').first().isVisible()).toBe(true);
      if (shown === 'links') expect(await page.locator('#search-results a[href="/papers/"]').count()).toBe(1);
      else expect(await idsOf(page)).toHaveLength(shown === 'list' ? 5 : 1);
      if (shown === 'named')
        expect(await page.locator(`#search-results a[href="/papers/${potocky}/"]`).count()).toBe(1);
    } finally {
      await context.close();
      await broken.close();
    }
  });
});

test('the list of papers narrows at once, and is whole without a script', async () => {
  await here.visit('papers/', async (page) => {
    await page.check('input[name=theme][value=refugees]');
    await page.waitForFunction(() => document.querySelectorAll('#search-results article').length === 2);
    expect(await page.isVisible('#papers')).toBe(false);
    await page.uncheck('input[name=theme][value=refugees]');
    await page.waitForFunction(() => document.querySelector('#papers')?.checkVisibility());
  });
  await here.visit(
    'papers/',
    async (page) => {
      expect(await page.locator('#papers article').count()).toBe(5);
      await page.goto(`${here.served.url}search/`);
      expect(await page.textContent('main')).toContain('needs JavaScript');
    },
    { javaScriptEnabled: false },
  );
});
