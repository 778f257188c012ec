/** Reads a page of a layout that no format claims, from the parts that all abstract pages share. */

import type { Reading } from '#domain/draft';
import type { SourceText } from '#domain/source';
import type { Format } from '../format.ts';
import { plainLines } from './lines.ts';
import { readPage } from './read.ts';
import { Page } from './page.ts';
import { pageOf } from './sure.ts';

export const general: Format = {
  name: 'general',
  title: { en: 'General reader', zh: '通用读取器' },
  trust: 'unknown-page',
  claims: () => true,
  read: (source: SourceText): Reading => readGeneral(source).reading,
};

/** The reading with the page that it was made on, which knows what was chosen and why. */
export function readGeneral(source: SourceText, weights?: Page['weights']): { reading: Reading; page: Page } {
  const { lines, markup } = plainLines(source);
  const reading = readPage(new Page(source, undefined, lines, weights));
  const page = pageOf(reading) ?? new Page(source, undefined, lines, weights);
  for (const [start, end] of markup) page.furniture('markup', start, end);
  return { reading, page };
}
