/** Words of a concept in their sentence, for the rules that tell whose they are. */

import type { EvidenceRole, SectionKind } from '#domain/paper';
import { hasHan } from '#text/han';
import { roleOfKind } from './roles.ts';
import type { Stretch } from './stretches.ts';

/** Words of a concept in a sentence: `[start, end)` in UTF-16 code units, and the role of the sentence, where it has one. */
export interface Mention {
  text: string;
  start: number;
  end: number;
  role?: EvidenceRole | undefined;
  /** The kind of section that it is in, where a heading says it. */
  kind?: SectionKind | undefined;
}

/** The words at `[start, end)` of a sentence in the part of it between two headings, whose role that of the heading is. */
export function mentionIn(
  text: string,
  stretches: readonly Stretch[],
  [start, end]: readonly [number, number],
  { role, kind }: Pick<Mention, 'role' | 'kind'>,
): Mention {
  const stretch = stretches.findLast((it) => it.start <= start) ?? { start: 0, end: text.length };
  return {
    text: text.slice(stretch.start, stretch.end),
    start: start - stretch.start,
    end: end - stretch.start,
    role: (stretch.kind && roleOfKind[stretch.kind]) ?? role,
    kind: stretch.kind ?? kind,
  };
}

/** The end of a clause, and how many characters before and after its words are read. */
const clauseEnd = /[，,；;。]|\.(?!\d)/u;
const longestClause = 160;

/** The clause of words: Chinese joins with commas what English tells in sentences, so its clauses are cut there. */
export function clauseOf({ text, start, end }: Mention): string {
  if (!hasHan(text)) return text;
  const before =
    text
      .slice(Math.max(0, start - longestClause), start)
      .split(clauseEnd)
      .at(-1) ?? '';
  const after = text.slice(end, end + longestClause).split(clauseEnd)[0] ?? '';
  return before + text.slice(start, end) + after;
}
