import type { Pending } from '#domain/ledger';
import { recordName } from '../join/draft-key.ts';
import { claimFields } from '../paper/later/rights.ts';

/** A person's decision about what one later source says. */
export interface Word {
  /** The name of a source, or of one record in a source of many. */
  for: string;
  fields: string[];
}

/** Whether a name may follow `--confirm` or `--refuse`. `all` means whatever the source says, now and later. */
export const isClaimField = (name: string): boolean =>
  name === 'all' || (claimFields as readonly string[]).includes(name.replace(/\.[a-z]{2,3}$/u, ''));

export const claimFieldNames: readonly string[] = ['all', ...claimFields];

/**
 * The decisions that `npm run correct -- FOR --confirm [field…]` makes: one for the source that FOR names, or one for
 * each source that has something waiting about the paper that FOR names (`papers`, its ids). Without fields, a decision
 * is about all that waits.
 */
export function wordsFor(
  target: string,
  papers: readonly string[],
  fields: readonly string[],
  pending: readonly Pending[],
): Word[] {
  const ofSource = pending.filter((row) => row.file === target || recordName(row) === target);
  const ofPaper = pending.filter((row) => papers.includes(row.paper));
  const rows = ofSource.length || !papers.length ? ofSource : ofPaper;
  const wanted = (row: Pending): boolean =>
    !fields.length || fields.some((field) => row.field === field || row.field.startsWith(`${field}.`));
  const words = new Map<string, Set<string>>();
  for (const row of rows.filter(wanted)) {
    const name = rows === ofSource ? target : recordName(row);
    words.set(name, (words.get(name) ?? new Set<string>()).add(row.field));
  }
  // A person may decide about a field of a named source before anything waits.
  if (!papers.length && fields.length) words.set(target, new Set(fields));
  return [...words].map(([name, found]) => ({ for: name, fields: [...found].sort() }));
}
