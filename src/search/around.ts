/**
 * Offers other searches where a query found nothing: because of a misprint, words that are in no paper, or words that
 * are never together.
 */

import type { Answer, Answerer, Instead } from './answer.ts';
import { evaluate } from './evaluate.ts';
import { intersection, type Found } from './found.ts';
import { nearNames } from './near.ts';
import { parseQuery, type Query } from './query.ts';
import { nearestWord, partedWord } from './spelling.ts';
import { isStructured } from './structure.ts';
import { Texts } from './texts.ts';
import { cutWords } from './words.ts';

export async function addSuggestions(written: string, query: Query, answer: Answer, answerer: Answerer): Promise<void> {
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
  const journal = await inJournal(query.words, answerer);
  if (journal.size) {
    answer.found = journal;
    return;
  }
  const held = await Promise.all(query.words.map((word) => isHeld(word, answerer)));
  const unknown = query.words.filter((_, i) => !held[i]);
  if (unknown.length === 0) {
    answer.apart = await countsOf(query.words, answerer);
    return;
  }
  const rest = query.words.filter((_, i) => held[i]).join(' ');
  const other = rest ? await searchOf(rest, answerer) : undefined;
  // "assisted suicide" is not suicidality: what the whole query does not mean, its other words do not either.
  const isMeant = (one: Instead): boolean =>
    one.searched.concepts.every(({ concept }) => answer.concepts.some((own) => own.concept === concept));
  if (other && isMeant(other)) answer.instead = { ...other, unknown };
  else answer.unknown = unknown;
}

/** Papers of a journal with an abbreviated name: each word begins a word of the name (ISO 4). */
async function inJournal(words: readonly string[], answerer: Answerer): Promise<Found> {
  const plain = words.map((word) => word.replace(/\.$/u, ''));
  // In "J Clin Psychol" the "J" says nothing. A longer word that is not in the name belongs to another journal.
  const said = plain.filter((word) => word.length > 2);
  if (said.length < 2 || !plain.every((word) => /^\p{L}+$/u.test(word))) return new Map();
  const texts = new Texts(answerer);
  return intersection(await Promise.all(said.map((word) => texts.inZone(`${word}*`, 'journal', false))));
}

/** The phrases of a query that has only phrases and words, each without its quotation marks. */
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

/** A search with its papers; `undefined` if it finds none. */
async function searchOf(query: string, answerer: Answerer): Promise<Instead | undefined> {
  const { found, concepts, marks } = await evaluate(parseQuery(query).query, answerer);
  const papers = new Map([...found].filter(([paper]) => paper < answerer.core.size));
  return papers.size ? { query, searched: { found: papers, concepts, marks } } : undefined;
}

const isHeld = async (word: string, answerer: Answerer): Promise<boolean> =>
  (await evaluate({ kind: 'words', words: [word] }, answerer)).found.size > 0;

/** The name of a concept that a query misspells. */
async function nearestName(written: string, answerer: Answerer): Promise<Instead | undefined> {
  const [nearest] = await nearNames(written, answerer);
  return nearest && searchOf(nearest.name, answerer);
}

/**
 * The words with corrections for those that are in no paper, if each of these can be corrected and the result finds
 * something.
 */
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
