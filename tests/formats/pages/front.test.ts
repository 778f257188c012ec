import { describe, expect, test } from 'vitest';
import { sourceText } from '#domain/source';
import { general } from '../../../scripts/formats/index.ts';
import { flatReading } from '../../../scripts/pipeline/read/flat-reading.ts';

const read = (...lines: readonly string[]) => {
  const source = sourceText('page.txt', lines.join('\n'));
  return flatReading('page.txt', general.name, general.read(source));
};

const menu = ['Abstract', 'References', 'Authors'];
const front = [
  'Alliance on forensic wards: what nurses say',
  'Ana Berg, Bo Dahl',
  'Psychotherapy Research, 33(4), 391-402',
];
const references = ['References', '1. Ek C. Listening late. Psychotherapy. 2019;56(3):391-402.'];

test('a menu that names the references does not end a page without an abstract', () => {
  expect(read('Institute', ...menu, ...front, ...references)).toMatchObject({
    title: 'Alliance on forensic wards: what nurses say',
    authors: ['Ana Berg', 'Bo Dahl'],
    volume: '33',
  });
});

test('references end it: nothing below them is the paper’s own', () => {
  expect(read('Institute of Psychotherapy', ...references, ...front)).toMatchObject({ authors: null });
});

test('terms on a line each below the abstract are keywords whose heading was lost', () => {
  const abstract = [
    'Abstract',
    'We asked forty nurses how the alliance grows behind locked doors, and what they lose when a patient moves on to another ward without a word of warning.',
  ];
  expect(read(...front, ...abstract, 'forensic wards', 'nursing', 'therapeutic alliance')).toMatchObject({
    keywords: ['forensic wards', 'nursing', 'therapeutic alliance'],
  });
  expect(read(...front, ...abstract, 'Refugee Asylum seeker Therapeutic alliance PTSD', ...references)).toMatchObject({
    keywords: ['Refugee', 'Asylum seeker', 'Therapeutic alliance', 'PTSD'],
  });
});

const chinese = '守夜的信任：精神科病房护士访谈研究';

test('labels that a scraper glued to their values are read where a page has four of them', () => {
  const labels = [
    '作者都桂兰[1] 尚官宁[2]',
    '关键词治疗联盟 护理',
    '刊名临床护理研究',
    '年,卷(期)2020, 30(2)',
    '页码101-104',
  ];
  expect(read(chinese, ...labels)).toMatchObject({
    authors: ['都桂兰', '尚官宁'],
    keywords: ['治疗联盟', '护理'],
    journal: '临床护理研究',
    volume: '30',
    issue: '2',
    pages: '101-104',
  });
});

test('a year with its issue and its pages is a place in the journal', () => {
  expect(read(chinese, '【刊 名】 临床护理研究', '【年 份】 2015年第6期 P88-99')).toMatchObject({
    year: 2015,
    issue: '6',
    pages: '88-99',
  });
});

test('the head of a Chinese journal that is said again in English gives both names', () => {
  const head = '·719· 行为医学与心理治疗2017年8月第26卷第8期 Behav Med Psychother,2017,Vol 26,No.8';
  expect(read(head, chinese, '那日松 阮一诺 屈平')).toMatchObject({
    journal: '行为医学与心理治疗',
    volume: '26',
    issue: '8',
  });
});

test('a journal in Korean is a name of one word', () => {
  expect(read(chinese, '저자 | 김민수', '학술지명 | 상담문화연구', '권호사항 | 제9권 제2호')).toMatchObject({
    journal: '상담문화연구',
    volume: '9',
    issue: '2',
  });
});

describe('a column of terms beside and below its label', () => {
  const top = ['題名: 喪偶男性於哀傷諮商中的求助與信任歷程', '作者: 廖冠維'];
  test('a word that sites have on buttons is a term where the title has it', () => {
    expect(read(...top, '關鍵詞: 喪偶男性', '求助', '信任', 'widowed men', '日期: 2014')).toMatchObject({
      keywords: ['喪偶男性', '求助', '信任', 'widowed men'],
      authors: ['廖冠維'],
    });
  });
  test('names and addresses end it', () => {
    expect(read(...top, '關鍵詞: 喪偶男性', '王安 李平', '国立龙溪大学, 台北 610000')).toMatchObject({
      keywords: ['喪偶男性'],
    });
  });
  test('terms between strokes are all of it', () => {
    expect(read(...front, 'Keywords', 'trust / night shift / wards', 'Report a problem')).toMatchObject({
      keywords: ['trust', 'night shift', 'wards'],
    });
  });
});

describe('a title that the page’s own reference alone has', () => {
  const abstract = [
    'Abstract',
    'Volunteers visit people in county jails and are often the only ones to whom distress is spoken. We asked forty of them what they are told, and what they do with it.',
  ];
  test('quoted below the words for a reference', () => {
    const reference = 'Berg, Ana K., "Alliance Behind Glass: Visits in County Jails" (2019). Theses. 33.';
    expect(
      read('Electronic Theses', 'Author', 'Ana K. Berg', ...abstract, 'Recommended Citation', reference),
    ).toMatchObject({
      title: 'Alliance Behind Glass: Visits in County Jails',
    });
  });
  test('in both languages, with the volume and pages of the page’s head', () => {
    const head = '心理研究学报 2022, Vol. 54 Issue (8): 934-947. doi: 10.5555/SP.2022.1';
    const references = [
      '王安, 李平. (2022). 来访者的宽恕与同盟破裂的修复. 心理研究学报, 54(8), 934-947.',
      'WANG An, LI Ping. (2022). Client forgiveness and the repair of ruptures. Journal of Inquiry, 54(8), 934-947.',
    ];
    expect(read(head, '王安1, 李平2', ...abstract, ...references)).toMatchObject({
      title_zh: '来访者的宽恕与同盟破裂的修复',
      title: 'Client forgiveness and the repair of ruptures',
      authors: ['王安', '李平'],
    });
  });
  test('above its abstract, and nothing else is there', () => {
    const [, prose = ''] = abstract;
    expect(
      read('Okafor B, Lind S. Trust and bread in night shelters. Journal of Shelter Care. 2018;14(2):33-41.', prose),
    ).toMatchObject({
      title: 'Trust and bread in night shelters',
      authors: ['B Okafor', 'S Lind'],
      journal: 'Journal of Shelter Care',
      year: 2018,
      pages: '33-41',
      abstract: prose,
    });
  });
  test('a reference to another paper gives none', () => {
    const other = 'Dahl, C. (2018). Another study of trust. Journal of Inquiry, 12(3), 14-20.';
    expect(read('Berg Journal 2022; 54(8): 934-947', ...abstract, other)).toMatchObject({ title: null });
  });
});

test('an abstract that goes on in the other language is two', () => {
  const zh =
    '咨询师会犯错，也会在督导中说出其中的一部分。本研究访谈了十六名咨询师和七名督导师，沉默有三种：顾及面子、保护来访者、等督导师来问。督导师讲过自己的失误时，披露更早，同盟也有所增进。';
  const en =
    'Counselors make errors and tell some of them in supervision. This study interviewed sixteen counselors and seven supervisors. Three kinds of silence were found: to keep face, to protect the client, and to wait.';
  expect(read('咨询师的沉默与道歉：失误披露研究', '王安 李平', `摘要：${zh}${en}`)).toMatchObject({
    abstract_zh: zh,
    abstract: en,
  });
});

describe('what is around a value and not of it', () => {
  const abstract = [
    'Abstract',
    'We asked forty nurses how the alliance grows behind locked doors, and what they lose when a patient moves on to another ward without a word of warning.',
  ];
  test('a subject of the site above a column of terms', () => {
    expect(
      read(...front, ...abstract, 'Psychiatry', 'locked doors', 'nurses', 'working alliance', 'Figures'),
    ).toMatchObject({
      keywords: ['locked doors', 'nurses', 'working alliance'],
    });
    // Nothing of the paper is in these.
    expect(
      read(...front, ...abstract, 'Psychiatry', 'my account', 'my orders', 'my downloads', 'Figures'),
    ).toMatchObject({
      keywords: null,
    });
  });
  test('the terms that an index makes, in capitals behind the authors’ own', () => {
    const terms = (last: string) => read(...front, ...abstract, `Keywords: alliance; night wards; ${last}`);
    expect(terms('HEALTH-CARE; THERAPEUTIC RELATIONSHIP')).toMatchObject({ keywords: ['alliance', 'night wards'] });
    expect(terms('PTSD; ADHD')).toMatchObject({ keywords: ['alliance', 'night wards', 'PTSD', 'ADHD'] });
  });
  test('what the one who reports a paper says below its abstract', () => {
    const zh =
      '来访者常常对治疗师隐瞒自杀想法。我们在治疗结束后询问来访者是否隐瞒过这类想法，并请治疗师猜测。温和地说出来时，同盟都会上升。';
    expect(
      read('治疗师知道来访者在说谎吗', '王安 李平', '摘要', zh, '小张的话：所以不如练怎么开口，这一点大家都可以做到。'),
    ).toMatchObject({
      abstract_zh: zh,
    });
  });
  test('the number of its pages', () => {
    expect(read(...front.slice(0, 2), '文档格式：pdf 页数：5页 阅读：46', ...abstract)).toMatchObject({ pages: null });
  });
  test('a word for the site behind the journal’s name, and other papers of the issue', () => {
    const zh =
      '目的 观察修复谈话的效果。方法 将一百二十例患者随机分为两组，在解除约束后与患者谈话二十分钟。结果 修复谈话组的同盟得分高于常规组。';
    const page = [
      '岭外神经精神疾病杂志 手机版',
      '精神科急诊约束后修复谈话的效果观察',
      '王安 李平',
      '2021年47卷8期 页码:463-467',
      '摘要',
      zh,
    ];
    expect(read(...page, '同期文章', '阿尔茨海默病照料者负担的影响因素 2021年47卷8期 468-472')).toMatchObject({
      journal: '岭外神经精神疾病杂志',
      pages: '463-467',
    });
  });
  test('the reference again, in the other language', () => {
    const references = [
      '引用格式： 王安，李平. 失独父母的治疗联盟[J]. 中部医学心理，2024, 27(6)：1031-1038.',
      'WANG An, LI Ping. Therapeutic alliance of bereaved parents[J]. Zhongbu Yixue Xinli, 2024, 27(6): 1031-1038.',
    ];
    expect(read('失独父母的治疗联盟', '王安，李平', ...references)).toMatchObject({
      title_zh: '失独父母的治疗联盟',
      title: 'Therapeutic alliance of bereaved parents',
    });
  });
});

test('a journal before its buttons and what an index says of it, above its numbers', () => {
  expect(
    read('Archives of Gentle Care · Log in · Editors · SJR Q3', 'Volume 12, Issue 4', '', ...front.slice(0, 2)),
  ).toMatchObject({ journal: 'Archives of Gentle Care', volume: '12', issue: '4' });
});

test('where names were published is behind them', () => {
  expect(read('夜班护士如何与患者说话', '作者：沈知微 温如初 《江湾护理》 2016年第4卷第2期7-12')).toMatchObject({
    authors: ['沈知微', '温如初'],
    journal: '江湾护理',
    volume: '4',
    issue: '2',
    pages: '7-12',
  });
});

test('what a site asks of a reader who may see the abstract alone is not of it', () => {
  const prose =
    'Volunteers visit people in county jails and are often the only ones to whom distress is spoken. We asked forty of them what they are told, and what they do with it.';
  expect(
    read(...front.slice(0, 2), 'Abstract', prose, 'Subscribe or log in for access to the full text.'),
  ).toMatchObject({
    abstract: prose,
  });
});

test('terms behind a label that ends in a stop', () => {
  expect(read(...front.slice(0, 2), 'Keywords. alliance, nurses, forensic wards')).toMatchObject({
    keywords: ['alliance', 'nurses', 'forensic wards'],
  });
});

test('a title, its names and their address on one line', () => {
  expect(
    read(
      'When the porter remembers: first words in clinics Ines Calder & Tom Wray School of Social Care, Larkspur, UK',
      ...references,
    ),
  ).toMatchObject({ title: 'When the porter remembers: first words in clinics', authors: ['Ines Calder', 'Tom Wray'] });
});

test('an institution in Polish is no name', () => {
  expect(read(front[0] ?? '', 'Ewa Lipska', 'Katedra Opieki, Uniwersytet Zachodni', ...menu)).toMatchObject({
    authors: ['Ewa Lipska'],
  });
});
