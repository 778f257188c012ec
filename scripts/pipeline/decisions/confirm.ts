/** The decisions of `npm run correct -- FOR --confirm` and `--refuse`. */

import type { Pending, ToCheck } from '#domain/ledger';
import { recordName } from '../join/draft-key.ts';
import { claimFields } from '../paper/later/field-rights.ts';

/** A person's decision about what one source says. */
export interface SourceDecision {
  /** The name of a source, or of one record in a source of many. */
  for: string;
  /** Fields of what waits because the source came later. */
  fields: string[];
  /** Values that were to check, by field. */
  checked: Record<string, string>;
}

/** Whether a name may follow `--confirm` or `--refuse`. `all` means whatever the source says, now and later. */
export const isClaimField = (name: string): boolean =>
  name === 'all' || (claimFields as readonly string[]).includes(name.replace(/\.[a-z]{2,3}$/u, ''));

export const claimFieldNames: readonly string[] = ['all', ...claimFields];

/** What an import found to decide: what later sources say, and the values that are not sure. */
export interface Waiting {
  pending: readonly Pending[];
  toCheck: readonly ToCheck[];
}

/**
 * The decisions that `npm run correct -- FOR --confirm [field…]` makes: one for the source that FOR names, or one for
 * each source that has something waiting about the paper that FOR names (`papers`, its ids). Without fields, a decision
 * is about all that waits.
 */
export function decisionsFor(
  target: string,
  papers: readonly string[],
  fields: readonly string[],
  { pending, toCheck }: Waiting,
): SourceDecision[] {
  const words = new Map<string, SourceDecision>();
  const wordOf = (name: string): SourceDecision => {
    const known = words.get(name) ?? { for: name, fields: [], checked: {} };
    words.set(name, known);
    return known;
  };
  const isWanted = (row: Pending | ToCheck): boolean =>
    !fields.length || fields.some((field) => row.field === field || row.field.startsWith(`${field}.`));
  const isOfSource = (row: Pending | ToCheck): boolean => row.file === target || recordName(row) === target;
  const byName = [...pending, ...toCheck].some(isOfSource) || !papers.length;
  const nameOf = (row: Pending | ToCheck): string => (byName ? target : recordName(row));
  const isMeant = (row: Pending | ToCheck): boolean =>
    isWanted(row) && (byName ? isOfSource(row) : papers.includes(row.paper));
  for (const row of toCheck.filter(isMeant)) wordOf(nameOf(row)).checked[row.field] = row.says;
  for (const row of pending.filter(isMeant)) {
    const word = wordOf(nameOf(row));
    word.fields = [...new Set([...word.fields, row.field])].sort();
  }
  // A person may decide about a field of a named source before anything waits.
  const seen = Object.keys(words.get(target)?.checked ?? {});
  const ahead = fields.filter((field) => !seen.some((one) => one === field || one.startsWith(`${field}.`)));
  if (!papers.length && ahead.length) wordOf(target).fields = [...new Set(ahead)].sort();
  return [...words.values()];
}
