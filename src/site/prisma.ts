/** Counts the PRISMA 2020 flow of the review from the ledger and the screening decisions. */

import type { Excluded, LedgerEntry } from '#domain/ledger';
import type { Paper } from '#domain/paper';
import { decisionsOn, settleDecisions, type ScreeningDecision } from '#domain/screening';

/** The counts of the PRISMA 2020 flow diagram. A record is one description of a paper in one source. */
export interface PrismaFlow {
  identified: number;
  /** The identified records by the format of their source. */
  byFormat: { format: string; records: number }[];
  duplicates: number;
  notPapers: number;
  unreadable: number;
  superseded: number;
  /** Papers that somebody decided about. */
  screened: number;
  notScreened: number;
  /** Excluded on title and abstract, by the criterion that failed; a paper that fails two counts under each. */
  excluded: number;
  reasons: Reason[];
  /** Papers decided on their full text. */
  assessed: number;
  excludedOnFullText: number;
  reasonsOnFullText: Reason[];
  included: number;
  /** Of the included: those on which people disagree. */
  disputed: number;
}

interface Reason {
  criterion: string;
  papers: number;
}

interface Counted {
  papers: readonly Pick<Paper, 'id' | 'doi' | 'pmid' | 'sources'>[];
  entries: readonly Omit<LedgerEntry, 'stretches'>[];
  excluded: readonly Excluded[];
  decisions: readonly ScreeningDecision[];
}

function reasonsOf(excluded: readonly Excluded[]): Reason[] {
  const counts = new Map<string, number>();
  for (const { criteria } of excluded) for (const id of criteria) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].map(([criterion, papers]) => ({ criterion, papers })).sort((a, b) => b.papers - a.papers);
}

/** Records by the format of their source: those of papers, those of excluded papers, and sources without a paper. */
function recordsByFormat({ papers, entries, excluded }: Counted): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (format: string): void => void counts.set(format, (counts.get(format) ?? 0) + 1);
  for (const { sources } of papers) for (const { format } of sources) add(format);
  const left = entries.filter((entry) => entry.papers.length === 0);
  for (const { format } of left) add(format);
  // A file that also has papers of the review says of no record which of its papers it is of.
  const alone = left.filter(({ outcome }) => outcome === 'excluded').length;
  for (let rest = excluded.length - alone; rest > 0; rest--) add('other');
  return counts;
}

/** Counts what came in, what was taken out and why, and what is left. The parts add up to what came in. */
export function prismaFlow(counted: Counted): PrismaFlow {
  const { papers, entries, excluded, decisions } = counted;
  const outcomes = (outcome: LedgerEntry['outcome']): number =>
    entries.filter((entry) => entry.outcome === outcome && entry.papers.length === 0).length;
  const settled = papers.map((paper) => settleDecisions(decisionsOn(paper, decisions)));
  const decided = settled.filter(({ decision }) => decision !== undefined);
  const onText = excluded.filter(({ stage }) => stage === 'title-and-abstract');
  const onFullText = excluded.filter(({ stage }) => stage === 'full-text');
  const byFormat = [...recordsByFormat(counted)].map(([format, records]) => ({ format, records }));
  const extra = Math.max(0, outcomes('excluded') - excluded.length);
  return {
    identified: byFormat.reduce((sum, { records }) => sum + records, 0),
    byFormat: byFormat.sort((a, b) => b.records - a.records || (a.format < b.format ? -1 : 1)),
    duplicates: papers.reduce((sum, { sources }) => sum + sources.length - 1, 0) + extra,
    notPapers: outcomes('not-a-paper') + outcomes('read'),
    unreadable: outcomes('quarantined'),
    superseded: outcomes('superseded'),
    screened: decided.length + excluded.length,
    notScreened: papers.length - decided.length,
    excluded: onText.length,
    reasons: reasonsOf(onText),
    assessed: decided.filter(({ decision }) => decision?.stage === 'full-text').length + onFullText.length,
    excludedOnFullText: onFullText.length,
    reasonsOnFullText: reasonsOf(onFullText),
    included: decided.length,
    disputed: settled.filter(({ disputed }) => disputed).length,
  };
}
