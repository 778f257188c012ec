import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runNode } from '../../scripts/run.ts';
import { readPapers } from '../../scripts/lib/read-papers.ts';
import { gentle } from '../../scripts/update/crossref.ts';
import { libraryOf, noticesOf } from '../../scripts/update/library.ts';
import { update } from '../../scripts/update/update.ts';
import { filesBelow, importFolder, papersOf, review } from '../pipeline/support.ts';
import { runHere, type Ended } from '../support/command.ts';

/** Answers written by hand, in the form of Crossref's. */
const works: Record<string, object> = {
  '10.5555/one': {
    DOI: '10.5555/one',
    type: 'journal-article',
    title: ['Loaves and the calm of their bakers'],
    author: [{ given: 'Paula', family: 'Vey', sequence: 'first' }],
    'container-title': ['Bread Review'],
    volume: '7',
    'published-print': { 'date-parts': [[2019, 3]] },
    'updated-by': [{ DOI: '10.5555/notice', type: 'retraction', label: 'Retraction', source: 'retraction-watch' }],
    license: [{ URL: 'https://creativecommons.org/licenses/by/4.0/', 'content-version': 'vor', 'delay-in-days': 0 }],
    link: [{ URL: 'https://example.org/one.pdf', 'content-type': 'application/pdf' }],
    reference: [{ key: 'r1' }],
  },
};
let counts = 0;
const server = createServer((request, response) => {
  const doi = decodeURIComponent((request.url ?? '').split('/').at(-1)?.split('?')[0] ?? '');
  const message = works[doi];
  if (!message) response.writeHead(404).end('Resource not found.');
  else
    response.end(
      JSON.stringify({
        status: 'ok',
        'message-type': 'work',
        message: { ...message, 'is-referenced-by-count': ++counts },
      }),
    );
});
beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
afterAll(() => server.closeAllConnections());
const address = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const record = (title: string, doi: string): string =>
  `TY  - JOUR\nTI  - ${title}\nAU  - Vey, Paula\nPY  - 2019\nDO  - ${doi}\nER  - \n`;
const run = (content: string, ...args: string[]): Promise<Ended> => runHere('update', ['--content', content, ...args]);

test('the answers are a source, which changes no record until the import has weighed it', async () => {
  const content = review({
    'sources/a.ris': record('Loaves and the calm of their bakers', '10.5555/one'),
    'sources/b.ris': record('Rolls at night, and who bakes them', '10.5555/two'),
  });
  await importFolder(content);
  const before = filesBelow(join(content, 'papers'));

  const asked = ['--content', content, '--server', address(), '--mailto', 'editor@example.org'];
  const { code, output } = await runNode(['scripts/update.ts', ...asked], { output: 'collect' });
  expect([code, output]).toEqual([0, expect.stringContaining('1 record found, 1 not registered with Crossref.')]);
  expect(output).toContain('vey-2019-loaves-calm-bakers  retracted by 10.5555/notice (retraction-watch)');
  expect(filesBelow(join(content, 'papers'))).toEqual(before);
  expect(readdirSync(join(content, 'sources')).sort()).toEqual([
    'a.ris',
    'b.ris',
    'crossref.json',
    'crossref.json.meta.yaml',
  ]);
  const written = readFileSync(join(content, 'sources/crossref.json'), 'utf8');
  expect(written).not.toMatch(/reference/u);

  const { notices } = await importFolder(content);
  const paper = papersOf(content).get('vey-2019-loaves-calm-bakers');
  // The retraction is one source's word against the paper's own: a person decides, and readers are told.
  expect(paper?.sources.map(({ file }) => file)).toContain('crossref.json');
  expect([paper?.status, paper?.statusClaims?.map(({ kind }) => kind)]).toEqual([[], ['retracted']]);
  expect(notices.map(({ rule }) => rule)).toContain('status-of-one-source');

  // The same answers again are not a further source, though Crossref's counts have changed.
  const again = await run(content, '--server', address());
  expect(again.output).toContain('Nothing new since');
  expect(existsSync(join(content, 'sources/crossref~2.json'))).toBe(false);
});

test('a later answer that differs is a source of its own, which replaces the first; one that cannot be used changes nothing', async () => {
  const content = review({
    'sources/a.ris': record('Loaves and the calm of their bakers', '10.5555/one'),
    'sources/b.ris': record('Rolls at night, and who bakes them', '10.5555/odd'),
  });
  await importFolder(content);
  works['10.5555/odd'] = { DOI: '10.5555/another', type: 'journal-article', title: ['Taken from elsewhere'] };
  const first = works['10.5555/one'];
  try {
    const one = await run(content, '--server', address());
    expect([one.code, one.output]).toEqual([0, expect.stringContaining('the record of 10.5555/another')]);
    works['10.5555/one'] = { ...first, volume: '8' };
    await run(content, '--server', address());
  } finally {
    works['10.5555/one'] = first as object;
    delete works['10.5555/odd'];
  }
  const sidecar = readFileSync(join(content, 'sources/crossref~2.json.meta.yaml'), 'utf8');
  expect(sidecar).toContain('replaces: crossref.json');
  expect(readFileSync(join(content, 'sources/crossref~2.json'), 'utf8')).not.toContain('Taken from elsewhere');
  await importFolder(content);
  const papers = papersOf(content);
  expect([...papers.keys()].sort()).toEqual(['vey-2019-loaves-calm-bakers', 'vey-2019-rolls-night-bakes']);
  const paper = papers.get('vey-2019-loaves-calm-bakers');
  expect(paper?.sources.map(({ file }) => file)).toContain('crossref~2.json');
  expect(paper?.volume?.value).toBe('8');
});

test('what a server says of a notice moves no terminal', () => {
  const [line = ''] = noticesOf({
    DOI: '10.5555/one',
    type: 'journal-article',
    'updated-by': [{ DOI: `10.5555/\u001b[2J${'x'.repeat(9000)}`, type: 'retraction' }],
  });
  expect(line).toMatch(/^retracted by 10\.5555\//u);
  expect(line).not.toContain('\u001b');
  expect(line.length).toBeLessThanOrEqual(300);
});

test.each([
  ['http://api.crossref.org', 'only https'],
  ['ftp://127.0.0.1', 'only https'],
  ['https://user:secret@example.org', 'only https'],
  ['nonsense', 'only https'],
])('%s is not asked', async (given, said) => {
  const content = review({ 'sources/a.ris': record('Loaves', '10.5555/one'), 'ids.yaml': '' });
  await importFolder(content);
  const { code, output } = await run(content, '--server', given);
  expect([code, output]).toEqual([2, expect.stringContaining(said)]);
});

test('without a network nothing is written, and the notice says so', async () => {
  const content = review({ 'sources/a.ris': record('Loaves and the calm of their bakers', '10.5555/one') });
  await importFolder(content);
  const asking = { ...gentle, server: new URL('http://127.0.0.1:1'), wait: () => Promise.resolve() };
  const notices = await update({
    content,
    papers: readPapers(content),
    asking,
    today: '2026-11-30',
    say: () => undefined,
  });
  expect(notices.map(({ severity, rule }) => [severity, rule])).toEqual([['error', 'no-answer']]);
  expect(readdirSync(join(content, 'sources'))).toEqual(['a.ris']);
});

test('a list of records is in the order of their DOIs, without what changes every day', () => {
  const of = (DOI: string, more = {}) => ({ DOI, type: 'journal-article', ...more });
  const { message } = JSON.parse(libraryOf([of('10.5555/b', { score: 1 }), of('10.5555/a')])) as {
    message: { items: object[] };
  };
  expect(message.items).toEqual([of('10.5555/a'), of('10.5555/b')]);
});
