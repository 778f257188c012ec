import type { Catalogue } from './catalogue.ts';
import type { Engine, Postings } from './engine.ts';
import type { Guard } from './guard.ts';

/** The part of Pagefind's browser API that is used. */
export interface PagefindApi {
  options(options: Record<string, unknown>): Promise<void>;
  init(): Promise<void>;
  search(term: string): Promise<{ results: { id: string; words: number[] }[] } | null>;
  preload(term: string): Promise<void>;
  destroy(): Promise<void>;
}

/** The index cannot answer: files are missing, damaged, or of another build than the catalogue. */
export class IndexBroken extends Error {}

/**
 * Pagefind as an engine. Terms are asked one at a time, so that an answer serves every later query. An answer for which
 * a file of the index could not be read is none. `folder` is the address of Pagefind's files.
 */
export function pagefindEngine(pagefind: PagefindApi, catalogue: Catalogue, guard: Guard, folder: string): Engine {
  const numberOf = new Map(catalogue.hashes.map((hash, paper) => [hash, paper]));
  const answers = new Map<string, Promise<Postings>>();

  const ask = async (term: string): Promise<Postings> => {
    const answer = await pagefind.search(term);
    const lost = guard.failures();
    if (lost.length) throw new IndexBroken(`could not be read: ${lost.join(', ')}`);
    const found = new Map<number, number[]>();
    for (const { id, words } of answer?.results ?? []) {
      const paper = numberOf.get(id);
      if (paper === undefined) throw new IndexBroken('the index and the catalogue are of different builds');
      found.set(paper, words);
    }
    return found;
  };

  const once = (key: string, question: () => Promise<Postings>): Promise<Postings> => {
    const known = answers.get(key);
    if (known) return known;
    const asked = question();
    answers.set(key, asked);
    asked.catch(() => answers.delete(key));
    return asked;
  };

  const hurry = (first: string, last: string): void => {
    for (const [, , file] of chunksOf(catalogue, first, last)) guard.early(`${folder}index/${file}.pf_index`);
  };

  return {
    term: (term) => {
      hurry(term, term);
      return once(term, () => ask(term));
    },
    beginning: (beginning) =>
      once(`${beginning}*`, async () => {
        // Pagefind loads the one chunk that a word would stand in; words that begin so may go on in the next.
        const chunks = chunksOf(catalogue, beginning, `${beginning}~`);
        await Promise.all(chunks.map(([from]) => pagefind.preload(from)));
        return ask(beginning);
      }),
    row: (terms) => {
      for (const term of terms) hurry(term, term);
      return once(`"${terms.join(' ')}"`, () => ask(`"${terms.join(' ')}"`));
    },
  };
}

/** The chunks that may hold terms between two, both included; their bounds are shortened, so compared as far as they go. */
export const chunksOf = (catalogue: Catalogue, first: string, last: string): Catalogue['chunks'] =>
  catalogue.chunks.filter(([from, to]) => last.slice(0, from.length) >= from && first.slice(0, to.length) <= to);
