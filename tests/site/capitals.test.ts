import { describe, expect, test } from 'vitest';
import { hasOtherCapitals } from '#citations/capitals';
import { toCsl } from '#citations/csl';
import { citationStyles, withCapitals } from '#citations/styles';
import { referenceFormatter } from '../../src/site/references/engine.ts';
import { paperOf } from './support/works.ts';

/** The capitals that a style sets in titles: known as derived, and off by one setting of a review. */

const format = referenceFormatter(citationStyles);
const works = [
  ...['title-subtitle', 'title-quotation-subtitle', 'title-italics', 'book', 'thesis-master', 'conference-paper'],
  ...['chapter-book-subtitle', 'book-german', 'report', 'webpage'],
];
const plain = (title: string): string => title.replace(/<[^<>]+>/gu, '');
const quotes = (text: string): string => text.replace(/["“”'‘’]/gu, "'");

describe.each(citationStyles)('$id', (style) => {
  test.each(works)('%s keeps the capitals of its source where the review says so', (work) => {
    const item = withCapitals(toCsl(paperOf(work)), 'source');
    const text = format(style, [item])[0]?.text ?? '';
    expect(quotes(text)).toContain(quotes(plain(item.title ?? '?')));
    if (work === 'chapter-book-subtitle' || work === 'conference-paper')
      expect(text).toContain(item['container-title']);
    expect(hasOtherCapitals(text, item.title ?? '')).toBe(false);
    expect(text).not.toMatch(/nocase|ʼ/u);
  });
});

test('capitals that a style sets are known as derived', () => {
  const item = toCsl(paperOf('title-subtitle'));
  const derived = citationStyles.filter((style) =>
    hasOtherCapitals(format(style, [item])[0]?.text ?? '', item.title ?? ''),
  );
  expect(derived.map(({ id }) => id)).toEqual(['apa', 'mla', 'chicago-author-date', 'ieee']);
});
