/** Abstracts that name countries, numbers and designs which are not those of their study. */

import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { detectLanguage } from '#domain/language';
import { makeDescriber } from '../../../scripts/pipeline/describe/describe.ts';
import { makeMatcher } from '../../../scripts/pipeline/describe/matcher.ts';
import { readVocabulary } from '../../../scripts/pipeline/describe/vocabulary.ts';
import { reconcile } from '../../../scripts/pipeline/paper/reconcile.ts';
import { projectRoot } from '../../../scripts/run.ts';
import { abstractOf, member, said } from '../support.ts';

const vocabulary = readVocabulary(join(projectRoot, 'content/vocabulary'), []);
const describer = makeDescriber(vocabulary, makeMatcher(vocabulary));

const described = (title: string, text: string) =>
  describer(
    reconcile([
      member({
        titles: [said({ language: detectLanguage(title), text: title })],
        abstracts: [abstractOf(text, { language: detectLanguage(text) })],
      }),
    ]).body,
    [],
  );
const idsOf = (facet: string, title: string, text: string): string[] =>
  described(title, text)
    .concepts.flatMap(({ concept }) => (concept.startsWith(`${facet}/`) ? [concept.slice(facet.length + 1)] : []))
    .sort();

describe('the country of a study is not', () => {
  test.each([
    [
      'where a scale is used',
      'A rating scale',
      'The scale is widely used in the USA. We asked 140 patients in Bern, Switzerland.',
      ['ch'],
    ],
    [
      'where people came from',
      'Older migrants from Turkey in Germany',
      'A survey of 450 adults in Berlin was carried out.',
      ['de'],
    ],
    [
      'where they were born or trained',
      'Nurses trained in the Philippines who work in Norway',
      'Interviews were held with 14 nurses.',
      ['no'],
    ],
    [
      'their nationality, beside a place',
      'Somali women and services in London',
      'Somali women (n = 21) took part in focus groups.',
      ['gb'],
    ],
    [
      'that of refugees',
      'Trust: Syrian refugees in Lebanon',
      'A survey of 1,000 Syrian refugees in Lebanon was conducted.',
      ['lb'],
    ],
    [
      'one with which a finding compares',
      'Students and burnout',
      'A study of students in Malaysia was done. Results: Scores were higher than in studies from Australia and Sweden.',
      ['my'],
    ],
    [
      'one that ranks in a finding',
      'Global trends',
      'We modelled rates of many regions. Rates were highest in Lithuania and Guyana.',
      [],
    ],
    [
      'that of a society',
      'Adherence',
      'Methods: Guidelines of the American Psychiatric Association and the Canadian Medical Association were used. We audited records in Lahore, Pakistan.',
      ['pk'],
    ],
    ['that of the name of a test', 'The Boston Naming Assessment in Iran', 'Patients in Iran were tested.', ['ir']],
    [
      'a war',
      'PTSD among Vietnam veterans',
      'Methods: Veterans of the Korean War in Connecticut were assessed.',
      ['us'],
    ],
    [
      'that of a syndrome',
      'Does the Stockholm Syndrome exist?',
      'Interviews with women throughout India were analysed.',
      ['in'],
    ],
    [
      'where a share of what a review found was',
      'An inventory of projects',
      'Methods: We searched the literature. Results: Although activities occurred globally, 40% of projects were set in the U.S.',
      [],
    ],
    ['a massage or a mouse', 'Swedish massage', 'Methods: Swiss mice and guinea pigs were compared.', []],
    [
      'that of costs',
      'Cost of dementia',
      'Methods: Costs were 12,000 euros in Spain. Utilities of a British study and unit costs from Germany were used.',
      ['es'],
    ],
    ['one that was left out', 'Suicide', 'Methods: Data of Norway were used; Finland was left out.', ['no']],
    ['that of who made the method', '森田疗法', '方法 森田疗法由日本学者创立。在北京治疗患者。', ['cn']],
    [
      'that of a version of a language',
      'Quality of life',
      'Methods: A validated Malaysian Malay version of the questionnaire was filled in.',
      [],
    ],
  ] as const)('%s', (_name, title, text, countries) => {
    expect(idsOf('countries', title, text)).toEqual(countries);
  });

  test.each([
    [
      'the sentence speaks of ethical policy',
      'A test before birth',
      'We approach the need for ethical policy-making by studying its use in the province of Ontario, Canada.',
      ['ca'],
    ],
    [
      'of several countries, the findings name some first',
      'A study in two countries',
      'Methods: A survey was done in Ghana. Results: In Kenya trust was rare.',
      ['gh', 'ke'],
    ],
    [
      'a death that was registered',
      'Deaths',
      'Methods: Deaths registered by 17 states of the United States were counted.',
      ['us'],
    ],
    ['a camp at a border', 'A camp', 'The largest camp in Thailand, along the Burmese border, had outbreaks.', ['th']],
    ['experts who agree', '某病诊治中国专家共识', '为规范诊治，编写了本共识。', ['cn']],
  ] as const)('but: %s', (_name, title, text, countries) => {
    expect(idsOf('countries', title, text)).toEqual(countries);
  });
});

describe('the size of a study', () => {
  const sizeOf = (text: string, title = 'Trust in clinics'): string[] =>
    described(title, text).samples.map(({ of, count }) => `${count.value} ${of}`);

  test.each([
    // Those of whom others were taken in.
    ['Methods: We screened 412 people; 230 were eligible and 180 were randomised.', '180 participants'],
    [
      'Methods: A trial in which 268 patients were allocated gave the data. Of these, 241 had complete data and were included.',
      '241 participants',
    ],
    ['Methods: A questionnaire was sent to 2,400 nurses; 1,011 responded (42%).', '1011 participants'],
    ['Methods: In this study, 311 of 640 eligible nurses (48.6%) from four hospitals took part.', '311 participants'],
    ['Methods: We coded 15 cases selected from a larger sample of 102 patients.', '15 participants'],
    ['Methods: We enrolled 524 patients; 40 died, leaving 453 patients for analysis.', '453 participants'],
    [
      'Methods: Adults aged 18 years or older with a disorder at 15 sites in the United States, Canada and Israel (N = 90) were treated.',
      '90 participants',
    ],
    ['方法 对12家医院的1 250名护士进行问卷调查，收回有效问卷1 183份。', '1183 participants'],
    ['方法 调查护士300名，回收问卷288份，剔除无效问卷12份，最终有效问卷276份。', '276 participants'],
  ])('is that of those who were left: %s', (text, size) => {
    expect(sizeOf(text)).toEqual([size]);
  });

  test('of a review is that of the studies left of what a search found', () => {
    const text = 'Methods: Searches of 7 databases returned 2,188 articles; 52 were included.';
    expect(sizeOf(text, 'A scoping review of trust')).toEqual(['52 studies']);
  });

  test.each([
    ['Methods: Of 126 people referred, 94 were assessed for eligibility.'],
    [
      'Methods: Records of all 1,846 clients were examined; 612 of these clients had a diagnosis and formed the sample.',
    ],
    ['Methods: Items were tested with 340 clients. A second sample of 215 clients was used for factor analysis.'],
    ['Methods: Nineteen women with a disorder and their partners (n = 12) were interviewed.'],
    ['Methods: The intervention group comprised 32 patients, and the control group 30.'],
    ['Methods: Ten clients and ten therapists were interviewed.'],
    ['Methods: A survey of 1,000 refugees in Lebanon and 1,000 in Turkey was conducted.'],
    [
      'Methods: Patients formed two groups: walkers (supervised, n = 61; 58 years) and others (own choice, n = 47; 55 years).',
    ],
    ['Results: A total of 1,940 case files and 31 interviews were analysed.'],
    ['Methods: Thirty tenants who had a garden (18) or not (12) and 44 advisers were interviewed.'],
    ['Results: We included 412 adults (41% men, age 44.1 years) with and 95 without a family history.'],
    [
      'Methods: Plasma samples (n=1804) were collected from blood donors. Samples were also taken from children (n=196).',
    ],
    ['Methods: The transcripts were analysed in NVivo 12 by two researchers.'],
    ['方法 选取120例患者及其120名照顾者为研究对象。'],
    ['方法 共收治骨折401例,其中201例应用本法治疗。'],
    ['方法 共调查病例1523例,获得有效配对69对。'],
  ])('is not surely any number of: %s', (text) => {
    expect(sizeOf(text)).toEqual([]);
  });

  test('is not the number of those who saw the people counted', () => {
    expect(sizeOf('Methods: The sessions of 102 clients with 21 therapists were analysed.')).not.toContain(
      '21 participants',
    );
  });
});

describe('the design of a study is not', () => {
  test.each([
    [
      'the trial whose people were asked',
      'Change in a randomised controlled trial: interviews with patients',
      'Twenty-one patients who had taken part in a randomised controlled trial gave semi-structured interviews.',
      ['interview-study'],
    ],
    [
      'a test of a tool that it only uses',
      'Self-care',
      'Methods: A cross-sectional study was done. Care was measured using previously translated and validated questionnaires.',
      ['cross-sectional-study'],
    ],
  ] as const)('%s', (_name, title, text, designs) => {
    expect(idsOf('designs', title, text)).toEqual(designs);
  });
});
