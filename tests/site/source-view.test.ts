import { describe, expect, test } from 'vitest';
import type { Stretch } from '../../src/domain/ledger.ts';
import { sourceText } from '../../src/domain/source.ts';
import { viewSource as view, type Range, type ViewRow } from '../../src/site/source-view.ts';

const viewSource = (file: string, text: string, stretches: Stretch[], range?: Range) =>
  view(sourceText(file, text), stretches, range);
const field = (line: number, from: number, past: number, name = 'titles.en'): Stretch => ({
  line,
  columns: [from, past],
  outcome: { kind: 'field', field: name },
});
const furniture = (line: number, from: number, past: number): Stretch => ({
  line,
  columns: [from, past],
  outcome: { kind: 'furniture', rule: 'site-footer' },
});
/** A row as `1: [title]abc| |[site-footer]def`. */
const shown = (row: ViewRow): string =>
  'left' in row
    ? `left ${row.left}`
    : `${row.number}: ${row.pieces
        .map(({ text, outcome }) =>
          outcome ? `[${outcome.kind === 'field' ? outcome.field : outcome.kind}]${text}` : text,
        )
        .join('|')}`;

describe('a source line by line', () => {
  test('each stretch with what it became; blanks between them', () => {
    const rows = viewSource('x.txt', 'Title here\n\nfoot er\n', [
      field(1, 1, 11),
      furniture(3, 1, 5),
      furniture(3, 6, 8),
    ]);
    expect(rows.map(shown)).toEqual(['1: [titles.en]Title here', '2: ', '3: [furniture]foot| |[furniture]er']);
  });

  test('a outcome is named once where stretches follow one another', () => {
    const [row] = viewSource('x.txt', 'aa bb cc', [furniture(1, 1, 3), furniture(1, 4, 6), field(1, 7, 9)]);
    expect(row && 'pieces' in row && row.pieces.filter(({ outcome }) => outcome).map(({ again }) => again)).toEqual([
      false,
      true,
      false,
    ]);
  });

  test.each(['a\r\nb\r\n', 'a\nb\n', 'a\rb\r'])('line ends of every kind: %j', (text) => {
    expect(viewSource('x.txt', text, []).map(shown)).toEqual(['1: a', '2: b']);
  });

  test('no character is lost, wherever the stretches are', () => {
    const text = 'abcdefghij';
    const stretches = [field(1, 3, 5), furniture(1, 4, 8), field(1, 40, 50), field(7, 1, 2)];
    const [row] = viewSource('x.txt', text, stretches);
    expect(row && 'pieces' in row && row.pieces.map((piece) => piece.text).join('')).toBe(text);
  });

  test('a part of a large file: only its lines', () => {
    expect(viewSource('x.ris', 'a\nb\nc\nd', [], { from: 2, to: 3 }).map(shown)).toEqual(['2: b', '3: c']);
  });

  test('a part of one long line: only its columns', () => {
    const rows = viewSource('x.json', '0123456789', [field(1, 4, 6)], { from: 1, to: 1, columns: [3, 8] });
    expect(rows.map(shown)).toEqual(['1: 2|[titles.en]34|56']);
  });

  test('a line of 300,000 characters is whole', () => {
    const line = '字'.repeat(300_000);
    const [row] = viewSource('x.txt', line, [field(1, 100, 200)]);
    expect(row && 'pieces' in row && row.pieces.reduce((sum, piece) => sum + piece.text.length, 0)).toBe(300_000);
  });

  test('in a larger source furniture is shortened and counted, and nothing else is', () => {
    const text = `${'f'.repeat(500_000)}\n${'x\n'.repeat(10)}${'v'.repeat(5000)}`;
    const lines = Array.from({ length: 10 }, (_, index) => furniture(index + 2, 1, 2));
    const rows = viewSource('x.html', text, [furniture(1, 1, 500_001), ...lines, field(12, 1, 5001)]);
    const first = rows[0];
    expect(first && 'pieces' in first && first.pieces[0]?.left).toBe(499_700);
    expect(rows.filter((row) => 'left' in row)).toEqual([{ left: 8, after: 3 }]);
    const last = rows.at(-1);
    expect(last && 'pieces' in last && last.pieces[0]?.text.length).toBe(5000);
  });
});
