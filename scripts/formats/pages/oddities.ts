/** Finds what is odd in the text of a page, such as invisible characters, and reports it as notices. */

import { sources } from '#text/characters';
import { misreadIn } from '../text/misread.ts';
import { slice, traceSource } from '../text/traced.ts';
import type { Page } from './page.ts';

/** What a text holds that nobody sees or nobody meant: each kind is noticed once, where it first appears. */
const oddities: readonly {
  rule: string;
  test: Pick<RegExp, 'exec'>;
  seen: (match: string) => string;
  expected: string;
  remedy: string;
}[] = [
  {
    rule: 'bidi-control',
    test: /[\u202a-\u202e\u2066-\u2069]/u,
    seen: codePoint,
    expected: 'text without characters that turn its direction',
    remedy: 'nothing to do: the character is left out of every value and shown as a token on the source page',
  },
  {
    rule: 'lone-surrogate',
    test: /\p{Surrogate}|\\u[dD][89abAB][\da-fA-F]{2}(?!\\{1,8}u[dD][c-fC-F])|(?<!\\u[dD][89abAB][\da-fA-F]{2})\\u[dD][c-fC-F][\da-fA-F]{2}/u,
    seen: codePoint,
    expected: 'whole characters',
    remedy: 'save the page again if a character matters here: half of one is left out',
  },
  {
    rule: 'invisible-character',
    test: new RegExp(sources.unseen, 'u'),
    seen: codePoint,
    expected: 'text without invisible characters',
    remedy: 'nothing to do: the character is left out of every value and shown as a token on the source page',
  },
  {
    rule: 'replacement-character',
    test: /\ufffd/u,
    seen: codePoint,
    expected: 'text in a known encoding',
    remedy: 'save the page again in UTF-8: some of its bytes are not text',
  },
  {
    rule: 'text-misread',
    test: { exec: (line) => misreadIn(line) ?? null },
    seen: (match) => JSON.stringify(match),
    expected: 'text in UTF-8, which a program has read as Windows-1252 here',
    remedy: 'check that names and accents read well: it is read as the UTF-8 that it was',
  },
  {
    rule: 'word-too-long',
    test: /(?<!\S)\S{2000}/u,
    seen: () => 'more than 2,000 characters without a space',
    expected: 'words',
    remedy: 'look at the source page: this may not be text at all',
  },
];

function codePoint(match: string): string {
  const code = match.startsWith('\\u') ? match.slice(2) : (match.codePointAt(0) ?? 0).toString(16);
  return `U+${code.toUpperCase().padStart(4, '0')}`;
}

export function noticeOddities(page: Page): void {
  for (const { rule, test, seen, expected, remedy } of oddities) {
    // A byte order mark at the very start is the encoding's own.
    for (const line of page.lines) {
      const raw = page.source.text.slice(
        line.start === 0 && page.source.text.startsWith('\ufeff') ? 1 : line.start,
        line.end,
      );
      const match = test.exec(raw);
      if (!match) continue;
      const start = line.end - raw.length + match.index;
      const [place] = page.places(
        slice(
          traceSource(page.source, 0, page.source.text.length),
          start,
          start + Math.max(1, Math.min(match[0].length, 20)),
        ),
      );
      page.notice(
        'warning',
        rule,
        place ?? {
          file: page.source.file,
          line: line.index + 1,
          columns: [start - line.start + 1, start - line.start + 2],
        },
        { seen: seen(match[0]), expected, remedy },
      );
      break;
    }
  }
}
