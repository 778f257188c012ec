import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { z } from 'zod';
import { conceptRefSchema } from '#domain/concept';
import { paperIdSchema } from '#domain/paper';
import { recordsFolder } from '../../scripts/bench/corpus.ts';
import { projectRoot } from '../../scripts/run.ts';

/** What a row is an example of; `tests/fixtures/searches/README.md` explains each. */
export const kinds = [
  'equivalent',
  'sign',
  'sub-concept',
  'misspelling',
  'compound',
  'number',
  'region',
  'accent',
  'inflection',
  'phrase',
  'identifier',
  'width',
  'citation',
  'title',
  'author',
  'journal',
  'year',
  'script',
  'essay',
  'gap',
  'absent',
  'trap',
  'word',
] as const;

const words = z.string().min(1);
const asked = { query: words, kind: z.enum(kinds), why: words };
const others = z.literal('others');

/** A row of `before.yaml`: a search of this review's papers, with what it must and must not find. */
const searchSchema = z.strictObject({
  ...asked,
  papers: z.array(
    z.union([
      z.strictObject({ id: paperIdSchema, holds: words }),
      z.strictObject({ id: paperIdSchema, concept: conceptRefSchema }),
    ]),
  ),
  not: z.union([others, z.array(paperIdSchema)]),
  concepts: z
    .union([
      z.literal('none'),
      z.array(z.union([conceptRefSchema, z.strictObject({ 'to-come': words, broader: conceptRefSchema })])).min(1),
    ])
    .optional(),
  never: z.array(conceptRefSchema).min(1).optional(),
  sections: z
    .array(z.strictObject({ page: words, language: z.enum(['en', 'zh']), heading: words, words }))
    .min(1)
    .optional(),
  spelling: words.optional(),
  nothing: z.literal(true).optional(),
  same: z.boolean(),
});
export type ExpectedSearch = z.infer<typeof searchSchema>;

/** A row of `records.yaml`: a search of the library of records. */
const recordSearchSchema = z.strictObject({
  ...asked,
  papers: z.array(z.strictObject({ id: words, holds: words })).min(1),
  not: z.union([others, z.array(words)]),
});

const rowsOf = (file: string): unknown[] =>
  parse(readFileSync(join(projectRoot, 'tests/fixtures/searches', file), 'utf8')) as unknown[];

export const expectedSearches = z.array(searchSchema).parse(['before.yaml', 'unseen.yaml'].flatMap(rowsOf));
export const expectedRecordSearches = z.array(recordSearchSchema).parse(rowsOf('records.yaml'));

/** A record of the library: its id (a DOI, or a hash of a Chinese title) and all its words. */
export interface LibraryRecord {
  id: string;
  text: string;
}

const englishSchema = z.object({
  ut: z.string(),
  doi: z.string().nullable(),
  title: z.string(),
  abstract: z.string().nullable(),
  authors: z.array(z.string()).nullable(),
  keywords: z.array(z.string()).nullable(),
  journal: z.string(),
});
const chineseSchema = z.object({
  title_zh: z.string(),
  abstract_zh: z.string(),
  keywords: z.array(z.string()).nullable(),
});

/**
 * The library of 1,000: the first 667 English and the first 333 Chinese open-access records, in the order of the
 * benchmarks, two English ones before each Chinese one. Undefined where the records are not beside the project.
 */
export function libraryOfRecords(): LibraryRecord[] | undefined {
  const english = join(recordsFolder, 'wos-open-access-4012.jsonl.gz');
  const chinese = join(recordsFolder, 'chinese-abstracts-2000.jsonl.gz');
  if (!existsSync(english) || !existsSync(chinese)) return undefined;
  const first = linesOf(english, 667).map((line) => englishRecord(englishSchema.parse(line)));
  const second = linesOf(chinese, 333).map((line) => chineseRecord(chineseSchema.parse(line)));
  return Array.from({ length: 334 }, (_, n) => [...first.slice(2 * n, 2 * n + 2), ...second.slice(n, n + 1)]).flat();
}

const linesOf = (file: string, count: number): unknown[] =>
  gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .slice(0, count)
    .map((line): unknown => JSON.parse(line));

const englishRecord = (record: z.infer<typeof englishSchema>): LibraryRecord => ({
  id: record.doi ?? record.ut,
  text: textOf([record.title, record.abstract, record.journal], record.authors, record.keywords),
});

const chineseRecord = (record: z.infer<typeof chineseSchema>): LibraryRecord => ({
  id: createHash('sha256').update(record.title_zh).digest('hex').slice(0, 16),
  text: textOf([record.title_zh, record.abstract_zh], record.keywords),
});

const textOf = (...parts: readonly ((string | null)[] | null)[]): string =>
  parts.flatMap((part) => part ?? []).join('\n');
