/** Compares the name of a journal with an abbreviation of it. */

import { foldForMatching } from '#domain/text';
import words from '../words/function-words.json' with { type: 'json' };
import { everyWord } from '../words/words.ts';

/** Words that abbreviations of a journal's name leave out. */
const small = new Set(everyWord(words.journals));

/**
 * The words of a journal's name, without a place in brackets at its end, which NLM adds to distinguish two journals.
 */
const wordsOf = (name: string): string[] =>
  foldForMatching(name.replace(/\s?\([^()]*\)\s*$/u, ''))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word && !small.has(word));

/** Whether a name shortens another, word by word: "J Couns Psychol" is short for "Journal of Counseling Psychology". */
export function isShortFor(short: string, long: string): boolean {
  const [a, b] = [wordsOf(short), wordsOf(long)];
  if (a.length < 1 || a.join('') === b.join('')) return false;
  // "AJP": only initials.
  if (a.length === 1 && b.length > 1) return b.map((word) => word[0]).join('') === a[0];
  return a.length === b.length && a.every((word, i) => b[i]?.startsWith(word));
}
