import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { detectLanguage } from '#domain/language';
import { paperSchema, type DetailKind } from '#domain/paper';
import { makeDescriber } from '../../../scripts/pipeline/describe/describe.ts';
import { makeMatcher } from '../../../scripts/pipeline/describe/matcher.ts';
import { readVocabulary } from '../../../scripts/pipeline/describe/vocabulary.ts';
import { reconcile } from '../../../scripts/pipeline/paper/reconcile.ts';
import { projectRoot } from '../../../scripts/run.ts';
import { abstractOf, member, said } from '../support.ts';

const vocabulary = readVocabulary(join(projectRoot, 'content/vocabulary'), []);
const describer = makeDescriber(vocabulary, makeMatcher(vocabulary));

function described(title: string, text: string) {
  const abstract = abstractOf(text, { language: detectLanguage(text) });
  const { body } = reconcile([member({ titles: [said({ language: 'en', text: title })], abstracts: [abstract] })]);
  return describer(body, []);
}
const wordsOf = (kind: DetailKind, title: string, text: string): string[] =>
  (described(title, text).details ?? []).flatMap((it) => (it.kind === kind ? [it.words] : []));

const study = 'A survey of nurses';
const review = 'Sleep at work: a systematic review';

describe('sex and age of the people studied', () => {
  test.each([
    ['We interviewed 16 people, twelve women and four men.', ['twelve women and four men']],
    ['We surveyed 300 people; 228 (76%) male and 72 (24%) female.', ['228 (76%) male and 72 (24%) female']],
    ['We asked 1223 adults (52% female).', ['52% female']],
    [
      'Results: The mean age of participants was 34.2 years (SD 7.1) and 61.1% were women.',
      ['mean age of participants was 34.2 years (SD 7.1)', '61.1% were women'],
    ],
    ['Methods: We recruited adults aged 18 to 65 years from two clinics.', ['aged 18 to 65 years']],
    ['Methods: Women of reproductive age (15-49 years) were asked.', ['Women of reproductive age (15-49 years)']],
    ['Methods: Children under the age of 5 were weighed.', ['under the age of 5']],
    ['方法 选取患者60例,男性32例、女性28例,平均年龄45.3岁。', ['男性32例、女性28例', '平均年龄45.3岁']],
    ['报告1例罕见病例。患者男,58岁。', ['患者男,58岁']],
    ['方法 纳入24例,年龄18～65岁。', ['年龄18～65岁']],
  ])('%s', (text, words) => {
    expect(wordsOf('makeup', study, text)).toEqual(words);
  });

  test.each([
    // Of a group, of a finding, of an event of life, of those of whom one knew before.
    ['Results: The mean age was 45 years in the control group.'],
    ['Results: Rates were higher in those aged 65 to 74 years.'],
    ['Results: The mean age at diagnosis was 45 years.'],
    ['Results: Of those with pain, 70% were women.'],
    ['Results: 52% of women had pain.'],
    ['Background: Migraine is common; 70% are women aged 20 to 50 years. Aim: We aimed to ask nurses.'],
    ['结果 发病年龄15～30岁。'],
    ['方法 对照组男20例,女10例;观察组男18例,女12例。'],
    // What should be done next.
    ['Future studies should include people aged 18 to 30 years.'],
  ])('nothing of: %s', (text) => {
    expect(wordsOf('makeup', study, text)).toEqual([]);
  });

  test('a review, a protocol and animals have none', () => {
    const text = 'Methods: We included adults aged 18 to 65 years (52% female).';
    expect(wordsOf('makeup', study, text)).toHaveLength(2);
    for (const title of [review, 'A study protocol of a survey', 'Effects in a mouse model'])
      expect(wordsOf('makeup', title, text)).toEqual([]);
  });
});

describe('the search and the appraisal of a review', () => {
  test.each([
    ['databases', 'PubMed, PsycINFO and CINAHL were searched.', ['PubMed, PsycINFO and CINAHL']],
    [
      'databases',
      'We searched MEDLINE (via Ovid), LILACS, and Web of Science.',
      ['MEDLINE (via Ovid), LILACS, and Web of Science'],
    ],
    [
      'databases',
      'We searched ten electronic databases (Embase, Scopus).',
      ['ten electronic databases (Embase, Scopus)'],
    ],
    ['databases', 'Methods: Databases will be Embase and Scopus: we will search them.', []],
    ['databases', '检索中国知网、万方数据和PubMed数据库。', ['中国知网、万方数据和PubMed数据库']],
    ['searched', 'We searched Scopus from inception to March 2021.', ['from inception to March 2021']],
    [
      'searched',
      'We searched Scopus from database inception until June 1, 2017.',
      ['from database inception until June 1, 2017'],
    ],
    [
      'searched',
      'We searched Scopus for articles published between 2000 and 2017.',
      ['published between 2000 and 2017'],
    ],
    [
      'searched',
      'We searched Scopus in August 2017 and updated in March 2019.',
      ['in August 2017 and updated in March 2019'],
    ],
    ['searched', 'Results: The studies were conducted between 1993 and 2017.', []],
    ['searched', '检索中国知网,检索时间为建库至2020年12月。', ['建库至2020年12月']],
    ['searched', '检索万方数据2010年1月至2020年12月的文献。', ['2010年1月至2020年12月']],
    [
      'appraisal',
      'Quality was appraised with the Cochrane risk of bias tool and GRADE criteria.',
      ['Cochrane risk of bias tool', 'GRADE'],
    ],
    [
      'appraisal',
      'Methods: Quality was assessed using the Mixed Methods Appraisal Tool (MMAT).',
      ['Mixed Methods Appraisal Tool (MMAT)'],
    ],
    ['appraisal', 'Methods: Studies were critically appraised and analysed.', ['critically appraised']],
    ['appraisal', 'Methods: We followed the JBI methodology for scoping reviews to assess them.', []],
    ['appraisal', 'Methods: The quality of care was assessed in wards of grade 2.', []],
    ['appraisal', '采用纽卡斯尔-渥太华量表评价文献质量。', ['纽卡斯尔-渥太华量表']],
  ] as const)('%s: %s', (kind, text, words) => {
    expect(wordsOf(kind, review, text)).toEqual(words);
  });

  test('a study has none, unless it says that it searched the literature', () => {
    expect(wordsOf('databases', study, 'Methods: Data on PubMed articles were counted.')).toEqual([]);
    expect(wordsOf('databases', study, 'Methods: A systematic search of PubMed and Embase was done.')).toEqual([
      'PubMed and Embase',
    ]);
  });
});

test('each has its sentence and its place, and a record of them is valid', () => {
  const text = 'Trust was asked. Methods: We asked 1223 adults (52% female).';
  const { details = [] } = described(study, text);
  expect(details).toHaveLength(1);
  expect(details[0]?.anchor).toMatch(/^s-/u);
  const start = text.indexOf('52% female') + 1;
  expect(details[0]?.from).toEqual([{ file: 'a.txt', line: 1, columns: [start, start + 10] }]);
  expect(paperSchema.shape.details.safeParse(details).success).toBe(true);
});

test('the number of a register in an abstract is the paper’s, once', () => {
  const text = 'We asked nurses. Trial registrationNCT04123456. It is NCT04123456.';
  expect(described(study, text).registrations?.map(({ value }) => value)).toEqual([
    { registry: 'ClinicalTrials.gov', id: 'NCT04123456' },
  ]);
  expect(described(study, 'We asked nurses.').registrations).toBeUndefined();
});
