import type { FiledCorrection } from './read-decisions.ts';
import { recordName, type DraftKey } from '../join/draft-key.ts';
import type { SourceDecisions } from '../paper/later/claims.ts';

/** What people decided of a source, with the decisions that do nothing else. */
export interface DecidedOf extends SourceDecisions {
  by: readonly FiledCorrection[];
}

const nothing: DecidedOf = { confirm: new Set(), refuse: new Set(), by: [] };

/** In which fields people believe a source or not, by its name, or for a file of many by the file's or the record's. */
export function indexSourceDecisions(corrections: readonly FiledCorrection[]): (key: DraftKey) => DecidedOf {
  const index = new Map<string, FiledCorrection[]>();
  for (const correction of corrections)
    if (correction.confirm.length + correction.refuse.length)
      index.set(correction.for, [...(index.get(correction.for) ?? []), correction]);
  if (!index.size) return () => nothing;
  return (key) => {
    const found = [...new Set([key.file, recordName(key)])].flatMap((name) => index.get(name) ?? []);
    if (!found.length) return nothing;
    const confirm = new Set<string>();
    const refuse = new Set<string>();
    // The later decision holds; all come oldest first.
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
