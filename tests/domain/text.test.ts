import { describe, expect, test } from 'vitest';
import {
  foldForMatching,
  foldSpace,
  joinSentences,
  sentenceAnchor,
  sentenceSpans,
  withoutFinalStop,
} from '#domain/text';

const sentences = (text: string) => sentenceSpans(text).map(([start, end]) => text.slice(start, end));

describe('sentences', () => {
  const cases: Record<string, [string, string[]]> = {
    'two plain sentences': ['One here. Two there.', ['One here.', 'Two there.']],
    'an abbreviation ends nothing': ['Some, e.g. Interpreters, agree.', ['Some, e.g. Interpreters, agree.']],
    'et al. ends nothing': ['Smith et al. Found it. So did we.', ['Smith et al. Found it.', 'So did we.']],
    'an initial ends nothing': ['J. Smith wrote it. We read it.', ['J. Smith wrote it.', 'We read it.']],
    'a decimal number is one word': [
      'It rose by 4.5 points. Then it fell.',
      ['It rose by 4.5 points.', 'Then it fell.'],
    ],
    'Chinese needs no space': ['共纳入研究。结果一致。', ['共纳入研究。', '结果一致。']],
    'a closing quotation mark stays': ['他说：“可以。”然后离开。', ['他说：“可以。”', '然后离开。']],
    'question and exclamation': ['Why? Because! It is so.', ['Why?', 'Because!', 'It is so.']],
    'white space between is left out': ['One.   \u00a0 Two.', ['One.', 'Two.']],
    'no final stop': ['adding to the burden This study explores', ['adding to the burden This study explores']],
    'lower case after a stop goes on': ['the p. value was low. it held', ['the p. value was low. it held']],
    empty: ['  ', []],
  };
  test.each(Object.entries(cases))('%s', (_name, [text, expected]) => {
    expect(sentences(text)).toEqual(expected);
  });

  test('join as the language writes', () => {
    expect(joinSentences(['A.', 'B.'], 'en')).toBe('A. B.');
    expect(joinSentences(['甲。', '乙。'], 'zh-Hans')).toBe('甲。乙。');
  });
});

describe('anchors', () => {
  test('come from the text alone, whatever its spaces, quotes and case', () => {
    expect(sentenceAnchor('The  client’s view.')).toBe(sentenceAnchor("the client's view."));
    expect(sentenceAnchor('The client’s view.')).toMatch(/^s-[0-9a-z]{8}$/);
  });
  test('differ for texts that differ by one character', () => {
    const anchors = new Set(Array.from({ length: 2000 }, (_, i) => sentenceAnchor(`Sentence number ${i}.`)));
    expect(anchors.size).toBe(2000);
  });
});

describe('folding', () => {
  test('no-break and repeated spaces become one', () => {
    expect(foldSpace(' a \u00a0\n b ')).toBe('a b');
  });
  test('full-width forms, dashes and quotes compare equal to plain ones', () => {
    expect(foldForMatching('Ａ–B “c”')).toBe('a-b "c"');
  });
  const stops: [string, string][] = [
    ['A Narrative Review.', 'A Narrative Review'],
    ['叙述性回顾。', '叙述性回顾'],
    ['Wait for it...', 'Wait for it...'],
    ['Why?', 'Why?'],
  ];
  test.each(stops)('final stop of %s', (title, expected) => {
    expect(withoutFinalStop(title)).toBe(expected);
  });
});
