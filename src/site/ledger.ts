/** Reads `content/ledger.json` for the pages: what became of every source, and what waits for a person. */

import { z } from 'zod';
import { ledgerEntrySchema, ledgerSchema, type Ledger, type LedgerEntry } from '#domain/ledger';
import { contentChanged, contentText } from './content-folder.ts';
import { source, sourceMap } from './slice.ts';
import { sumLedger, type Sums } from './sums.ts';

/** What became of a source, with the number of its stretches in place of these, which are most of the ledger. */
export type SourceRow = Omit<LedgerEntry, 'stretches'> & { stretches: number };
const rowSchema = ledgerEntrySchema.extend({ stretches: z.int().min(0) });

type Lists = { [Name in 'alike' | 'pending' | 'toCheck' | 'excluded']: NonNullable<Ledger[Name]> };
const listsSchema = ledgerSchema.omit({ sources: true });

interface Read extends Lists {
  rows: ReadonlyMap<string, SourceRow>;
  /** The stretches of each source as JSON: as objects, those of a large review take more memory than its papers. */
  stretches: ReadonlyMap<string, string>;
  changed: number;
}

// The ledger is far larger than the papers, so it is read once from its file and is not part of a collection.
let cached: Read | undefined;

function read(): Read {
  const changed = contentChanged('ledger.json');
  if (cached?.changed === changed) return cached;
  const said = JSON.parse(contentText('ledger.json') || '{"sources":[]}') as { sources: LedgerEntry[] };
  const { sources, ...lists } = said;
  const { alike = [], pending = [], toCheck = [], excluded = [] } = listsSchema.parse(lists);
  const rows = new Map<string, SourceRow>();
  const stretches = new Map<string, string>();
  for (const entry of sources) {
    rows.set(entry.file, rowSchema.parse({ ...entry, stretches: entry.stretches.length }));
    stretches.set(entry.file, JSON.stringify(entry.stretches));
  }
  cached = { changed, rows: sourceMap('ledger', rows), stretches, alike, pending, toCheck, excluded };
  return cached;
}

/** A map of rows notes itself which of them a page reads. */
const rows = source(
  'ledger entries',
  () => read().rows,
  () => '',
);
const stretchText = source('stretches of', (file) => read().stretches.get(file));
const list = <K extends keyof Lists>(name: K): (() => Lists[K]) => {
  const of = source(`ledger ${name}`, () => read()[name]);
  return () => of('');
};

/** What became of every source, by file name; empty before the first import. */
export const ledger = (): ReadonlyMap<string, SourceRow> => rows('');

const sums = source('ledger sums', () => {
  const { rows, stretches } = read();
  return sumLedger(rows.values(), (file) => stretchesFrom(stretches.get(file)));
});
/** Sums over all sources and their stretches. */
export const ledgerSums = (): Sums => sums('');

/** The stretches of a source, in order; none before the first import. */
export const stretchesOf = (file: string): LedgerEntry['stretches'] => stretchesFrom(stretchText(file));

const stretchesFrom = (text = '[]'): LedgerEntry['stretches'] =>
  ledgerEntrySchema.shape.stretches.parse(JSON.parse(text));

/** Pairs of papers, by id, that look like one paper and were kept apart. */
export const alike = list('alike');

/** What later sources say about papers and waits for a person's decision. */
export const pending = list('pending');

/** Values that were found only by their place, and that nobody has looked at yet. */
export const toCheck = list('toCheck');

/** Papers that the reviewers excluded. */
export const excluded = list('excluded');

/**
 * The ledger as JSON in pieces, for programs. What waits for a decision is left out: it repeats texts of papers, some of
 * which may be shown only in part.
 */
export function* ledgerText(): Generator<string> {
  yield '{"sources":[';
  let between = '\n';
  for (const row of ledger().values()) {
    const { stretches: _, ...entry } = row;
    yield `${between}${JSON.stringify(entry).slice(0, -1)},"stretches":${stretchText(row.file)}}`;
    between = ',\n';
  }
  const lists = { alike: alike(), toCheck: toCheck(), excluded: excluded() };
  const filled = Object.entries(lists).filter(([, list]) => list.length > 0);
  yield `\n]${filled.map(([name, list]) => `,\n"${name}":${JSON.stringify(list)}`).join('')}}\n`;
}
