import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { ask, questionFor, type Asking } from '../../scripts/update/crossref.ts';

type Reply = (response: ServerResponse, request: IncomingMessage) => void;
let server: Server | undefined;
afterEach(() => server?.closeAllConnections());

/** A server of this machine that answers each question in turn, the last reply for all further ones. */
async function answering(replies: readonly Reply[], more: Partial<Asking> = {}) {
  const asked: IncomingMessage[] = [];
  const waited: number[] = [];
  server = createServer((request, response) => {
    asked.push(request);
    replies[Math.min(asked.length, replies.length) - 1]?.(response, request);
  });
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const asking: Asking = {
    server: new URL(`http://127.0.0.1:${port}`),
    mailto: 'editor@example.org',
    pause: 10,
    timeout: 2000,
    retries: 2,
    wait: (milliseconds) => {
      waited.push(milliseconds);
      return Promise.resolve();
    },
    ...more,
  };
  return { asking, asked, waited };
}

const doi = '10.5555/a(1)b/c';
const json =
  (value: unknown, status = 200): Reply =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
const record = (DOI = doi): Reply =>
  json({ status: 'ok', 'message-type': 'work', message: { DOI, type: 'journal-article' } });
const status =
  (code: number, headers: Record<string, string> = {}): Reply =>
  (response) =>
    response.writeHead(code, headers).end();

test('a question names one DOI, and who asks', async () => {
  const { asking, asked } = await answering([record()]);
  expect(await ask(doi, asking)).toEqual({ work: { DOI: doi, type: 'journal-article' } });
  expect(asked.map(({ url }) => url)).toEqual(['/works/10.5555%2Fa(1)b%2Fc?mailto=editor%40example.org']);
  expect(asked[0]?.headers['user-agent']).toBe('alliance-review (mailto:editor@example.org)');
});

test('a DOI leads nowhere else, whatever it holds', () => {
  const at = (one: string): string => questionFor(one, { server: new URL('https://api.crossref.org') }).href;
  expect(at('10.5555/../../other?x#y')).toBe('https://api.crossref.org/works/10.5555%2F..%2F..%2Fother%3Fx%23y');
  expect(at('//evil.example/10.5555/x')).toMatch(/^https:\/\/api\.crossref\.org\/works\/%2F%2F/u);
});

describe('an answer', () => {
  test('of the same DOI in other letters is its record', async () => {
    const { asking } = await answering([record(doi.toUpperCase())]);
    expect(await ask(doi, asking)).toHaveProperty('work.DOI', doi.toUpperCase());
  });

  test('that Crossref has none is not asked for again', async () => {
    const { asking, asked } = await answering([status(404)]);
    expect(await ask(doi, asking)).toEqual({ none: 'not-registered' });
    expect(asked).toHaveLength(1);
  });

  test.each<[string, Reply, string]>([
    ['of another work', record('10.5555/other'), 'the record of 10.5555/other'],
    ['of another kind', json({ 'message-type': 'work-list', message: { items: [] } }), 'no record of a work'],
    ['that is no JSON', (response) => response.end('<html>'), 'no JSON'],
    ['that leads to another host', status(301, { location: 'http://127.0.0.1:1/works/x' }), 'status 301'],
    ['that does not end', (response) => response.end(`{"a":"${'x'.repeat(9 * 2 ** 20)}"}`), 'more than 8 MB'],
    [
      'that grows where it is unpacked',
      (response) =>
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(40 * 2 ** 20, ' '))),
      'more than 8 MB',
    ],
    [
      'that is cut where its JSON is',
      (response) => response.end('{"status":"ok","message-type":"work","mess'),
      'no JSON',
    ],
    ['that refuses', status(403), 'status 403'],
  ])('%s is told, and not asked for again', async (_, reply, seen) => {
    const { asking, asked } = await answering([reply]);
    expect(await ask(doi, asking)).toEqual({ none: 'odd', seen: expect.stringContaining(seen) as string });
    expect(asked).toHaveLength(1);
  });
});

describe('trouble', () => {
  test('that passes is waited for: longer each time, or as long as the server says', async () => {
    const { asking, asked, waited } = await answering([status(503), status(429, { 'retry-after': '7' }), record()]);
    expect(await ask(doi, asking)).toHaveProperty('work');
    expect([asked.length, waited]).toEqual([3, [40, 7000]]);
  });

  test('of a server that names the time to ask again is waited for until then', async () => {
    const { asking, waited } = await answering([
      status(429, { 'retry-after': new Date(Date.now() + 20_000).toUTCString() }),
      record(),
    ]);
    expect(await ask(doi, asking)).toHaveProperty('work');
    expect(waited).toHaveLength(1);
    expect(waited[0]).toBeGreaterThan(15_000);
    expect(waited[0]).toBeLessThanOrEqual(20_000);
  });

  test.each<[string, Reply]>([
    [
      'breaks off',
      (response) => response.writeHead(200, { 'content-length': 900 }).write('{', () => response.destroy()),
    ],
    ['does not go on', (response) => response.writeHead(200).write('{')],
  ])('of an answer that %s is asked for again, and ends', async (_, reply) => {
    const { asking, asked } = await answering([reply], { timeout: 100, retries: 1 });
    expect(await ask(doi, asking)).toMatchObject({ none: 'trouble' });
    expect(asked).toHaveLength(2);
  });

  test('that stays ends after the tries that are allowed', async () => {
    const { asking, asked } = await answering([status(500)]);
    expect(await ask(doi, asking)).toMatchObject({ none: 'trouble', seen: 'status 500' });
    expect(asked).toHaveLength(3);
  });

  test('of a server that asks for an hour is not waited for', async () => {
    const { asking, asked, waited } = await answering([status(429, { 'retry-after': '3600' })]);
    expect(await ask(doi, asking)).toMatchObject({ none: 'trouble' });
    expect([asked.length, waited]).toEqual([1, []]);
  });

  test('of a server that says nothing ends in time', async () => {
    const { asking } = await answering([() => undefined], { timeout: 50, retries: 0 });
    expect(await ask(doi, asking)).toMatchObject({ none: 'trouble' });
  });

  test('without a network is told', async () => {
    const { asking } = await answering([record()], { retries: 0 });
    expect(await ask(doi, { ...asking, server: new URL('http://127.0.0.1:1') })).toMatchObject({ none: 'trouble' });
  });
});
