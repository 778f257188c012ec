import { expect, test } from 'vitest';
import { cutIntoPages, pageRoom, type SourceShown } from '../../src/site/source-pages.ts';
import type { SourceOfPaper } from '../../src/site/sources.ts';
import type { ViewLine, ViewRow } from '../../src/site/source-view.ts';

const line = (number: number, text: string): ViewLine => ({
  number,
  pieces: [{ text, column: 1, outcome: { kind: 'unclassified' }, again: false }],
});
const source = (file: string, rows: ViewRow[] | undefined): SourceOfPaper => ({
  file,
  entry: undefined,
  rows,
  part: false,
});
const isLine = (row: ViewRow): row is ViewLine => !('left' in row);
const linesOf = (pages: SourceShown[][], index: number): ViewLine[] =>
  pages.flat().flatMap((shown) => (shown.index === index ? (shown.rows ?? []).filter(isLine) : []));
const textOf = (lines: readonly ViewLine[], number: number): string =>
  lines.flatMap((it) => (it.number === number ? it.pieces.map(({ text }) => text) : [])).join('');

test('a short source is one page; one that is gone is named', () => {
  expect(cutIntoPages([source('a', [line(1, 'A')]), source('b', undefined)])).toMatchObject([
    [
      { index: 0, begins: true, rows: [{ number: 1 }] },
      { index: 1, begins: true, rows: undefined },
    ],
  ]);
  expect(cutIntoPages([])).toEqual([[]]);
});

test('a long source comes whole, in order, on pages none of which is too large', () => {
  const texts = Array.from({ length: 900 }, (_, i) => `${i} ${'<&\u200b词'.repeat(i % 40)}`);
  const first = source(
    'a',
    texts.map((text, i) => line(i + 1, text)),
  );
  const second = source('b', [line(1, 'B')]);
  const pages = cutIntoPages([first, second]);
  expect(pages.length).toBeGreaterThan(2);
  expect(linesOf(pages, 0).map(({ number }) => number)).toEqual(texts.map((_, i) => i + 1));
  texts.forEach((text, i) => expect(textOf(linesOf(pages, 0), i + 1)).toBe(text));
  for (const page of pages) {
    expect(page.length).toBeGreaterThan(0);
    const raw = page.flatMap(({ rows }) => (rows ?? []).filter(isLine).flatMap(({ pieces }) => pieces));
    expect(raw.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)).toBeLessThan(pageRoom);
  }
  expect(
    pages
      .flat()
      .filter(({ begins }) => begins)
      .map(({ index }) => index),
  ).toEqual([0, 1]);
});

test('a line longer than a page goes on on the next, has one anchor, and no character is cut in two', () => {
  const long = '𠮷'.repeat(60_000);
  const pages = cutIntoPages([source('a', [line(1, 'short'), line(2, long), line(3, 'after')])]);
  const lines = linesOf(pages, 0);
  expect(textOf(lines, 2)).toBe(long);
  expect(lines.filter(({ number, continued }) => number === 2 && !continued)).toHaveLength(1);
  for (const { pieces } of lines) for (const { text } of pieces) expect(text.isWellFormed()).toBe(true);
  const columns = lines
    .filter(({ number }) => number === 2)
    .flatMap(({ pieces }) => pieces.map(({ column }) => column));
  expect(columns).toEqual([...columns].sort((a, b) => a - b));
});
