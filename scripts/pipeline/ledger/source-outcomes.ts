/** What became of each source as a whole: read, not a paper, excluded, quarantined or superseded. */

import type { LedgerEntry } from '#domain/ledger';
import type { Notice } from '#domain/notice';
import type { DraftKey } from '../join/draft-key.ts';
import { noFormat } from '../read/no-format.ts';
import type { Decided } from '../decisions/decide-group.ts';
import type { SourceRow } from '../read/read-source.ts';

export interface SourceOutcome {
  outcome: LedgerEntry['outcome'];
  papers: string[];
  reason?: string;
}

/** The part of a paper that decides the outcome of its sources. Without an id no record was made. */
export interface PaperOfSources {
  id: string;
  decided: Decided;
  superseded: readonly string[];
  notices: readonly Notice[];
}

const said = ({ rule, seen }: Notice): string => `${rule}: ${seen}`;

/** What became of each source as a whole. */
export function outcomesOf(
  rows: readonly SourceRow[],
  papers: readonly PaperOfSources[],
  keys: readonly DraftKey[],
): Map<string, SourceOutcome> {
  const outcomes = new Map<string, SourceOutcome>();
  for (const row of rows) {
    const reason = row.notices.find((notice) => notice.severity !== 'info');
    if (!row.key)
      outcomes.set(row.file, {
        outcome: 'quarantined',
        papers: [],
        reason: reason ? said(reason) : 'not read',
      });
    else if (row.kind === 'list' || row.hasParts || !(row.isPaper || row.kind === 'references'))
      outcomes.set(row.file, { outcome: 'not-a-paper', papers: [] });
    else
      outcomes.set(row.file, {
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
        const found = outcomes.get(keys[index]?.file ?? '');
        if (found && !found.papers.length) found.reason = said(invalid);
      }
    if (!paper.id) continue;
    const { screening } = paper.decided;
    for (const index of paper.decided.group.members) {
      const file = keys[index]?.file ?? '';
      const found = outcomes.get(file);
      if (!found) continue;
      if (screening?.decision === 'excluded') {
        if (found.papers.length === 0)
          Object.assign(found, { outcome: 'excluded', reason: screening.note?.en ?? screening.criteria.join(', ') });
        continue;
      }
      const outcome = paper.superseded.includes(file) ? 'superseded' : 'read';
      if (found.outcome !== 'read') found.outcome = outcome;
      delete found.reason;
      if (!found.papers.includes(paper.id)) found.papers.push(paper.id);
    }
  }
  for (const found of outcomes.values()) found.papers.sort();
  return outcomes;
}
