import { describe, expect, test } from 'vitest';
import { citeAddress, proseAddress, quotedFrom } from '../../src/site/prose.ts';
import type { Review } from '../../src/site/index-review.ts';
import { abstract, author, paper, said, title } from '../citations/support/papers.ts';

describe('an address in prose', () => {
  test.each([
    ['/papers/x-2020-y/', undefined, '/papers/x-2020-y/'],
    ['/papers/x-2020-y/#s-1', 'zh', '/zh/papers/x-2020-y/#s-1'],
    ['/zh/themes/trust/', undefined, '/themes/trust/'],
    ['/zh/themes/trust/', 'zh', '/zh/themes/trust/'],
    ['/vocabulary.jsonld', 'zh', '/vocabulary.jsonld'],
    ['#top', 'zh', '#top'],
    ['https://example.org/a', undefined, 'https://example.org/a'],
    ['//example.org/a', undefined, undefined],
    ['javascript:alert(1)', undefined, undefined],
    ['mailto:a@example.org', undefined, undefined],
  ])('%s under %s is %s', (address, param, expected) => {
    expect(proseAddress(address, param)).toBe(expected);
  });

  test('the cite of a quotation names the paper, not a language’s page of it', () => {
    expect(citeAddress('/papers/x-2020-y/#s-1')).toBe('/papers/x-2020-y/#s-1');
    expect(citeAddress(undefined)).toBeUndefined();
    expect(citeAddress('//example.org/')).toBe('//example.org/');
  });
});

const from = [{ file: 'a.txt', line: 1, columns: [1, 2] as [number, number] }];
const digest = {
  ...abstract('What it means for practice.'),
  publisher: said('The Clearing House'),
};
const sentences = (anchor: string, part: ReturnType<typeof abstract>) => ({
  ...part,
  sections: [{ blocks: [{ as: 'paragraph' as const, sentences: [{ anchor, text: 'x', from }] }] }],
});
const quoted = paper('roe-2020-a-b', {
  titles: [title('A')],
  authors: [author('Roe, Ann')],
  issued: said('2020'),
  abstracts: [
    sentences('s-00000001', abstract('x')),
    sentences('s-00000002', abstract('甲', 'zh-Hans', 'translation')),
  ],
  digest: {
    language: 'en',
    sections: sentences('s-00000003', digest).sections,
    publisher: digest.publisher,
    from,
  },
});
const review = { paper: new Map([[quoted.id, quoted]]) } as unknown as Review;

describe('whose words a quotation is', () => {
  test.each([
    ['#s-00000001', undefined, 'Roe 2020'],
    ['', undefined, 'Roe 2020'],
    ['#s-00000002', 'zh', 'Roe（2020），译文'],
    ['#s-00000003', undefined, 'The Clearing House, on Roe 2020'],
    ['#s-00000003', 'zh', 'The Clearing House对Roe（2020）的评介'],
  ])('%s read under %s: %s', (anchor, param, name) => {
    expect(quotedFrom(`/papers/roe-2020-a-b/${anchor}`, review, param)).toEqual({ id: 'roe-2020-a-b', name });
    expect(quotedFrom(`/zh/papers/roe-2020-a-b/${anchor}`, review, param)?.name).toBe(name);
  });

  test.each(['/papers/nobody-2020-x/', '/themes/trust/', 'https://example.org/', undefined])(
    '%s is no paper',
    (cite) => {
      expect(quotedFrom(cite, review, undefined)).toBeUndefined();
    },
  );
});
