import { normalized } from '#text/normal';
/** Lower case without accents. Letters that are not accented forms, such as ø, become their usual plain spelling. */
export const plainLetters = (text: string): string =>
  normalized(text, 'NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/gu, 'ss')
    .replace(/ø/gu, 'o')
    .replace(/æ/gu, 'ae')
    .replace(/ł/gu, 'l')
    .replace(/đ/gu, 'd');
