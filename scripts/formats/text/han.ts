/** Forms of Chinese for comparison: Simplified and Traditional characters become one. */

import { Converter } from 'opencc-js/t2cn';
import { normalized } from '#text/normal';

const convert = Converter({ from: 't', to: 'cn' });

/** Chinese in one form of characters, whether it is from the mainland, Taiwan or Hong Kong; for comparing, never shown. */
export const simplified = (text: string): string => (/\p{Script=Han}/u.test(text) ? convert(text) : text);

/** The one character that stands for a Chinese character and all its other forms (tables of OpenCC). */
export function foldedHan(char: string): string {
  const simple = convert(char);
  // One that is written with several is none that stands for it; what an odd one folds to may itself fold on.
  return simple === char || [...simple].length !== 1 ? char : foldedHan(simple);
}

/** A Chinese word as words are compared: script, case, width and white space do not tell two apart. */
export const foldedWord = (word: string): string =>
  [...normalized(word, 'NFKC').toLowerCase().replace(/\s/gu, '')].map(foldedHan).join('');
