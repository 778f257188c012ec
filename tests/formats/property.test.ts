import { expect, test } from 'vitest';
import { offsetsOf, sourceText } from '#domain/source';
import { mutation, samples } from '../../scripts/bench/mutate.ts';
import { general } from '../../scripts/formats/index.ts';
import { account, fieldPlaces } from '../../scripts/pipeline/ledger/account.ts';
import { formats } from './support.ts';

/** The same mutations each time; `READER_CASES=100000 READER_SEED=…` runs others, the long way. */
const count = Number(process.env['READER_CASES'] ?? 120);
const first = Number(process.env['READER_SEED'] ?? 20261121);
const pages = samples().filter(({ file }) => /^(?:content\/sources|tests\/fixtures\/formats)\//.test(file));

test('any mutation of any page is read to the end, with places inside the text and sums that add up', () => {
  expect(pages.length).toBeGreaterThan(20);
  for (let seed = first; seed < first + count; seed++) {
    const { file, text } = mutation(seed, pages);
    const at = `mutation ${seed}, of ${file}`;
    const source = sourceText('mutated.txt', text);
    const claiming = formats.filter((format) => format.claims(source));
    for (const format of claiming.length === 1 ? claiming : [general]) {
      const reading = format.read(source);
      const places = [
        ...reading.drafts.flatMap((draft) => [...fieldPlaces(draft)].map(([, place]) => place)),
        ...reading.claims.map((claim) => claim.at),
      ];
      for (const place of places) {
        const [start, end] = offsetsOf(source, place);
        expect(start, at).toBeGreaterThanOrEqual(source.lineStarts[place.line - 1] ?? Infinity);
        expect(end, at).toBeGreaterThan(start);
        expect(end, at).toBeLessThanOrEqual(source.lineStarts[place.line] ?? source.text.length);
      }
      const { tally, notices } = account(source, reading);
      expect(notices, at).toEqual([]);
      expect(tally.field + tally.furniture + tally.copy + tally.unclassified, at).toBe(tally.total);
    }
  }
});
