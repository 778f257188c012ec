import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Facts } from '../../scripts/audit/facts.ts';
import { readPage } from '../../scripts/audit/page.ts';
import { auditSite } from '../../scripts/audit/index.ts';
import { readSite, type Site } from '../../scripts/audit/site.ts';
import { FileHashes, hashOfBytes, noteHashes } from '../../scripts/lib/file-hashes.ts';
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

test('a page that was read when it was made is not read again', async () => {
  const cache = temporaryFolder();
  const hash = hashOfBytes(Buffer.from(html));
  const made = Facts.ofMade(cache);
  expect(made.made(hash, html)).toMatchObject({ noindex: true, redirect: false });
  made.close();
  // Another page, of which is said that it has the bytes of the first: who reads it finds another.
  const folder = temporaryFolder({ 'index.html': '<title>B</title>' });
  await wait(100);
  const hashes = new FileHashes();
  hashes.learn(noteHashes([[join(folder, 'index.html'), hash]]));
  const facts = new Facts(folder, cache, hashes);
  expect(facts.page('index.html', (text) => text)).toEqual(readPage('index.html', html));
  expect(facts.close()).toEqual([]);
});

test('what says that a page is hidden or moves on counts in its head alone', () => {
  const said = '<meta name="robots" content="noindex"><meta http-equiv="refresh" content="0;url=/a/">';
  expect(readPage('a', `<head>${said}</head><body></body>`)).toMatchObject({ noindex: true, redirect: true });
  const inBody = readPage('a', `<head></head><body>${said}</body>`);
  expect(inBody).toMatchObject({ noindex: false, redirect: false });
  expect([...inBody.links]).toEqual(['/a/']);
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
