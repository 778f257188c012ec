import { createHash } from 'node:crypto';
import { linkSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, test } from 'vitest';
import { conceptFinder } from '#search/concepts';
import { indexEngine, type ChunkTable } from '#search/engine';
import { evaluate } from '#search/evaluate';
import { parseQuery } from '#search/query';
import { nowhere } from '#search/postings';
import { inlineFirstSearch } from '../../scripts/search/inline-first-search.ts';
import { temporaryFolder } from '../support/folder.ts';

const table: ChunkTable = [
  ['', 'aaaaaaa'],
  ['al', 'bbbbbbb'],
  ['in', 'ccccccc'],
  ['m', 'ddddddd'],
  ['tr', 'eeeeeee'],
  ['z', 'fffffff'],
  ['z1', '0000000'],
  ['z1hn', '1111111'],
];
const plain = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Search</title>
<link rel="stylesheet" href="/review/hues.css"><script src="/review/scheme.js"></script>
<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self' 'sha256-x='; style-src 'self';">
<link rel="stylesheet" href="/review/font.css"></head>
<body><script type="module" src="/review/_astro/search.js"></script></body></html>`;

let folder: string;
let html: string;
beforeAll(async () => {
  folder = temporaryFolder({
    'search/index.html': plain,
    'scheme.js': 'document.documentElement.dataset.scheme = "dark";\n',
    'hues.css': '[data-hue]{--hue:1}',
    'font.css': '@font-face{src:url(a.woff2)}',
    '_astro/search.js': 'import{a}from"./shared.js";import("./later.js")',
    '_astro/shared.js': 'import"./deep.js";export const a=1',
    '_astro/deep.js': '',
    '_astro/later.js': '',
  });
  linkSync(join(folder, 'search/index.html'), join(folder, 'kept.html'));
  await inlineFirstSearch(folder, '/review/', table);
  html = await readFile(join(folder, 'search/index.html'), 'utf8');
});

const inline = (tag: 'script' | 'style') =>
  [...html.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'gs'))].map(([, code = '']) => code);

test('the policy comes first and has the hashes of what was put in', () => {
  const policy =
    /<meta charset="utf-8"><meta http-equiv="content-security-policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
  const hash = (code: string) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`;
  expect(inline('script')).toHaveLength(2);
  expect(inline('style')).toEqual(['[data-hue]{--hue:1}']);
  const directive = (name: string) => new RegExp(`${name} ([^;]*)`).exec(policy)?.[1]?.split(' ') ?? [];
  expect(directive('script-src')).toEqual(
    expect.arrayContaining(["'self'", "'sha256-x='", ...inline('script').map(hash)]),
  );
  expect(directive('style-src')).toEqual(["'self'", ...inline('style').map(hash)]);
  expect(html).not.toContain('scheme.js');
});

test('what the scripts import is named, what they ask for later is not; a style with addresses stays a file', () => {
  const named = [...html.matchAll(/rel="modulepreload" href="([^"]+)"/g)].map(([, address]) => address);
  expect(named).toEqual(['/review/_astro/shared.js', '/review/_astro/deep.js']);
  expect(html).toContain('<link rel="stylesheet" href="/review/font.css">');
});

test('a kept page, of which the page is a second name, stays as it is', async () => {
  expect(await readFile(join(folder, 'kept.html'), 'utf8')).toBe(plain);
});

test('another index takes the place of the first', async () => {
  await inlineFirstSearch(folder, '/review/', [['', '9999999']]);
  const again = await readFile(join(folder, 'search/index.html'), 'utf8');
  expect(again).toBe(html.replace(/"files":"[^"]*"/, '"files":":9999999"'));
});

describe('what the page begins to fetch is what the search then asks for', () => {
  const classes = new Set<string>();
  const begun = (q: string): string[] => {
    const asked: string[] = [];
    classes.clear();
    const text = /<script type="application\/json" id="search-ahead">(.*?)<\/script>/.exec(html)?.[1] ?? '';
    runInNewContext(inline('script').at(-1) ?? '', {
      document: { getElementById: () => ({ textContent: text }), documentElement: { classList: classes } },
      location: { search: `?${new URLSearchParams({ q }).toString()}` },
      URLSearchParams,
      fetch: (address: string) => {
        asked.push(address.replace('/review/search/index/', ''));
        return Promise.resolve();
      },
    });
    return asked;
  };
  const wanted = async (q: string): Promise<Set<string>> => {
    const asked = new Set(['core.pack', 'tags.pack', 'cards.pack', ...(/\p{Script=Han}/u.test(q) ? ['han.pack'] : [])]);
    const read = (file: string) => {
      asked.add(`text/${file}.pf_index`);
      return Promise.reject(new Error('not read here'));
    };
    const core = {
      version: '',
      size: 1,
      sections: [],
      lengths: [],
      concepts: [],
      names: {},
      hidden: {},
      signs: {},
      pinyin: { names: {}, signs: {} },
      excepted: {},
      chunks: table,
    };
    const fold = new Map<string, string>();
    const catalogue = () => Promise.reject(new Error('not read here'));
    const searcher = { core, catalogue, fold, engine: indexEngine(table, read), concepts: conceptFinder(core, fold) };
    await evaluate(parseQuery(q).query, searcher).catch(() => nowhere);
    return asked;
  };

  test.each([
    '',
    'interpreters',
    'Intérpreters TRUST',
    '"therapeutic alliance"',
    '自杀',
    '译',
    'alliance 难民营',
    'zest',
    'author:potocky',
  ])('%s', async (q) => {
    const asked = begun(q);
    expect(new Set(asked).size).toBe(asked.length);
    expect(new Set(asked)).toEqual(await wanted(q));
    expect([...classes]).toEqual(q ? ['asking'] : []);
  });
});
