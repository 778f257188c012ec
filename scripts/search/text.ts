/** Makes the index of the full text with Pagefind. */

import { gunzipSync } from 'node:zlib';
import { close, createIndex, type IndexFile } from 'pagefind';
import { readChunk, type Chunk } from '#search/chunk';
import type { ChunkTable } from '#search/engine';
import { boundary } from '#search/terms';

/** The index of the full text: Pagefind's files of words, as they are published. */
export interface TextIndex {
  /** File names without folder and `.pf_index`, with packed bytes. */
  files: { name: string; bytes: Uint8Array }[];
  table: ChunkTable;
}

/**
 * Makes Pagefind index papers, each given as its terms in a row, and checks the result: every term of every paper must
 * be in the index at its place, and nothing else. Throws where that is not so, for example with a version of Pagefind
 * that writes another form.
 */
export async function indexText(papers: readonly (readonly string[])[]): Promise<TextIndex> {
  const files = (await pagefindFiles(papers)).flatMap(({ path, content }) => {
    const name = /^index\/zxx_(.*)\.pf_index$/.exec(path)?.[1];
    return name === undefined ? [] : [{ name, bytes: content, chunk: readChunk(gunzipSync(content)) }];
  });
  const chunks = files.filter(({ chunk }) => chunk.terms.length > 0).sort((a, b) => (firstOf(a) < firstOf(b) ? -1 : 1));
  proveIndex(
    chunks.map(({ chunk }) => chunk),
    papers,
  );
  const table = chunks.map((one, i): [string, string] => {
    const before = chunks[i - 1]?.chunk.terms.at(-1);
    return [before === undefined ? '' : partOf(firstOf(one), before), one.name];
  });
  return { files: chunks.map(({ name, bytes }) => ({ name, bytes })), table };
}

const firstOf = ({ chunk }: { chunk: Chunk }): string => chunk.terms[0] ?? '';

/** The beginning of a term, as far as it shows that the term comes after another. */
function partOf(term: string, before: string): string {
  let length = 1;
  while (length < term.length && !(term.slice(0, length) > before)) length++;
  return term.slice(0, length);
}

/** Everything that Pagefind writes for papers, including its own scripts, word lists and fragments. */
export async function pagefindFiles(papers: readonly (readonly string[])[]): Promise<IndexFile[]> {
  // Smaller files than Pagefind's default, because a search on a slow line loads whole files. Only this variable sets
  // it.
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = '6000';
  // `zxx` is "no linguistic content" (ISO 639-2): with it Pagefind does no stemming and no word cutting.
  const { index, errors } = await createIndex({ forceLanguage: 'zxx' });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  try {
    for (const [number, terms] of papers.entries()) {
      const record = { url: String(number), content: terms.join(' '), language: 'zxx' };
      const added = await index.addCustomRecord(record);
      if (added.errors.length) throw new Error(`Pagefind refused paper ${number}: ${added.errors.join('; ')}`);
    }
    const { files, errors: failed } = await index.getFiles();
    if (failed.length) throw new Error(`Pagefind wrote no index: ${failed.join('; ')}`);
    return files;
  } finally {
    await index.deleteIndex();
    await close();
  }
}

/** Throws unless the chunks hold exactly the terms of the papers, each in its place. */
function proveIndex(chunks: readonly Chunk[], papers: readonly (readonly string[])[]): void {
  let wanted = 0;
  for (const terms of papers) for (const term of terms) if (term !== boundary) wanted++;
  let held = 0;
  for (const chunk of chunks)
    for (const term of chunk.terms) {
      const { papers: numbers, starts, places } = chunk.postings(term);
      let last = -1;
      for (const [i, paper] of numbers.entries()) {
        if (paper <= last) throw new Error(`Pagefind's index names paper ${paper} after ${last} for ${term}`);
        last = paper;
        for (let p = starts[i] ?? 0; p < (starts[i + 1] ?? 0); p++)
          if (papers[paper]?.[places[p] ?? -1] !== term)
            throw new Error(`Pagefind's index has ${term} at place ${places[p]} of paper ${paper}, where it is not`);
        held += (starts[i + 1] ?? 0) - (starts[i] ?? 0);
      }
    }
  if (held !== wanted) throw new Error(`Pagefind's index holds ${held} of ${wanted} words`);
}
