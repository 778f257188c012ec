/** Numbers in abstracts: in digits, grouped by commas, blanks or apostrophes, and in English and Chinese words. */

import { hasHan } from '#text/han';

const units = 'one two three four five six seven eight nine'.split(' ');
const teens = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const words = new Map<string, number>([
  ...units.map((word, i): [string, number] => [word, i + 1]),
  ...teens.map((word, i): [string, number] => [word, i + 10]),
  ...tens.flatMap((word, i): [string, number][] => [
    [word, (i + 2) * 10],
    ...units.map((unit, j): [string, number] => [`${word}-${unit}`, (i + 2) * 10 + j + 1]),
  ]),
]);

const digits = String.raw`\d{1,3}(?:[,'’\u2009\u00a0 ]\d{3}){1,3}(?!\d)|\d{1,6}`;
const hundreds = `(?:a|${units.join('|')})[- ]hundred`;
/** An English number of a source of a regular expression, as one group. */
export const english = `(${digits}|(?:${hundreds}(?:[- ]and)?[- ])?(?:${tens.join('|')})(?:[- ](?:${units.join('|')}))?|(?:${hundreds}(?:[- ]and)?[- ])?(?:${teens.join('|')}|${units.join('|')})|${hundreds})`;
/** A Chinese number, likewise as one group. */
export const chinese = String.raw`(\d{1,3}(?:[, ]\d{3}){1,3}(?!\d)|\d{1,6}|[一二两三四五六七八九十百]{1,5})`;

/** The value of a number that one of these expressions matched. */
export function numberOf(text: string): number {
  if (/^\d/u.test(text)) return Number(text.replace(/\D/gu, ''));
  if (hasHan(text)) return chineseNumber(text);
  const [, hundreds, rest = ''] =
    /^(?:([a-z]+)-hundred(?:-and)?-?)?(.*)$/u.exec(text.toLowerCase().replace(/\s/gu, '-')) ?? [];
  return (hundreds ? (words.get(hundreds) ?? 1) * 100 : 0) + (words.get(rest) ?? 0);
}

/** Reads a Chinese numeral up to 999: 二十三 -> 23. */
function chineseNumber(text: string): number {
  let total = 0;
  let digit = 0;
  for (const character of text) {
    const value = character === '两' ? 2 : '一二三四五六七八九'.indexOf(character) + 1;
    if (value) digit = value;
    else {
      total += (digit || 1) * (character === '百' ? 100 : 10);
      digit = 0;
    }
  }
  return total + digit;
}
