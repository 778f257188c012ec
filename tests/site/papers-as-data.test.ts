import { expect, test } from 'vitest';
import { papersAsData } from '../../src/site/papers-as-data.ts';
import { allFields, minimal } from '../citations/support/papers.ts';

const papers = [allFields, minimal];
const records = papers.map(({ id }) => `papers/${id}.json`);

test('the whole review as data has each record, and the exports while the records have room beside them', () => {
  const { files, hasExports } = papersAsData(papers);
  expect(hasExports).toBe(true);
  const exports = ['library.bib', 'library.csl.json', 'library.csv', 'library.ris'];
  expect(Object.keys(files).sort()).toEqual([...exports, ...records].sort());
  expect(files[`papers/${minimal.id}.json`]).toBe(`${JSON.stringify(minimal)}\n`);

  const bytes = records.reduce((sum, name) => sum + Buffer.byteLength(files[name] ?? ''), 0);
  expect(papersAsData(papers, bytes).hasExports).toBe(true);
  const large = papersAsData(papers, bytes - 1);
  expect(large.hasExports).toBe(false);
  expect(Object.keys(large.files)).toEqual(records);
});
