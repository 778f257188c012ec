import type { LedgerEntry } from '#domain/ledger';
import type { Notice } from '#domain/notice';
import type { DraftKey } from '../join/draft-key.ts';
import { noFormat } from '../read/no-format.ts';
import type { Decided } from '../paper/make-paper.ts';
import type { SourceRow } from '../read/read-source.ts';

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
  notices: readonly Notice[];
}

const said = ({ rule, seen }: Notice): string => `${rule}: ${seen}`;

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
        reason: reason ? said(reason) : 'not read',
      });
    else if (row.kind === 'list' || !(row.isPaper || row.kind === 'references'))
      fates.set(row.file, { outcome: 'not-a-paper', papers: [] });
    else
      fates.set(row.file, {
        outcome: 'quarantined',
        papers: [],
        reason:
          reason && row.format === noFormat.name
            ? said(reason)
            : 'no-paper-found: neither title nor abstract nor identifier',
      });
  }
  for (const paper of papers) {
    const invalid = paper.notices.find(({ rule }) => rule === 'record-not-valid' || rule === 'address-is-kept');
    if (!paper.id && invalid)
      for (const index of paper.decided.group.members) {
        const fate = fates.get(keys[index]?.file ?? '');
        if (fate && !fate.papers.length) fate.reason = said(invalid);
      }
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
