/** Reads `content/ledger.json` for the pages: what became of every source, and what waits for a person. */

import { ledgerSchema, type Ledger, type LedgerEntry } from '#domain/ledger';
import { contentChanged, contentText } from './content-folder.ts';

interface Read {
  entries: ReadonlyMap<string, LedgerEntry>;
  alike: NonNullable<Ledger['alike']>;
  pending: NonNullable<Ledger['pending']>;
  toCheck: NonNullable<Ledger['toCheck']>;
  excluded: NonNullable<Ledger['excluded']>;
}

// The ledger is far larger than the papers, so it is read once from its file and is not part of a collection.
let cached: (Read & { changed: number }) | undefined;

function read(): Read {
  const changed = contentChanged('ledger.json');
  if (cached?.changed === changed) return cached;
  const text = contentText('ledger.json');
  const said: Ledger = text ? ledgerSchema.parse(JSON.parse(text)) : { sources: [] };
  const { sources, alike = [], pending = [], toCheck = [], excluded = [] } = said;
  const entries = new Map(sources.map((entry) => [entry.file, entry]));
  cached = { changed, entries, alike, pending, toCheck, excluded };
  return cached;
}

/** What became of every source, by file name; empty before the first import. */
export const ledger = (): ReadonlyMap<string, LedgerEntry> => read().entries;

/** Pairs of papers, by id, that look like one paper and were kept apart. */
export const alike = (): Read['alike'] => read().alike;

/** What later sources say about papers and waits for a person's decision. */
export const pending = (): Read['pending'] => read().pending;

/** Values that were found by their place alone, and that nobody has looked at yet. */
export const toCheck = (): Read['toCheck'] => read().toCheck;

/** Papers that the reviewers excluded. */
export const excluded = (): Read['excluded'] => read().excluded;
