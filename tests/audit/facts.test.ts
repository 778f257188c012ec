import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { auditSite } from '../../scripts/audit/index.ts';
import { PageFacts } from '../../scripts/audit/page-facts.ts';
import { readPage } from '../../scripts/audit/page.ts';
import { readSite, type Site } from '../../scripts/audit/site.ts';
import { hashOfBytes } from '../../scripts/lib/file-hashes.ts';
import { temporaryFolder } from '../support/folder.ts';

const html = `<!doctype html><html lang="en"><head><title>A &amp; B</title>
<meta http-equiv="content-security-policy" content="default-src 'none'"><meta name="robots" content="noindex">
<link rel="canonical" href="https://example.org/"><link rel="alternate" hreflang="zh-Hans" href="https://example.org/zh/">
<link rel="stylesheet" href="/a.css"><style>p{}</style><script>run()</script><script type="application/json">{</script></head>
<body><h1 id="a">A</h1><p id="a" style="x" onclick="y"><label for="b">b</label><a href="/papers/">c</a><a href="#a">d</a></body></html>`;

async function read(folder: string, cache?: string): Promise<Site['pages']> {
  const site = await readSite({
    folder,
    content: folder,
    base: '/',
    site: 'https://example.org',
    ...(cache ? { cache } : {}),
  });
  site.facts.close();
  return site.pages;
}

test('what is kept of a page is what is read of it, and a changed page is read again', async () => {
  const folder = temporaryFolder({ 'index.html': html, 'papers/index.html': '<title>B</title>' });
  const cache = temporaryFolder();
  const fresh = await read(folder);
  expect(fresh.get('index.html')).toMatchObject({ noindex: true, brokenJson: 1, styleAttributes: 1 });
  expect(await read(folder, cache)).toEqual(fresh);
  expect(await read(folder, cache)).toEqual(fresh);
  writeFileSync(join(folder, 'index.html'), html.replace('id="a"', 'id="c"'));
  expect([...((await read(folder, cache)).get('index.html')?.ids ?? [])]).toEqual(['c', 'a']);
});

const never = (): string => expect.fail('a page was read twice');
const hashOf = (text: string): string => hashOfBytes(Buffer.from(text));

test('a page that was read when it was made is not read again', () => {
  const cache = temporaryFolder();
  const made = new PageFacts(cache);
  expect(made.read(hashOf(html), html)).toMatchObject({ noindex: true });
  made.close();
  expect(new PageFacts(cache).page('index.html', hashOf(html), never)).toEqual(readPage('index.html', html));
});

test('what is kept of pages that a site has no more goes when it is most of what is kept', () => {
  const cache = temporaryFolder();
  const pages = ['a', 'b', 'c', 'd'].map((id) => `<p id="${id}">`);
  const use = (some: readonly string[]) => {
    const facts = new PageFacts(cache);
    for (const page of some) facts.read(hashOf(page), page);
    facts.close();
    return pages.filter((page) => new PageFacts(cache).has(hashOf(page)));
  };
  expect(use(pages)).toEqual(pages);
  expect(use(pages.slice(2))).toEqual(pages);
  expect(use(pages.slice(3))).toEqual(pages.slice(3));
  expect([...new PageFacts(cache).page('x.html', hashOf('<p id="d">'), never).ids]).toEqual(['d']);
});

test.each([
  ['cut off', (text: string) => text.slice(0, -1)],
  ['changed in a number', (text: string) => text.replace(/\[(\d+),/u, '[9$1,')],
  ['of other code', (text: string) => text.replace(/"version":"./u, '"version":"-')],
])('a page is read again where what was kept of it is %s', (how, damage) => {
  const cache = temporaryFolder();
  const made = new PageFacts(cache);
  made.read(hashOf(html), html);
  made.close();
  const path = join(cache, 'pages');
  const [, text = ''] = readFileSync(path, 'utf8').split('\n');
  const damaged = damage(text);
  expect(damaged).not.toBe(text);
  const first = how === 'of other code' ? hashOf(damaged) : hashOf(text);
  writeFileSync(path, `${first}\n${damaged}`);
  expect(new PageFacts(cache).has(hashOf(html))).toBe(false);
});

test('the fault of a data file is found again', async () => {
  const folder = temporaryFolder({ 'a.json': '{"a":', 'b.jsonl': '{}\n{\n[\n', 'c.xml': '<a><b></a>' });
  const cache = temporaryFolder();
  const input = { folder, content: folder, base: '/', site: 'https://example.org' };
  const faults = async (more: object) =>
    (await auditSite({ ...input, ...more })).filter(({ rule }) => /^(?:json|xml)-broken$/u.test(rule));
  const fresh = await faults({});
  expect(fresh).toHaveLength(3);
  expect(await faults({ cache })).toEqual(fresh);
  expect(await faults({ cache })).toEqual(fresh);
});
