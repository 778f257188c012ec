import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Mark } from '../../src/domain/text.ts';
import { cutRuns } from '../../src/site/marks.ts';
import { segments } from '#text/visible';

describe('cutRuns', () => {
  test('a text without marks is one run', () => {
    expect(cutRuns('plain')).toEqual([{ text: 'plain', tags: [] }]);
  });

  test('marks nest and overlap', () => {
    const marks: Mark[] = [
      { tag: 'i', start: 0, end: 6 },
      { tag: 'b', start: 3, end: 9 },
    ];
    expect(cutRuns('italicbold', marks)).toEqual([
      { text: 'ita', tags: ['i'] },
      { text: 'lic', tags: ['i', 'b'] },
      { text: 'bol', tags: ['b'] },
      { text: 'd', tags: [] },
    ]);
  });

  test('marks beyond the text, empty or reversed are harmless', () => {
    const marks: Mark[] = [
      { tag: 'sub', start: 2, end: 99 },
      { tag: 'b', start: 1, end: 1 },
      { tag: 'i', start: 3, end: 0 },
    ];
    expect(
      cutRuns('H2O', marks)
        .map(({ text, tags }) => `${text}:${tags.join()}`)
        .join(' '),
    ).toBe('H: 2: O:sub');
  });

  test('any marks give the text back', () => {
    const mark = fc.record({
      tag: fc.constantFrom<Mark['tag']>('i', 'b', 'sub', 'sup'),
      start: fc.nat(40),
      end: fc.nat(40),
    });
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(mark, { maxLength: 6 }), (text, marks) => {
        expect(
          cutRuns(text, marks)
            .map((run) => run.text)
            .join(''),
        ).toBe(text);
      }),
      { seed: 20261121 },
    );
  });
});

describe('segments', () => {
  test.each([
    ['plain text\twith a tab', ['plain text\twith a tab']],
    ['a\u202eb', ['a', '⟨U+202E⟩', 'b']],
    ['\u200b\u2066x', ['⟨U+200B⟩', '⟨U+2066⟩', 'x']],
    ['\u0000\u0007', ['⟨U+0000⟩', '⟨U+0007⟩']],
    ['\ud800x', ['⟨U+D800⟩', 'x']],
    ['soft\u00adhyphen', ['soft', '⟨U+00AD⟩', 'hyphen']],
    ['中文\u3000空格', ['中文\u3000空格']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(segments(text).map((segment) => segment.text)).toEqual(expected);
  });

  test('a token in the source is no token of ours', () => {
    expect(segments('⟨U+202E⟩')).toEqual([{ text: '⟨U+202E⟩', token: false }]);
  });

  test('300,000 characters', () => {
    const line = `${'x'.repeat(150_000)}\u202e${'口'.repeat(149_999)}`;
    expect(segments(line).map(({ text }) => text.length)).toEqual([150_000, 8, 149_999]);
  });
});
