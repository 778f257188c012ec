/** Lists the values that a person should look at, as rows of the ledger and as lines to print. */

import type { ToCheck } from '#domain/ledger';
import { shellWord } from '../../lib/shell-word.ts';
import { recordName } from '../join/draft-key.ts';
import { compare } from '../paper/members.ts';
import type { ToCheckRow } from '../paper/to-check.ts';

/** The rows, ordered by paper, file and field. */
export const toCheckRows = (papers: readonly { id: string; toCheck: readonly ToCheckRow[] }[]): ToCheck[] =>
  papers
    .flatMap(({ id, toCheck }) => toCheck.map((row): ToCheck => ({ paper: id, ...row })))
    .sort((a, b) => compare(a.paper, b.paper) || compare(a.file, b.file) || compare(a.field, b.field));

/** A line for each paper and source: the fields to look at, and the command that records a look. */
export function toCheckLines(rows: readonly ToCheck[]): string[] {
  const groups = Map.groupBy(rows, (row) => `${row.paper} ${recordName(row)}`);
  return [...groups.values()].flatMap((some) => {
    const [first] = some;
    if (!first) return [];
    const fields = some.map(({ field }) => field);
    const name = shellWord(recordName(first));
    return `check ${first.paper}: ${fields.join(', ')}; if all is as on the page: npm run correct -- ${name} --confirm ${fields.join(' ')} --reason "compared with the page" --seen ${name}`;
  });
}
