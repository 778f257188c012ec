import type { Pending } from '#domain/ledger';
import type { Notice } from '#domain/notice';
import { compare } from '../paper/members.ts';
import { recordName } from '../join/draft-key.ts';
import { shellWord } from '../../lib/shell-word.ts';
import type { PendingRow } from '../paper/later/claims.ts';

/** What waits for a person's word, by paper, file and record. */
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

/** So many papers are named for each file; a database's export may speak of hundreds. */
const mostPapers = 10;

/**
 * What waits, as notices: one for each source and paper, with the command that ends it. A status that one source states has
 * its notice where it is weighed.
 */
export function tellPending(rows: readonly Pending[]): Notice[] {
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
        ? 'what the sources say that ids.yaml names for the paper, or a word of a person'
        : 'a source that agrees with the rest of the paper: its title, authors, year and journal',
      remedy: `if it is right: ${command('confirm')}; if it is not: ${command('refuse')}; names of fields after the option choose among them`,
    },
  ];
}

const tellMore = (file: string, count: number): Notice => ({
  severity: 'warning',
  rule: 'paper-changed-by-source',
  place: { file },
  seen: `${count} more papers that ${file} changes or makes claims about; the ledger has them all`,
  expected: 'what the sources say that ids.yaml names for each paper, or a word of a person',
  remedy: `npm run correct -- ${shellWord(file)} --confirm --reason "…" --seen "…" confirms all that it says; --refuse leaves it out`,
});
