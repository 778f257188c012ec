/** Finds what people confirmed or refused about a source. */

import type { FiledCorrection } from './read-decisions.ts';
import { recordNames, type DraftKey } from '../join/draft-key.ts';
import type { SourceDecisions } from '../paper/later/claims.ts';

/** What people decided about a source, with the corrections that do nothing but confirm or refuse. */
export interface DecidedOf extends SourceDecisions {
  by: readonly FiledCorrection[];
}

const nothing: DecidedOf = { confirm: new Set(), refuse: new Set(), by: [] };

/**
 * Indexes which fields people believe or refuse, by the name of the source; in a file of many records, by the name of
 * the file or of the record.
 */
export function indexSourceDecisions(corrections: readonly FiledCorrection[]): (key: DraftKey) => DecidedOf {
  const index = new Map<string, FiledCorrection[]>();
  for (const correction of corrections)
    if (correction.confirm.length + correction.refuse.length)
      index.set(correction.for, [...(index.get(correction.for) ?? []), correction]);
  if (!index.size) return () => nothing;
  return (key) => {
    const found = [...new Set([key.file, ...recordNames(key)])].flatMap((name) => index.get(name) ?? []);
    if (!found.length) return nothing;
    const confirm = new Set<string>();
    const refuse = new Set<string>();
    // Corrections come oldest first, so a later decision replaces an earlier one.
    for (const it of found) {
      for (const field of it.confirm) {
        confirm.add(field);
        refuse.delete(field);
      }
      for (const field of it.refuse) {
        refuse.add(field);
        confirm.delete(field);
      }
    }
    return { confirm, refuse, by: found.filter(({ set, unset }) => !Object.keys(set).length && !unset.length) };
  };
}
