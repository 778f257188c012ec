import { describe, expect, it } from 'vitest';
import { makeDescriber } from '../../../scripts/pipeline/describe/describe.ts';
import { makeMatcher } from '../../../scripts/pipeline/describe/matcher.ts';
import { readVocabulary } from '../../../scripts/pipeline/describe/vocabulary.ts';
import { reconcile } from '../../../scripts/pipeline/paper/reconcile.ts';
import { detectLanguage } from '#domain/language';
import { abstractOf, member, said } from '../support.ts';

const vocabulary = readVocabulary('content/vocabulary', []);
const describePaper = makeDescriber(vocabulary, makeMatcher(vocabulary));

/** The concepts of one facet that a paper of this title and abstract is given. */
function shown(facet: string, title: string, text: string): string[] {
  const language = detectLanguage(`${title} ${text}`);
  const { body } = reconcile([
    member({ titles: [said({ language, text: title })], abstracts: [abstractOf(text, { language })] }),
  ]);
  return describePaper(body, [])
    .concepts.flatMap(({ concept }) => (concept.startsWith(`${facet}/`) ? concept.slice(facet.length + 1) : []))
    .sort();
}

describe('the design of a study', () => {
  it.each<[string, string, string, string[]]>([
    [
      'is not one that it denies',
      'Trust',
      'Methods: A non-randomised controlled trial was conducted.',
      ['quasi-experimental'],
    ],
    [
      'is not that of earlier studies',
      'Trust',
      'A previous large cohort study found trust. We interviewed nurses in depth and conducted in-depth interviews.',
      ['interview-study'],
    ],
    [
      'is not one that is planned',
      'Making a programme',
      'We made a programme. The next step is a randomised controlled trial.',
      [],
    ],
    [
      'is not that of the trial that it belongs to',
      'Trust',
      'We conducted semi-structured interviews with nurses within a randomised controlled trial.',
      ['interview-study'],
    ],
    [
      'is not that of the studies of a review',
      'Trust: a systematic review of randomised controlled trials',
      'Twelve trials were included.',
      ['systematic-review'],
    ],
    [
      'is not a name of another study',
      'Trust',
      'Data of nurses in the Gothenburg Birth Cohort were used. A cross-sectional study was conducted.',
      ['cross-sectional-study'],
    ],
    [
      'is not a background',
      'Trust',
      'Many cross-sectional studies are small. We conducted a case-control study.',
      ['case-control-study'],
    ],
    [
      'of a trial is not the questionnaire that it uses',
      'Trust',
      'Nurses were randomly assigned to two groups. They completed an online survey.',
      ['randomised-controlled-trial'],
    ],
    [
      'by interviews needs more than a questionnaire that is read out',
      'Trust',
      'Methods: Nurses were interviewed with a structured questionnaire.',
      ['survey'],
    ],
    ['by chance in a group of animals is no trial', '活血汤的作用', '方法：将大鼠随机分为两组。', ['animal-study']],
    [
      'by chance is a trial',
      '活血汤的疗效',
      '方法：96例患者随机分为两组，均予常规治疗。',
      ['randomised-controlled-trial'],
    ],
    [
      'of a row of records',
      '重症患儿的救治',
      '方法：回顾性分析2012年6月至2014年10月重症患儿的临床资料。',
      ['retrospective-study'],
    ],
    ['of one case', '恶性黑素瘤', '报告1例恶性黑素瘤。患者男，58岁。', ['case-report']],
    ['of a review', '脑梗死的治疗', '现就脑梗死的研究进展综述如下。', ['review']],
    ['is not a verb', 'An outbreak', 'We found that 35% of cases reported mild symptoms.', []],
    [
      'is no guideline that it is about',
      'Perceptions of nurses on the use of clinical guidelines',
      'Methods: We conducted in-depth interviews.',
      ['interview-study'],
    ],
    ['is a guideline that it gives', 'Stroke care: a clinical practice guideline', 'Stroke is common.', ['guideline']],
    [
      'is not the review that a study is built on',
      'A framework',
      'Based on a systematic review of terms, we made a framework. We conducted a survey of nurses.',
      ['survey'],
    ],
    [
      'is not what participants did',
      'A funder',
      'We conducted a survey of nurses. Nine nurses found terms by another method, such as a review of the literature.',
      ['survey'],
    ],
    [
      'is not the name of a database',
      'Trust: a systematic review',
      'We searched the Cochrane Central Register of Controlled Trials.',
      ['systematic-review'],
    ],
    [
      'is not that of studies before a review in the title',
      'Economic evaluations of home care: a systematic review',
      'Studies were found.',
      ['systematic-review'],
    ],
    [
      'is not the cohort from which people came to an interview',
      'Violence: a qualitative study',
      'Methods: We conducted in-depth interviews with 20 women who had high scores in a prospective cohort study.',
      ['interview-study'],
    ],
    [
      'is a protocol where the abstract says so, after a label that a page glued to it',
      'Messages: a randomised controlled trial',
      'Patients will be asked.DiscussionThis study protocol describes a randomised controlled trial.',
      ['protocol'],
    ],
    [
      'with its direction',
      'Stroke',
      'Methods: A retrospective cohort study was conducted.',
      ['retrospective-cohort-study'],
    ],
  ])('%s', (_, title, text, designs) => {
    expect(shown('designs', title, text)).toEqual(designs);
  });
});

describe('the country of a study', () => {
  it.each<[string, string, string, string[]]>([
    ['is a city or a state too', 'Trust', 'Methods: We interviewed nurses in Lethbridge, Alberta.', ['ca']],
    [
      'is not that of a comparison',
      'Trust',
      'Estimates are similar to those of the UK and Germany. We interviewed nurses in Ireland.',
      ['ie'],
    ],
    ['is not a language', 'Trust', 'Methods: Interviews were conducted in Swedish, English and Arabic.', []],
    ['is not a language version', 'Trust', 'Methods: We used the Turkish version of the scale in Norway.', ['no']],
    ['is an adjective of people', 'Trust', 'Methods: We surveyed Swedish nurses.', ['se']],
    [
      'is not that of a funder or a committee',
      'Trust',
      'We interviewed nurses in Ghana. The ethics committee is in the United Kingdom.',
      ['gh'],
    ],
    [
      'is not that of a maker',
      'Trust',
      'Methods: Spectra were analysed with a prototype (Bruker Daltonik GmbH, Bremen, Germany).',
      [],
    ],
    ['is not a currency', 'Trust', 'Methods: Costs were US$ 12 a nurse in Nepal.', ['np']],
    [
      'is not that of the studies of a review',
      'Trust: a systematic review',
      'Five trials were conducted in the United States and two in China.',
      [],
    ],
    [
      'is the one of the aim of a review',
      'Trust: a review',
      'This review aims to describe trust in Nepal. Studies were found.',
      ['np'],
    ],
    [
      'is not that of researchers',
      'Trust',
      'Methods: We interviewed nurses in Germany. Australian researchers were invited to a workshop.',
      ['de'],
    ],
    ['is not that of a questionnaire', '生活质量', '方法：采用澳大利亚儿童生活质量父母问卷对儿童进行评估。', []],
    ['is read in Chinese', '问卷调查', '方法：选择秦皇岛市妇幼保健院门诊患者。', ['cn']],
    ['is not a part of another word in Chinese', '问卷调查', '方法：在上海地区选取学生。', ['cn']],
    ['with a name of more than one word', 'Trust', 'Methods: We interviewed nurses in South Sudan.', ['ss']],
  ])('%s', (_, title, text, countries) => {
    expect(shown('countries', title, text)).toEqual(countries);
  });
});
