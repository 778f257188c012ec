import { gunzipSync } from 'node:zlib';
import { close } from 'pagefind';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { readChunk, type Chunk } from '#search/chunk';
import { memoryStore, type Store } from '../../scripts/lib/store/index.ts';
import { joinChunks } from '../../scripts/search/join-chunks.ts';
import { indexText, pagefindFiles } from '../../scripts/search/text.ts';
import { ChunkWriter } from '../../scripts/search/write-chunk.ts';

afterAll(() => close());

/** So many papers that they are in more than one parcel; a term of all, some of a few, and one of its own in each. */
const papers = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `alliance t${i % 7}z0 own${i}z0 . alliance u${i % 300}z0`);

/** A store, and how many parcels were put into it. */
function counting(): { store: Store; made: () => number } {
  const store = memoryStore();
  const set = vi.spyOn(store, 'set');
  return { store, made: () => set.mock.calls.length };
}

test('a file that is written says what Pagefind’s own says of each term', async () => {
  const files = await pagefindFiles(papers(600));
  const chunks = files
    .filter(({ path }) => path.endsWith('.pf_index'))
    .map(({ content }) => readChunk(gunzipSync(content)));
  expect(chunks).not.toEqual([]);
  const said = (chunk: Chunk) => chunk.terms.map((term) => [term, chunk.postings(term)]);
  for (const chunk of chunks) {
    const writer = new ChunkWriter();
    const items = chunk.terms.map((term) => writer.item(term, chunk.postings(term)));
    expect(said(readChunk(Buffer.concat([writer.begin(items.length), ...items])))).toEqual(said(chunk));
  }
});

test('a file ends when it is full, and a term that fills one has one for itself', () => {
  const papersOf = (many: number) => Int32Array.from({ length: many }, (_, i) => i);
  const many = 9000;
  const of: Record<string, number> = {
    ...Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`a${1000 + i}`, 1])),
    b: many,
    c: 1,
  };
  const chunk: Chunk = {
    terms: Object.keys(of),
    postings: (term) => ({
      papers: papersOf(of[term] ?? 0),
      starts: Int32Array.from({ length: (of[term] ?? 0) + 1 }, (_, i) => i),
      places: new Int32Array(of[term] ?? 0),
    }),
  };
  const files = joinChunks([{ chunks: [chunk], numbers: [...papersOf(many)] }]);
  expect(files.length).toBeGreaterThan(3);
  const terms = files.map(({ whole }) => readChunk(whole).terms);
  expect(terms.flat()).toEqual(Object.keys(of));
  expect(terms.slice(-2)).toEqual([['b'], ['c']]);
  const sizes = files.map(({ whole }) => whole.length);
  expect(Math.max(...sizes.toSpliced(-2, 1))).toBeLessThan(14_000);
  expect(sizes.at(-2)).toBeGreaterThan(14_000);
});

describe('an index of several parcels', () => {
  test('is the same with and without what is kept, and makes what changed alone', async () => {
    const all = papers(1500);
    const { store, made } = counting();
    const first = await indexText(all, store);
    expect(made()).toBe(4);
    expect(await indexText(all, store)).toEqual(first);
    expect(made()).toBe(4);
    const changed = all.with(700, 'alliance newz0');
    const second = await indexText(changed, store);
    // Its old parcel and its new one, which may be the same.
    expect([5, 6]).toContain(made());
    expect(second).toEqual(await indexText(changed));
    const before = made();
    const fewer = changed.toSpliced(20, 1);
    expect(await indexText(fewer, store)).toEqual(await indexText(fewer));
    expect(made()).toBe(before + 1);
  });

  test('has the papers of each term in order, whatever parcel they are in', async () => {
    const { files } = await indexText(papers(1500));
    const chunks = files.map(({ bytes }) => readChunk(gunzipSync(bytes)));
    const chunk = chunks.find(({ terms }) => terms.includes('alliance'));
    const { papers: found, places } = chunk?.postings('alliance') ?? {};
    expect([...(found ?? [])]).toEqual(Array.from({ length: 1500 }, (_, i) => i));
    expect([...(places?.subarray(0, 4) ?? [])]).toEqual([0, 4, 0, 4]);
  });

  test('two papers of one text are two, and no paper gives no file', async () => {
    const twice = [...papers(1000), ...papers(1000)];
    const { files, table } = await indexText(twice);
    expect(table.map(([, name]) => name)).toEqual(files.map(({ name }) => name));
    const chunk = files.map(({ bytes }) => readChunk(gunzipSync(bytes))).find(({ terms }) => terms.includes('own3z0'));
    expect([...(chunk?.postings('own3z0').papers ?? [])]).toEqual([3, 1003]);
    expect((await indexText([])).files).toEqual([]);
  });
});
