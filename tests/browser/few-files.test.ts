import { appendFileSync, cpSync, existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { builtStyles, citationFormats, libraryFormats, paperFormats } from '#citations/index';
import { filesBelow } from '../../scripts/lib/paths.ts';
import { projectRoot } from '../../scripts/run.ts';
import { temporaryFolder } from '../support/folder.ts';
import { potocky } from '../support/seeds.ts';
import { serveHere, useSite, type BuiltSite } from '../support/site.ts';
import { stage } from '../support/stage.ts';

/** A site with as few files as `site.yaml` allows, beside the same review with all. */

const here = stage();
let few: BuiltSite;
let all: BuiltSite;

beforeAll(async () => {
  const content = join(temporaryFolder(), 'content');
  cpSync(join(projectRoot, 'content'), content, { recursive: true });
  appendFileSync(join(content, 'site.yaml'), 'twins: none\nsource-pages: one\n');
  all = await useSite();
  few = await useSite({ content: relative(projectRoot, content) });
});

const read = (site: BuiltSite, file: string): string => readFileSync(join(site.folder, file), 'utf8');

test('a paper has no files but its pages, its sources are shown in one language, and the build says so', () => {
  const own = filesBelow(few.folder).filter((file) => file.includes(potocky) && !file.startsWith('search/'));
  expect(own).toEqual([
    `papers/${potocky}/index.html`,
    `papers/${potocky}/source/index.html`,
    `zh/papers/${potocky}/index.html`,
  ]);
  expect(few.output).toContain('left out by “twins: none”: files of each paper in RIS, BibTeX');
  expect(few.output).toContain('left out by “twins: none”: files of all papers in BibLaTeX, EndNote');
  expect(few.output).toContain('left out by “twins: none”: files of each theme');
  expect(few.output).toContain('left out by “twins: none”: references of papers in GB/T 7714—2015, author–date, MLA');
  expect(few.output).toContain('left out by “source-pages: one”: pages of sources under /zh/');
});

test('papers are listed by year, and the lists of authors, journals and themes lead to them', () => {
  expect(filesBelow(few.folder).filter((file) => file.startsWith('papers/by-'))).toEqual([]);
  expect(read(few, 'zh/papers/index.html')).toMatch(
    /href="\/zh\/papers\/"[^>]*>年份<[^]*href="\/zh\/authors\/"[^]*href="\/zh\/journals\/"[^]*href="\/zh\/themes\/"/u,
  );
  expect(read(few, 'zh/authors/index.html')).toContain(`href="/zh/papers/${potocky}/"`);
  expect(few.output).toContain('left out by “twins: none”: papers by author, journal and theme, and pages of all');
});

test('pages in both languages link to the page of a source, which leads to the paper in the other language', () => {
  for (const file of [`zh/papers/${potocky}/index.html`, 'zh/method/sources/index.html']) {
    expect(read(few, file)).toContain(`href="/papers/${potocky}/source/`);
    expect(read(few, file)).not.toMatch(/href="\/zh\/papers\/[^/"]+\/source\//u);
  }
  const source = read(few, `papers/${potocky}/source/index.html`);
  expect(source).toContain(`<a href="/zh/papers/${potocky}/" data-other-language`);
  expect(source).not.toContain('<link rel="alternate" hreflang');
});

/**
 * Opens the page and saves one file with a button of it. Each file has a page of its own, because Chromium leaves out
 * what a page offers beyond ten files a second.
 */
async function savedWith(button: string, address: string): Promise<{ name: string; text: string }> {
  const page = await here.browser.newPage({ acceptDownloads: true });
  await page.goto(address);
  const [saved] = await Promise.all([page.waitForEvent('download'), page.locator(button).click()]);
  const text = readFileSync(await saved.path(), 'utf8');
  await page.close();
  return { name: saved.suggestedFilename(), text };
}

test.each(['', 'zh/'])('the browser makes the same files under the same buttons: /%s', async (prefix) => {
  const served = await serveHere(few.folder);
  try {
    const address = `${served.url}${prefix}papers/${potocky}/#cite`;
    for (const { name, extension } of paperFormats) {
      expect(existsSync(join(few.folder, `papers/${potocky}.${extension}`))).toBe(false);
      expect(await savedWith(`.cite-panel [data-make="${name}"]`, address)).toEqual({
        name: `${potocky}.${extension}`,
        text: read(all, `papers/${potocky}.${extension}`),
      });
    }
  } finally {
    await served.close();
  }
});

/** Files with references in the reader's style, as the basket makes them. */
const ofReader = ['text', 'markdown'];

test.each([
  { list: 'library', at: 'papers/', built: libraryFormats.none },
  { list: 'themes/interpreters', at: 'themes/interpreters/', built: [] },
])('the browser makes the files of $list that the site does not have', async ({ list, at, built }) => {
  const served = await serveHere(few.folder);
  try {
    const page = await here.browser.newPage();
    await page.goto(`${served.url}${at}`);
    const stem = list.replace('themes/', '');
    const offered = await page
      .locator('.downloads a[download]:visible')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).download));
    await page.close();
    expect(offered).toEqual(built.map(({ extension }) => `${stem}.${extension}`));
    for (const { name, extension } of citationFormats.filter((format) => !built.includes(format))) {
      expect(existsSync(join(few.folder, `${list}.${extension}`))).toBe(false);
      const saved = await savedWith(`[data-make-files] [data-make="${name}"]`, `${served.url}${at}`);
      expect(saved.name).toBe(`${stem}.${extension}`);
      if (ofReader.includes(name)) expect(saved.text).toMatch(/Potocky, M\. \\?\(2025/u);
      else expect(saved.text).toBe(read(all, `${list}.${extension}`));
    }
  } finally {
    await served.close();
  }
});

test('without scripts a theme offers the files of all papers, which are files of the site', async () => {
  const served = await serveHere(few.folder);
  try {
    const page = await here.browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${served.url}themes/interpreters/`);
    const links = await page
      .locator('.downloads a[download]')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));
    expect(links).toEqual(libraryFormats.none.map(({ extension }) => `/library.${extension}`));
    for (const link of links) expect(existsSync(join(few.folder, link))).toBe(true);
    await page.close();
  } finally {
    await served.close();
  }
});

test('a page has references in three styles, and the browser sets the others, also the one that it remembers', async () => {
  const shown = (html: string) => [...html.matchAll(/data-style="([^"]+)"/gu)].map(([, style]) => style);
  expect(shown(read(few, `papers/${potocky}/index.html`))).toEqual(
    [...builtStyles.none, ...builtStyles.none].map(({ id }) => id),
  );
  const served = await serveHere(few.folder);
  try {
    const page = await here.browser.newPage();
    const reference = page.locator('.cite-panel .reference:not([hidden]) [data-text]');
    await page.goto(`${served.url}papers/${potocky}/#cite`);
    await page.locator('[data-cite-style]').selectOption('mla');
    await expect.poll(() => reference.textContent()).toMatch(/^Potocky, Miriam/u);
    await page.goto(`${served.url}zh/papers/${potocky}/`);
    expect(await reference.textContent()).toMatch(/^Potocky, M\./u);
    await page.locator('details.cite > summary').click();
    await expect.poll(() => reference.textContent()).toMatch(/^Potocky, Miriam/u);
    expect(await page.locator('[data-cite-style]').inputValue()).toBe('mla');
    await page.close();
  } finally {
    await served.close();
  }
});

test('without scripts a reader is led to the files of all papers', () => {
  const [, offered = ''] = /<noscript>(.*?)<\/noscript>/su.exec(read(few, `zh/papers/${potocky}/index.html`)) ?? [];
  expect(offered).toContain('其他格式由浏览器生成');
  for (const file of [`zh/papers/${potocky}/index.html`, 'zh/themes/interpreters/index.html']) {
    const offers = [...read(few, file).matchAll(/<noscript>(.*?)<\/noscript>/gsu)].map(([, inner]) => inner).join('');
    expect(offers).toContain('href="/library.ris"');
    expect(offers).toContain('全部文献：RIS');
  }
  expect(read(all, `papers/${potocky}/index.html`)).not.toContain('<noscript>');
});
