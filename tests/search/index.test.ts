import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { close } from 'pagefind';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paperSchema } from '#domain/paper';
import { readChunk } from '#search/chunk';
import { filesOf, indexEngine, type Engine } from '#search/engine';
import { adjacent, type Postings } from '#search/postings';
import { boundary } from '#search/terms';
import { numberPapers } from '../../scripts/search/catalogue.ts';
import { projectRoot } from '../../scripts/run.ts';
import { joiningsOf } from '../../scripts/search/compounds.ts';
import { hanFold } from '../../scripts/search/han.ts';
import { readRecord, recordOf, textsOfPaper } from '../../scripts/search/record.ts';
import { indexText, pagefindFiles, type TextIndex } from '../../scripts/search/text.ts';
import { serveFolder, type Served } from '../../scripts/serve.ts';
import { temporaryFolder } from '../support/folder.ts';
import { fixturePapers } from './fixtures.ts';

// Compares our reader of Pagefind's files with Pagefind's own script and WebAssembly over the same papers.

interface Pagefind {
  options(options: { basePath: string; noWorker: boolean }): Promise<void>;
  init(): Promise<void>;
  search(query: string): Promise<{ results: { id: string; words: number[] }[] }>;
}

let folder: string;
let served: Served;
let pagefind: Pagefind;
let engine: Engine;
let index: TextIndex;
let papers: string[][];
/** Pagefind's name for a paper -> its number. */
const numbers = new Map<string, number>();

beforeAll(async () => {
  const own = join(projectRoot, 'content/papers');
  const names = (await readdir(own)).filter((name) => name.endsWith('.json'));
  const read = async (name: string) => paperSchema.parse(JSON.parse(await readFile(join(own, name), 'utf8')));
  const records = [...fixturePapers, ...(await Promise.all(names.map(read)))];
  const fold = hanFold();
  const joinings = joiningsOf([]);
  const rows = numberPapers(records).map((paper) => recordOf(readRecord(textsOfPaper(paper), fold), joinings).terms);
  papers = rows.map((row) => row.split(' '));
  index = await indexText(rows);
  const files = new Map(index.files.map(({ name, bytes }) => [name, bytes]));
  engine = indexEngine(index.table, (file) => Promise.resolve(gunzipSync(files.get(file) ?? new Uint8Array())));

  const written = await pagefindFiles(rows);
  folder = temporaryFolder(Object.fromEntries(written.map(({ path, content }) => [path, content])));
  for (const { path, content: bytes } of written) {
    const hash = /^fragment\/(.*)\.pf_fragment$/.exec(path)?.[1];
    const fragment = hash && gunzipSync(bytes).toString('utf8');
    if (hash && fragment)
      numbers.set(hash, Number((JSON.parse(fragment.slice(fragment.indexOf('{'))) as { url: string }).url));
  }
  served = await serveFolder({ folder, port: 0, host: '127.0.0.1', base: '/' });
  pagefind = (await import(/* @vite-ignore */ pathToFileURL(join(folder, 'pagefind.js')).href)) as Pagefind;
  await pagefind.options({ basePath: served.url, noWorker: true });
  await pagefind.init();
});
afterAll(async () => {
  await close();
  await served.close();
});

/** Paper -> places, as a list that can be compared. */
const listed = ({ papers: all, starts, places }: Postings): [number, number[]][] =>
  [...all].map((paper, i) => [paper, [...places.subarray(starts[i], starts[i + 1])]]);

async function byPagefind(query: string): Promise<[number, number[]][]> {
  const { results } = await pagefind.search(query);
  return results
    .map(({ id, words }): [number, number[]] => [numbers.get(id) ?? -1, [...words].sort((a, b) => a - b)])
    .sort(([a], [b]) => a - b);
}

const termsIn = (all: readonly (readonly string[])[]): string[] =>
  [...new Set(all.flat())].filter((term) => term !== boundary).sort();

describe('our reader finds the same in the index as Pagefind', () => {
  test('every term, in every paper, at every place', async () => {
    const terms = termsIn(papers);
    expect(terms.length).toBeGreaterThan(500);
    for (const term of terms) expect([term, listed(await engine.term(term))]).toEqual([term, await byPagefind(term)]);
  });

  test('what terms begin with', async () => {
    const beginnings = new Set(
      termsIn(papers)
        .map((term) => term.slice(0, 4))
        .filter((one) => /^[a-y]{4}$/.test(one)),
    );
    for (const beginning of [...beginnings].slice(0, 60)) {
      const found = await byPagefind(beginning);
      expect([beginning, listed(await engine.beginning(beginning)).map(([paper]) => paper)]).toEqual([
        beginning,
        found.map(([paper]) => paper),
      ]);
    }
  });

  test('terms one directly after the other', async () => {
    let asked = 0;
    for (const terms of papers)
      for (let at = 0; at + 3 < terms.length; at += 11) {
        const row = terms.slice(at, at + 3);
        if (row.includes(boundary)) continue;
        const found = adjacent(await Promise.all(row.map((term) => engine.term(term))));
        const theirs = await byPagefind(`"${row.join(' ')}"`);
        expect([row, [...found.papers]]).toEqual([row, theirs.map(([paper]) => paper)]);
        asked++;
      }
    expect(asked).toBeGreaterThan(20);
  });

  test('a term that no paper contains', async () => {
    expect(listed(await engine.term('xylophonez0'))).toEqual([]);
    expect(listed(await engine.beginning('xylophone'))).toEqual([]);
  });
});

test('the table gives the one file that may contain a term', () => {
  const chunks = index.files.map(({ bytes }) => readChunk(gunzipSync(bytes)));
  for (const [i, { terms }] of chunks.entries())
    for (const term of terms) expect(filesOf(index.table, term, term)).toEqual([index.files[i]?.name]);
  expect(filesOf(index.table, '', '~')).toEqual(index.files.map(({ name }) => name));
});

describe('an index of another form is refused, not half read', () => {
  const whole = () => Uint8Array.from(gunzipSync(index.files[0]?.bytes ?? new Uint8Array()));
  test.each<[string, (bytes: Uint8Array) => Uint8Array]>([
    ['another signature', (bytes) => bytes.with(3, 0x41)],
    ['cut off', (bytes) => bytes.subarray(0, bytes.length - 7)],
    ['longer', (bytes) => Uint8Array.from([...bytes, 0])],
    ['another kind of list', (bytes) => bytes.with(12, 0xa1)],
    ['nothing', () => new Uint8Array()],
    ['a page of this site', () => new TextEncoder().encode('<!doctype html><title>Not found</title>')],
  ])('%s', (_, change) => {
    expect(() => readChunk(change(whole()))).toThrow();
  });
});
