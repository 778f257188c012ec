/** Finds a word in a text, for sentences which say that the papers do not mention something. */

import { foldForMatching } from '#domain/text';

const isWord = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{M}\p{N}]/u.test(character) && !/\p{Script=Han}/u.test(character);

/**
 * Whether a text contains a word or phrase as a whole; one that ends in `*` may continue. Case, white space, and the
 * shape of quotation marks and hyphens are ignored. In Chinese, words have no boundaries.
 */
export function holdsWord(text: string, word: string): boolean {
  const goesOn = word.endsWith('*');
  const wanted = foldForMatching(goesOn ? word.slice(0, -1) : word);
  const folded = foldForMatching(text);
  if (!wanted) return false;
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
    const before = isWord(wanted[0]) && isWord(folded[at - 1]);
    const after = !goesOn && isWord(wanted.at(-1)) && isWord(folded[at + wanted.length]);
    if (!before && !after) return true;
  }
  return false;
}
