import { expect, test } from 'vitest';
import { countPacks, packOf } from '#site/record-packs';

test('a file holds twenty papers at most on average, and their number doubles', () => {
  expect([0, 1, 20, 21, 40, 41, 1999, 2000, 5000, 10_000].map(countPacks)).toEqual([
    1, 1, 1, 2, 2, 4, 128, 64, 128, 256,
  ]);
});

test('papers are spread evenly', () => {
  const counts = new Array<number>(64).fill(0);
  for (let n = 0; n < 1280; n++) {
    const pack = packOf(`author${n % 97}-${1990 + (n % 35)}-some-words-${n}`, 64);
    counts[pack] = (counts[pack] ?? 0) + 1;
  }
  expect(Math.max(...counts)).toBeLessThan(45);
  expect(Math.min(...counts)).toBeGreaterThan(5);
});
