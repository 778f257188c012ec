import type { Piece } from './words.ts';

/**
 * The terms of the index. Pagefind has rules of its own for stems, prefixes, marks and Chinese; a term is written so that
 * none of them applies: small letters and digits alone, ending in a mark that stands nowhere else in it. Asked for a
 * whole term, Pagefind can only find that term; asked for one without its end, exactly those that begin so.
 *
 * `z` begins an escape: `zz` is the letter z, `z0` the end of a term, `z` and four digits of base 36 (the first of them
 * 1 to o) any character that is not a-z or 0-9. Chinese is written as overlapping pairs of characters, the last
 * character of a run alone, so that any stretch of it is a row of terms.
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
/** What all terms begin with that begin with a text. */
export const beginningTerm = (text: string): string => escapeText(text);

/** The word of a term, where it is one of plain small letters and digits. */
export function plainTerm(term: string): string | undefined {
  const word = term.endsWith(end) ? term.slice(0, -end.length).replaceAll('zz', 'Z') : '';
  return /^[a-yZ0-9]+$/.test(word) ? word.replaceAll('Z', 'z') : undefined;
}

/** Stands between sentences and between fields: it takes a place, so that no phrase reaches over, and is no term. */
export const boundary = '.';

/** The terms of a text as the index holds them, one after the other. */
export function termsOf(pieces: readonly Piece[]): string[] {
  const terms: string[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'word') terms.push(wholeTerm(piece.form));
    else for (let i = 0; i < piece.chars.length; i++) terms.push(wholeTerm(piece.chars.slice(i, i + 2).join('')));
  }
  return terms;
}

/** A row of terms to be found one after the other; `open` is what the term after them begins with. */
export interface Row {
  terms: string[];
  open?: string;
}

/**
 * What a text looks like inside a longer one: its last Chinese run may go on, so its last character says nothing
 * more than the pair before it, and a run of one character is the beginning of a pair.
 */
export function rowOf(pieces: readonly Piece[]): Row {
  const last = pieces.at(-1);
  const terms = termsOf(pieces);
  if (last?.kind !== 'han') return { terms };
  terms.pop();
  return last.chars.length === 1 ? { terms, open: beginningTerm(last.chars[0] ?? '') } : { terms };
}
