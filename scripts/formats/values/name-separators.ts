/** What is between the names of a list, in a cell of a table or in a line of a page, and what a list has instead of names. */

import words from '../words/names.json' with { type: 'json' };
import { anyOf, everyWord } from '../words/words.ts';

/** A word that joins two names, as a pattern; "e" joins before a capital, and "et" where no "al." follows. */
export const joiner = `(?:${anyOf(everyWord(words.joiners))}|e(?=\\s+\\p{Lu}))(?!\\s+al\\b)`;

/** Words at a list's end instead of names which are not given. */
export const isOthers = (text: string): boolean =>
  /^(?:(?:and\s+)?others|et\.? al(?:ii|ia)?\.?|\.{3}|…|等)[.,]?$/iu.test(text);

/** Words that databases set where they know no author. */
export const isNobody = (text: string): boolean =>
  /^\[?(?:anon(?:ymous|ymus)?\.?|no authors? (?:listed|indicated|specified)|no authorship,? indicated|author unknown|佚名|作者不详)\]?\.?$/iu.test(
    text,
  );

/** Family names and what is before them alternate, separated by commas: `Smith, J., Doe, K.` */
export function inTurns(parts: readonly string[]): { families: string[]; givens: string[] } | undefined {
  if (parts.length === 0 || parts.length % 2) return undefined;
  return { families: parts.filter((_, i) => i % 2 === 0), givens: parts.filter((_, i) => i % 2 === 1) };
}
