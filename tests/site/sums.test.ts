import { expect, test } from 'vitest';
import type { LedgerEntry, Stretch } from '#domain/ledger';
import { noTally, sumLedger } from '../../src/site/sums.ts';

const furniture = (rule: string, first: number, past: number): Stretch => ({
  line: 1,
  columns: [first, past],
  outcome: { kind: 'furniture', rule },
});
const entry = (file: string, fields: Partial<LedgerEntry>): LedgerEntry => ({
  file,
  sha256: '0'.repeat(64),
  encoding: 'utf-8',
  format: 'general',
  papers: [],
  outcome: 'read',
  tally: noTally(),
  stretches: [],
  ...fields,
});

const entries = [
  entry('a.txt', {
    papers: ['x', 'y'],
    tally: { field: 10, furniture: 4, copy: 3, unclassified: 2, total: 19 },
    stretches: [furniture('menu', 1, 4), furniture('menu', 5, 6), furniture('footer', 7, 17)],
  }),
  entry('b.txt', { outcome: 'quarantined', tally: { field: 0, furniture: 0, copy: 0, unclassified: 5, total: 5 } }),
  entry('c.ris', {
    format: 'ris',
    papers: ['z'],
    tally: { field: 1, furniture: 3, copy: 0, unclassified: 0, total: 4 },
    stretches: [furniture('menu', 1, 4), { line: 2, columns: [1, 9], outcome: { kind: 'unclassified' } }],
  }),
];

const stretchesOf = (file: string) => entries.find((it) => it.file === file)?.stretches ?? [];

test('the tallies of all sources together, and those of each format', () => {
  const { tally, formats } = sumLedger(entries, stretchesOf);
  expect(tally).toEqual({ field: 11, furniture: 7, copy: 3, unclassified: 7, total: 28 });
  expect(formats.map(({ format, sources, papers, tally: sum }) => [format, sources, papers, sum.total])).toEqual([
    ['general', 2, 2, 24],
    ['ris', 1, 1, 4],
  ]);
});

test('a rule counts its characters everywhere, and its sources once each; most characters first', () => {
  expect(sumLedger(entries, stretchesOf).rules).toEqual([
    { rule: 'footer', sources: 1, characters: 10 },
    { rule: 'menu', sources: 2, characters: 7 },
  ]);
});

test('outcomes that no source had are left out', () => {
  expect(sumLedger(entries, stretchesOf).outcomes).toEqual([
    { outcome: 'read', sources: 2 },
    { outcome: 'quarantined', sources: 1 },
  ]);
  expect(sumLedger([], stretchesOf)).toEqual({ tally: noTally(), outcomes: [], formats: [], rules: [] });
});

test('adding up changes no entry', () => {
  const before = structuredClone(entries);
  sumLedger(entries, stretchesOf);
  expect(entries).toEqual(before);
});
