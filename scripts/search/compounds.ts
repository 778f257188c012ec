/**
 * English compounds for the search index: "meta-ethnography", "metaethnography" and "meta ethnography" find each other.
 */

import { canonical } from '#search/concepts';
import { isPrefix, mayJoin } from '#search/function-words';
import { boundary, wholeTerm } from '#search/terms';
import { cutWords, type HanFold, type Piece } from '#search/words';

type Word = Piece & { kind: 'word' };

/** Hyphenated words in a text, each as its parts. */
export function compoundsIn(text: string, fold: HanFold): string[][] {
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

export function joiningsOf(texts: Iterable<string>, fold: HanFold): Joinings {
  const pairs = new Set<string>();
  const words = new Set<string>();
  for (const text of texts) {
    for (const [first = '', second = '', ...more] of compoundsIn(text, fold))
      if (more.length === 0) pairs.add(pairKey(first, second));
    for (const piece of cutWords(text, fold))
      if (piece.kind === 'word' && piece.form.length >= 2 * shortestPart) words.add(base(piece.form));
  }
  return { pairs, words };
}

const known = new Map<string, string>();
function base(word: string): string {
  const had = known.get(word) ?? canonical(word);
  known.set(word, had);
  return had;
}
const pairKey = (first: string, second: string): string => `${base(first)} ${base(second)}`;

/**
 * "drop out" as one word, where some paper writes it as one or with a hyphen. Pairs of short words are left out:
 * together they may look like another word by chance ("man aged").
 */
export function partedTerms(texts: readonly string[], { pairs, words }: Joinings, fold: HanFold): string[] {
  const parted = new Set<string>();
  for (const text of texts)
    for (const chain of chains(text, fold, /^\s+$/u))
      for (const [i, { form: second }] of chain.entries()) {
        const first = chain[i - 1]?.form;
        if (first === undefined || !mayJoin(first, second)) continue;
        const areLong = first.length >= shortestPart && second.length >= shortestPart;
        if (isPrefix(first) || pairs.has(pairKey(first, second)) || (areLong && words.has(base(first + second))))
          parted.add(first + second);
      }
  return asTerms(parted);
}
