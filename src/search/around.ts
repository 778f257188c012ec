import type { Answer, Answerer, Instead } from './answer.ts';
import { evaluate } from './evaluate.ts';
import { nearNames } from './near.ts';
import { parseQuery, type Query } from './query.ts';
import { nearestWord, partedWord } from './spelling.ts';
import { isStructured } from './structure.ts';
import { cutWords } from './words.ts';

/** Where a query found nothing: a slip, words that stand nowhere, or words that stand apart. */
export async function lookAround(written: string, query: Query, answer: Answer, answerer: Answerer): Promise<void> {
  const phrases = phrasesOf(query);
  if (phrases) {
    answer.apart = await countsOf(phrases, answerer);
    return;
  }
  if (query.kind !== 'words') return;
  const instead = (await nearestName(written, answerer)) ?? (await mended(query.words, answerer));
  if (instead) {
    answer.instead = instead;
    return;
  }
  const held = await Promise.all(query.words.map((word) => isHeld(word, answerer)));
  const words = query.words.filter((_, i) => !held[i]);
  const rest = query.words.filter((_, i) => held[i]).join(' ');
  if (words.length === 0) answer.apart = await countsOf(query.words, answerer);
  else answer.without = { words, ...(rest ? await searchOf(rest, answerer) : {}) };
}

/** The phrases of a query that is nothing but them and words, each without its quotation marks. */
function phrasesOf(query: Query): string[] | undefined {
  if (query.kind === 'phrase') return [query.text];
  if (query.kind !== 'and' || isStructured(query)) return undefined;
  return query.of.flatMap((part) =>
    part.kind === 'phrase' ? [part.text] : part.kind === 'words' ? [part.words.join(' ')] : [],
  );
}

async function countsOf(queries: readonly string[], answerer: Answerer): Promise<{ query: string; count: number }[]> {
  const counted = await Promise.all(
    [...new Set(queries)].map(async (query) => ({
      query,
      count: (await searchOf(query, answerer))?.searched.found.size ?? 0,
    })),
  );
  return counted.filter(({ count }) => count > 0);
}

/** A search with its papers; nothing where it finds none. */
async function searchOf(query: string, answerer: Answerer): Promise<Instead | undefined> {
  const { found, concepts, marks } = await evaluate(parseQuery(query).query, answerer);
  const papers = new Map([...found].filter(([paper]) => paper < answerer.core.size));
  return papers.size ? { query, searched: { found: papers, concepts, marks } } : undefined;
}

const isHeld = async (word: string, answerer: Answerer): Promise<boolean> =>
  (await evaluate({ kind: 'words', words: [word] }, answerer)).found.size > 0;

/** The name of a concept that a query misspells. */
async function nearestName(written: string, answerer: Answerer): Promise<Instead | undefined> {
  const [only, ...more] = cutWords(written, answerer.fold);
  const spelt = only?.kind === 'han' && more.length === 0 ? await answerer.spell(only.chars.join('')) : undefined;
  const [nearest] = nearNames(written, answerer, spelt);
  return nearest && searchOf(nearest.name, answerer);
}

/** The words with those mended that stand nowhere, if every one of them can be, and the mended ones find something. */
async function mended(words: readonly string[], answerer: Answerer): Promise<Instead | undefined> {
  const better = await Promise.all(
    words.map(async (word) => {
      if (await isHeld(word, answerer)) return word;
      const [piece, ...more] = cutWords(word, answerer.fold);
      if (piece?.kind !== 'word') return undefined;
      if (more.length) return word.replace(/[-‐‑–]+/gu, ' ');
      const near = (await nearestWord(piece.form, answerer.engine)) ?? (await partedWord(piece.form, answerer.engine));
      return near && (/^\p{Lu}/u.test(word) ? near.charAt(0).toUpperCase() + near.slice(1) : near);
    }),
  );
  const query = better.join(' ');
  return better.includes(undefined) || query === words.join(' ') ? undefined : searchOf(query, answerer);
}
