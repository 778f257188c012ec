import { describe, expect, test } from 'vitest';
import type { Paper } from '../../src/domain/paper.ts';
import { sourceText } from '../../src/domain/source.ts';
import { recordRanges } from '../../src/site/record-ranges.ts';

const place = (line: number, from: number, past: number, file = 'many.ris') => ({
  file,
  line,
  columns: [from, past] as [number, number],
});
/** A paper whose title and authors are at these places. */
const paper = (id: string, title: ReturnType<typeof place>[], other: ReturnType<typeof place>[] = []): Paper => ({
  id,
  type: { value: 'article-journal', from: title },
  titles: [{ language: 'en', role: 'original', text: id, from: title }],
  authors: [],
  affiliations: [],
  registrations: [],
  keywords: [],
  abstracts: [],
  concepts: [],
  samples: [],
  status: [],
  related: [],
  sources: [{ file: 'many.ris', record: 1, format: 'ris', sha256: '0'.repeat(64) }],
  unclassified: 0,
  ...(other.length > 0 ? { doi: { value: '10.5555/x', from: other } } : {}),
});

describe('the part of a file of many records that is one paper’s', () => {
  test('the lines around its values, to the blank line', () => {
    const text = 'TY  - JOUR\nTI  - a\nER  -\n\nTY  - JOUR\nTI  - b\nDO  - x\nER  -\n';
    const ranges = recordRanges(sourceText('many.ris', text), [
      paper('b', [place(6, 7, 8)], [place(7, 7, 8)]),
      paper('a', [place(2, 7, 8)]),
    ]);
    expect(Object.fromEntries(ranges)).toEqual({ a: { from: 1, to: 3 }, b: { from: 5, to: 8 } });
  });

  test('to the next record where no blank line parts them', () => {
    const text = 'id,title\n1,a\n2,b\n3,c\n';
    const papers = ['a', 'b', 'c'].map((id, index) => paper(id, [place(index + 2, 3, 4)]));
    const ranges = recordRanges(sourceText('many.ris', text), papers);
    expect(ranges.get('b')).toEqual({ from: 3, to: 3 });
  });

  test('columns where they are all on one line', () => {
    const text = '[{"title":"a"},{"title":"b"}]';
    const ranges = recordRanges(sourceText('many.ris', text), [
      paper('a', [place(1, 12, 13)]),
      paper('b', [place(1, 26, 27)]),
    ]);
    expect(ranges.get('b')).toEqual({ from: 1, to: 1, columns: [26, 27] });
  });

  test('places in other files do not count', () => {
    const ranges = recordRanges(sourceText('many.ris', 'x\n\ny\n'), [
      paper('a', [place(1, 1, 2)], [place(90, 1, 2, 'page.txt')]),
      paper('b', [place(3, 1, 2)]),
    ]);
    expect(ranges.get('a')).toEqual({ from: 1, to: 1 });
  });
});
