import { describe, expect, test } from 'vitest';
import { inTime } from '../../scripts/lib/in-time.ts';

describe('work that ends in time', () => {
  test('gives its value, whatever it is', () => {
    expect(inTime(1000, () => 7)).toEqual({ value: 7 });
    expect(inTime(1000, () => undefined)).toEqual({ value: undefined });
  });

  test('throws what it throws', () => {
    expect(() =>
      inTime(1000, () => {
        throw new TypeError('no');
      }),
    ).toThrow(new TypeError('no'));
  });

  test('may contain other such work', () => {
    expect(
      inTime(5000, () => [
        inTime(50, () => {
          for (;;);
        }),
        inTime(1000, () => 1),
      ]),
    ).toEqual({
      value: [undefined, { value: 1 }],
    });
  });
});

describe('work that never ends is ended', () => {
  test.each<[string, () => unknown]>([
    [
      'a loop',
      () => {
        for (;;);
      },
    ],
    [
      'a loop that catches all',
      () => {
        for (;;)
          try {
            for (;;);
          } catch {
            continue;
          }
      },
    ],
    ['a regular expression', () => /^(?:(?:a|a)+)+$/u.test(`${'a'.repeat(60)}b`)],
  ])('%s', (_, work) => {
    expect(inTime(50, work)).toBeUndefined();
    expect(inTime(1000, () => 1)).toEqual({ value: 1 });
  });
});
