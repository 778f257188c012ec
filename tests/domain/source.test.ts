import { describe, expect, test } from 'vitest';
import { formatPlace } from '#domain/place';
import { lineAt, offsetsOf, placesOf, sourceText } from '#domain/source';

const source = sourceText('a.txt', 'first\r\n  second \nthird\rfourth');

describe('places', () => {
  test('lines end at LF, CRLF and CR', () => {
    expect(source.lineStarts).toEqual([0, 7, 17, 23]);
  });
  test('an offset is on its line, line ends included', () => {
    expect([0, 6, 7, 16, 17, 22, 23, 28].map((offset) => lineAt(source, offset))).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
  });
  test('a value over lines has a place a line, without the white space at its ends', () => {
    expect(placesOf(source, 0, source.text.length)).toEqual([
      { file: 'a.txt', line: 1, columns: [1, 6] },
      { file: 'a.txt', line: 2, columns: [3, 9] },
      { file: 'a.txt', line: 3, columns: [1, 6] },
      { file: 'a.txt', line: 4, columns: [1, 7] },
    ]);
  });
  test('a place leads back to the very characters', () => {
    for (const place of placesOf(source, 9, 20)) {
      const [start, end] = offsetsOf(source, place);
      expect(['second', 'thi']).toContain(source.text.slice(start, end));
    }
  });
  test('white space alone has no place', () => {
    expect(placesOf(source, 5, 9)).toEqual([]);
  });
  test('is written as editors read it, the last column being the last character', () => {
    expect(formatPlace({ file: 'a.txt', line: 2, columns: [3, 9], pointer: '/title' })).toBe('a.txt:2:3-8 (/title)');
  });
});
