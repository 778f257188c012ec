import { describe, expect, test } from 'vitest';
import { file, page, paths } from '../../src/site/urls.ts';

describe('addresses', () => {
  test.each([
    [page('en', paths.home), '/'],
    [page('zh', paths.home), '/zh/'],
    [page('en', paths.paper('a-2020-b')), '/papers/a-2020-b/'],
    [page('zh', paths.paper('a-2020-b', 's-12345678')), '/zh/papers/a-2020-b/#s-12345678'],
    [page('en', paths.numbered(paths.source('a-2020-b'), 2)), '/papers/a-2020-b/source/page/2/'],
    [page('en', paths.numbered(paths.papers, 1)), '/papers/'],
    [page('zh', paths.numbered(paths.papers, 3)), '/zh/papers/page/3/'],
    [page('en', paths.searchFor('口译 "x"&y')), '/search/?q=%E5%8F%A3%E8%AF%91%20%22x%22%26y'],
    [file('papers/a-2020-b.bib'), '/papers/a-2020-b.bib'],
  ])('%s', (address, expected) => {
    expect(address).toBe(expected);
  });
});
