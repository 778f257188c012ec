import { normalized } from '#text/normal';
/** Lower case, without accents; letters that are no accented ones as they are written without them. */
export const plainLetters = (text: string): string =>
  normalized(text, 'NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/gu, 'ss')
    .replace(/ø/gu, 'o')
    .replace(/æ/gu, 'ae')
    .replace(/ł/gu, 'l')
    .replace(/đ/gu, 'd');
