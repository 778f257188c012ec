import type { Sentence } from '#domain/paper';
import type { Origin } from '#domain/place';

/**
 * Where a stretch of a sentence stands: exact where the sentence stands in one piece, letter for letter; else the whole
 * sentence's places.
 */
export function placesOfMatch(sentence: Sentence, start: number, length: number): Origin[] {
  const exact = sentence.from.flatMap((origin): Origin[] => {
    if (!('line' in origin)) return [origin];
    const [first, past] = origin.columns;
    if (past - first !== sentence.text.length) return [];
    return [{ ...origin, columns: [first + start, first + start + length] }];
  });
  return exact.length ? exact : [...sentence.from];
}
