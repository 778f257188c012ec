/** Joins the word indexes of parcels of papers into one, in files of a size that a slow line takes. */

import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Chunk } from '#search/chunk';
import type { Postings } from '#search/postings';
import { ChunkWriter } from './write-chunk.ts';

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

/** A file ends when it has this many bytes, unpacked; packed it has some 8 KB. A term with more has its own file. */
const fullAt = 13_000;

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
  const names = new Set<string>();
  const writer = new ChunkWriter();
  let items: Uint8Array[] = [];
  let size = 0;
  const end = (): void => {
    if (items.length === 0) return;
    const whole = Buffer.concat([writer.begin(items.length), ...items]);
    const name = nameOf(whole, names);
    files.push({ name, whole, bytes: gzipSync(whole, { level: 9 }) });
    names.add(name);
    items = [];
    size = 0;
  };
  for (const term of [...where.keys()].sort()) {
    const lists = (where.get(term) ?? []).map(({ chunk, numbers }) => numbered(chunk.postings(term), numbers));
    const item = writer.item(term, joined(lists));
    if (item.length > fullAt) end();
    items.push(item);
    size += item.length;
    if (size > fullAt) end();
  }
  end();
  return files;
}

/** The name is made from the bytes, so that a browser never has an old file under the name of a new one. */
function nameOf(whole: Uint8Array, taken: ReadonlySet<string>): string {
  const hash = createHash('sha256').update(whole).digest('hex');
  let length = 8;
  while (taken.has(hash.slice(0, length))) length++;
  return hash.slice(0, length);
}

/** Lists of one term, of papers that are in one of them each, as one list with the papers ascending. */
function joined(lists: readonly Postings[]): Postings {
  const [only] = lists;
  if (only && lists.length === 1) return only;
  const all = lists.flatMap((list) => Array.from(list.papers, (paper, i) => ({ paper, list, i })));
  all.sort((a, b) => a.paper - b.paper);
  const starts = new Int32Array(all.length + 1);
  const places = new Int32Array(lists.reduce((sum, list) => sum + list.places.length, 0));
  for (const [at, { list, i }] of all.entries()) {
    const own = list.places.subarray(list.starts[i], list.starts[i + 1]);
    places.set(own, starts[at]);
    starts[at + 1] = (starts[at] ?? 0) + own.length;
  }
  return { papers: Int32Array.from(all, ({ paper }) => paper), starts, places };
}

/** A list with the numbers that its papers have among all. */
const numbered = (postings: Postings, numbers: readonly number[]): Postings => ({
  ...postings,
  papers: postings.papers.map((paper) => numbers[paper] ?? 0),
});
