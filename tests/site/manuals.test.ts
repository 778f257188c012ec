import { describe, expect, test } from 'vitest';
import { toCsl } from '#citations/csl';
import { citationStyles } from '#citations/styles';
import { referenceFormatter } from '../../src/site/references/engine.ts';
import type { MarkedText } from '../../src/site/references/marked.ts';
import { paperOf, readStyle } from './support/works.ts';

/**
 * References in the site's styles, character by character, against references made by hand from the manuals
 * (`tests/fixtures/styles`). `tests/fixtures/style-differences.yaml` lists the rows where a style prints something else, with the reason.
 */

interface Row {
  work: string;
  expected: string;
  also?: string[];
}
interface Difference {
  work: string;
  printed: string;
  because: string;
}

const files: Readonly<Record<string, string>> = {
  apa: 'apa',
  vancouver: 'vancouver',
  'gb-t-7714-numeric': 'gb-t-7714-2015-numeric',
  'gb-t-7714-author-date': 'gb-t-7714-2015-author-date',
  mla: 'mla',
  'chicago-author-date': 'chicago-author-date',
  harvard: 'harvard',
  ama: 'ama',
  ieee: 'ieee',
};
const differences = readStyle<Record<string, Difference[] | null>>('../style-differences.yaml');
const format = referenceFormatter(citationStyles);

/** A reference with its marks as elements, those that say nothing here left out. */
function written({ text, marks }: MarkedText): string {
  const tags = marks.flatMap(({ tag, start, end }) => [
    { at: start, text: `<${tag}>`, order: 1 },
    { at: end, text: `</${tag}>`, order: 0 },
  ]);
  let html = text;
  for (const tag of tags.toSorted((a, b) => b.at - a.at || b.order - a.order))
    html = html.slice(0, tag.at) + tag.text + html.slice(tag.at);
  return html;
}

describe.each(citationStyles)('$id', (style) => {
  const { references } = readStyle<{ references: Row[] }>(`${files[style.id]}.yaml`);
  const known = new Map((differences[style.id] ?? []).map((row) => [row.work, row]));

  test.each(references)('$work', ({ work, expected, also = [] }) => {
    const [reference] = format(style, [toCsl(paperOf(work))]);
    const printed = reference ? written(reference) : '';
    const difference = known.get(work);
    if (difference) {
      expect([expected, ...also], 'the list of differences has a row too many').not.toContain(printed);
      expect(printed).toBe(difference.printed);
    } else expect(also.includes(printed) ? expected : printed).toBe(expected);
  });

  test('the list of differences names works of the table', () => {
    const works = new Set(references.map(({ work }) => work));
    expect([...known.keys()].filter((work) => !works.has(work))).toEqual([]);
  });
});
