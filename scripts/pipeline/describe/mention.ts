/** Words of a concept in their sentence, for the rules that tell whose they are. */

import type { EvidenceRole } from '#domain/paper';

/** Words of a concept in a sentence: `[start, end)` in UTF-16 code units, and the role of the sentence, where it has one. */
export interface Mention {
  text: string;
  start: number;
  end: number;
  role?: EvidenceRole | undefined;
}
