import { describe, expect, test } from 'vitest';
import { sourceText } from '#domain/source';
import { readGeneral } from '../../../scripts/formats/pages/general.ts';
import { committed, weigh } from '../../../scripts/formats/pages/weigh.ts';
import { fit, fitSigned } from '../../../scripts/measure/fit.ts';
import { shownChoices } from '../../../scripts/pipeline/read/why.ts';

const title = 'Alliance behind locked doors: nurses on forensic wards';
const page = [
  'Your email address',
  'Journal of Ward Nursing',
  'Volume 12, Issue 3, 2021, Pages 14-29',
  title,
  'Ana Berg, Carl Dahl',
  'Department of Psychology, University of Oslo, Norway',
  'Abstract',
  'Nurses on forensic wards hold keys and listen to patients. We asked forty nurses how the alliance grows behind locked doors. Trust followed from small favours, and patients named nurses who explained the rules of the wards.',
];
const readPage = (...lines: readonly string[]) => readGeneral(sourceText('page.txt', lines.join('\n')));

describe('over the whole page', () => {
  test('words of a site are no journal, wherever they stand', () => {
    const { draft } = readPage(...page).page;
    expect(draft.journal?.value).toBe('Journal of Ward Nursing');
    expect(draft.titles.map(({ value }) => value.text)).toEqual([title]);
    expect(draft.authors.map(({ value }) => value.name.written)).toEqual(['Ana Berg', 'Carl Dahl']);
  });

  test('each choice keeps what it weighed, and says why', () => {
    const { choices } = readPage(...page).page;
    const taken = choices.find(({ field }) => field === 'title')?.options.filter(({ chosen }) => chosen);
    expect(taken?.map(({ text }) => text)).toEqual([title]);
    expect(taken?.[0]?.held.map(([name]) => name)).toContain('names below');
    expect(shownChoices(sourceText('page.txt', page.join('\n')))).toMatch(
      /title\n {2}taken {1,4}\d[\d.]* {2}line 4: .*\n.*names below \+/u,
    );
  });

  test('numbers are the paper’s own, and not those of a paper that is named first', () => {
    const cited = `Berg A, Dahl C. ${title}. Journal of Ward Nursing. 2021;12(3):14-29. doi:10.5555/own.2021`;
    const { draft } = readPage(
      'See also https://doi.org/10.5555/other.2020',
      ...page,
      'https://doi.org/10.5555/own.2021',
      'How to cite',
      cited,
    ).page;
    expect(draft.doi?.value).toBe('10.5555/own.2021');
    expect([draft.volume?.value, draft.issue?.value, draft.pages?.value]).toEqual(['12', '3', '14-29']);
  });

  test('a title with nothing around it is to be checked', () => {
    expect(readPage('Nurses on forensic wards', 'Ana Berg').reading.toCheck).toContain('title');
  });
});

test('points are the start and the weights of the reasons that hold', () => {
  const weighed = weigh(
    7,
    { limit: 5 },
    { odd: (n) => n % 2 === 1, half: () => 0.5, never: (n, { limit }) => n < limit },
    { start: -1, odd: 2, half: 3, never: 9 },
  );
  expect(weighed).toEqual({
    candidate: 7,
    points: 2.5,
    held: [
      ['odd', 1],
      ['half', 0.5],
    ],
  });
});

test('a reason that right candidates have gets a positive weight, and one of wrong ones a negative weight', () => {
  const row = (name: string, right: boolean) => ({ held: [[name, 1] as [string, number]], right });
  const rows = [...Array<undefined>(20)].flatMap(() => [row('good', true), row('bad', false)]);
  const weights = fit([...rows, row('good', false), row('bad', true)], { rare: 1.5 });
  expect(weights['good']).toBeGreaterThan(1);
  expect(weights['bad']).toBeLessThan(-1);
  expect(weights['rare']).toBe(1.5);
});

test('a reason that can speak against a value alone has no weight for it', () => {
  const row = (names: readonly string[], right: boolean) => ({
    held: names.map((name) => [name, 1] as [string, number]),
    right,
  });
  const rows = [...Array<undefined>(20)].flatMap(() => [row(['good', 'mirror'], true), row(['bad'], false)]);
  expect(fit(rows, {})['mirror']).toBeGreaterThan(0);
  expect(fitSigned(rows, {}, (name) => -Number(name === 'mirror'))['mirror']).toBe(0);
});

test('every weight is a number of points that a person can read', () => {
  for (const weights of Object.values(committed))
    for (const weight of Object.values(weights)) expect(Math.round((weight ?? NaN) * 10) / 10).toBe(weight);
});
