import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../scripts/run.ts';
import { settle, type Opened } from '../support/browser.ts';
import { stage } from '../support/stage.ts';

interface Attack {
  file: string;
  result: 'publish' | 'publish-warn' | 'quarantine';
  /** What a reader must still see on the paper's page. */
  text?: string[];
  /** What matches nothing in `main`. */
  no_dom?: string[];
  /** What stands in the raw text of no page but source pages. */
  no_html?: string[];
}

const folder = join(projectRoot, 'tests/fixtures/attacks');
const attacks = readFileSync(join(folder, 'attacks.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Attack);

const here = stage({ sources: 'tests/fixtures/attacks' });
/** One reader goes through all of them: what one page left behind must not harm on the next either. */
let opened: Opened;
beforeAll(async () => {
  opened = await here.open();
});

interface PaperRecord {
  id: string;
  sources: { file: string }[];
}

/** The paper that a hostile file became. */
function paperOf(file: string): string | undefined {
  const papers = join(here.served.site.content, 'papers');
  for (const name of readdirSync(papers).filter((it) => it.endsWith('.json'))) {
    const record = JSON.parse(readFileSync(join(papers, name), 'utf8')) as PaperRecord;
    if (record.sources.some((source) => source.file === file)) return record.id;
  }
  return undefined;
}

describe('a site of hostile pages', () => {
  test.each(attacks)('$file', async ({ file, result, text = [], no_dom: noDom = [], no_html: noHtml = [] }) => {
    const id = paperOf(file);
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
