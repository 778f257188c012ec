import { describe, expect, test } from 'vitest';
import { pageNumbers, paginate } from '../../src/site/paginate.ts';
import { initial, slugOf } from '../../src/site/people.ts';

describe('paginate', () => {
  test.each([
    [0, [0]],
    [1, [1]],
    [50, [50]],
    [51, [50, 1]],
    [149, [50, 50, 49]],
  ])('%i entries', (count, sizes) => {
    const pages = paginate(
      Array.from({ length: count }, (_, index) => index),
      50,
    );
    expect(pages.map((page) => page.items.length)).toEqual(sizes);
    expect(pages.map((page) => page.number)).toEqual(sizes.map((_, index) => index + 1));
    expect(pages.every((page) => page.count === sizes.length)).toBe(true);
    expect(pages.flatMap((page) => page.items)).toHaveLength(count);
  });

  test.each([
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [1, 200, [1, 2, 3, 0, 200]],
    [4, 200, [1, 2, 3, 4, 5, 6, 0, 200]],
    [100, 200, [1, 0, 98, 99, 100, 101, 102, 0, 200]],
    [200, 200, [1, 0, 198, 199, 200]],
  ])('page %i of %i', (current, count, numbers) => {
    expect(pageNumbers(current, count)).toEqual(numbers);
  });
});

describe('slugs of names', () => {
  test.each([
    ['Råbu, Marit', 'rabu-marit'],
    ['van der Berg, A.', 'van-der-berg-a'],
    ['王小明', '738b-5c0f-660e'],
    ['../../etc/passwd', 'etc-passwd'],
    ['', 'x'],
    ['—', 'x'],
    ['a'.repeat(300), 'a'.repeat(80)],
  ])('%s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  test.each([
    ['Økland', '#'],
    ['Étienne', 'E'],
    ['王', '中'],
    ['3rd group', '#'],
  ])('%s is listed under %s', (name, letter) => {
    expect(initial(name)).toBe(letter);
  });
});
