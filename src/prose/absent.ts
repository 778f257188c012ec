import { foldForMatching } from '#domain/text';

const isWord = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{M}\p{N}]/u.test(character) && !/\p{Script=Han}/u.test(character);

/**
 * Whether a text holds a word, or a phrase, as a whole; one that ends in `*` may go on. Case, white space and the shape of
 * quotes and hyphens do not count, and Chinese has no ends of words.
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
