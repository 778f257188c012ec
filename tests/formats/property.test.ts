import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offsetsOf, sourceText } from '#domain/source';
import { formats, general } from '../../scripts/formats/index.ts';
import { account, fieldPlaces } from '../../scripts/pipeline/ledger.ts';

const sources = new URL('../../content/sources/', import.meta.url);
const folder = new URL('../fixtures/formats/', import.meta.url);
const texts = [
  ...readdirSync(sources)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(new URL(name, sources), 'utf8')),
  ...readdirSync(folder).flatMap((name) => {
    const file = ['source.txt', 'source.html']
      .map((one) => new URL(`${name}/${one}`, folder))
      .find((one) => existsSync(one));
    return file ? [readFileSync(file, 'utf8')] : [];
  }),
];

/** What scrapers, editors and attackers do to a page. */
const mutation = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(400) }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    text: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        '"',
        '\\',
        '{',
        '}',
        '[[[[',
        '<b>',
        '</p>',
        '&',
        '\n',
        '\r',
        '\u202e',
        '\ud83d',
        '：',
        'DOI: 10.',
        '。',
        '(((((',
        ';;;;',
        '\u0000',
        '  \u00a0 ',
        'Abstract\n',
        '摘要\n',
        '1,1,1,1,1',
        '.'.repeat(300),
      ),
    ),
  }),
  fc.record({
    kind: fc.constant('repeat' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(60),
    times: fc.integer({ min: 2, max: 40 }),
  }),
  fc.record({
    kind: fc.constant('swap' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    to: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
);
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutate(text: string, change: Mutation): string {
  const at = Math.floor(change.at * text.length);
  if (change.kind === 'cut') return text.slice(0, at) + text.slice(at + change.length);
  if (change.kind === 'insert') return text.slice(0, at) + change.text + text.slice(at);
  if (change.kind === 'repeat')
    return text.slice(0, at) + text.slice(at, at + change.length).repeat(change.times) + text.slice(at + change.length);
  const lines = text.split('\n');
  const [a, b] = [Math.floor(change.at * (lines.length - 1)), Math.floor(change.to * (lines.length - 1))];
  [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
  return lines.join('\n');
}

/** The same mutations each time; `READER_CASES=100000 READER_SEED=…` runs others, the long way. */
const numRuns = Number(process.env['READER_CASES'] ?? 120);
const seed = Number(process.env['READER_SEED'] ?? 20261121);

describe('any mutation of any page', () => {
  it('is read to the end, with places inside the text and sums that add up', { timeout: 3_600_000 }, () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.array(mutation, { minLength: 1, maxLength: 5 }), (text, changes) => {
        const source = sourceText('mutated.txt', changes.reduce(mutate, text));
        const claiming = formats.filter((format) => format.claims(source));
        for (const format of claiming.length === 1 ? claiming : [general]) {
          const reading = format.read(source);
          const places = [
            ...reading.drafts.flatMap((draft) => [...fieldPlaces(draft)].map(([, place]) => place)),
            ...reading.claims.map((claim) => claim.at),
          ];
          for (const place of places) {
            const [start, end] = offsetsOf(source, place);
            expect(start).toBeGreaterThanOrEqual(source.lineStarts[place.line - 1] ?? Infinity);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(source.lineStarts[place.line] ?? source.text.length);
          }
          const { tally, notices } = account(source, reading);
          expect(notices).toEqual([]);
          expect(tally.field + tally.furniture + tally.copy + tally.unclassified).toBe(tally.total);
        }
      }),
      { numRuns, seed },
    );
  });
});
