import { describe, expect, test } from 'vitest';
import type { Paper } from '../../src/domain/paper.ts';
import { sourceText } from '../../src/domain/source.ts';
import { recordRanges } from '../../src/site/record-ranges.ts';
import { paper } from '../citations/support/papers.ts';

const place = (line: number, from: number, past: number, file = 'many.ris') => ({
  file,
  line,
  columns: [from, past] as [number, number],
});
/** A paper whose title and authors are at these places. */
const paperAt = (id: string, at: ReturnType<typeof place>[], other: ReturnType<typeof place>[] = []): Paper =>
  paper(id, {
    titles: [{ language: 'en', role: 'original', text: id, from: at }],
    sources: [{ file: 'many.ris', record: 1, format: 'ris', sha256: '0'.repeat(64) }],
    ...(other.length > 0 ? { doi: { value: '10.5555/x', from: other } } : {}),
  });

describe('the part of a file of many records that is one paper’s', () => {
  test('the lines around its values, to the blank line', () => {
    const text = 'TY  - JOUR\nTI  - a\nER  -\n\nTY  - JOUR\nTI  - b\nDO  - x\nER  -\n';
    const ranges = recordRanges(sourceText('many.ris', text), [
      paperAt('b', [place(6, 7, 8)], [place(7, 7, 8)]),
      paperAt('a', [place(2, 7, 8)]),
    ]);
    expect(Object.fromEntries(ranges)).toEqual({ a: { from: 1, to: 3 }, b: { from: 5, to: 8 } });
  });

  test('to the next record where no blank line parts them', () => {
    const text = 'id,title\n1,a\n2,b\n3,c\n';
    const papers = ['a', 'b', 'c'].map((id, index) => paperAt(id, [place(index + 2, 3, 4)]));
    const ranges = recordRanges(sourceText('many.ris', text), papers);
    expect(ranges.get('b')).toEqual({ from: 3, to: 3 });
  });

  test('columns where they are all on one line', () => {
    const text = '[{"title":"a"},{"title":"b"}]';
    const ranges = recordRanges(sourceText('many.ris', text), [
      paperAt('a', [place(1, 12, 13)]),
      paperAt('b', [place(1, 26, 27)]),
    ]);
    expect(ranges.get('b')).toEqual({ from: 1, to: 1, columns: [26, 27] });
  });

  test('places in other files do not count', () => {
    const ranges = recordRanges(sourceText('many.ris', 'x\n\ny\n'), [
      paperAt('a', [place(1, 1, 2)], [place(90, 1, 2, 'page.txt')]),
      paperAt('b', [place(3, 1, 2)]),
    ]);
    expect(ranges.get('a')).toEqual({ from: 1, to: 1 });
  });
});
