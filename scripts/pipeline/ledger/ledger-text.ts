/** Writes the ledger as text. */

import type { Ledger, LedgerEntry } from '#domain/ledger';
import type { Store } from '../../lib/store/index.ts';
import type { SourceOutcome } from './source-outcomes.ts';
import { storedAccount, type SourceRow } from '../read/read-source.ts';

/** The text of `ledger.json`: one source on a line. It comes in parts, because the whole may not fit in memory. */
export function ledgerText(
  rows: readonly SourceRow[],
  outcomes: ReadonlyMap<string, SourceOutcome>,
  store: Store,
  { alike = [], pending = [], toCheck = [], excluded = [] }: Omit<Ledger, 'sources'>,
): Iterable<string> {
  return {
    *[Symbol.iterator]() {
      yield '{ "sources": [';
      for (const [i, row] of rows.entries())
        yield `${i ? ',' : ''}\n${JSON.stringify(entryOf(row, outcomes.get(row.file), store))}`;
      yield '\n]';
      if (alike.length) yield `, "alike": ${JSON.stringify(alike)}`;
      if (pending.length) yield `, "pending": [\n${pending.map((row) => JSON.stringify(row)).join(',\n')}\n]`;
      if (toCheck.length) yield `, "toCheck": [\n${toCheck.map((row) => JSON.stringify(row)).join(',\n')}\n]`;
      if (excluded.length) yield `, "excluded": [\n${excluded.map((row) => JSON.stringify(row)).join(',\n')}\n]`;
      yield ' }\n';
    },
  };
}

function entryOf(row: SourceRow, found: SourceOutcome | undefined, store: Store): LedgerEntry {
  const { tally, stretches } = storedAccount(row, store);
  return {
    file: row.file,
    sha256: row.sha256,
    encoding: row.encoding,
    format: row.format,
    papers: found?.papers ?? [],
    outcome: found?.outcome ?? 'quarantined',
    ...(found?.reason ? { reason: found.reason } : {}),
    tally,
    stretches,
  };
}
