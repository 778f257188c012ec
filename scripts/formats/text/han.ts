/** Forms of Chinese for comparison: Simplified and Traditional characters become one. */

import { Converter } from 'opencc-js/t2cn';
import { normalized } from '#text/normal';
import { hasHan } from '#text/han';

const convert = Converter({ from: 't', to: 'cn' });

/** Chinese in one form of characters, whether it is from the mainland, Taiwan or Hong Kong; for comparing, never shown. */
export const simplified = (text: string): string => (hasHan(text) ? convert(text) : text);

/** One character for a Chinese character and all its other forms (tables of OpenCC). */
export function foldedHan(char: string): string {
  const simple = convert(char);
  // A form of several characters is not used; the form of a rare character may have a form of its own.
  return simple === char || [...simple].length !== 1 ? char : foldedHan(simple);
}

/** A Chinese word as words are compared: script, case, width and white space make no difference. */
export const foldedWord = (word: string): string =>
  [...normalized(word, 'NFKC').toLowerCase().replace(/\s/gu, '')].map(foldedHan).join('');
