/** Finds where the source has a stretch of a sentence. */

import type { Sentence } from '#domain/paper';
import type { Origin } from '#domain/place';

/**
 * The places are exact where the sentence is one piece of the source, letter for letter; otherwise they are those of
 * the whole sentence.
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
