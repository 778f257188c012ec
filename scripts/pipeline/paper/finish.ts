/** Validates a record and writes it as text; its id and its related papers are added later. */

import type { Notice } from '#domain/notice';
import { paperSchema, type Paper } from '#domain/paper';
import { serialise, serialiseMembers } from './serialise.ts';

/** The text of a record without its id and its related papers, which are known only when all papers are. */
export interface Finished {
  middle: string;
  tail: string;
}

const placeholder = 'id';

/**
 * Validates a record and puts its fields into the order of the schema. Returns nothing for an invalid record, and a
 * notice names the field.
 */
export function finish(paper: Omit<Paper, 'id' | 'related'>, file: string): { finished?: Finished; notices: Notice[] } {
  const result = paperSchema.safeParse({ id: placeholder, ...paper, related: [] });
  if (result.success) {
    const { id: _, related: __, sources, unclassified, ...rest } = result.data;
    return {
      finished: { middle: serialiseMembers(rest), tail: serialiseMembers({ sources, unclassified }) },
      notices: [],
    };
  }
  return {
    notices: result.error.issues.slice(0, 5).map((issue) => ({
      severity: 'warning',
      rule: 'record-not-valid',
      place: { file },
      seen: `${issue.path.join('.')}: ${issue.message}`,
      expected: 'a record as src/domain/paper.ts declares it',
      remedy: 'correct the value, or report the file; no record is made of it',
    })),
  };
}

/** The text of the whole record. */
export const recordText = (id: string, { middle, tail }: Finished, related: Paper['related']): string =>
  `{\n  "id": ${JSON.stringify(id)},\n${middle},\n  "related": ${serialise(related, '  ')},\n${tail}\n}\n`;
