import { describe, expect, test } from 'vitest';
import type { AbsenceCheck } from '#prose/basis';
import { contradicting, sayCheck } from '../../src/site/absence.ts';
import { indexReview } from '../../src/site/index-review.ts';
import { abstract, author, paper, said, title } from '../citations/support/papers.ts';
import { concept, vocabularyOf } from './support/vocabulary.ts';

const vocabulary = [vocabularyOf('themes', concept('loss'), concept('grief', ['themes/loss']))];
const from = [{ file: 'a.txt', line: 1, columns: [1, 2] as [number, number] }];
const review = indexReview(
  {} as Parameters<typeof indexReview>[0],
  [
    paper('berg-2020-hope', {
      titles: [title('Hope')],
      authors: [author('Berg, Anna')],
      issued: said('2020'),
      abstracts: [abstract('Hope helps.')],
      concepts: [{ concept: 'themes/grief', evidence: [{ in: 'title', language: 'en', from }] }],
    }),
    paper('cho-2021-trust', {
      titles: [title('Trust')],
      authors: [author('Cho, Min')],
      issued: said('2021'),
      abstracts: [abstract('Interpreters were there.')],
    }),
  ],
  vocabulary,
);
const check = (part: Partial<AbsenceCheck>): AbsenceCheck => ({ of: [], words: [], in: [], except: [], ...part });
const against = (part: Partial<AbsenceCheck>) => contradicting(check(part), review, 'en').map(({ id }) => id);

describe('a sentence about what no paper states', () => {
  test('is contradicted by each paper that has the concept, one below it, or the word', () => {
    expect(against({ of: ['themes/loss'] })).toEqual(['berg-2020-hope']);
    expect(against({ of: ['themes'] })).toEqual(['berg-2020-hope']);
    expect(against({ words: ['interpreter*'] })).toEqual(['cho-2021-trust']);
    expect(against({ words: ['interpreter*', 'hope'] })).toEqual(['cho-2021-trust', 'berg-2020-hope']);
    expect(against({ words: ['interpreter'] })).toEqual([]);
    expect(against({ words: ['interpreter*'], except: ['cho-2021-trust'] })).toEqual([]);
  });

  test('leads to the sentence that contradicts it', () => {
    const [found] = contradicting(check({ words: ['interpreter*'] }), review, 'en');
    expect(found).toEqual({ id: 'cho-2021-trust', name: 'Cho 2021', anchor: 's-00000000' });
  });

  test('says it was checked while it holds, and who contradicts it otherwise', () => {
    expect(sayCheck(check({ words: ['suicid*'] }), review, 'en')).toContain('Checked: no text');
    expect(sayCheck(check({ words: ['interpreter*'] }), review, 'en')).toBe('Checked, and contradicted by Cho 2021.');
    expect(sayCheck(check({ words: ['interpreter*'] }), review, 'zh')).toBe('已核对，与Cho（2021）不符。');
    expect(sayCheck(check({}), review, 'en')).toContain('our reading');
  });
});
