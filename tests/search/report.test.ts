import { expect, test } from 'vitest';
import { reportOf } from '#search/report';
import { emptyState, type State } from '#search/state';

const catalogue = {
  corpus: { title: { en: 'Trust', zh: '信任' }, version: '3f2a', date: '2026-11-20' },
  size: 1234,
  facets: [
    {
      name: 'theme' as const,
      values: [
        { key: 'refugees', en: 'Refugees', zh: '难民' },
        { key: 'suicidality', en: 'Suicidality', zh: '自杀' },
      ],
      of: [],
    },
  ],
};
const said = (state: Partial<State>, count: number) =>
  reportOf({
    state: { ...emptyState(), ...state },
    count,
    catalogue,
    address: 'https://review.example/search/?q=x',
    day: '2026-11-22',
    facetNames: { en: (facet) => facet, zh: () => '主题' },
  });

test('a search is reported completely: corpus, day, query, limits, count, fields and address, in both languages', () => {
  const { en, zh } = said(
    { q: ' trust "in care" ', facets: { theme: ['refugees', 'suicidality'] }, years: { from: 2019, to: 2024 } },
    2,
  );
  expect(en).toBe(
    'Trust (corpus version 3f2a of 2026-11-20, 1,234 papers) was searched on 2026-11-22 with the query ‘trust "in care"’, ' +
      'limited to theme: Refugees or Suicidality; years: 2019–2024; 2 records were found. Titles, abstracts, digests, ' +
      'keywords, authors, journal names and identifiers were searched in English and Chinese; unquoted words in all their ' +
      'forms and, where they name a concept of the review’s vocabulary, by that concept. ' +
      'The search can be repeated at https://review.example/search/?q=x',
  );
  expect(zh).toContain(
    '于 2026-11-22 检索“信任”（文献集版本 3f2a，2026-11-20，共 1234 篇文献），检索式为“trust "in care"”',
  );
  expect(zh).toContain('，限定条件为主题：难民或自杀；年份：2019–2024，得到 2 条记录。');
  expect(zh).toContain('重现此检索的地址：https://review.example/search/?q=x');
});

test('one record is one, and no query is no query', () => {
  const { en, zh } = said({}, 1);
  expect(en).toContain('without a query; 1 record was found.');
  expect(zh).toContain('，未使用检索词，得到 1 条记录。');
});

test.each<[State['years'], string, string]>([
  [{ from: 2020, to: 2020 }, 'limited to year: 2020;', '年份：2020，'],
  [{ from: 2020, to: null }, 'limited to years: from 2020;', '年份：2020 年起，'],
  [{ from: null, to: 2020 }, 'limited to years: to 2020;', '年份：至 2020 年，'],
])('years %o', (years, english, chinese) => {
  const { en, zh } = said({ years }, 0);
  expect(en).toContain(english);
  expect(en).toContain('0 records were found');
  expect(zh).toContain(chinese);
});
