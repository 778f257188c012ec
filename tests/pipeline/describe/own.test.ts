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
      'stands behind a heading that is glued to the words before it',
      'Food labels',
      'Comparisons are needed.MethodsIn a quasi-experimental study, we compared two canteens.',
      ['quasi-experimental'],
    ],
    [
      'is this one, whatever was included',
      'Drug policy',
      'Methods Six countries were included in this scoping review study.',
      ['scoping-review'],
    ],
    [
      'is no trial where chance divides data',
      'A model of missed visits',
      'Half of the dataset was randomly assigned to the making of the model.',
      [],
    ],
    [
      'is not one of the parts of something, in a list',
      'A framework',
      'We describe parts of a framework (organisation; economic evaluation; patients).',
      [],
    ],
    [
      'is not in the name of a guideline for reports, nor a step of every review',
      'Care at home: a systematic review',
      'Methods: We followed the Preferred Reporting Items for Systematic Reviews and Meta-Analyses. Results: We included 33 articles in the qualitative synthesis.',
      ['systematic-review'],
    ],
    [
      'is not what conclusions ask of others',
      'Registries: a case study',
      'Methods: We conducted a case study. Conclusions: End users need training in registry-based research.',
      ['case-study'],
    ],
    [
      'is not that of a study which is evaluated',
      'Care',
      'Methods: We conducted a survey of nurses as part of an evaluation of a paired cluster-randomised controlled trial.',
      ['survey'],
    ],
    ['of one case in a Chinese title', '口唇多发性硬下疳1例', '患者女，36岁。', ['case-report']],
    ['of many cases in a Chinese title is not a report of one', '口唇多发性硬下疳21例', '患者女性多见。', []],
    [
      'of a Chinese review whose purpose is later research',
      '服药依从性',
      '该文就依从性的研究进行综述，以期为今后开展研究提供数据。',
      ['review'],
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
    [
      'is not one of a list of parts of the world',
      'Worms in mice',
      'The disease occurs in the United States, Africa, Asia, and Latin America. We studied male mice.',
      [],
    ],
    ['is not a place in the name of a scale', 'Stress', 'Methods: We used the Calgary Symptoms of Stress Index.', []],
    [
      'is where its registry of patients is',
      'Dialysis',
      'Methods: Data were obtained from the registry of Andalusia.',
      ['es'],
    ],
    [
      'is each of a list in brackets',
      'Research',
      'Methods: We asked nurses of five countries (Austria, Canada, Germany, Italy, Japan).',
      ['at', 'ca', 'de', 'it', 'jp'],
    ],
    ['is not that of an office', '鼻疽', '方法：按美国疾病预防控制中心的分类进行诊断。', []],
    ['is not part of the name of a drug', '脑梗死', '方法：对照组静脉滴注长春西汀注射液。', []],
    ['is not that of a rate', '肺心病', '据统计，我国患病率为0.4%。', []],
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
