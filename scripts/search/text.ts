/** Makes the index of the full text with Pagefind, parcel by parcel, so that what did not change is kept. */

import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { close, createIndex, type IndexFile } from 'pagefind';
import { readChunk, type Chunk } from '#search/chunk';
import type { ChunkTable } from '#search/engine';
import { boundary } from '#search/terms';
import { keyFor, memoryStore, type Store } from '../lib/store/index.ts';
import { joinChunks, type ParcelIndex } from './join-chunks.ts';
import type { TermRow } from './record.ts';

/** The index of the full text: files of words in Pagefind's form, as they are published. */
export interface TextIndex {
  /** File names without folder and `.pf_index`, with packed bytes. */
  files: { name: string; bytes: Uint8Array }[];
  table: ChunkTable;
}

/**
 * Makes Pagefind index papers, each given as a row of its terms, and checks the result: every term of every paper must
 * be in the index at its place, and nothing else. Throws where that is not so, for example with a version of Pagefind
 * that writes another form. `store` has the parcels of earlier runs.
 */
export async function indexText(papers: readonly TermRow[], store: Store = memoryStore()): Promise<TextIndex> {
  const indexes: ParcelIndex[] = [];
  try {
    for (const parcel of parcelsOf(papers)) indexes.push(await indexParcel(parcel, store));
  } finally {
    await close();
  }
  const files = joinChunks(indexes).map((file) => ({ ...file, chunk: readChunk(file.whole) }));
  proveIndex(
    files.map(({ chunk }) => chunk),
    papers,
  );
  const table = files.map((one, i): [string, string] => {
    const before = files[i - 1]?.chunk.terms.at(-1);
    return [before === undefined ? '' : partOf(firstOf(one), before), one.name];
  });
  return { files: files.map(({ name, bytes }) => ({ name, bytes })), table };
}

/**
 * Papers that Pagefind indexes together. Of more at once it takes much memory (0.18 MB a paper), and one that changes
 * makes the index of all of them anew; each parcel costs a start.
 */
const inParcel = 400;

/** Some of the papers: the text of each, and its number among all, ascending. */
interface Parcel {
  texts: string[];
  numbers: number[];
}

/**
 * The papers in parcels. The hash of its text says in which a paper is, so that a paper that comes, goes or changes
 * concerns one parcel, or two. In a parcel they are in the order of all, which has the same order where one comes or goes.
 */
function parcelsOf(papers: readonly TermRow[]): Parcel[] {
  const count = 2 ** Math.max(0, Math.ceil(Math.log2(papers.length / inParcel)));
  const parcels = Array.from({ length: count }, (): Parcel => ({ texts: [], numbers: [] }));
  for (const [number, text] of papers.entries()) {
    const parcel = parcels[createHash('sha256').update(text).digest().readUInt32BE() % count];
    parcel?.texts.push(text);
    parcel?.numbers.push(number);
  }
  return parcels;
}

/** The index of a parcel: Pagefind's files in base64, kept by the texts. */
async function indexParcel({ texts, numbers }: Parcel, store: Store): Promise<ParcelIndex> {
  const key = keyFor<string[]>('text', ...texts);
  let files = store.get(key);
  if (!files) {
    files = (await pagefindFiles(texts)).flatMap(({ path, content }) =>
      /^index\/zxx_.*\.pf_index$/.test(path) ? [Buffer.from(content).toString('base64')] : [],
    );
    store.set(key, files);
  }
  return { chunks: files.map((file) => readChunk(gunzipSync(Buffer.from(file, 'base64')))), numbers };
}

const firstOf = ({ chunk }: { chunk: Chunk }): string => chunk.terms[0] ?? '';

/** The beginning of a term, as far as it shows that the term comes after another. */
function partOf(term: string, before: string): string {
  let length = 1;
  while (length < term.length && !(term.slice(0, length) > before)) length++;
  return term.slice(0, length);
}

/**
 * Everything that Pagefind writes for texts, including its own scripts, word lists and fragments. `close` of Pagefind
 * ends the program that this starts.
 */
export async function pagefindFiles(texts: readonly string[]): Promise<IndexFile[]> {
  // `zxx` is "no linguistic content" (ISO 639-2): with it Pagefind does no stemming and no word cutting.
  const { index, errors } = await createIndex({ forceLanguage: 'zxx' });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  try {
    for (const [number, content] of texts.entries()) {
      const added = await index.addCustomRecord({ url: String(number), content, language: 'zxx' });
      if (added.errors.length) throw new Error(`Pagefind refused paper ${number}: ${added.errors.join('; ')}`);
    }
    const { files, errors: failed } = await index.getFiles();
    if (failed.length) throw new Error(`Pagefind wrote no index: ${failed.join('; ')}`);
    return files;
  } finally {
    await index.deleteIndex();
  }
}

/** Throws unless the chunks hold exactly the terms of the papers, each in its place. */
function proveIndex(chunks: readonly Chunk[], papers: readonly TermRow[]): void {
  const { rows, numberOf } = numbersOf(papers);
  let wanted = 0;
  for (const row of rows) for (const number of row) if (number !== ofBoundary) wanted++;
  let held = 0;
  for (const chunk of chunks)
    for (const term of chunk.terms) {
      const number = numberOf.get(term);
      const { papers: found, starts, places } = chunk.postings(term);
      let last = -1;
      for (const [i, paper] of found.entries()) {
        if (paper <= last) throw new Error(`Pagefind's index names paper ${paper} after ${last} for ${term}`);
        last = paper;
        for (let p = starts[i] ?? 0; p < (starts[i + 1] ?? 0); p++)
          if (number === undefined || rows[paper]?.[places[p] ?? -1] !== number)
            throw new Error(`Pagefind's index has ${term} at place ${places[p]} of paper ${paper}, where it is not`);
        held += (starts[i + 1] ?? 0) - (starts[i] ?? 0);
      }
    }
  if (held !== wanted) throw new Error(`Pagefind's index holds ${held} of ${wanted} words`);
}

const ofBoundary = 0;

/** The terms of each paper in order, each term as a number. */
function numbersOf(papers: readonly TermRow[]): { rows: Uint32Array[]; numberOf: ReadonlyMap<string, number> } {
  const numberOf = new Map([[boundary, ofBoundary]]);
  const number = (term: string): number => {
    const known = numberOf.get(term) ?? numberOf.size;
    numberOf.set(term, known);
    return known;
  };
  const rows = papers.map((terms) => Uint32Array.from(terms === '' ? [] : terms.split(' '), number));
  numberOf.delete(boundary);
  return { rows, numberOf };
}
