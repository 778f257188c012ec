import { describe, expect, test } from 'vitest';
import type { Catalogue, FacetName } from '#search/catalogue';
import { nothing, type Found } from '#search/found';
import { narrow } from '#search/narrow';
import { byRelevance, newestFirst } from '#search/order';
import { inOrderOf, oldestFirst } from '#search/rare-orders';
import { emptyState, type State } from '#search/state';

const column = (name: FacetName, keys: string[], of: number[][]): Catalogue['facets'][number] => ({
  name,
  values: keys.map((key) => ({ key, en: key, zh: key })),
  of,
});

/** Five papers, numbered newest first; the last has no year. */
const catalogue: Catalogue = {
  version: 'v',
  corpus: { title: { en: 'Trust', zh: '信任' }, version: 'v', date: '2026-11-22' },
  address: 'https://review.example/',
  size: 5,
  years: [2025, 2024, 2024, 2019, null],
  facets: [
    column('theme', ['refugees', 'suicidality', 'trust'], [[0, 2], [1], [0], [2], []]),
    column('year', ['2025', '2024', '2019'], [[0], [1], [1], [2], []]),
    column('design', ['review', 'trial'], [[0], [1], [1], [0], [0]]),
  ],
};
const all: Found = new Map([0, 1, 2, 3, 4].map((paper) => [paper, nothing()]));
const asked = (facets: State['facets'], years: Partial<State['years']> = {}): State => ({
  ...emptyState(),
  facets,
  years: { from: null, to: null, ...years },
});
const counted = (state: State, name: FacetName): string =>
  (narrow(all, state, catalogue).counts.get(name) ?? [])
    .map(({ number, count }) => `${catalogue.facets.find((one) => one.name === name)?.values[number]?.key} ${count}`)
    .join(', ');

describe('what passes', () => {
  test.each<[string, State, number[]]>([
    ['nothing chosen: all, those without a year too', asked({}), [0, 1, 2, 3, 4]],
    ['one value', asked({ theme: ['refugees'] }), [0, 2]],
    ['two values of one facet: either', asked({ theme: ['refugees', 'suicidality'] }), [0, 1, 2]],
    ['values of two facets: both', asked({ theme: ['refugees'], design: ['trial'] }), [2]],
    ['a value that there is not: as if it were not asked', asked({ theme: ['no-such'] }), [0, 1, 2, 3, 4]],
    ['from a year on', asked({}, { from: 2024 }), [0, 1, 2]],
    ['up to a year', asked({}, { to: 2024 }), [1, 2, 3]],
    ['years, both included', asked({}, { from: 2019, to: 2019 }), [3]],
    ['a value and years', asked({ design: ['review'] }, { to: 2024 }), [3]],
  ])('%s', (_name, state, papers) => {
    expect(narrow(all, state, catalogue).papers).toEqual(papers);
  });
});

describe('counts', () => {
  test('say what each further choice would show, most first', () => {
    expect(counted(asked({}), 'theme')).toBe('refugees 2, trust 2, suicidality 1');
    expect(counted(asked({}), 'year')).toBe('2024 2, 2025 1, 2019 1');
  });
  test('of a facet leave its own choice out, of the others keep it', () => {
    const state = asked({ theme: ['refugees'] });
    expect(counted(state, 'theme')).toBe('refugees 2, trust 2, suicidality 1');
    expect(counted(state, 'design')).toBe('review 1, trial 1');
  });
  test('of years follow the facets, and those of the facets the years', () => {
    expect(counted(asked({ design: ['trial'] }, { from: 2020 }), 'year')).toBe('2024 2');
    expect(counted(asked({ design: ['trial'] }, { from: 2025 }), 'design')).toBe('review 1, trial 0');
  });
  test('keep a chosen value without papers, so that the choice can be undone', () => {
    const { counts, papers } = narrow(all, asked({ theme: ['suicidality'], design: ['review'] }), catalogue);
    expect(papers).toEqual([]);
    expect(counts.get('design')).toContainEqual({ number: 0, count: 0, chosen: true });
  });
});

describe('order', () => {
  const scored: Found = new Map(
    [1, 5, 5, 0, 9].map((score, paper): [number, ReturnType<typeof nothing>] => [paper, { ...nothing(), score }]),
  );
  const orders = {
    version: 'v',
    byTitle: { en: [4, 3, 2, 1, 0], zh: [0, 2, 4, 1, 3] },
    byAuthor: { en: [2, 0, 1, 4, 3], zh: [3, 4, 1, 0, 2] },
  };
  test.each<[State['sort'], 'en' | 'zh', number[]]>([
    ['relevance', 'en', [4, 1, 2, 0, 3]],
    ['newest', 'en', [0, 1, 2, 3, 4]],
    ['oldest', 'en', [3, 1, 2, 0, 4]],
    ['title', 'en', [4, 3, 2, 1, 0]],
    ['title', 'zh', [0, 2, 4, 1, 3]],
    ['author', 'en', [2, 0, 1, 4, 3]],
    ['author', 'zh', [3, 4, 1, 0, 2]],
  ])('by %s (%s) loses none', (sort, language, papers) => {
    const given = [3, 0, 4, 2, 1];
    const made = {
      relevance: () => byRelevance(given, scored),
      newest: () => newestFirst(given),
      oldest: () => oldestFirst(given, catalogue.years),
      title: () => inOrderOf(orders.byTitle[language], given),
      author: () => inOrderOf(orders.byAuthor[language], given),
    };
    expect(made[sort]()).toEqual(papers);
  });
});
