import type { LedgerEntry } from '#domain/ledger';
import type { DraftKey } from './join.ts';
import type { Decided } from './papers.ts';
import type { SourceRow } from './sources.ts';

export interface SourceFate {
  outcome: LedgerEntry['outcome'];
  papers: string[];
  reason?: string;
}

/** A paper as far as its sources' fates hang on it; without an id nothing was made of it. */
export interface FatedPaper {
  id: string;
  decided: Decided;
  superseded: readonly string[];
}

/** What became of each source as a whole. */
export function fatesOf(
  rows: readonly SourceRow[],
  papers: readonly FatedPaper[],
  keys: readonly DraftKey[],
): Map<string, SourceFate> {
  const fates = new Map<string, SourceFate>();
  for (const row of rows) {
    const reason = row.notices.find((notice) => notice.severity !== 'info');
    if (!row.key)
      fates.set(row.file, {
        outcome: 'quarantined',
        papers: [],
        reason: reason ? `${reason.rule}: ${reason.seen}` : 'not read',
      });
    else if (row.kind === 'list' || !(row.isPaper || row.kind === 'references'))
      fates.set(row.file, { outcome: 'not-a-paper', papers: [] });
    else
      fates.set(row.file, {
        outcome: 'quarantined',
        papers: [],
        reason: 'no-paper-found: neither title nor abstract nor identifier',
      });
  }
  for (const paper of papers) {
    if (!paper.id) continue;
    const { screening } = paper.decided;
    for (const index of paper.decided.group.members) {
      const file = keys[index]?.file ?? '';
      const fate = fates.get(file);
      if (!fate) continue;
      if (screening?.decision === 'excluded') {
        if (fate.papers.length === 0)
          Object.assign(fate, { outcome: 'excluded', reason: screening.note?.en ?? screening.criteria.join(', ') });
        continue;
      }
      const outcome = paper.superseded.includes(file) ? 'superseded' : 'read';
      if (fate.outcome !== 'read') fate.outcome = outcome;
      delete fate.reason;
      if (!fate.papers.includes(paper.id)) fate.papers.push(paper.id);
    }
  }
  for (const fate of fates.values()) fate.papers.sort();
  return fates;
}
