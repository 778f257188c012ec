/** Lists what waits for a person's decision, as rows of the ledger and as notices with the command to decide it. */

import type { Pending } from '#domain/ledger';
import type { Notice } from '#domain/notice';
import { compare } from '../paper/members.ts';
import { recordName } from '../join/draft-key.ts';
import { shellWord } from '../../lib/shell-word.ts';
import type { PendingRow } from '../paper/later/claims.ts';

/** The rows, ordered by paper, file and record. */
export const pendingRows = (papers: readonly { id: string; pending: readonly PendingRow[] }[]): Pending[] =>
  papers
    .flatMap(({ id, pending }) => pending.map((row): Pending => ({ paper: id, ...row })))
    .sort(
      (a, b) =>
        compare(a.paper, b.paper) ||
        compare(a.file, b.file) ||
        (a.record ?? 0) - (b.record ?? 0) ||
        compare(a.field, b.field),
    );

/** How many papers are named for each file; the export of a database may concern hundreds. */
const mostPapers = 10;

/**
 * What waits, as notices: one for each source and paper, with the command that decides it. A status that only one
 * source states has its notice elsewhere, in `weighStatuses`.
 */
export function pendingNotices(rows: readonly Pending[]): Notice[] {
  const byFile = new Map<string, Map<string, Pending[]>>();
  for (const row of rows) {
    if (row.field === 'status' && !row.taken) continue;
    const papers = byFile.get(row.file) ?? new Map<string, Pending[]>();
    const key = `${row.paper} ${row.record ?? ''} ${row.taken ? 'taken' : 'held'}`;
    byFile.set(row.file, papers.set(key, [...(papers.get(key) ?? []), row]));
  }
  return [...byFile].flatMap(([file, papers]) => {
    const all = [...papers.values()];
    return [
      ...all.slice(0, mostPapers).flatMap((some) => tell(some)),
      ...(all.length > mostPapers ? [tellMore(file, all.length - mostPapers)] : []),
    ];
  });
}

const said = ({ field, was, says, taken }: Pending): string => {
  const value = says ? `${field} "${says}"` : `${field} gone`;
  return was === undefined ? value : `${value} ${taken ? 'in place of' : 'against'} "${was}"`;
};

function tell(rows: readonly Pending[]): Notice[] {
  const [first] = rows;
  if (!first) return [];
  const { file, paper, taken } = first;
  const name = shellWord(recordName(first));
  const what = rows.map(said).join('; ');
  const command = (option: string): string => `npm run correct -- ${name} --${option} --reason "…" --seen "…"`;
  return [
    {
      severity: 'warning',
      rule: taken ? 'paper-changed-by-source' : 'claim-not-taken',
      place: { file },
      seen: taken
        ? `${paper} is changed by ${recordName(first)}: ${what}`
        : `${recordName(first)} says of ${paper}: ${what}`,
      expected: taken
        ? 'a value of the sources that ids.yaml lists for the paper, or a decision of a person'
        : 'a source that agrees with the rest of the paper: its title, authors, year and journal',
      remedy: `if it is right: ${command('confirm')}; if it is wrong: ${command('refuse')}; names of fields after the option limit it to these`,
    },
  ];
}

const tellMore = (file: string, count: number): Notice => ({
  severity: 'warning',
  rule: 'paper-changed-by-source',
  place: { file },
  seen: `${count} more papers that ${file} changes or makes claims about; the ledger lists them all`,
  expected: 'values of the sources that ids.yaml lists for each paper, or a decision of a person',
  remedy: `npm run correct -- ${shellWord(file)} --confirm --reason "…" --seen "…" confirms all that it says; --refuse leaves it out`,
});
