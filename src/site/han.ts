/** Shows half-width marks between Chinese characters full-width; the text itself stays as it is. */

/** Western marks that Chinese sets full-width. */
const fullWidth: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '?': '？', '!': '！' };

/** A mark between Chinese characters, or between one and a closing or opening mark of Chinese. */
const between = /(?<=[\p{Script=Han}”’」』）》】])([,:;?!])(?=[\p{Script=Han}“‘「『（《【]|$)/u;

/** A stretch of a text; `as` is how its one mark is shown, where the record writes it half-width between Chinese characters. */
export interface Stretch {
  text: string;
  as?: string;
}

/**
 * Parts a text at half-width marks between Chinese characters. What the record holds stays as it is, for copying, searching
 * and comparing; only what is seen differs.
 */
export const hanStretches = (text: string): Stretch[] =>
  text.split(between).flatMap((piece, i) => {
    if (piece === '') return [];
    const as = i % 2 ? fullWidth[piece] : undefined;
    return [as === undefined ? { text: piece } : { text: piece, as }];
  });

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

/** Whether a name is written in Chinese characters alone. */
export const isHan = (name: string): boolean => /^[\p{Script=Han}·]+$/u.test(name);

/** The separator between two names in a list; Chinese names have their own. */
export const betweenNames = (before: string, after: string): string => (isHan(before) && isHan(after) ? '、' : ', ');
