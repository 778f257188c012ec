import { describe, expect, test } from 'vitest';
import { general } from '../../../scripts/formats/index.ts';
import { readGeneral } from '../../../scripts/formats/pages/general.ts';
import { sourceText } from '#domain/source';

/** The kind that the general reader takes a page of these lines for. */
const kindOf = (...lines: readonly string[]): string | undefined =>
  readGeneral(sourceText('page.txt', lines.join('\n'))).page.choices.find(({ field }) => field === 'kind')?.options[0]
    ?.text;

const abstract = [
  'Abstract',
  'We asked forty nurses how the alliance grows behind locked doors, and what they lose when a patient moves on to another ward without a word of warning.',
];
const record = (n: number) => [`Title: Alliance and change, part ${n}`, `Authors: Ana Berg, Bo Dahl ${'I'.repeat(n)}`];

describe('a list of papers', () => {
  test.each<[string, boolean, string[]]>([
    ['three titles and authors under their labels', true, [...record(1), ...record(2), ...record(3)]],
    ['two', false, [...record(1), ...record(2)]],
    [
      'one title in three languages',
      false,
      ['Title: Alliance', 'Title: Alianza', 'Title: Aliança', 'Authors: Ana Berg'],
    ],
    ['three DOIs', true, ['10.5555/a.1', '10.5555/a.2', '10.5555/a.3']],
    ['three DOIs below a heading of references', false, ['References', '10.5555/a.1', '10.5555/a.2', '10.5555/a.3']],
    ['three DOIs of numbered references', false, ['[1] 10.5555/a.1', '[2] 10.5555/a.2', '[3] 10.5555/a.3']],
    ['one DOI three times', false, ['10.5555/a.1', 'doi:10.5555/a.1', 'https://doi.org/10.5555/a.1']],
    ['results counted at the head', true, ['132 results for "alliance"', 'Sort by date']],
    ['the same above an abstract with its heading', false, ['132 results for "alliance"', ...abstract]],
    // The word alone is in every menu.
    ['the same above the word alone', true, ['132 results for "alliance"', 'Abstract', 'Full text', 'PDF']],
    ['the contents of an issue', true, ['Ana Berg', 'pp. 1-9', 'Bo Dahl', 'pp. 10-18', 'Cleo Ek', 'pp. 19-30']],
    ['the same behind volume and issue', true, ['Ana Berg', '31(4), 1-9', 'Bo Dahl', '31(4), 10-18', 'Cleo Ek', '31(4), 19-30']], // prettier-ignore
    ['extents that do not rise', false, ['pp. 19-30', 'pp. 10-18', 'pp. 1-9']],
  ])('%s: %s', (_, expected, lines) => {
    expect(kindOf('Institute of Psychotherapy', ...lines) === 'list').toBe(expected);
  });
});

/** Whether the general reader takes a page of these lines for a paper's. */
const isPaper = (lines: readonly string[]): boolean => general.read(sourceText('page.txt', lines.join('\n'))).isPaper;

describe('an entry of a register', () => {
  const title = 'Alliance-focused supervision for trainee therapists: a randomised trial';
  const entries = [
    'Registration number: ChiCTR2300071904',
    'Study type: Interventional',
    'Inclusion criteria: adults',
    'Sample size: 120',
    'Primary sponsor: University of Oslo',
    'Recruitment status: Recruiting',
    'Secondary outcomes: attrition',
    'Study design: Parallel',
  ];
  test.each<[string, boolean, string[]]>([
    ['four of its questions', true, entries.slice(0, 4)],
    ['five', false, entries.slice(0, 5)],
    ['five, and the DOI of what came of it', true, [...entries.slice(0, 5), 'DOI: 10.5555/a.1']],
    ['eight, and a DOI', false, [...entries, 'DOI: 10.5555/a.1']],
  ])('%s: a paper %s', (_, expected, lines) => {
    expect(isPaper([title, 'Ana Berg, Bo Dahl', ...abstract, ...lines])).toBe(expected);
  });
});

test('a form that asks who one is, before a document: no paper', () => {
  const lines = ['学海网 - 您的访问受到限制', '哀伤辅导中的关系与支持', '2014年第3期'];
  expect(isPaper([...lines, '用户名', '密码', '忘记密码？', '请输入验证码后继续'])).toBe(false);
  expect(isPaper([...lines, '作者：王安', ...abstract, '用户名', '密码', '忘记密码？'])).toBe(true);
});

describe('news', () => {
  const title = 'What patients want from their therapists';
  test.each<[string, boolean, string[]]>([
    ['says so at its head', false, ['News', title, 'Posted on 4 May 2020 by Ana Berg', abstract[1] ?? '']],
    ['has no heading over an abstract', true, ['News', title, 'Ana Berg', ...abstract]],
    ['names no journal', true, ['News', title, 'Ana Berg', 'Psychotherapy, 56(3), 391-402', abstract[1] ?? '']],
  ])('%s: a paper %s', (_, expected, lines) => {
    expect(isPaper(lines)).toBe(expected);
  });
});
