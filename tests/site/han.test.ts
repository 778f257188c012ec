import { expect, test } from 'vitest';
import { hanShown, hanStretches } from '#text/han-marks';
import { joinNames, phrases } from '../../src/site/han.ts';

const kept = (text: string): string =>
  hanStretches(text)
    .map(({ text: own }) => own)
    .join('');

test.each([
  ['有潜在救生作用的,受到多个过程影响', '有潜在救生作用的，受到多个过程影响'],
  ['治疗联盟:叙述性回顾', '治疗联盟：叙述性回顾'],
  ['“边缘”,“联盟”', '“边缘”，“联盟”'],
  ['为什么?', '为什么？'],
  ['16名参与者,12名女性;CBT组8人', '16名参与者，12名女性；CBT组8人'],
  ['信任, trust', '信任, trust'],
  ['n=12, 3:1, 见 Table 2: 结果', 'n=12, 3:1, 见 Table 2: 结果'],
  ['Alliance: a review, in brief', 'Alliance: a review, in brief'],
])('%s is seen as %s, and stays what it is', (text, seen) => {
  expect(hanShown(text)).toBe(seen);
  expect(kept(text)).toBe(text);
});

test.each([
  ['口译在场，联盟有何不同', ['口译', '在场，联盟', '有何', '不同']],
  ['来访者的看法', ['来访者的', '看法']],
  ['An English title', ['An English title']],
  ['', []],
])('a line of a heading ends between words: %s', (text, cut) => expect(phrases(text)).toEqual(cut));

test.each([
  [['张三', '李四', 'Anna Berg'], '张三、李四, Anna Berg'],
  [['Anna Berg'], 'Anna Berg'],
  [[], ''],
])('names are joined as their script joins them: %s', (names, text) => expect(joinNames(names)).toBe(text));
