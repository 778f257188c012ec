import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const folder = new URL('../fixtures/styles/', import.meta.url);
const read = (file: string): unknown => parse(readFileSync(new URL(file, folder), 'utf8'));

const { crowd, works } = z
  .object({
    crowd: z.array(z.object({ family: z.string(), given: z.string() })),
    works: z.array(z.looseObject({ id: z.string(), type: z.string().optional(), like: z.string().optional() })),
  })
  .parse(read('works.yaml'));
const ids = works.map(({ id }) => id);

const rowSchema = z.strictObject({
  work: z.enum(ids),
  expected: z.string().min(1),
  also: z.array(z.string().min(1)).nonempty().optional(),
  rule: z.string().min(1),
  seen: z.enum(['example', 'rule', 'guide', 'memory']),
  choice: z.string().optional(),
  note: z.string().optional(),
});
const styleSchema = z.strictObject({
  style: z.string(),
  manual: z.string(),
  later: z.string().optional(),
  rules: z.record(z.string(), z.string()),
  references: z.array(rowSchema),
});

const files = readdirSync(folder).filter((file) => file.endsWith('.yaml') && file !== 'works.yaml');
/** What every table must answer for; a whole table also for the numbers of authors. */
const everywhere = [
  ...['article', 'article-number', 'article-online-first', 'article-retracted', 'book', 'chapter', 'thesis', 'report'],
  ...['conference-paper', 'preprint', 'webpage', 'webpage-undated', 'authors-group', 'authors-suffix', 'chinese'],
];
const inWholeTables = ['book-edited', 'authors-1', 'authors-3', 'authors-7', 'authors-21', 'chinese-translated'];
/** What differs from the numeric GB/T 7714—2015 is all that these two tables hold. */
const differences = ['gb-t-7714-2015-author-date.yaml', 'gb-t-7714-2025-numeric.yaml'];

/** The marks of a reference that are not closed in order, or not among the three that a row may have. */
function wrongMarks(reference: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [mark, closing, tag] of reference.matchAll(/<(\/?)([^>]*)>/gu)) {
    if (!['i', 'sub', 'sup'].includes(tag ?? '')) wrong.push(mark);
    else if (!closing) open.push(tag ?? '');
    else if (open.pop() !== tag) wrong.push(mark);
  }
  return [...wrong, ...open];
}

test('each work is given once, with a type of its own or that of another', () => {
  expect(new Set(ids).size).toBe(ids.length);
  expect(crowd).toHaveLength(21);
  expect(works.filter(({ type, like }) => !type === !like || (like && !ids.includes(like)))).toEqual([]);
});

test('marks that are open, crossed or unknown are seen', () => {
  expect(wrongMarks('A <i>b</i> <sub>2</sub>')).toEqual([]);
  expect(wrongMarks('A <i>b')).toEqual(['i']);
  expect(wrongMarks('A <i>b<sup>2</i></sup> <b>c</b>')).toEqual(['</i>', '</sup>', '<b>', '</b>']);
});

describe.each(files)('%s', (file) => {
  const { references } = styleSchema.parse(read(file));
  const cited = references.map(({ work }) => work);
  const rows = references.flatMap(({ work, expected, also = [] }) =>
    [expected, ...also].map((reference) => ({ work, reference })),
  );

  test('has one row for each kind of work', () => {
    expect(new Set(cited).size).toBe(cited.length);
    const needed = [...everywhere, ...(differences.includes(file) ? [] : inWholeTables)];
    expect(needed.filter((work) => !cited.includes(work))).toEqual([]);
  });

  test('has references that can be printed, and reasons for what else is right', () => {
    expect(rows.filter(({ reference }) => wrongMarks(reference).length > 0)).toEqual([]);
    expect(rows.filter(({ reference }) => /^\s|\s$| {2}|&[a-z]+;/u.test(reference))).toEqual([]);
    expect(references.filter(({ also, choice }) => also && !choice).map(({ work }) => work)).toEqual([]);
    expect(references.filter(({ expected, also }) => also?.includes(expected)).map(({ work }) => work)).toEqual([]);
  });
});
