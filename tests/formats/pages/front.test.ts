import { expect, test } from 'vitest';
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
