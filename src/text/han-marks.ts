/** Shows half-width marks between Chinese characters full-width; the text itself stays as it is. */

/** Western marks that Chinese sets full-width. */
const fullWidth: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '?': '？', '!': '！' };

/**
 * A mark after a Chinese character or closing mark, at once followed by what a Chinese sentence goes on with: a character,
 * an opening mark, a number or a Western word.
 */
const between = /(?<=[\p{Script=Han}”’」』）》】])([,:;?!])(?=[\p{Script=Han}\p{Script=Latin}\d“‘「『（《【]|$)/u;

/** A stretch of a text; `as` is how its one mark is shown, where the record writes it half-width between Chinese characters. */
export interface Stretch {
  text: string;
  as?: string;
}

/**
 * Cuts a text at half-width marks between Chinese characters. What the record holds stays as it is, for copying,
 * searching and comparing; only what is seen differs.
 */
export const hanStretches = (text: string): Stretch[] =>
  text.split(between).flatMap((piece, i) => {
    if (piece === '') return [];
    const as = i % 2 ? fullWidth[piece] : undefined;
    return [as === undefined ? { text: piece } : { text: piece, as }];
  });

/** A text as it is seen, for a place that cannot keep what the record holds beside it. */
export const hanShown = (text: string): string =>
  hanStretches(text)
    .map((stretch) => stretch.as ?? stretch.text)
    .join('');
