/** Letters of the Latin script without their accents, for comparing and for addresses. */

import { normalized } from './normal.ts';

/** Letters that Unicode decomposition leaves as they are, with the usual plain spelling. */
const plain: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ŋ: 'n',
}; // prettier-ignore
const special = new RegExp(`[${Object.keys(plain).join('')}]`, 'gu');

/** Lower case without accents: `É` is `e` and `Ø` is `o`. `form` is NFKD where ligatures and wide letters are plain ones too. */
export const plainLetters = (text: string, form: 'NFD' | 'NFKD' = 'NFD'): string =>
  normalized(text.toLowerCase(), form)
    .replace(/\p{M}/gu, '')
    .replace(special, (letter) => plain[letter] ?? letter);
