import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Draft } from '#domain/draft';
import { sourceText } from '#domain/source';
import { draftAtOnce } from '../../../scripts/pipeline/read/draft.ts';

const folder = join(import.meta.dirname, '../../fixtures/references');
const read = (text: string) => draftAtOnce(sourceText('joined.txt', text));
const titleOf = ({ titles }: Draft): string => titles[0]?.value.text ?? '';

/** Of each format the first fixture that has nothing broken in it. */
const formats = readdirSync(folder)
  .filter((name) => !/below-a-search|bomb|prototype|open-quotes|missing|formulas|pmid-in-title|chapter$/u.test(name))
  .map((name) => {
    const file = readdirSync(join(folder, name)).find((one) => one.startsWith('input.')) ?? '';
    const text = readFileSync(join(folder, name, file), 'utf8')
      .replace(/^\ufeff/u, '')
      .trimEnd();
    const { format, reading } = read(text);
    return { name: format, text, titles: reading.drafts.map(titleOf) };
  })
  .filter((one, i, all) => all.findIndex((other) => other.name === one.name) === i);

const title = 'Slow dough and the worries of bakers: a randomised trial';
const abstract =
  'Background: Bakers worry about their loaves. Methods: In this trial 40 bakers were asked in interviews about the dough that they made by night, and about their worries. Results: Slow dough lowered the worries of the participants. Conclusions: Slow dough may help bakers.';

/** What people paste behind the records of a file, and whether a blank line is between. */
const behind: readonly [what: string, text: string, between: readonly string[]][] = [
  [
    'a page',
    `Journal of Bread Studies\nHome\nAbout\n${title}\nPaula Vey, Kim Roe\n2018;5(2):83-98. doi: 10.5555/bread.2018.7\nAbstract\n${abstract}\nKeywords: dough; bakers\nReferences\nContact us`,
    ['\n', '\n\n'],
  ],
  ['a page without labels', `${title}\n\nPaula Vey, Kim Roe\n\n${abstract}`, ['\n\n']],
  [
    'a page in Chinese',
    '慢面团与面包师的忧虑：一项随机试验\n韦保拉，罗金\n面包研究，2018，5(2)：83-98\n摘要：背景：面包师常为面包担忧。方法：本研究对40名面包师进行访谈，了解其夜间制作的面团及其忧虑。结果：慢面团降低了被试的忧虑。结论：慢面团可能对面包师有所帮助，值得进一步研究。\n关键词：面团；面包师',
    ['\n'],
  ],
  [
    'a remark',
    'These are the records of my second search in the library in March, after Kim had told me that the first one left out the years before 2010. I still have to look at bread.',
    ['\n', '\n\n'],
  ],
  [
    'a record of MEDLINE',
    `PMID- 31000001\nOWN - NLM\nDP  - 2018\nTI  - ${title}\nPG  - 83-98\nAB  - ${abstract}\nFAU - Vey, Paula\nJT  - Bread studies`,
    ['\n'],
  ],
  ['a record of RIS', `TY  - JOUR\nAU  - Vey, Paula\nTI  - ${title}\nPY  - 2018\nER  - `, ['\n']],
  ['an entry of BibTeX', `@article{vey2018,\n  title = {${title}},\n  author = {Vey, Paula}\n}`, ['\n']],
];

/** The lines of a draft's values. */
function linesIn(value: unknown): number[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('line' in value && 'columns' in value && typeof value.line === 'number') return [value.line];
  return Object.values(value).flatMap(linesIn);
}

describe('what stands behind the last record of a file is read or told, and no record holds it', () => {
  test('in every format', () => expect(formats.length).toBeGreaterThan(20));

  test.each(behind)('%s', (_, text, between) => {
    for (const { name, text: records, titles } of formats)
      for (const blank of between) {
        const { reading, notices } = read(records + blank + text);
        const begin = (records + blank).split(/\r\n?|\n/u).length;
        const left = reading.drafts.map(titleOf).filter((one) => !titles.includes(one));
        const told = notices.find(({ rule }) => rule === 'text-outside-records');
        const isTold = told?.severity === 'warning' && 'line' in told.place && /^\d+ lines? that/u.test(told.seen);
        expect(left.some((one) => /^Slow dough|^慢面团/u.test(one)) || isTold, name).toBe(true);
        expect(reading.drafts.map(titleOf), name).toEqual(expect.arrayContaining(titles));
        const isMixed = (lines: number[]): boolean =>
          lines.some((line) => line < begin) && lines.some((line) => line >= begin);
        expect(reading.drafts.filter((draft) => isMixed(linesIn(draft))).map(titleOf), name).toEqual([]);
      }
  });
});

test('what a program says of its export is no text to be told', () => {
  const { notices } = read(
    'Exported from the library on 3 March 2020\n\nTY  - JOUR\nTI  - Slow dough\nER  - \n\nEnd of the list, 1 record\n',
  );
  expect(notices.filter(({ severity }) => severity !== 'info')).toEqual([]);
});
