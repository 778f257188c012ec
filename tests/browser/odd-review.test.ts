import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { markName } from '../../scripts/lib/mark.ts';
import { filesBelow } from '../../scripts/lib/paths.ts';
import { bringAxe, openAll, tooWide, violations } from '../support/accessible.ts';
import { arrive, noFaults, settle, type Opened } from '../support/browser.ts';
import { stage } from '../support/stage.ts';

/** A review of records that lack, exceed or reverse what most records have; see `tests/fixtures/odd-review`. */
const here = stage({ content: 'tests/fixtures/odd-review' });
let opened: Opened;
beforeAll(async () => {
  opened = await here.open();
});

const former = 'nina-2015-trust-over-time';
const moved = 'moved-2015-trust-time-paper';
const crowd = 'abara-2022-trust-community-clinics';
const retracted = 'hasty-2017-instant-trust-taken';
const withdrawn = 'ledger-2016-trust-accountants';
const gone = 'gone-2014-trust-tables-paper';
const bare = 'anon-nd-record-title-alone';
const long = 'lang-2019-many-various-ways';

const essay = 'tests/fixtures/odd-review/themes/trust/en.mdx';

const fileOf = (path: string): string => readFileSync(join(here.served.site.folder, path), 'utf8');

/** The id of the paper whose record has this text. An id for a title without Latin letters is a hash. */
function idHolding(text: string): string {
  const records = JSON.parse(fileOf('library.json')) as { id: string }[];
  const ids = records.filter((record) => JSON.stringify(record).includes(text)).map(({ id }) => id);
  expect(ids).toHaveLength(1);
  return ids[0] ?? '';
}

async function at(path: string, look: (page: Page) => Promise<void>): Promise<void> {
  await opened.page.goto(here.served.url + path);
  await look(opened.page);
}

describe('an address that a paper bore before', () => {
  test.each([
    ['', 'with JavaScript', true],
    ['zh/', 'with JavaScript', true],
    ['', 'without', false],
  ])('leads to the paper (/%s, %s)', async (prefix, _name, javaScriptEnabled) => {
    const { page } = await here.open({ javaScriptEnabled });
    await page.goto(`${here.served.url}${prefix}papers/${former}/`);
    await arrive(page, `/${prefix}papers/${moved}/`);
    expect(await page.locator('h1').textContent()).toContain('a paper that has had another address');
  });

  test('says so where nothing leads on by itself, names the paper, and is found by no search', () => {
    for (const prefix of ['', 'zh/']) {
      const html = fileOf(`${prefix}papers/${former}/index.html`);
      expect(html).toContain(prefix ? '本文的地址已变更' : 'This paper has another address now');
      expect(html).toContain(`href="/${prefix}papers/${moved}/"`);
      expect(html).toContain('<meta name="robots" content="noindex">');
    }
    expect(fileOf('sitemap-0.xml')).toContain(moved);
    expect(fileOf('sitemap-0.xml')).not.toContain(former);
    expect(fileOf('library.bib')).not.toContain(former);
  });
});

test.each(['garden-2014-trees-streets-town', 'old-2014-trees-streets'])(
  'the address of an excluded paper says what was decided, and no list has it: %s',
  (id) => {
    const [html, zh] = ['', 'zh/'].map((prefix) => fileOf(`${prefix}papers/${id}/index.html`));
    const said = [
      'This paper is not part of the review',
      'Trees in the streets of a town',
      'on the full text',
      'The record is odd.',
      'It is on trees alone.',
    ];
    expect(said.filter((words) => !html?.includes(words))).toEqual([]);
    const saidZh = ['本文未纳入本综述', '2026年11月20日依据全文', '该记录不同寻常。', '仅论及树木。'];
    expect(saidZh.filter((words) => !zh?.includes(words))).toEqual([]);
    expect(html).toContain('<meta name="robots" content="noindex">');
    const files = ['library.bib', 'library.json', 'themes/trust/feed.xml', 'sitemap-0.xml', 'papers/index.html'];
    expect(files.filter((file) => /garden-2014|Trees in the streets/u.test(fileOf(file)))).toEqual([]);
    const entries = fileOf('feed.xml')
      .split('<entry>')
      .filter((entry) => entry.includes('garden-2014'));
    expect(entries.filter((entry) => !entry.includes('term="withdrawn"'))).toEqual([]);
  },
);

test('an essay that was written on Windows, line ends, byte order mark and all, is a page like others', async () => {
  expect(readFileSync(essay, 'utf8')).toMatch(/^\ufeff---\r\n[^]*\r\n---\r\n/u);
  await at('themes/trust/', async (page) => {
    expect(await page.locator('h1').textContent()).toContain('Trust, made of small things');
    expect(await page.locator('main .prose').innerText()).toMatch(/language alone\.\W+It was not written on Linux\./u);
    expect(await page.locator('main .prose').innerText()).toContain('It was written on Windows.');
    expect(await page.locator('main .prose li').count()).toBe(2);
  });
});

test.each([
  ['about/', 'Chinese only so far', 'zh-Hans', '这些记录用来检验页面。'],
  ['zh/method/', '目前仅以英文撰写', 'en', 'Each record lacks something'],
])('what exists in one language only is shown at /%s in it, and says so', async (path, notice, lang, text) => {
  await at(path, async (page) => {
    expect(await page.locator('main .soft', { hasText: notice }).count()).toBe(1);
    expect(await page.locator('main .prose').getAttribute('lang')).toBe(lang);
    expect(await page.locator('main .prose').textContent()).toContain(text);
  });
  await at(path.startsWith('zh/') ? path.slice(3) : `zh/${path}`, async (page) => {
    expect(await page.locator('main .soft', { hasText: notice }).count()).toBe(0);
    expect(await page.locator('main').textContent()).toContain(text);
  });
});

test('a withdrawn paper keeps its address with a notice, and is in no list', async () => {
  await at(`papers/${withdrawn}/`, async (page) => {
    expect(await page.locator('.notice').textContent()).toContain('withdrawn from the review');
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
  });
  const lists = ['', 'papers/', 'themes/trust/', 'authors/', 'journals/', 'map/', 'studies/', `papers/${crowd}/`];
  const pages = [...lists, ...lists.map((path) => `zh/${path}`)].map((path) => `${path}index.html`);
  const files = ['library.bib', 'library.csv', 'feed.xml', 'themes/trust/feed.xml', 'sitemap-0.xml'];
  expect([...pages, ...files].filter((file) => fileOf(file).includes(withdrawn))).toEqual([]);
});

describe('a paper that was taken out with its last source', () => {
  test.each([
    [
      '',
      'This paper was removed from the review',
      '5 November 2026',
      'It is about tables, <b>not</b> about care.',
      'en',
    ],
    ['zh/', '本文已从本综述中移除', '2026年11月5日', '本文讨论的是表格，与照护无关。', 'zh-Hans'],
  ])('keeps its address /%s…, which says that, when and why', async (prefix, heading, date, reason, language) => {
    await at(`${prefix}papers/${gone}/`, async (page) => {
      expect(await page.locator('h1').textContent()).toBe(heading);
      const main = page.locator('main');
      expect(await main.textContent()).toContain(date);
      expect(await main.locator('p[lang=en]').textContent()).toContain('Trust in tables: a paper that was taken out');
      expect(await main.locator('span[lang]', { hasText: reason }).getAttribute('lang')).toBe(language);
      expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
    });
  });

  test('is in no list, export, sitemap or search index; feeds and changes have it as withdrawn alone', () => {
    const { folder } = here.served.site;
    const own = [`papers/${gone}/index.html`, `zh/papers/${gone}/index.html`];
    const naming = filesBelow(folder).filter(
      (file) => file.includes(gone) || (/\.(?!woff2|png|gz)\w+$/u.test(file) && fileOf(file).includes(gone)),
    );
    // The mark and the lists for reading offline name every file of the site.
    const saying = ['changes/index.html', 'zh/changes/index.html', 'feed.xml', 'themes/trust/feed.xml'];
    expect(naming.filter((file) => ![markName, 'offline.json'].includes(file)).sort()).toEqual(
      [...own, ...saying].sort(),
    );
    const entries = ['feed.xml', 'themes/trust/feed.xml'].flatMap((file) => fileOf(file).split('<entry>'));
    const named = entries.filter((entry) => entry.includes(gone));
    expect(named.filter((entry) => !entry.includes('term="withdrawn"'))).toEqual([]);
  });

  test('is not shown where the paper is there, at its address or at another', async () => {
    expect(fileOf(`papers/${moved}/index.html`)).not.toContain('taken out');
    expect(fileOf(`papers/${former}/index.html`)).toContain(`href="/papers/${moved}/"`);
    await at(`papers/${moved}/`, async (page) => expect(await page.locator('.paper h1').count()).toBe(1));
  });
});

test('a retracted paper says so on its page, in lists and in its reference', async () => {
  await at(`zh/papers/${retracted}/`, async (page) => {
    expect(await page.locator('.notice').textContent()).toMatch(/撤稿.*2018年5月[\s\S]*The data could not be found/);
  });
  await at('papers/', async (page) => {
    expect(await page.locator(`#papers article[data-paper="${retracted}"]`).textContent()).toContain('retracted');
    expect(await page.locator(`#papers article[data-paper="${moved}"]`).textContent()).not.toContain('retracted');
  });
  expect(fileOf(`papers/${retracted}.txt`)).toMatch(/retracted/i);
});

test('a paper without abstract, date and authors says what is missing, and is still cited', async () => {
  await at(`papers/${bare}/`, async (page) => {
    const main = (await page.locator('main').textContent()) ?? '';
    for (const said of ['[No authors stated]', 'n.d.', 'The sources of this paper have no abstract.'])
      expect(main).toContain(said);
    expect(main).not.toMatch(/undefined|null|NaN|Invalid Date/);
    expect(await page.locator('#cite [data-text]').first().textContent()).toMatch(
      /A record with a title alone\. \(n\.d\.\)/,
    );
  });
});

test('side by side, what a person says of how a study was done is marked as theirs', async () => {
  const ids = [idHolding('三位邮递员走了'), idHolding('十二位看守人')];
  for (const [prefix, mark] of [
    ['', '(checked by a person)'],
    ['zh/', '（已经人工核对）'],
  ])
    await at(`${prefix}compare/?papers=${ids.join(',')}`, async (page) => {
      const cell = (words: string) => page.locator('#compare-table tbody td', { hasText: words }).first();
      expect(await cell('村里的旧信').textContent()).toContain(mark);
      expect(await cell('村里的旧信').locator('a, q').count()).toBe(0);
      const quoted = page.locator('#compare-table tbody td', { has: page.locator('q', { hasText: '三位邮递员' }) });
      expect(await quoted.textContent()).toContain(mark);
      expect(await quoted.locator('a').getAttribute('href')).toContain('#s-');
    });
});

test('a paper without a title is shown under words that say so', async () => {
  await at(`zh/papers/${idHolding('10.5555/odd.untitled')}/`, async (page) => {
    expect(await page.locator('h1').textContent()).toContain('[原页未载标题]');
    expect(await page.title()).toContain('Stone（2018）');
  });
});

test('of 120 authors twelve are shown, and the rest can be opened', async () => {
  await at(`papers/${crowd}/`, async (page) => {
    expect(await page.locator('p.authors bdi').count()).toBe(12);
    await page.locator('details.authors > summary').click();
    await page.locator('details.authors bdi').last().waitFor();
    expect(await page.locator('details.authors bdi').count()).toBe(108);
  });
});

test('Chinese and Arabic are marked with their language: upright, in their own direction', async () => {
  const slant = (page: Page, selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((one) => getComputedStyle(one).fontStyle);
  await at(`papers/${idHolding('社区门诊中的信任')}/`, async (page) => {
    expect(await page.locator('h1 [lang|=zh]').count()).toBe(1);
    expect(await page.locator('.line cite').getAttribute('lang')).toBe('zh-Hans');
    expect(await slant(page, '.line cite')).toBe('normal');
    expect(await page.locator('p.authors').textContent()).toMatch(/欧阳明月\s*、\s*王小雨/);
  });
  await at(`papers/${idHolding('التحالف العلاجي')}/`, async (page) => {
    expect(await page.locator('h1 [lang=ar]').evaluate((one) => getComputedStyle(one).direction)).toBe('rtl');
    expect(await slant(page, '.line cite')).toBe('normal');
    expect(
      await page
        .locator('.abstracts [lang=ar]')
        .first()
        .evaluate((one) => getComputedStyle(one).direction),
    ).toBe('rtl');
    expect(await page.locator('.abstracts .heads').textContent()).toMatch(/Arabic[\s\S]*original/);
  });
});

test('a theme without papers says so, and one without an essay in a language shows the other', async () => {
  await at('themes/silence/', async (page) => {
    expect(await page.locator('main').textContent()).toContain('No paper of this review has this theme.');
  });
  await at('zh/themes/trust/', async (page) => {
    expect(await page.locator('.prose[lang=en]').textContent()).toContain('An essay in one language alone.');
    expect(await page.locator('.help[lang=en]').textContent()).toContain('Somebody near you listens.');
  });
  await at(`zh/papers/${long}/`, async (page) => {
    expect(await page.locator('.help[lang=en]').textContent()).toContain('Somebody near you listens.');
  });
});

test('every page of it is accessible on a phone with all its parts open, and no wider', async () => {
  const { page, faults } = opened;
  await page.setViewportSize({ width: 360, height: 780 });
  const found: Record<string, string[]> = {};
  const odd = [crowd, retracted, withdrawn, bare, long, idHolding('社区门诊中的信任'), idHolding('التحالف العلاجي')];
  const lists = ['', 'papers/', 'papers/by-author/', 'authors/', 'journals/', 'map/', 'studies/', 'themes/silence/'];
  for (const path of [...lists, ...odd.map((id) => `papers/${id}/`), `papers/${long}/source/`, 'themes/trust/'])
    for (const prefix of ['', 'zh/']) {
      await page.goto(here.served.url + prefix + path);
      await settle(page);
      await openAll(page);
      await bringAxe(page);
      const faulty = [...(await violations(page)), ...(await tooWide(page))];
      if (faulty.length > 0) found[prefix + path] = faulty;
    }
  expect(found).toEqual({});
  expect(faults).toEqual(noFaults);
});

test('two papers that look like one are side by side on the method page, in both languages', () => {
  for (const [prefix, asked] of [
    ['', 'Two papers, or one?'],
    ['zh/', '两篇，还是一篇？'],
  ] as const) {
    const html = fileOf(`${prefix}method/index.html`);
    const section = html.slice(html.indexOf('<section class="section" id="alike"'));
    expect(section).toContain(asked);
    for (const title of ['passengers on night ferries', '夜间渡轮乘客信任谁'])
      expect(section.slice(0, section.indexOf('</section>'))).toContain(title);
  }
});
