/** Finds a word in a text, for sentences which say that the papers do not mention something. */

import { foldForMatching, placeOfWords } from '#domain/text';

/**
 * Whether a text contains a word or phrase as a whole; one that ends in `*` may continue. Case, white space, and the
 * shape of quotation marks and hyphens are ignored. In Chinese, words have no boundaries.
 */
export function holdsWord(text: string, word: string): boolean {
  const goesOn = word.endsWith('*');
  const wanted = foldForMatching(goesOn ? word.slice(0, -1) : word);
  return placeOfWords(foldForMatching(text), wanted, 0, goesOn) >= 0;
}
