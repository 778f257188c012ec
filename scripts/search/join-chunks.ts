/** Joins the word indexes of parcels of papers into one, in files of a size that a slow line takes. */

import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Chunk } from '#search/chunk';
import type { Postings } from '#search/postings';
import { TermWriter } from './write-chunk.ts';

/** The index of some papers, which it counts from 0; `numbers`, ascending, are those of the papers among all. */
export interface ParcelIndex {
  chunks: readonly Chunk[];
  numbers: readonly number[];
}

/** A file of the joined index: its name without ending, its bytes, and its bytes packed. */
export interface ChunkFile {
  name: string;
  whole: Uint8Array;
  bytes: Uint8Array;
}

/** A file ends when it has this many bytes, unpacked; packed it has some 10 KB. A term with more has its own file. */
const fullAt = 20_000;

/** One index of all papers, its terms in ascending order. */
export function joinChunks(parcels: readonly ParcelIndex[]): ChunkFile[] {
  const where = new Map<string, { chunk: Chunk; numbers: readonly number[] }[]>();
  for (const { chunks, numbers } of parcels)
    for (const chunk of chunks)
      for (const term of chunk.terms) {
        const known = where.get(term);
        if (known) known.push({ chunk, numbers });
        else where.set(term, [{ chunk, numbers }]);
      }
  const files: ChunkFile[] = [];
  const writer = new TermWriter();
  let items: Uint8Array[] = [];
  let size = 0;
  const end = (): void => {
    if (items.length > 0) files.push(fileOf(Buffer.concat([writer.begin(items.length), ...items])));
    items = [];
    size = 0;
  };
  for (const term of [...where.keys()].sort()) {
    const lists = (where.get(term) ?? []).map(({ chunk, numbers }) => ({ numbers, postings: chunk.postings(term) }));
    const item = Uint8Array.from(writer.item(term, joined(lists)));
    if (item.length > fullAt) end();
    items.push(item);
    size += item.length;
    if (size > fullAt) end();
  }
  end();
  return files;
}

/** The name is made from the bytes, so that a browser never has an old file under the name of a new one. */
function fileOf(whole: Uint8Array): ChunkFile {
  const bytes = gzipSync(whole, { level: 9 });
  return { name: createHash('sha256').update(whole).digest('hex').slice(0, 10), whole, bytes };
}

interface List {
  numbers: readonly number[];
  postings: Postings;
}

/** Lists of one term, each with the numbers of its papers, as one list with the papers ascending. */
function joined(lists: readonly List[]): Postings {
  const [first, ...others] = lists.map(numbered);
  if (first && others.length === 0) return first;
  const all = [first, ...others].flatMap((list) =>
    list ? Array.from(list.papers, (paper, i) => ({ paper, list, i })) : [],
  );
  all.sort((a, b) => a.paper - b.paper);
  const starts = new Int32Array(all.length + 1);
  const places: Int32Array[] = [];
  for (const [at, { list, i }] of all.entries()) {
    const own = list.places.subarray(list.starts[i], list.starts[i + 1]);
    starts[at + 1] = (starts[at] ?? 0) + own.length;
    places.push(own);
  }
  const whole = new Int32Array(starts.at(-1) ?? 0);
  for (const [at, own] of places.entries()) whole.set(own, starts[at]);
  return { papers: Int32Array.from(all, ({ paper }) => paper), starts, places: whole };
}

const numbered = ({ numbers, postings }: List): Postings => ({
  ...postings,
  papers: postings.papers.map((paper) => numbers[paper] ?? 0),
});
