import { describe, expect, test } from 'vitest';
import { holdsWord } from '#prose/absent';
import { denies, reportIn, reportInHeading } from '#prose/reported';

const names = ['Iversen', '陈'];

describe('what a reading may not say: what a paper, a study or somebody in one did, found or said', () => {
  test.each([
    ['The review found that trust matters.', 'The review found'],
    ['Both studies also report distrust.', 'Both studies also report'],
    ['These clients felt unheard.', 'clients felt'],
    ['The abstract names three gaps.', 'The abstract names'],
    ['Participants described fear.', 'Participants described'],
    ['Trust has been shown to matter.', 'has been shown to'],
    ['As Iversen sees it, trust matters.', 'Iversen'],
    ['Doe and colleagues (2020) were careful.', 'Doe and colleagues'],
    ['Smith et al. are careful.', 'Smith et al'],
    ['In this trial, most of the therapists said so.', 'therapists said'],
    ['Its authors conclude otherwise.', 'Its authors conclude'],
    ['Clients left because of distrust.', 'Clients left'],
    ['Often patients had moved before.', 'patients had'],
  ])('%s', (sentence, words) => expect(reportIn(sentence, 'en', names)).toBe(words));

  test.each([
    ['该研究发现信任很重要。', '研究发现'],
    ['这两篇综述都指出了空白。', '综述都指出'],
    ['参与者觉得没有人听。', '参与者觉得'],
    ['患者表示害怕。', '患者表示'],
    ['王某等人（2020）很谨慎。', '某等人'],
    ['陈的看法不同。', '陈'],
    ['来访者离开了治疗。', '来访者离开了'],
  ])('%s', (sentence, words) => expect(reportIn(sentence, 'zh', names)).toBe(words));
});

describe('what a reading may say', () => {
  test.each([
    'Less directly is not the same as less.',
    'Tell a patient before a move who will stay in touch.',
    'Such interviews can show what relationships mean, not how common that is.',
    'We read that the effect is of weight.',
    'Whether a study found so would have to be asked.',
    'A trial could show more.',
    'Ask clients what they want.',
    'An alliance is a collaboration.',
  ])('%s', (sentence) => expect(reportIn(sentence, 'en', names)).toBeUndefined());

  test.each(['不那么直接，不等于更小。', '这样的访谈能说明关系意味着什么。', '推荐数字干预时，不妨问一问背后是谁。'])(
    '%s',
    (sentence) => expect(reportIn(sentence, 'zh', names)).toBeUndefined(),
  );
});

test('a heading may ask what papers say, and name one, but not say it', () => {
  expect(reportInHeading('What the papers say', 'en')).toBeUndefined();
  expect(reportInHeading('论文说了什么', 'zh')).toBeUndefined();
  expect(reportInHeading('The review found trust', 'en')).toBe('The review found');
});

test('an absence denies', () => {
  expect(denies('The abstract does not say.', 'en')).toBe(true);
  expect(denies('The abstract says so.', 'en')).toBe(false);
  expect(denies('摘要没有说明。', 'zh')).toBe(true);
  expect(denies('摘要说明了。', 'zh')).toBe(false);
});

describe('a text holds a word', () => {
  test.each([
    ['Trusting clients', 'trust', false],
    ['Trusting clients', 'trust*', true],
    ['distrust', 'trust*', false],
    ['an effect  size of', 'effect size*', true],
    ['Effect‐size', 'effect-size', true],
    ['与创伤有关的不信任', '信任', true],
    ['a class, b', 'class', true],
    ['subclass', 'class', false],
    ['x', '*', false],
  ])('%s / %s', (text, word, holds) => expect(holdsWord(text, word)).toBe(holds));
});
