/** Notices: problems as data, for people and for programs. */

import { z } from 'zod';
import { visible } from '#text/visible';
import { formatPlace, placeSchema, type Origin } from './place.ts';

/**
 * A problem, as data. `error`: the site would be untrue; the command exits with 1. `warning`: the rest is built. `seen`
 * says what is there, `expected` what should be, and `remedy` what to do, as an instruction.
 */
const noticeSchema = z.strictObject({
  severity: z.enum(['error', 'warning', 'info']),
  /** A stable name for programs, such as `source-empty` or `quotation-not-found`. */
  rule: z.string().regex(/^[a-z0-9-]+$/),
  /** A file, with the line where it is known. */
  place: z.union([placeSchema, z.strictObject({ file: z.string() })]),
  seen: z.string(),
  expected: z.string(),
  remedy: z.string(),
});
export type Notice = z.infer<typeof noticeSchema>;

/** Where a notice about a value points: to its first line in a source, else to the correction that states it. */
export function placeOfValue(from: readonly Origin[]): Notice['place'] {
  const [first = { file: 'sources/' }] = from;
  const place = from.find((origin) => 'line' in origin) ?? first;
  return 'correction' in place ? { file: place.correction } : place;
}

/**
 * A notice for people in a terminal: four short lines. Characters that a terminal would obey or not show appear as
 * tokens.
 */
export function formatNotice(notice: Notice): string {
  const where = 'line' in notice.place ? formatPlace(notice.place) : notice.place.file;
  const text = [
    `${notice.severity}: ${where} [${notice.rule}]`,
    `  seen:     ${notice.seen}`,
    `  expected: ${notice.expected}`,
    `  do:       ${notice.remedy}`,
  ].join('\n');
  return visible(text, '\n');
}
