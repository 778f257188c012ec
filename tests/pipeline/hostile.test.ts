import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Notice } from '#domain/notice';
import type { Paper } from '#domain/paper';
import type { ImportResult } from '../../scripts/pipeline/import-result.ts';
import { readSidecar } from '../../scripts/pipeline/read/open-source.ts';
import { temporaryFolder } from '../support/folder.ts';
import { hostiles } from './hostile.ts';
import { importFolder, papersOf, review } from './support.ts';

const fileOf = (index: number): string => `${String(index).padStart(2, '0')}.txt`;
let result: ImportResult;
let papers: Map<string, Paper>;

beforeAll(async () => {
  const files = Object.fromEntries(hostiles.map(({ bytes }, i) => [`sources/${fileOf(i)}`, bytes]));
  const folder = review(files);
  result = await importFolder(folder);
  papers = papersOf(folder);
});

describe.each(hostiles.map((hostile, index) => ({ ...hostile, index })))('$name', ({ index, warns, holds, lacks }) => {
  const recordOf = (): string => {
    const source = result.sources.find((it) => it.file === fileOf(index));
    expect(source).toMatchObject({ outcome: 'read', papers: [expect.any(String)] });
    return JSON.stringify(papers.get(source?.papers[0] ?? ''));
  };

  test('is read, and affects no other source', () => {
    const record = recordOf();
    if (holds) expect(record).toContain(holds);
    if (lacks) expect(record).not.toMatch(lacks);
    const rules = result.notices.filter((it) => it.place.file === fileOf(index)).map((it) => it.rule);
    if (warns) expect(rules).toContain(warns);
  });

  test('leaves nothing invisible or broken in its record', () => {
    const record = recordOf();
    expect(record).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b\u2060\u00ad\u{e0000}-\u{e007f}]/u);
    expect(record.isWellFormed()).toBe(true);
    expect(record).not.toMatch(/\\u(?:00[01]|d[89a-f])/iu);
  });
});

test('all of them end without an error, each as a paper of its own, and objects are as they were', () => {
  expect(result.notices.filter((it) => it.severity === 'error')).toEqual([]);
  expect(result.written).toBe(true);
  expect(papers.size).toBe(hostiles.length);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test('an address in a sidecar is as clean as one in a page', () => {
  const hidden = '\\uFFFE\\u200B\\u202E\\U000E0041';
  const folder = temporaryFolder({ 'a.txt.meta.yaml': `url: "https://example.org/a${hidden}b"\n` });
  const notices: Notice[] = [];
  expect(readSidecar('a.txt', join(folder, 'a.txt'), notices)?.url).toBe('https://example.org/ab');
  expect(notices).toEqual([]);
});
