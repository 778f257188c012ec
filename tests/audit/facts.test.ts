import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { auditSite } from '../../scripts/audit/index.ts';
import { readSite, type Site } from '../../scripts/audit/site.ts';
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
