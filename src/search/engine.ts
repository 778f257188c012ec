/** Answers which papers have a term, from the files of the word index. */

import { readChunk, type Chunk } from './chunk.ts';
import { merged, type Postings } from './postings.ts';

/** Answers for the full text. */
export interface Engine {
  /** Papers that contain a term, with every place. */
  term(term: string): Promise<Postings>;
  /** Papers that contain a term with this beginning, with every place. */
  beginning(beginning: string): Promise<Postings>;
  /** The terms with this beginning, each with the number of papers that contain it. */
  terms(beginning: string): Promise<readonly (readonly [term: string, papers: number])[]>;
}

/**
 * The files of the index, ascending. Each has the beginning of its first term, at least as much of it as shows that it
 * comes after the last term of the file before, and its file name.
 */
export type ChunkTable = readonly (readonly [from: string, file: string])[];

/** The files that may contain the terms between two, both included. */
export function filesOf(table: ChunkTable, first: string, last: string): string[] {
  return table.flatMap(([from, file], i) => {
    const next = table[i + 1]?.[0];
    return (i === 0 || from <= last) && (next === undefined || next > first) ? [file] : [];
  });
}

/**
 * An engine over the files of an index. `read` returns the unpacked bytes of a file; it is called once for each file
 * unless it fails.
 */
export function indexEngine(table: ChunkTable, read: (file: string) => Promise<Uint8Array>): Engine {
  const chunks = new Map<string, Promise<Chunk>>();
  const answers = new Map<string, Promise<Postings>>();

  const chunkOf = (file: string): Promise<Chunk> => kept(chunks, file, () => read(file).then(readChunk));
  const chunksBetween = (first: string, last: string): Promise<Chunk[]> =>
    Promise.all(filesOf(table, first, last).map(chunkOf));

  // Terms consist of small letters and digits, which all come before a tilde.
  const chunksOf = (beginning: string): Promise<Chunk[]> => chunksBetween(beginning, `${beginning}~`);

  return {
    term: (term) =>
      kept(answers, term, async () => merged((await chunksBetween(term, term)).map((chunk) => chunk.postings(term)))),
    beginning: (beginning) =>
      kept(answers, `${beginning}*`, async () => {
        const all = await chunksOf(beginning);
        return merged(
          all.flatMap((chunk) =>
            chunk.terms.filter((term) => term.startsWith(beginning)).map((term) => chunk.postings(term)),
          ),
        );
      }),
    terms: async (beginning) =>
      (await chunksOf(beginning)).flatMap((chunk) =>
        chunk.terms
          .filter((term) => term.startsWith(beginning))
          .map((term) => [term, chunk.postings(term).papers.length] as const),
      ),
  };
}

/**
 * Keeps the results of requests, also of those that are not finished. A failed one is removed, so that the next request
 * tries again.
 */
function kept<T>(known: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
  const had = known.get(key);
  if (had) return had;
  const asked = ask();
  known.set(key, asked);
  asked.catch(() => known.delete(key));
  return asked;
}
