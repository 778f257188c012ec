import { expect, test } from 'vitest';
import { mutation, samples } from '../../scripts/bench/mutate.ts';
import { readMutation } from '../../scripts/bench/mutations.ts';

const from = samples();

/** `npm run bench -- mutations` reads any number of them, and measures the time. */
test('any mutation of any sample is read, and its ledger adds up', () => {
  expect(from.length).toBeGreaterThan(40);
  for (let seed = 1; seed <= 250; seed++) expect({ seed, ...readMutation(seed, from) }).toMatchObject({ failures: [] });
});

test('a number means the same mutation on every run', () => {
  expect(mutation(7, from)).toEqual(mutation(7, from));
  expect(mutation(7, from)).not.toEqual(mutation(8, from));
});
