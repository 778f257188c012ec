import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sourceText } from '#domain/source';
import { draft } from '../../../scripts/pipeline/read/draft.ts';

const folder = 'tests/fixtures/layouts/pages';
const pages = readdirSync(folder)
  .sort()
  .filter((_, i) => i % 4 === 0)
  .map((name) => {
    const label = join(folder, '../gold', name.replace(/\.\w+$/u, '.json'));
    const { is_paper } = JSON.parse(readFileSync(label, 'utf8')) as { is_paper?: boolean };
    return { name, text: readFileSync(join(folder, name), 'utf8'), isPaper: is_paper !== false };
  });

const isTold = (text: string): boolean =>
  draft(sourceText('page.txt', text)).notices.some(({ rule }) => rule === 'several-pages-in-one');

describe('scraped pages', () => {
  test('one alone is not told to be several', () => {
    expect(pages.filter(({ text }) => isTold(text)).map(({ name }) => name)).toEqual([]);
  });

  /** How many of the pairs are told; docs/measurements.md has the figure over all pages. */
  test.each([
    ['nothing', '\n', 0.82],
    ['a line of signs', '\n=====\n', 0.9],
  ])('two, one behind the other with %s between, are told to be several, in most pairs', (_, between, least) => {
    const papers = pages.filter(({ isPaper, text }) => isPaper && !text.includes('<html'));
    const pairs = papers.slice(1).map(({ text }, i) => `${papers[i]?.text ?? ''}${between}${text}`);
    expect(pairs.filter(isTold).length / pairs.length).toBeGreaterThan(least);
  });
});

const page = (title: string, names: string, abstract: string, citation: string): string =>
  `Journal of Bread Studies\nHome\nAbout\n${title}\n${names}\n${citation}\nAbstract\n${abstract}\nReferences\nSubmit\nContact us\n`;
const one = page(
  'Slow dough and the worries of bakers: a randomised trial',
  'Paula Vey, Kim Roe',
  'Background: Bakers worry about their loaves. Methods: In this trial 40 bakers were asked in interviews about the dough that they made by night, and about their worries. Results: Slow dough lowered the worries of the participants. Conclusions: Slow dough may help bakers.',
  '2018;5(2):83-98. doi: 10.5555/bread.2018.7',
);

describe('what a second part shows', () => {
  test('a line of signs between two pages without labels: both are set aside', () => {
    const thin = (title: string, names: string, text: string): string => `${title}\n${names}\n${text}\n`;
    const first = thin(
      'Slow dough and the worries of bakers: a randomised trial',
      'Paula Vey, Kim Roe',
      'Bakers worry about their loaves. In this trial 40 bakers were asked in interviews about the dough that they made by night, and about their worries. Slow dough lowered the worries of the participants.',
    );
    const second = thin(
      'Rolls at night: a qualitative study of two towns',
      'Lu Ostrander, Franz Dorn',
      'We examined how rolls are made at night in two towns. Interviews with 12 participants were analysed for themes. Four themes were found, of which sleep was the first, and rolls need rest as their makers do.',
    );
    expect(isTold(`${first}\n=====\n\n${second}`)).toBe(true);
  });

  // Without its hyphen, "3-9" is inside "83-98".
  test.each(['1-9', '3-9'])('another paper, on pages %s: both are set aside', (pages) => {
    const other = page(
      'Rolls at night: a qualitative study of two towns',
      'Lu Ostrander, Franz Dorn',
      'Objective: We examined how rolls are made at night in two towns. Method: Interviews with 12 participants were analysed for themes. Results: Four themes were found, of which sleep was the first. Conclusion: The findings show that rolls need rest as their makers do.',
      `2019;6(1):${pages}. doi: 10.5555/rolls.2019.1`,
    );
    expect(isTold(`${one}\n${other}`)).toBe(true);
  });

  const chinese = `慢面团与面包师的忧虑：一项随机试验\n摘要\n背景：面包师常为面包担忧。方法：本研究对40名面包师进行访谈，了解其夜间制作的面团及其忧虑。结果：慢面团降低了被试的忧虑。结论：慢面团可能对面包师有所帮助，值得进一步研究。\n`;

  test('a line of signs between pages in two languages: both are set aside', () => {
    expect(isTold(`${one}\n\n=====\n\n${chinese}`)).toBe(true);
  });

  test('a second page without a title, which begins with its citation: both are set aside', () => {
    const thin =
      'Bread Univ, Sch Loaves, Town, Switzerland.\nRolls One. 2019 Nov 13;14(11):e224. doi: 10.5555/rolls.0224.\nObjective: We examined how rolls are made at night in two towns. Method: Interviews with 12 participants were analysed for themes. Results: Four themes were found, of which sleep was the first. Conclusion: The findings show that rolls need rest as their makers do.\n';
    expect(isTold(`${one}\n${thin}`)).toBe(true);
  });

  test('numbered references above a page with a number of PubMed are no records of PubMed', () => {
    const cited = '1. Quimby C, Yates P. After the oven closes. Rolls Health. 2015;8(2):44-51.\nBack to top\n';
    const other = page(
      'Rolls at night: a qualitative study of two towns',
      'Lu Ostrander, Franz Dorn',
      'Objective: We examined how rolls are made at night in two towns. Method: Interviews with 12 participants were analysed for themes. Results: Four themes were found, of which sleep was the first. Conclusion: The findings show that rolls need rest as their makers do.',
      'Rolls. 2019;6(1):1-9. doi: 10.5555/rolls.2019.1\nPMID: 31000001',
    );
    expect(isTold(`${one}${cited}\n\n${other}`)).toBe(true);
  });

  test('the same paper again is one', () => {
    expect(isTold(`${one}\n${one}`)).toBe(false);
  });

  test('a page in two languages, with keywords below each abstract and references, is one', () => {
    const text = readFileSync('tests/fixtures/layouts-apart/k/pages/1007_erudit.txt', 'utf8');
    expect(isTold(text)).toBe(false);
  });

  test('the same paper in Chinese is one', () => {
    expect(isTold(`${one}\n${chinese}`)).toBe(false);
  });
});
