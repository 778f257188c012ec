/** Reads `content/ledger.json` for the pages: what became of every source, and what waits for a person. */

import { ledgerSchema, type Ledger, type LedgerEntry } from '#domain/ledger';
import { contentChanged, contentText } from './content-folder.ts';
import { source, sourceMap } from './slice.ts';

type Lists = { [Name in 'alike' | 'pending' | 'toCheck' | 'excluded']: NonNullable<Ledger[Name]> };
interface Read extends Lists {
  entries: ReadonlyMap<string, LedgerEntry>;
  changed: number;
}

// The ledger is far larger than the papers, so it is read once from its file and is not part of a collection.
let cached: Read | undefined;

function read(): Read {
  const changed = contentChanged('ledger.json');
  if (cached?.changed === changed) return cached;
  const text = contentText('ledger.json');
  const said: Ledger = text ? ledgerSchema.parse(JSON.parse(text)) : { sources: [] };
  const { sources, alike = [], pending = [], toCheck = [], excluded = [] } = said;
  const entries = sourceMap('ledger', new Map(sources.map((entry) => [entry.file, entry])));
  cached = { changed, entries, alike, pending, toCheck, excluded };
  return cached;
}

/** A map of entries notes itself which of them a page reads. */
const entries = source(
  'ledger entries',
  () => read().entries,
  () => '',
);
const list = <K extends keyof Lists>(name: K): (() => Lists[K]) => {
  const of = source(`ledger ${name}`, () => read()[name]);
  return () => of('');
};

/** What became of every source, by file name; empty before the first import. */
export const ledger = (): ReadonlyMap<string, LedgerEntry> => entries('');

/** Pairs of papers, by id, that look like one paper and were kept apart. */
export const alike = list('alike');

/** What later sources say about papers and waits for a person's decision. */
export const pending = list('pending');

/** Values that were found only by their place, and that nobody has looked at yet. */
export const toCheck = list('toCheck');

/** Papers that the reviewers excluded. */
export const excluded = list('excluded');
