/** Finds letters with too many combining marks in a source. */

import type { Notice } from '#domain/notice';
import { lineAt, type SourceText } from '#domain/source';
import { mostMarks } from '#text/characters';

const stacked = new RegExp(`(?:\\p{M}{${mostMarks + 1}})\\p{M}*`, 'gu');

/**
 * A notice where letters of a source have more combining marks than any writing system uses. Values keep the first of
 * them.
 */
export function tooManyMarksIn(source: SourceText): Notice[] {
  const found = [...source.text.matchAll(stacked)];
  const [first] = found;
  if (!first) return [];
  const line = lineAt(source, first.index);
  const column = first.index - (source.lineStarts[line - 1] ?? 0) + 1;
  const left = found.reduce((sum, [marks]) => sum + [...marks].length - mostMarks, 0);
  return [
    {
      severity: 'warning',
      rule: 'too-many-combining-marks',
      place: { file: source.file, line, columns: [column, column + first[0].length] },
      seen: `${[...first[0]].length} marks on one letter${found.length > 1 ? `, and so on ${found.length} times` : ''}`,
      expected: `at most ${mostMarks}, as in any writing`,
      remedy: `do nothing if this is intended: ${left} of them are left out of every value, and are shown on the source page`,
    },
  ];
}
