/** Shows invisible characters as tokens, on pages and in terminals. */

import { sources } from './characters.ts';

/** A stretch of text, or a token for an invisible character or one that moves other text: `⟨U+202E⟩`. */
export interface Segment {
  text: string;
  token: boolean;
}

/**
 * Characters that values leave out, and those that show as nothing or as a box: halves of characters, private
 * characters, line separators.
 */
const hidden = new RegExp(`${sources.markRun}|${sources.unseen}|[\\p{Cc}\\p{Surrogate}\\p{Co}\\u2028\\u2029]`, 'gu');

/** Letters and signs of everyday texts, which are never hidden: most texts have no others, and need no second look. */
const everyday =
  /^[\t -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205e\u3001-\u301f\u4e00-\u9fff\uff01-\uff5e]*$/u;

/** The token for a character: its number; for a run of marks the first one and how many there are. */
function tokenOf(found: string): string {
  const [first = '', ...more] = found;
  const number = (first.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return more.length ? `⟨U+${number} × ${more.length + 1}⟩` : `⟨U+${number}⟩`;
}

/** A text cut at its hidden characters, each of which becomes a token; tabs are kept. */
export function segments(text: string): Segment[] {
  if (everyday.test(text)) return text ? [{ text, token: false }] : [];
  const found: Segment[] = [];
  let start = 0;
  for (const match of text.matchAll(hidden)) {
    if (match[0] === '\t') continue;
    if (match.index > start) found.push({ text: text.slice(start, match.index), token: false });
    found.push({ text: tokenOf(match[0]), token: true });
    start = match.index + match[0].length;
  }
  if (start < text.length) found.push({ text: text.slice(start), token: false });
  return found;
}

/** A text for terminals, logs and names, with a token for each hidden character except those in `plain`. */
export const visible = (text: string, plain = ''): string =>
  text.replace(hidden, (found) => (plain.includes(found) ? found : tokenOf(found)));
