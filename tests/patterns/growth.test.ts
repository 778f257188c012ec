import { expect, test } from 'vitest';
import { growthOf } from '../../scripts/bench/growth.ts';
import { readers } from '../../scripts/bench/growth/readers.ts';
import { shapes } from '../../scripts/bench/growth/shapes.ts';

/** Characters, and milliseconds: a reading with linear time takes a hundredth of it. */
const size = 4000;
const late = 15_000;

test('every reader, export and index ends with every hostile shape', async () => {
  const shares = await Promise.all([0, 1].map((from) => growthOf([size], { from, step: 2, late, exact: false })));
  const all = shares.flat();
  expect(all.filter(({ endless }) => endless).map(({ reader, shape }) => `${reader}: ${shape}`)).toEqual([]);
  expect(all).toHaveLength(readers().length * shapes.length);
});
