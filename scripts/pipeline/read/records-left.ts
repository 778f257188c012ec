/** Warns where fewer records were read than the source seems to have. */

import type { Reading } from '#domain/draft';
import type { Notice } from '#domain/notice';
import type { SourceText } from '#domain/source';

/** How a record begins or is headed, in formats where nothing else looks so; counted over the whole text. */
const heads: readonly { of: string; pattern: RegExp }[] = [
  { of: 'RIS', pattern: /^[^\S\r\n]{0,12}TY {1,4}- ?[A-Z]{3,12}[^\S\r\n]*$/gmu },
  { of: 'NBIB', pattern: /^PMID- {0,2}\d{1,9}[^\S\r\n]*$/gmu },
  { of: 'Web of Science', pattern: /^PT [JBSP][^\S\r\n]*$/gmu },
  { of: 'BibTeX', pattern: /^@(?!comment|string|preamble)[a-z][\w-]{2,30}\s{0,4}[{(][^\s,]{1,200},/gimu },
  { of: 'Ovid', pattern: /^<\d{1,6}\.? ?>[^\S\r\n]*$/gmu },
  { of: 'numbered text', pattern: /^(?:Record #?\d{1,6} of \d{1,6}|Document \d{1,6} of \d{1,6})[^\S\r\n]*$/gmu },
  { of: 'EndNote or PubMed XML', pattern: /<(?:record|PubmedArticle|PubmedBookArticle)[\s>]/gu },
  { of: 'MODS', pattern: /<(?:mods:)?mods[\s>]/gu },
];

/**
 * A warning where a source holds more of what looks like records than were read, so that nothing is lost in silence. A
 * page shows the reference of its own paper: one head does not make a list.
 */
export function recordsLeft(source: SourceText, { drafts }: Reading): Notice[] {
  const counts = heads.map(({ of, pattern }) => ({ of, count: source.text.match(pattern)?.length ?? 0 }));
  const seen = counts.filter(({ count }) => count > 0);
  const all = Math.max(0, ...seen.map(({ count }) => count));
  if (all < 2 || drafts.length >= all) return [];
  return [
    {
      severity: 'warning',
      rule: 'records-not-read',
      place: { file: source.file },
      seen: `${seen.map(({ of, count }) => `${count} of what looks like records of ${of}`).join(', ')}; ${drafts.length} are read`,
      expected: 'a record for each of them',
      remedy:
        'look at the source page, which shows what was not read; export the file again, or split it, so that each file has one format',
    },
  ];
}
