import { sources } from './characters.ts';

/** A stretch of text as it is, or a token for what is invisible in it or moves other text: `⟨U+202E⟩`. */
export interface Segment {
  text: string;
  token: boolean;
}

/** What values leave out, and what shows as nothing or as a box: halves of characters, private ones, line separators. */
const hidden = new RegExp(`${sources.tower}|${sources.unseen}|[\\p{Cc}\\p{Surrogate}\\p{Co}\\u2028\\u2029]`, 'gu');

/** A character as it is shown where it cannot be: its number; of a run of marks the first, and how many there are. */
function tokenOf(found: string): string {
  const [first = '', ...more] = found;
  const number = (first.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return more.length ? `⟨U+${number} × ${more.length + 1}⟩` : `⟨U+${number}⟩`;
}

/** A text cut at its hidden characters, each shown as a token; tabs stay. */
export function segments(text: string): Segment[] {
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

/** A text for terminals, logs and names, with a token for each hidden character but those of `plain`. */
export const visible = (text: string, plain = ''): string =>
  text.replace(hidden, (found) => (plain.includes(found) ? found : tokenOf(found)));
