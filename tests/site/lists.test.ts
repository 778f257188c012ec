import { describe, expect, test } from 'vitest';
import { pageNumbers, paginate } from '../../src/site/paginate.ts';
import type { Paper } from '#domain/paper';
import type { Site } from '#domain/site';
import { initial, names, slugOf } from '../../src/site/people.ts';
import type { Review } from '../../src/site/review.ts';

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

describe('pages of names', () => {
  type Group = readonly [authors: number, papers: number];
  /** A review in which so many authors have so many papers each, and one more has a single paper. */
  const authorsIn = (twins: Site['twins'], ...groups: readonly Group[]) => {
    const written = groups.flatMap(([authors, papers]) =>
      Array.from({ length: authors }, (_, i) => ({ family: `Of${papers}No${i}`, papers })),
    );
    const paper = (family: string): Paper => ({ authors: [{ name: { family, given: 'A' } }] }) as unknown as Paper;
    const papers = [
      paper('Alone'),
      ...written.flatMap(({ family, papers: count }) => Array.from({ length: count }, () => paper(family))),
    ];
    return names({ papers, site: { twins } } as unknown as Review).authors;
  };
  const authorsOf = (...groups: readonly Group[]) => authorsIn('all', ...groups);
  const least = (of: ReturnType<typeof authorsOf>) =>
    Math.min(...of.filter(({ hasPage }) => hasPage).map(({ papers }) => papers.length));

  test('are those of names with two papers or more', () => {
    const found = authorsOf([3, 2], [1, 5]);
    expect(found.map(({ papers, hasPage }) => [papers.length, hasPage])).toContainEqual([1, false]);
    expect(found.filter(({ hasPage }) => hasPage)).toHaveLength(4);
  });

  test('are at most a hundred where files are few', () => {
    expect(authorsIn('none', [99, 2], [1, 3]).filter(({ hasPage }) => hasPage)).toHaveLength(100);
    expect(authorsIn('none', [100, 2], [2, 3]).filter(({ hasPage }) => hasPage)).toHaveLength(2);
  });

  test.each([
    [
      [
        [1990, 2],
        [10, 3],
      ],
      2,
      2000,
    ],
    [
      [
        [1991, 2],
        [10, 3],
      ],
      3,
      10,
    ],
    [
      [
        [3000, 2],
        [2001, 3],
        [7, 9],
      ],
      9,
      7,
    ],
  ] as const)('are at most two thousand: %j', (groups, fewest, pages) => {
    const found = authorsOf(...groups);
    expect(least(found)).toBe(fewest);
    expect(found.filter(({ hasPage }) => hasPage)).toHaveLength(pages);
  });
});
