/** Chinese text on a page: where a line of a heading may end, and how names are joined. */

import { isHan } from '#text/han';

let segmenter: Intl.Segmenter | undefined;
const betweenHan = /\p{Script=Han}\n\p{Script=Han}/u;

/**
 * A text cut where a line of a heading may end: between two Chinese words. A word of one character, such as 的, stays with
 * the word before it.
 */
export function phrases(text: string): string[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const cut: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const before = cut.at(-1);
    const begins = before === undefined || ([...segment].length > 1 && betweenHan.test(`${before}\n${segment}`));
    if (begins) cut.push(segment);
    else cut[cut.length - 1] += segment;
  }
  return cut;
}

/** The separator between two names in a list; Chinese names have their own. */
export const betweenNames = (before: string, after: string): string => (isHan(before) && isHan(after) ? '、' : ', ');

/** A list of names as text. */
export const joinNames = (names: readonly string[]): string =>
  names.map((name, i) => (i > 0 ? betweenNames(names[i - 1] ?? '', name) : '') + name).join('');
