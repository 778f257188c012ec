/** Cleans texts of drafts, and moves their marks and places with the characters. */

import type { DraftBlock } from '#domain/draft';
import type { Mark } from '#domain/text';
import { clean } from '#text/clean';

export function cleanMarks(marks: readonly Mark[] | undefined, to: Uint32Array | undefined): Mark[] | undefined {
  if (!marks?.length) return undefined;
  if (!to) return [...marks];
  const moved = marks.map((mark) => ({ ...mark, start: to[mark.start] ?? 0, end: to[mark.end] ?? 0 }));
  const kept = moved.filter((mark) => mark.end > mark.start);
  return kept.length ? kept : undefined;
}

/** Cleans the text of a block. Its pieces are cut where characters are removed, so that places stay exact. */
export function cleanBlock(block: DraftBlock): DraftBlock {
  const cleaned = clean(block.text);
  if (!cleaned) return block;
  const { text, to } = cleaned;
  const pieces: DraftBlock['pieces'] = [];
  block.pieces.forEach((piece, i) => {
    const end = block.pieces[i + 1]?.start ?? block.text.length;
    const [first, past] = piece.place.columns;
    const exact = past - first === end - piece.start;
    let start = piece.start;
    for (let at = piece.start + 1; exact && at <= end; at++) {
      const whole = (to[at] ?? 0) - (to[at - 1] ?? 0) === 1;
      if (whole && at < end) continue;
      const stop = whole ? at : at - 1;
      if (stop > start)
        pieces.push({
          start: to[start] ?? 0,
          place: { ...piece.place, columns: [first + start - piece.start, first + stop - piece.start] },
        });
      start = at;
    }
    if (!exact) pieces.push({ start: to[piece.start] ?? 0, place: piece.place });
  });
  const marks = cleanMarks(block.marks, to);
  return { as: block.as, text, pieces, ...(marks ? { marks } : {}) };
}
