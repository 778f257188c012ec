import { symlinkSync } from 'node:fs';
import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runNode, startNode } from '../scripts/run.ts';
import { mediaTypeOf, serveFolder, type Served } from '../scripts/serve.ts';
import { temporaryFolder } from './support/folder.ts';

let served: Served;

beforeAll(async () => {
  const root = temporaryFolder({
    'secret.txt': 'secret',
    'site/index.html': 'home',
    'site/_headers': '/*.txt\n  X-Text: 1\n/*\n  X-All: a b\n  Referrer-Policy: same-origin\n',
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
afterAll(() => served.close());

/** Requests a path exactly as it is written; `fetch` would remove `..`. */
function ask(
  path: string,
  method = 'GET',
  headers: Record<string, string> = {},
  url = served.url,
): Promise<{ status: number; type: string; location: string; body: string }> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method, headers }, (response) => {
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

test('a missing page, by the page of its language', async () => {
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

test('texts are compressed for clients that accept it, and not sent again while they are the same', async () => {
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

test('every path has the headers that `_headers` gives every path, and no others of it', async () => {
  for (const path of ['', 'papers/', 'papers/long.ris', 'none']) {
    const { headers } = await fetch(served.url + path);
    expect(headers.get('x-all')).toBe('a b');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('x-text')).toBeNull();
  }
});

test('only GET and HEAD', async () => {
  expect(await ask('/repo/', 'POST')).toMatchObject({ status: 405 });
  expect(await ask('/repo/', 'HEAD')).toMatchObject({ status: 200, body: '' });
});

test('a page of another site that points its name here reads nothing', async () => {
  for (const path of ['/repo/', '/repo/papers/x.csl.json', '/repo/none', '/']) {
    const answer = await ask(path, 'GET', { Host: 'evil.example:4321' });
    expect(answer).toMatchObject({ status: 403, type: 'text/plain; charset=utf-8' });
    expect(answer.body).toContain('ALLOWED_HOSTS');
    expect(answer.body).not.toMatch(/home|not here/);
  }
  expect(await ask('/repo/', 'HEAD', { Host: 'evil.example' })).toMatchObject({ status: 403 });
  expect(await ask('/repo/', 'GET', { Host: 'review.localhost:4321' })).toMatchObject({ status: 200 });
});

describe('npm run serve', () => {
  const serve = (args: string[], env: Record<string, string> = {}) =>
    runNode(['scripts/serve.ts', ...args], { output: 'collect', env: { PORT: '0', HOST: '', ...env } });

  test.each([
    ['PORT=abc', [], { PORT: 'abc' }, 2, /^error: PORT \[port-invalid\]\n {2}seen: {5}abc\n/],
    [
      'HOST of no machine',
      [],
      { HOST: 'no.such.machine.invalid' },
      1,
      /\[not-served\]\n {2}seen: {5}no machine has the name/,
    ],
    [
      'HOST of another machine',
      [],
      { HOST: '192.0.2.1' },
      1,
      /\[not-served\]\n {2}seen: {5}192\.0\.2\.1 is not an address of this machine/,
    ],
    ['--base that is an address', ['--base', 'http://h/x'], {}, 2, /^error: --base \[base-not-a-path\]/],
  ])('%s is told with what to do', async (_what, args, env, code, words) => {
    const folder = temporaryFolder({ 'index.html': 'home' });
    const ended = await serve(['--out', folder, ...args], env);
    expect(ended).toMatchObject({ code, stdout: '' });
    expect(ended.output).toMatch(words);
    expect(ended.output).toMatch(/\n {2}do: {7}\S/);
  });

  test('npm start tells a wrong PORT before it builds', async () => {
    const { code, output } = await runNode(['scripts/start.ts'], { output: 'collect', env: { PORT: 'abc' } });
    expect({ code, output }).toMatchObject({
      code: 2,
      output: expect.stringMatching(/^error: PORT \[port-invalid\]/) as string,
    });
  });

  test.each([
    ['a file', 'site.txt', 'a file'],
    ['a folder without a site', 'empty', 'a folder without index.html'],
    ['nothing', 'none', 'nothing there'],
  ])('--out that is %s is told', async (_what, name, seen) => {
    const folder = temporaryFolder({ 'site.txt': 'x', 'empty/a.txt': 'x' });
    const ended = await serve(['--out', join(folder, name)]);
    expect(ended.code).toBe(1);
    expect(ended.output).toContain(`error: ${join(folder, name)} [no-site]\n  seen:     ${seen}\n`);
  });

  test('an empty HOST means only this machine, and ALLOWED_HOSTS says which names are answered', async () => {
    const folder = temporaryFolder({ 'index.html': 'home' });
    const env = { PORT: '0', HOST: '', ALLOWED_HOSTS: '.example.org' };
    const child = startNode(['scripts/serve.ts', '--out', folder], { output: 'collect', env });
    try {
      const said = await new Promise<string>((resolve) => {
        child.stdout?.setEncoding('utf8').once('data', resolve);
      });
      expect(said).toMatch(/^The review is at http:\/\/localhost:\d+\/ /);
      const { port } = new URL(/http:\S+/.exec(said)?.[0] ?? '');
      const url = `http://127.0.0.1:${port}/`;
      expect(await ask('/', 'GET', { Host: 'a.example.org' }, url)).toMatchObject({ status: 200, body: 'home' });
      expect(await ask('/', 'GET', { Host: 'evil.example' }, url)).toMatchObject({ status: 403 });
      const others = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
      for (const { address } of others.filter(({ internal, family }) => !internal && family === 'IPv4'))
        await expect(fetch(`http://${address}:${port}/`)).rejects.toThrow();
    } finally {
      child.kill();
    }
  });
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
