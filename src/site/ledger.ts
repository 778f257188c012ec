import { ledgerSchema, type LedgerEntry } from '#domain/ledger';
import { contentBytes, contentChanged } from './content-folder.ts';

// The ledger is far larger than the papers: it is read from its file once, and no collection carries it along.
let cached: { changed: number; entries: ReadonlyMap<string, LedgerEntry> } | undefined;

/** What became of every source, by file name. Empty before the first import. */
export function ledger(): ReadonlyMap<string, LedgerEntry> {
  const changed = contentChanged('ledger.json');
  if (cached?.changed === changed) return cached.entries;
  const bytes = contentBytes('ledger.json');
  const { sources } = bytes ? ledgerSchema.parse(JSON.parse(new TextDecoder().decode(bytes))) : { sources: [] };
  cached = { changed, entries: new Map(sources.map((entry) => [entry.file, entry])) };
  return cached.entries;
}
