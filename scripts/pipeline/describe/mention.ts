/** Words of a concept in their sentence, for the rules that tell whose they are. */

import type { EvidenceRole } from '#domain/paper';
import { hasHan } from '#text/han';
import { roleOfKind } from './roles.ts';
import { stretchAt } from './stretches.ts';

/** Words of a concept in a sentence: `[start, end)` in UTF-16 code units, and the role of the sentence, where it has one. */
export interface Mention {
  text: string;
  start: number;
  end: number;
  role?: EvidenceRole | undefined;
}

/** The words at `[start, end)` of a sentence in the part of it between two headings, whose role that of the heading is. */
export function mentionIn(text: string, start: number, end: number, role: EvidenceRole | undefined): Mention {
  const stretch = stretchAt(text, start);
  return {
    text: text.slice(stretch.start, stretch.end),
    start: start - stretch.start,
    end: end - stretch.start,
    role: (stretch.kind && roleOfKind[stretch.kind]) ?? role,
  };
}

/** The clause of words: Chinese joins with commas what English tells in sentences, so its clauses are cut there. */
export function clauseOf({ text, start, end }: Mention): string {
  if (!hasHan(text)) return text;
  const stops = [...text.matchAll(/[，,；;。]|\.(?!\d)/gu)].map(({ index }) => index);
  return text.slice(stops.findLast((at) => at < start) ?? 0, stops.find((at) => at >= end) ?? text.length);
}
