import { z } from 'zod';
import { visible } from '#text/visible';
import { formatPlace, placeSchema } from './place.ts';

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
