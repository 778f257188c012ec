import { expect, test } from 'vitest';
import { papersAsData } from '../../src/site/papers-as-data.ts';
import type { ZipFile } from '../../src/site/zip.ts';
import { allFields, minimal } from '../citations/support/papers.ts';

const papers = [allFields, minimal];
const lines = papers.map((paper) => `${JSON.stringify(paper)}\n`);
const textsOf = (files: readonly ZipFile[]) =>
  Object.fromEntries(files.map(([name, pieces]) => [name, [...pieces].join('')]));
const bytes = Buffer.byteLength(lines.join(''));

test('the whole review as data has each record and the exports, while both have room', () => {
  const { files, held } = papersAsData(papers);
  expect(held).toBe('exports');
  const exports = ['library.bib', 'library.csl.json', 'library.csv', 'library.ris'];
  expect(files.map(([name]) => name).sort()).toEqual(
    [...exports, ...papers.map(({ id }) => `papers/${id}.json`)].sort(),
  );
  expect(textsOf(files)[`papers/${minimal.id}.json`]).toBe(lines[1]);
});

test.each([
  ['exports', { exports: bytes, records: bytes }],
  ['records', { exports: bytes - 1, records: bytes }],
  ['nothing', { exports: bytes - 1, records: bytes - 1 }],
] as const)('of a larger review it has %s', (expected, room) => {
  const { files, held } = papersAsData(papers, room);
  expect(held).toBe(expected);
  if (expected === 'records') expect(textsOf(files)).toEqual({ 'papers.jsonl': lines.join('') });
  if (expected === 'nothing') expect(files).toEqual([]);
});
