import type { Catalogue } from './catalogue.ts';
import type { Engine, Postings } from './engine.ts';

/** The part of Pagefind's browser API that is used. */
export interface PagefindApi {
  options(options: Record<string, unknown>): Promise<void>;
  init(): Promise<void>;
  search(term: string): Promise<{ results: { id: string; words: number[] }[] } | null>;
  preload(term: string): Promise<void>;
}

/** The index cannot answer: files are missing, damaged, or of another build than the catalogue. */
export class IndexBroken extends Error {}

/**
 * Pagefind as an engine. Terms are asked one at a time, so that an answer serves every later query; `load` fetches a
 * file of the index, which tells a chunk that holds no such term from one that could not be read.
 */
export function pagefindEngine(
  pagefind: PagefindApi,
  catalogue: Catalogue,
  load: (file: string) => Promise<Uint8Array | null>,
): Engine {
  const numberOf = new Map(catalogue.hashes.map((hash, paper) => [hash, paper]));
  const answers = new Map<string, Promise<Postings>>();
  const proven = new Map<string, Promise<void>>();

  const prove = (file: string): Promise<void> => {
    const known =
      proven.get(file) ??
      load(file).then((bytes) => {
        if (!bytes || !isGzip(bytes)) throw new IndexBroken(`the index file ${file} is missing or damaged`);
      });
    proven.set(file, known);
    return known;
  };

  const ask = async (term: string, chunks: readonly string[]): Promise<Postings> => {
    const answer = await pagefind.search(term);
    const found = new Map<number, number[]>();
    for (const { id, words } of answer?.results ?? []) {
      const paper = numberOf.get(id);
      if (paper === undefined) throw new IndexBroken('the index and the catalogue are of different builds');
      found.set(paper, words);
    }
    if (found.size === 0) await Promise.all(chunks.map(prove));
    else if (chunks.length === 1) proven.set(chunks[0] ?? '', Promise.resolve());
    return found;
  };

  const once = (key: string, question: () => Promise<Postings>): Promise<Postings> => {
    const known = answers.get(key);
    if (known) return known;
    const asked = question();
    answers.set(key, asked);
    // What failed once may succeed when the network is back.
    asked.catch(() => answers.delete(key));
    return asked;
  };

  return {
    term: (term) =>
      once(term, () =>
        ask(
          term,
          chunksOf(catalogue, term, term).map(([, , file]) => file),
        ),
      ),
    beginning: (beginning) =>
      once(`${beginning}*`, async () => {
        // Pagefind loads the one chunk that a word would stand in; words that begin so may go on in the next.
        const chunks = chunksOf(catalogue, beginning, `${beginning}~`);
        await Promise.all(chunks.map(([from]) => pagefind.preload(from)));
        return ask(
          beginning,
          chunks.map(([, , file]) => file),
        );
      }),
    row: (terms) => once(`"${terms.join(' ')}"`, () => ask(`"${terms.join(' ')}"`, [])),
  };
}

/** The chunks that may hold terms between two, both included; their bounds are shortened, so compared as far as they go. */
export const chunksOf = (catalogue: Catalogue, first: string, last: string): Catalogue['chunks'] =>
  catalogue.chunks.filter(([from, to]) => last.slice(0, from.length) >= from && first.slice(0, to.length) <= to);

const isGzip = (bytes: Uint8Array): boolean => (bytes[0] === 0x1f && bytes[1] === 0x8b) || startsPlain(bytes);
/** A host may have unpacked the file on the way; Pagefind's own signature stands first then. */
const startsPlain = (bytes: Uint8Array): boolean => new TextDecoder().decode(bytes.subarray(0, 12)) === 'pagefind_dcd';
