/** Lines of a page with several labels: "Journal: X Volume: 3 DOI: 10.…" becomes a label and a value for each. */

import { isJournalName, stateIdentifiers } from './citations.ts';
import { fieldOfLabel, type LabelField } from './labels.ts';
import { stateJournal } from './numbers.ts';
import { restOf, type Line, type Page } from './page.ts';
import { stateLabelled } from './state.ts';

interface Segment {
  field: LabelField;
  start: number;
  from: number;
  to: number;
}

/** Labels that may follow another value on the same line: words that prose does not write before a colon. */
const inline = new Set<LabelField>([
  'doi',
  'pmid',
  'pmcid',
  'date',
  'online',
  'other-date',
  'volume',
  'issue',
  'pages',
  'issn',
  'subjects',
  'counter',
  'keywords',
  'publisher',
  'journal-metrics',
  'url',
  'arxiv',
  'editors',
  'article-number',
  'type',
  'classification',
  'language',
  'funding',
]);

/** The labels inside a line, each with the stretch of its value. */
export function segmentsOf(text: string, after: number): Segment[] {
  const found: Segment[] = [];
  if (text.length > 900) return found;
  for (const colon of text.matchAll(/\s?[:：]\s?/gu)) {
    if (colon.index <= after) continue;
    const before = text.slice(Math.max(after, colon.index - 34), colon.index);
    for (const word of before.matchAll(/(?:^|[\s/|;,.。；，(（])(?=[\p{L}])/gu)) {
      const start = word.index + word[0].length;
      const field = fieldOfLabel(before.slice(start));
      if (!field || !inline.has(field) || before.slice(start).length < 2) continue;
      const at = colon.index - before.length + start;
      const last = found.at(-1);
      if (last) last.to = at;
      found.push({ field, start: at, from: colon.index + colon[0].length, to: text.length });
      break;
    }
  }
  return found;
}

/** A line without a label at its start that has some further on: "Journal of X Pub Date : 2021-10-18 DOI:10.…". */
export function splitLabels(page: Page, line: Line): boolean {
  const segments = segmentsOf(line.text, 0).filter(
    ({ field, from, to }) =>
      field !== 'type' &&
      line.text.slice(from, to).trim() !== '' &&
      // "Public Data: Available" states no date.
      (/\d/u.test(line.text.slice(from, to)) || !/^(?:date|online|other-date|volume|issue|pages)$/u.test(field)),
  );
  const [first] = segments;
  if (!first || line.text.length > 500 || first.start > 160) return false;
  const lead = restOf(line, 0, first.start);
  if (lead.text) {
    const metrics = /^(?:IF[:：\s]\d|\d区\s).{0,140}$/u.exec(lead.text);
    const tail = metrics
      ? /(?:Q[1-4]\s[\p{Lu}\s,&]+\s|\d区\s\S+\s)((?:\p{Lu}[\p{L}&-]*|of|and|in|the|for|&|on)(?:\s(?:\p{Lu}[\p{L}&-]*|of|and|in|the|for|&|on))*)$/u.exec(
          lead.text,
        )
      : undefined;
    const name = metrics ? (tail?.[1] && /\p{Ll}/u.test(tail[1]) ? tail[1] : undefined) : lead.text;
    if (
      name &&
      name.length < 100 &&
      /^[\p{Lu}\p{Script=Han}]/u.test(name) &&
      !/[.!?]\s/u.test(name) &&
      isJournalName(name) &&
      first.field !== 'counter'
    )
      stateJournal(page, restOf(line, line.text.indexOf(name), line.text.indexOf(name) + name.length), 'segment');
    const rest = line.traced.runs[0];
    if (metrics && rest)
      page.furniture(
        'journal-metrics',
        line.start,
        line.start +
          (page.source.text.slice(line.start, line.end).indexOf(line.text.slice(first.start, first.start + 6)) + 0 ||
            0),
      );
  }
  for (const segment of segments) stateLabelled(page, segment.field, restOf(line, segment.from, segment.to));
  stateIdentifiers(page, line.traced);
  claimRest(page, line);
  return true;
}

function claimRest(page: Page, line: Line): void {
  for (const [a, b] of page.freeStretches(line.start, line.end)) if (b - a < 80) page.furniture('label', a, b);
}
