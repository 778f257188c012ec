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
