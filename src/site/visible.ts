/** A stretch of text as it stands, or a character that is invisible or moves other text, as a token: `⟨U+202E⟩`. */
export interface Segment {
  text: string;
  token: boolean;
}

// Controls but the tab, formats such as bidi marks, lone surrogates, private use, and the two line separators.
const hidden = /(?!\t)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu;

/** A text cut at its invisible characters, each shown as a token. */
export function segments(text: string): Segment[] {
  const found: Segment[] = [];
  let start = 0;
  for (const match of text.matchAll(hidden)) {
    if (match.index > start) found.push({ text: text.slice(start, match.index), token: false });
    const code = match[0].codePointAt(0) ?? 0;
    found.push({ text: `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`, token: true });
    start = match.index + match[0].length;
  }
  if (start < text.length) found.push({ text: text.slice(start), token: false });
  return found;
}
