import type { DraftBlock } from '#domain/draft';
import type { Mark } from '#domain/text';

/**
 * What no value of a record holds: direction marks and overrides, zero-width characters, soft hyphens, byte order marks,
 * controls and tag characters. A joiner (U+200C, U+200D) stays where a script needs it.
 */
const removed =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/u;
const joiner = /[\u200c\u200d]/u;
const needsJoiner =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}\p{Script=Sinhala}\p{Extended_Pictographic}\ufe0f]/u;
const anything =
  /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff\u0000-\u001f\u007f-\u009f\u{e0000}-\u{e007f}]|\s\s|[^\S ]|^\s|\s$/u;

export interface Cleaned {
  text: string;
  /** Offset in the cleaned text of each code unit of the old one, and one more for its end. */
  to: Uint32Array;
}

/**
 * A text without what `removed` names; lone surrogates as U+FFFD, white space as single spaces, none at the ends.
 * `undefined` where nothing changes, which is nearly always.
 */
export function clean(text: string): Cleaned | undefined {
  if (!anything.test(text)) return undefined;
  const to = new Uint32Array(text.length + 1);
  const parts: string[] = [];
  let length = 0;
  let space = true;
  let at = 0;
  for (const character of text) {
    to.fill(length, at, at + character.length);
    const keep = keptAs(character, text, at);
    at += character.length;
    if (keep === ' ' && space) continue;
    if (keep === '') continue;
    space = keep === ' ';
    parts.push(keep);
    length += keep.length;
  }
  if (parts.at(-1) === ' ') {
    parts.pop();
    length--;
  }
  for (let i = 0; i < to.length; i++) to[i] = Math.min(to[i] ?? 0, length);
  to[text.length] = length;
  const result = parts.join('');
  return result === text ? undefined : { text: result, to };
}

function keptAs(character: string, text: string, at: number): string {
  if (/\s/u.test(character) && character !== '\ufeff') return ' ';
  if (removed.test(character)) return '';
  if (joiner.test(character)) {
    const beside = [text.slice(Math.max(0, at - 2), at), text.slice(at + 1, at + 3)];
    return beside.some((part) => needsJoiner.test(part)) ? character : '';
  }
  return character.isWellFormed() ? character : '\ufffd';
}

export const cleanText = (text: string): string => clean(text)?.text ?? text;

export function cleanMarks(marks: readonly Mark[] | undefined, to: Uint32Array | undefined): Mark[] | undefined {
  if (!marks?.length) return undefined;
  if (!to) return [...marks];
  const moved = marks.map((mark) => ({ ...mark, start: to[mark.start] ?? 0, end: to[mark.end] ?? 0 }));
  const kept = moved.filter((mark) => mark.end > mark.start);
  return kept.length ? kept : undefined;
}

/** A block with a clean text; its pieces are cut where characters went, so that places stay exact. */
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
