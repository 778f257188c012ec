import { describe, expect, test } from 'vitest';
import { vocabularyFileSchema } from '#domain/concept';
import type { Paper } from '#domain/paper';
import { siteSchema } from '#domain/site';
import { indexReview } from '../../src/site/index-review.ts';
import { orders } from '../../src/site/orders.ts';
import { words } from '../../src/site/strings/index.ts';
import { author, paper, said, title } from '../citations/support/papers.ts';

const from = [{ file: 'a.txt', line: 1, columns: [1, 2] as [number, number] }];
const tags = (...concepts: string[]): Paper['concepts'] =>
  concepts.map((concept) => ({ concept, evidence: [{ in: 'title', language: 'en', from }] }));

const site = siteSchema.parse({
  title: { en: 'T', zh: '题' },
  shortTitle: { en: 'T', zh: '题' },
  description: { en: 'D', zh: '述' },
  question: { en: 'Q?', zh: '问？' },
  eligibility: { include: [{ id: 'a', text: { en: 'a', zh: '甲' } }] },
  rights: { en: 'r', zh: '权' },
  corpus: { version: '1', date: '2026-01-01' },
});
const theme = (id: string, en: string, zh: string) => ({ id, prefLabel: { en, zh }, scopeNote: { en, zh } });
const vocabulary = [
  vocabularyFileSchema.parse({
    facet: 'themes',
    prefLabel: { en: 'Themes', zh: '主题' },
    concepts: [theme('trust', 'Trust', '信任'), theme('loss', 'Loss', '丧失')],
  }),
];

const old = paper('old-1999-b', {
  titles: [title('B')],
  authors: [author('Ødegård, Ida')],
  issued: said('1999'),
  journal: { name: said('Zeitschrift 10') },
  concepts: tags('themes/loss'),
});
const recent = paper('new-2024-a', {
  titles: [title('A')],
  authors: [author('Berg, Jan', { particle: 'van der' }), author('Abel, Ann')],
  issued: said('2024-05'),
  journal: { name: said('Zeitschrift 9') },
  concepts: tags('themes/trust', 'themes/loss', 'designs/interview'),
});
const chineseOne = paper('wang-2024-c', {
  titles: [title('丙', 'zh-Hans')],
  authors: [author('王小明')],
  issued: said('2024'),
  journal: { abbreviation: said('阿尔法学报') },
});
const undated = paper('anon-nd-d', { titles: [title('D')] });
const withdrawn = paper('gone-2025-e', {
  titles: [title('E')],
  issued: said('2025'),
  concepts: tags('themes/trust'),
  status: [{ kind: 'withdrawn-from-review', from }],
});
const review = indexReview(site, [undated, old, withdrawn, chineseOne, recent], vocabulary);

/** Each paper as "heading: id", in order. */
function arranged(id: string, lang: 'en' | 'zh' = 'en'): string[] {
  const order = orders.find((known) => known.id === id);
  return (order?.arrange(review, lang, words(lang)) ?? []).map((item) => `${item.heading}: ${item.paper.id}`);
}

describe('the index of a review', () => {
  test('lists the newest first, the undated last, the withdrawn not at all', () => {
    expect(review.papers.map(({ id }) => id)).toEqual(['new-2024-a', 'wang-2024-c', 'old-1999-b', 'anon-nd-d']);
    expect(review.paper.get('gone-2025-e')).toBe(withdrawn);
    expect(review.tagged.get('themes/trust')?.map((it) => it.paper.id)).toEqual(['new-2024-a']);
  });

  test('names the papers of each file, and each concept by its facet', () => {
    expect(review.byFile.get('made-for-the-test.txt')).toHaveLength(5);
    expect(review.concept.get('themes/loss')).toMatchObject({ facet: 'themes', prefLabel: { zh: '丧失' } });
    expect(review.themes.map(({ id }) => id)).toEqual(['trust', 'loss']);
  });
});

describe('the papers arranged', () => {
  test('by year', () => {
    expect(arranged('year')).toEqual([
      '2024: new-2024-a',
      '2024: wang-2024-c',
      '1999: old-1999-b',
      'No date stated: anon-nd-d',
    ]);
  });

  test('by first author as the name is written, accents beside their letters, the unnamed last', () => {
    expect(arranged('author')).toEqual([
      'Ødegård, Ida: old-1999-b',
      'van der Berg, Jan: new-2024-a',
      '王小明: wang-2024-c',
      'No author stated: anon-nd-d',
    ]);
    expect(arranged('author', 'zh').at(-1)).toBe('未注明作者: anon-nd-d');
  });

  test('by journal: numbers as numbers, Chinese by its sounds for readers of Chinese', () => {
    expect(arranged('journal')).toEqual([
      'Zeitschrift 9: new-2024-a',
      'Zeitschrift 10: old-1999-b',
      '阿尔法学报: wang-2024-c',
      'No journal stated: anon-nd-d',
    ]);
  });

  test('by theme: once under each theme that it has, in the order of the vocabulary, then those without', () => {
    expect(arranged('theme', 'zh')).toEqual([
      '信任: new-2024-a',
      '丧失: new-2024-a',
      '丧失: old-1999-b',
      '无主题: wang-2024-c',
      '无主题: anon-nd-d',
    ]);
  });

  test('every order has every listed paper, and an address of its own', () => {
    for (const { id } of orders)
      expect(new Set(arranged(id).map((line) => line.split(': ').at(-1)))).toEqual(
        new Set(review.papers.map((it) => it.id)),
      );
    expect(new Set(orders.map(({ path }) => path)).size).toBe(orders.length);
  });
});
