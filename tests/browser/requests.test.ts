import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { stage } from '../support/stage.ts';

const here = stage({ base: '/repo/' });

const pages = (): string[] =>
  readdirSync(here.served.site.folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.html'))
    .map((path) => path.replace(/(^|\/)index\.html$/, '$1'))
    .sort();

test('no page asks another host for anything, asks for missing files, or breaks its own policy', () =>
  here.visit('', async (page) => {
    const all = pages();
    expect(all.length).toBeGreaterThan(50);
    for (const path of all) await page.goto(here.served.url + path);
  }));
