import { readChunk, type Chunk } from './chunk.ts';
import { merged, type Postings } from './postings.ts';

/** What answers for the full text. */
export interface Engine {
  /** Papers that hold a term, with every place. */
  term(term: string): Promise<Postings>;
  /** Papers that hold a term that begins so, with every place. */
  beginning(beginning: string): Promise<Postings>;
  /** The terms that begin so, each with how many papers hold it. */
  terms(beginning: string): Promise<readonly (readonly [term: string, papers: number])[]>;
}

/** The files of the index, ascending: what the first term of each begins with, at least as far as it parts it from the
 * last term of the file before, and the file's name. */
export type ChunkTable = readonly (readonly [from: string, file: string])[];

/** The files that may hold terms between two, both included. */
export function filesOf(table: ChunkTable, first: string, last: string): string[] {
  return table.flatMap(([from, file], i) => {
    const next = table[i + 1]?.[0];
    return (i === 0 || from <= last) && (next === undefined || next > first) ? [file] : [];
  });
}

/** An engine over the files of an index. `read` gives the unpacked bytes of one, and is asked once for each that it gives. */
export function indexEngine(table: ChunkTable, read: (file: string) => Promise<Uint8Array>): Engine {
  const chunks = new Map<string, Promise<Chunk>>();
  const answers = new Map<string, Promise<Postings>>();

  const chunkOf = (file: string): Promise<Chunk> => kept(chunks, file, () => read(file).then(readChunk));
  const chunksBetween = (first: string, last: string): Promise<Chunk[]> =>
    Promise.all(filesOf(table, first, last).map(chunkOf));

  // Terms are small letters and digits: nothing in them comes after a tilde.
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

/** What was asked for before, or is asked for now; what fails is forgotten, so that the next one to ask tries again. */
function kept<T>(known: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
  const had = known.get(key);
  if (had) return had;
  const asked = ask();
  known.set(key, asked);
  asked.catch(() => known.delete(key));
  return asked;
}
