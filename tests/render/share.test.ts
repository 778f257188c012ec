import { expect, test } from 'vitest';
import { isInShare, readShare } from '../../scripts/render/share.ts';

test('a share is a number and how many there are', () => {
  expect(readShare('2/3')).toEqual({ number: 2, of: 3 });
  for (const text of ['', '0/3', '4/3', '1/0', '1', '1/3/5', 'a/b', '-1/3', '1/ 3'])
    expect(readShare(text)).toBeUndefined();
});

test('each file is in one share', () => {
  const files = Array.from({ length: 300 }, (_, n) => `papers/paper-${n}/index.html`);
  const held = [1, 2, 3].map((number) => files.filter((file) => isInShare(file, { number, of: 3 })));
  expect(held.flat().sort()).toEqual([...files].sort());
  for (const share of held) expect(share.length).toBeGreaterThan(70);
});
