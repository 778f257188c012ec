import { describe, expect, test } from 'vitest';
import { readGeneral } from '../../../scripts/formats/pages/general.ts';
import { stateTitleLines } from '../../../scripts/formats/pages/headlines.ts';
import type { Line } from '../../../scripts/formats/pages/page.ts';
import { pageOf } from '../support.ts';
import { sourceText } from '#domain/source';

/** The title that is stated where the first of these lines is the title's. */
function titlesOf(...lines: readonly string[]): { text: string; role?: string }[] {
  const page = pageOf(...lines);
  stateTitleLines(page, page.lines[0] as Line, []);
  return page.draft.titles.map(({ value }) => ({ text: value.text, ...(value.role ? { role: value.role } : {}) }));
}

/** The titles of a whole page, an original or translation alike unless a machine made it. */
const titlesOfPage = (...lines: readonly string[]): { text: string; role?: string }[] =>
  readGeneral(sourceText('page.txt', lines.join('\n'))).page.draft.titles.map(({ value }) => ({
    text: value.text,
    ...(value.role === 'machine-translation' ? { role: value.role } : {}),
  }));

test.each<[string, string]>([
  ['Title: Alliance on forensic wards', 'Alliance on forensic wards'],
  ['题名：精神科护士与患者的治疗联盟', '精神科护士与患者的治疗联盟'],
  ['精神科护士与患者的治疗联盟 被引量：12', '精神科护士与患者的治疗联盟'],
  ['精神科护士与患者的治疗联盟 下载次数:340', '精神科护士与患者的治疗联盟'],
  ['精神科护士与患者的治疗联盟.caj', '精神科护士与患者的治疗联盟'],
  ['Alliance on forensic wards.pdf', 'Alliance on forensic wards'],
  ['Alliance in early psychosis disorderA Cohort Study', 'Alliance in early psychosis disorder: A Cohort Study'],
  ['精神科护士与患者的治疗联盟*', '精神科护士与患者的治疗联盟'],
  ['精神科护士与患者的治疗联盟_工作同盟论文', '精神科护士与患者的治疗联盟'],
  ['論文名稱（外文）: Alliance on forensic wards', 'Alliance on forensic wards'],
  ['P4-117 - Alliance on forensic wards', 'Alliance on forensic wards'],
  // A number that ends a title counts nothing.
  ['Alliance after COVID-19', 'Alliance after COVID-19'],
])('%s', (line, expected) => {
  expect(titlesOf(line).map(({ text }) => text)).toEqual([expected]);
});

test('a title that a PDF file cut inside a word, and in capitals before a small word', () => {
  expect(titlesOf('TALKING ABOUT MEDI-', 'CATION IN TWO SHELTERS', 'AND ON THE STREET', 'ANA BERG, PhD')).toEqual([
    { text: 'TALKING ABOUT MEDICATION IN TWO SHELTERS AND ON THE STREET' },
  ]);
});

describe('a title in the other script', () => {
  const english = 'Therapeutic alliance between nurses and inpatients: an interview study';
  const chinese = '精神科护士与住院患者的治疗联盟:一项访谈研究';

  test('right below', () => {
    expect(titlesOfPage(english, chinese, 'Ana Berg').map(({ text }) => text)).toEqual([english, chinese]);
  });
  test('a machine made it, and says so', () => {
    expect(titlesOfPage(english, `机器翻译：${chinese}`)).toEqual([
      { text: english },
      { text: chinese, role: 'machine-translation' },
    ]);
  });
  const abstract =
    'Forty nurses and inpatients were interviewed about the therapeutic alliance. Results show that trust between nurses and patients grew from small favours, and that rules had to be explained.';

  test('further down, above names in its script', () => {
    const lines = [
      chinese,
      '王雅玲, 陈志明',
      '华东大学心理学院',
      '',
      english,
      'Yaling Wang, Zhiming Chen',
      'Abstract',
      abstract,
    ];
    expect(titlesOfPage(...lines).map(({ text }) => text)).toEqual([chinese, english]);
  });
  test('not among the references', () => {
    const lines = [
      chinese,
      '王雅玲, 陈志明',
      '华东大学',
      '邮编 200000',
      '参考文献',
      '[1] 李雷. 联盟研究[J]. 心理科学进展, 2020, 28(3): 12-20.',
      english,
      'Yaling Wang, Zhiming Chen',
    ];
    expect(titlesOfPage(...lines).map(({ text }) => text)).toEqual([chinese]);
  });
  test('not where it says far less or far more than the first', () => {
    const lines = [chinese, '王雅玲, 陈志明', '华东大学', 'Nurses at work', 'Yaling Wang, Zhiming Chen'];
    expect(titlesOfPage(...lines).map(({ text }) => text)).toEqual([chinese]);
  });
});

test('a title below a table of contents that names references, and the day of publication', () => {
  expect(
    titlesOfPage(
      'Letters on Ward Life',
      'Article contents',
      'Abstract',
      'References',
      'Trust between nurses and patients on night wards',
      'Published online by Cambridge University Press: 04 May 2020',
      'Ana Berg, Carl Dahl and Eva Kim',
      'Abstract',
      'Nurses on night wards meet patients when hardly anybody else is there. We watched how trust between nurses and patients begins, over two winters and on three wards, and asked both what had made it possible.',
    ).map(({ text }) => text),
  ).toEqual(['Trust between nurses and patients on night wards']);
});
