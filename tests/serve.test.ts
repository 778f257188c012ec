import { symlinkSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mediaTypeOf, serveFolder, type Served } from '../scripts/serve.ts';
import { temporaryFolder } from './support/folder.ts';

let served: Served;

beforeAll(async () => {
  const root = temporaryFolder({
    'secret.txt': 'secret',
    'site/index.html': 'home',
    'site/404.html': 'not here',
    'site/zh/404.html': '没有',
    'site/papers/index.html': 'papers',
    'site/papers/x.csl.json': '[]',
    'site/papers/long.ris': 'TY  - JOUR\n'.repeat(1000),
    'site/papers/中文/index.html': '中文',
  });
  const folder = join(root, 'site');
  symlinkSync(join(root, 'secret.txt'), join(folder, 'link.txt'));
  served = await serveFolder({ folder, port: 0, host: '127.0.0.1', base: '/repo/' });
});
afterAll(() => served?.close());

/** Asks for a path as it is written: `fetch` would tidy `..` away. */
function ask(path: string, method = 'GET'): Promise<{ status: number; type: string; location: string; body: string }> {
  const { hostname, port } = new URL(served.url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (piece: string) => (body += piece));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          location: response.headers.location ?? '',
          body,
        }),
      );
    })
      .on('error', reject)
      .end();
  });
}

test('pages under the base path', async () => {
  expect(await ask('/repo/')).toMatchObject({ status: 200, body: 'home', type: 'text/html; charset=utf-8' });
  expect(await ask('/repo/papers/?q=1')).toMatchObject({ status: 200, body: 'papers' });
  expect(await ask(`/repo/papers/${encodeURIComponent('中文')}/`)).toMatchObject({ status: 200, body: '中文' });
});

test('a folder without its slash is sent on, query and all', async () => {
  expect(await ask('/repo/papers?q=1')).toMatchObject({ status: 301, location: '/repo/papers/?q=1' });
});

test('what is not there, by the page of its language', async () => {
  expect(await ask('/repo/none/')).toMatchObject({ status: 404, body: 'not here' });
  expect(await ask('/repo/zh/none/')).toMatchObject({ status: 404, body: '没有' });
  expect(await ask('/')).toMatchObject({ status: 404 });
});

test.each([
  '/repo/../secret.txt',
  '/repo/%2e%2e/secret.txt',
  '/repo/..%2fsecret.txt',
  '/repo/..%5csecret.txt',
  '/repo/papers/../../secret.txt',
  '/repo//etc/passwd',
  '/repo/link.txt',
  '/repo/%00',
  '/repo/%',
])('%s stays outside', async (path) => {
  const { status, body } = await ask(path);
  expect({ status, secret: /secret|root:/.test(body) }).toEqual({ status: 404, secret: false });
});

test('texts come packed to those who take them so, and not again while they are the same', async () => {
  const ris = `${served.url}papers/long.ris`;
  const whole = await fetch(ris, { headers: { 'Accept-Encoding': 'identity' } });
  const packed = await fetch(ris, { headers: { 'Accept-Encoding': 'br, gzip' } });
  expect(whole.headers.get('content-encoding')).toBeNull();
  expect(packed.headers.get('content-encoding')).toBe('gzip');
  expect(Number(packed.headers.get('content-length'))).toBeLessThan(Number(whole.headers.get('content-length')) / 10);
  expect(await packed.text()).toBe(await whole.text());
  const refused = await fetch(ris, { headers: { 'Accept-Encoding': 'gzip;q=0' } });
  expect(refused.headers.get('content-encoding')).toBeNull();
  const again = await fetch(ris, { headers: { 'If-None-Match': packed.headers.get('etag') ?? '' } });
  expect(again.status).toBe(304);
});

test('only GET and HEAD', async () => {
  expect(await ask('/repo/', 'POST')).toMatchObject({ status: 405 });
  expect(await ask('/repo/', 'HEAD')).toMatchObject({ status: 200, body: '' });
});

test.each([
  ['papers/x.csl.json', 'application/vnd.citationstyles.csl+json'],
  ['papers/x.json', 'application/json'],
  ['papers/x.ris', 'application/x-research-info-systems; charset=utf-8'],
  ['papers/x.bib', 'application/x-bibtex; charset=utf-8'],
  ['library.biblatex.bib', 'application/x-bibtex; charset=utf-8'],
  ['library.mods.xml', 'application/mods+xml'],
  ['library.endnote.xml', 'application/xml'],
  ['feed.xml', 'application/atom+xml'],
  ['manifest.webmanifest', 'application/manifest+json'],
  ['search/index/core.pack', 'application/octet-stream'],
])('%s is %s', (path, type) => {
  expect(mediaTypeOf(path)).toBe(type);
});
