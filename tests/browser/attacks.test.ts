import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../scripts/run.ts';
import { attacksIn } from '../support/attacks.ts';
import { settle, type Opened } from '../support/browser.ts';
import { hasShared, sharedFolder } from '../support/shared.ts';
import type { ServedSite } from '../support/site.ts';
import { stage } from '../support/stage.ts';

const fixtures = 'tests/fixtures/attacks';
const attacks = attacksIn(join(projectRoot, fixtures));
/** The markup that each row of the further files forbids, for the pages of all papers made from its file. */
const further = hasShared('attacks-2')
  ? attacksIn(join(sharedFolder, 'attacks-2')).filter((it) => it.no_dom?.length || it.no_html?.length)
  : [];

const here = stage({ sources: fixtures });
/** One reader goes through all pages, so that the effects of one page on the next are seen. */
let opened: Opened;
beforeAll(async () => {
  opened = await here.open();
});

interface PaperRecord {
  id: string;
  sources: { file: string }[];
}

/** The papers made from a hostile file. */
function papersOf(file: string, { site }: ServedSite): string[] {
  const papers = join(site.content, 'papers');
  const names = readdirSync(papers).filter((it) => it.endsWith('.json'));
  const records = names.map((name) => JSON.parse(readFileSync(join(papers, name), 'utf8')) as PaperRecord);
  return records.filter(({ sources }) => sources.some((source) => source.file === file)).map(({ id }) => id);
}

describe('a site of hostile pages', () => {
  test.each(attacks)('$file', async ({ file, result, text = [], no_dom: noDom = [], no_html: noHtml = [] }) => {
    const [id] = papersOf(file, here.served);
    expect(id !== undefined).toBe(result !== 'quarantine');
    if (id === undefined) return;
    const { page, faults } = opened;
    for (const path of [`papers/${id}/`, `zh/papers/${id}/`, `papers/${id}/source/`]) {
      const raw = readFileSync(join(here.served.site.folder, path, 'index.html'), 'utf8');
      if (!path.endsWith('source/')) expect(noHtml.filter((piece) => raw.includes(piece))).toEqual([]);
      await page.goto(here.served.url + path);
      expect(await page.evaluate(() => window.__pwned)).toBeUndefined();
      const main = page.locator('main');
      for (const selector of noDom) expect(await main.locator(selector).count()).toBe(0);
      const shown = (await main.textContent()) ?? '';
      if (path === `papers/${id}/`) expect(text.filter((piece) => !shown.includes(piece))).toEqual([]);
      expect(faults.foreign.splice(0)).toEqual([]);
      expect(faults.console.splice(0)).toEqual([]);
    }
  });

  test('the lists that show them all run nothing and ask nobody', async () => {
    const { page, faults } = opened;
    for (const path of ['', 'papers/', 'zh/papers/', 'search/?q=therapeutic', 'method/']) {
      await page.goto(here.served.url + path);
      await settle(page);
      expect(await page.evaluate(() => window.__pwned)).toBeUndefined();
    }
    expect(faults.foreign.splice(0)).toEqual([]);
  });

  test('no text becomes code on any page, not even by a script of the site', async () => {
    const { page, faults } = opened;
    for (const path of ['', 'zh/search/', 'basket/', 'themes/interpreters/']) {
      await page.goto(here.served.url + path);
      const ran = await page.evaluate(() => {
        const tries: Record<string, () => unknown> = {
          markup: () => (document.createElement('div').innerHTML = '<img src=x onerror=alert(1)>'),
          script: () => (document.createElement('script').text = 'alert(1)'),
          address: () => (document.createElement('script').src = '/sw.js'),
          worker: () => new Worker('/sw.js'),
          handler: () => document.createElement('a').setAttribute('onclick', 'alert(1)'),
          timer: () => setTimeout('alert(1)' as unknown as () => void),
          maker: () =>
            (
              window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): void } }
            ).trustedTypes.createPolicy('another', { createHTML: String }),
        };
        return Object.keys(tries).filter((name) => {
          try {
            tries[name]?.();
            return true;
          } catch {
            return false;
          }
        });
      });
      expect(ran).toEqual([]);
    }
    faults.console.length = 0;
    faults.foreign.length = 0;
  });
});

describe.each(further.length > 0 ? [['every format']] : [])('a site of hostile files in %s', () => {
  const there = stage({ sources: relative(projectRoot, join(sharedFolder, 'attacks-2')) });
  let reader: Opened;
  beforeAll(async () => {
    reader = await there.open();
  });

  test.each(further)('$file', async ({ file, result, no_dom: noDom = [], no_html: noHtml = [] }) => {
    const ids = papersOf(file, there.served);
    if (result.startsWith('publish')) expect(ids).not.toEqual([]);
    const { page, faults } = reader;
    for (const id of ids.slice(0, 3))
      for (const path of [`papers/${id}/`, `zh/papers/${id}/`, `papers/${id}/source/`]) {
        const raw = readFileSync(join(there.served.site.folder, path, 'index.html'), 'utf8');
        if (!path.endsWith('source/')) expect(noHtml.filter((piece) => raw.includes(piece))).toEqual([]);
        await page.goto(there.served.url + path);
        expect(await page.evaluate(() => window.__pwned)).toBeUndefined();
        for (const selector of noDom) expect(await page.locator('main').locator(selector).count()).toBe(0);
      }
    expect(faults.foreign.splice(0)).toEqual([]);
    expect(faults.console.splice(0)).toEqual([]);
  });
});
