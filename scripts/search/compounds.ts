/**
 * English compounds for the search index: "meta-ethnography", "metaethnography" and "meta ethnography" find each other.
 */

import { canonical } from '#search/concepts';
import { isPrefix, mayJoin } from '#search/function-words';
import { boundary, wholeTerm } from '#search/terms';
import { cutWords, type HanFold, type Piece } from '#search/words';

type Word = Piece & { kind: 'word' };

/** Hyphenated words in a text, each as its parts. */
function compoundsIn(text: string, fold: HanFold): string[][] {
  return chains(text, fold, /^[-‐‑–]$/u).map((chain) => chain.map(({ form }) => form));
}

/** Rows of words with the same sign between each two. */
function chains(text: string, fold: HanFold, between: RegExp): Word[][] {
  const found: Word[][] = [];
  let chain: Word[] = [];
  const end = () => {
    if (chain.length > 1) found.push(chain);
    chain = [];
  };
  for (const piece of cutWords(text, fold)) {
    const last = chain.at(-1);
    if (piece.kind !== 'word' || (last && !between.test(text.slice(last.end, piece.start)))) end();
    if (piece.kind === 'word') chain.push(piece);
  }
  end();
  return found;
}

/** Nobody writes more words than this as one; without a limit a row of a thousand hyphens costs minutes. */
const longestJoined = 6;

/**
 * Compounds as one word, for people who write "metaethnography" for "meta-ethnography"; of longer compounds each part
 * of two words to `longestJoined`.
 */
export function joinedTerms(texts: readonly string[], fold: HanFold): string[] {
  const joined = new Set<string>();
  for (const text of texts)
    for (const parts of compoundsIn(text, fold))
      for (let first = 0; first < parts.length - 1; first++)
        for (let past = first + 2; past <= Math.min(parts.length, first + longestJoined); past++)
          joined.add(parts.slice(first, past).join(''));
  return asTerms(joined);
}

const asTerms = (words: Iterable<string>): string[] => [...words].flatMap((word) => [wholeTerm(word), boundary]);

/** What the papers show about joined words: pairs of words that have a hyphen somewhere, and long words. */
export interface Joinings {
  pairs: ReadonlySet<string>;
  words: ReadonlySet<string>;
}

const shortestPart = 4;

/** What the texts of one record show about joined words, and where it may itself separate words that others join. */
export interface Parting {
  pairs: readonly string[];
  words: readonly string[];
  /**
   * A line for two neighbouring words: both as one; 1 where others always write them so; then what makes others do so
   * otherwise, a pair or a long word. As one text, because thousands of records have half a million lines.
   */
  parted: string;
}

/** Reads only texts, without those of other records, so that the result can be kept. */
export function partingOf(texts: Iterable<string>, fold: HanFold): Parting {
  const pairs = new Set<string>();
  const words = new Set<string>();
  const parted = new Set<string>();
  for (const text of texts) {
    for (const [first = '', second = '', ...more] of compoundsIn(text, fold))
      if (more.length === 0) pairs.add(pairKey(first, second));
    for (const piece of cutWords(text, fold))
      if (piece.kind === 'word' && piece.form.length >= 2 * shortestPart) words.add(base(piece.form));
    for (const chain of chains(text, fold, /^\s+$/u))
      for (const [i, { form: second }] of chain.entries()) {
        const first = chain[i - 1]?.form;
        if (first === undefined || !mayJoin(first, second)) continue;
        // Pairs of short words are left out: together they may look like another word by chance ("man aged").
        const areLong = first.length >= shortestPart && second.length >= shortestPart;
        const whole = first + second;
        parted.add(`${whole} ${isPrefix(first) ? 1 : 0} ${pairKey(first, second)} ${areLong ? base(whole) : ''}`);
      }
  }
  return { pairs: [...pairs], words: [...words], parted: [...parted].join('\n') };
}

const known = new Map<string, string>();
function base(word: string): string {
  const had = known.get(word) ?? canonical(word);
  known.set(word, had);
  return had;
}
const pairKey = (first: string, second: string): string => `${base(first)} ${base(second)}`;

/** What all records together show. */
export function joiningsOf(partings: Iterable<Pick<Parting, 'pairs' | 'words'>>): Joinings {
  const all = { pairs: new Set<string>(), words: new Set<string>() };
  for (const { pairs, words } of partings) {
    for (const pair of pairs) all.pairs.add(pair);
    for (const word of words) all.words.add(word);
  }
  return all;
}

/** "drop out" as one word, where some paper writes it as one or with a hyphen. */
export function partedTerms({ parted }: Parting, { pairs, words }: Joinings): string[] {
  const found = new Set<string>();
  for (const line of parted.split('\n')) {
    const [joined, always, first, second, word] = line.split(' ');
    if (joined && (always === '1' || pairs.has(`${first} ${second}`) || (word && words.has(word)))) found.add(joined);
  }
  return asTerms(found);
}
