/** Cuts a text into words, in the same way for the index and for a query, so that they match. */

import { plainLetters } from '#text/letters';
import { normalized } from '#text/normal';

/**
 * A word is a run of letters and digits in any script but Chinese; a run of Chinese characters is one piece.
 * Everything else separates. Offsets are UTF-16 code units of the given text.
 */
export type Piece =
  | { kind: 'word'; form: string; start: number; end: number }
  /** `chars` are folded characters; `at[i]` is the offset of the i-th in the text. */
  | { kind: 'han'; chars: string[]; at: number[]; start: number; end: number };

/** Traditional characters and variants -> the character used for all of them in matching. */
export type HanFold = ReadonlyMap<string, string>;

/** A word in the form for comparing: NFKC, lower case, without diacritics; `é` is `e` and `ø` is `o`. */
function foldWord(word: string): string {
  const lower = normalized(word, 'NFKC').toLowerCase();
  if (/^[a-z0-9]*$/.test(lower)) return lower;
  return plainLetters(lower);
}

const run = /[\p{Script=Han}々〆〇]+|(?:(?![\p{Script=Han}々〆〇])[\p{L}\p{N}\p{M}])+/gu;
const isHan = /^[\p{Script=Han}々〆〇]/u;

/** The pieces of a text, in order. */
export function cutWords(text: string, fold: HanFold): Piece[] {
  const pieces: Piece[] = [];
  for (const match of text.matchAll(run)) {
    const start = match.index;
    const end = start + match[0].length;
    if (isHan.test(match[0])) pieces.push(hanPiece(match[0], start, fold));
    else
      for (const form of foldWord(match[0]).split(/[^\p{L}\p{N}]+/u))
        if (form) pieces.push({ kind: 'word', form, start, end });
  }
  return pieces;
}

function hanPiece(text: string, start: number, fold: HanFold): Piece {
  const chars: string[] = [];
  const at: number[] = [];
  let offset = start;
  for (const char of text) {
    // A compatibility character becomes the usual one.
    const plain = char.normalize('NFKC');
    chars.push(fold.get(plain) ?? plain);
    at.push(offset);
    offset += char.length;
  }
  return { kind: 'han', chars, at, start, end: offset };
}

/** A text without line breaks, and with words joined that were broken at the end of a line. */
export const withoutBreaks = (text: string): string =>
  text.replace(/(?<=\p{L})[-‐\u00ad][^\S\r\n]*[\r\n]\s*(?=\p{Ll})/gu, '').replace(/\s+/gu, ' ');

/** Reads the table in the index: each character followed by the one it folds to. */
export function readFold(pairs: string): HanFold {
  const chars = [...pairs];
  return new Map(chars.flatMap((char, i) => (i % 2 === 0 ? [[char, chars[i + 1] ?? char] as const] : [])));
}
