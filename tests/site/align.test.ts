import { describe, expect, test } from 'vitest';
import type { Abstract, SectionKind } from '../../src/domain/paper.ts';
import { alignSections } from '../../src/site/align.ts';

const from = [{ file: 'x.txt', line: 1, columns: [1, 2] as [number, number] }];
const abstract = (...kinds: (SectionKind | undefined)[]): Abstract => ({
  language: 'en',
  role: 'original',
  from,
  sections: kinds.map((kind, index) => ({
    label: String(index),
    ...(kind ? { kind } : {}),
    blocks: [{ as: 'paragraph', sentences: [{ anchor: 's-00000000', text: 'x', from }] }],
  })),
});
/** Each row as the labels of its sections: "0|0", "1,2|1". */
const rows = (...abstracts: Abstract[]): string[] =>
  alignSections(abstracts).map((row) => row.map((cell) => cell.map(({ label }) => label).join(',')).join('|'));

const bmrc = ['background', 'methods', 'results', 'conclusions'] as const;

describe('sections side by side', () => {
  test('none and one', () => {
    expect(rows()).toEqual([]);
    expect(rows(abstract(...bmrc))).toEqual(['0', '1', '2', '3']);
  });
  test('equal structure: a row a section', () => {
    expect(rows(abstract(...bmrc), abstract(...bmrc))).toEqual(['0|0', '1|1', '2|2', '3|3']);
  });
  test('a section that the other lacks is in the row before', () => {
    expect(rows(abstract(...bmrc), abstract('background', 'objective', 'methods', 'results', 'conclusions'))).toEqual([
      '0|0,1',
      '1|2',
      '2|3',
      '3|4',
    ]);
  });
  test('sections before the first match are in its row', () => {
    expect(rows(abstract('objective', 'methods'), abstract('background', 'methods'))).toEqual(['0,1|0,1']);
  });
  test('structured against unstructured: one row', () => {
    expect(rows(abstract(...bmrc), abstract(undefined))).toEqual(['0,1,2,3|0']);
  });
  test('two unstructured abstracts are one row', () => {
    expect(rows(abstract(undefined), abstract(undefined))).toEqual(['0|0']);
  });
  test('three languages', () => {
    expect(rows(abstract(...bmrc), abstract(...bmrc), abstract('background', 'results'))).toEqual([
      '0,1|0,1|0',
      '2,3|2,3|1',
    ]);
  });
  test('kinds in another order', () => {
    expect(rows(abstract('methods', 'results'), abstract('results', 'methods')).join(' ')).toMatch(/^0,1\|0,1$/);
  });
  test('no section is lost or doubled, whatever the kinds', () => {
    const odd = [abstract('other', 'other', 'results'), abstract('results', 'other', undefined, 'methods')];
    const cells = alignSections(odd);
    odd.forEach((one, column) => expect(cells.flatMap((row) => row[column] ?? [])).toEqual(one.sections));
  });
  test('thousands of sections are not aligned', () => {
    const many = abstract(...Array.from({ length: 3000 }, () => 'other' as const));
    expect(alignSections([many, many])).toHaveLength(1);
  });
});
