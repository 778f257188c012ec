/** Writes words as terms of the index, so that Pagefind's own rules for words leave them alone. */

import type { Piece } from './words.ts';

/**
 * Pagefind has rules for stems, prefixes, marks and Chinese. A term is written so that none of them applies: only
 * small letters and digits, with an end mark that is nowhere else in it. A query for a whole term can then only find
 * that term, and one without the end mark exactly the terms with that beginning.
 *
 * `z` begins an escape: `zz` is the letter z, `z0` the end of a term, `z` and four digits of base 36 (the first of
 * them 1 to o) any character that is not a-z or 0-9. Chinese is written as overlapping pairs of characters, and the
 * last character of a run alone, so any part of it is a row of terms.
 */
const end = 'z0';

function escapeText(text: string): string {
  let out = '';
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (char === 'z') out += 'zz';
    else if (/[a-y0-9]/.test(char)) out += char;
    else out += `z${(code + 36 ** 3).toString(36).padStart(4, '0')}`;
  }
  return out;
}

export const wholeTerm = (text: string): string => escapeText(text) + end;
/** The beginning of all terms for texts with this beginning. */
export const beginningTerm = (text: string): string => escapeText(text);

/** The word of a term, if it consists of plain small letters and digits. */
export function plainTerm(term: string): string | undefined {
  const word = term.endsWith(end) ? term.slice(0, -end.length).replaceAll('zz', 'Z') : '';
  return /^[a-yZ0-9]+$/.test(word) ? word.replaceAll('Z', 'z') : undefined;
}

/** A separator between sentences and between fields. It takes a place, so no phrase spans it, and it is not a term. */
export const boundary = '.';

/** The terms of a text, in order, as the index has them. */
export function termsOf(pieces: readonly Piece[]): string[] {
  const terms: string[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'word') terms.push(wholeTerm(piece.form));
    else for (let i = 0; i < piece.chars.length; i++) terms.push(wholeTerm(piece.chars.slice(i, i + 2).join('')));
  }
  return terms;
}

/** A row of terms that must be found one after the other; `open` is the beginning of the term after them. */
export interface Row {
  terms: string[];
  open?: string;
}

/**
 * A text as part of a longer one. Its last Chinese run may continue, so the last character adds nothing to the pair
 * before it, and a run of one character is the beginning of a pair.
 */
export function rowOf(pieces: readonly Piece[]): Row {
  const last = pieces.at(-1);
  const terms = termsOf(pieces);
  if (last?.kind !== 'han') return { terms };
  terms.pop();
  return last.chars.length === 1 ? { terms, open: beginningTerm(last.chars[0] ?? '') } : { terms };
}
