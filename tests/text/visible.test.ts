import { expect, test } from 'vitest';
import { segments, visible } from '#text/visible';

test('a character of the basic plane is a token on pages wherever it is one in terminals, and nowhere else', () => {
  const differing: string[] = [];
  for (let code = 0; code < 0x10000; code++) {
    const text = `a${String.fromCharCode(code)}b`;
    const hasToken = segments(text).some(({ token }) => token);
    // A page keeps tabs.
    if (hasToken !== (code !== 9 && visible(text) !== text)) differing.push(code.toString(16));
  }
  expect(differing).toEqual([]);
});

test('a text is cut at its hidden characters', () => {
  expect(segments('')).toEqual([]);
  expect(segments('信任, trust’s\t“care”…')).toEqual([{ text: '信任, trust’s\t“care”…', token: false }]);
  expect(segments('a\u202eb\u00adc')).toEqual([
    { text: 'a', token: false },
    { text: '⟨U+202E⟩', token: true },
    { text: 'b', token: false },
    { text: '⟨U+00AD⟩', token: true },
    { text: 'c', token: false },
  ]);
});
