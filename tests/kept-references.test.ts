import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { Notice } from '#domain/notice';
import type { LentReference } from '../src/site/references/lent.ts';
import { lendReferences, referenceCode } from '../scripts/kept-references.ts';
import { temporaryFolder } from './support/folder.ts';
import { reachedFrom } from './support/tree.ts';

const rows: LentReference[] = [
  ['one', 'Example, A. (2021). Trust.', [{ tag: 'i', start: 21, end: 26 }]],
  ['two', '示例. 信任[J]. 2021.', []],
  ['three', 'Example A. Trust. 2021.', []],
];
const text = (some: readonly LentReference[]): string => some.map((row) => `${JSON.stringify(row)}\n`).join('');

/** One build: what it got from earlier builds, and its notices after it has added something. */
function build(folder: string, adds: string): { lent: unknown[]; notices: Notice[] } {
  const file = join(temporaryFolder(), 'references.jsonl');
  const takeBack = lendReferences(folder, file);
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  appendFileSync(file, adds);
  return { lent: lines.map((line) => JSON.parse(line) as unknown), notices: takeBack() };
}

test('a build is lent what those before it have formatted, and nothing that is damaged', () => {
  const folder = join(temporaryFolder(), 'references');
  expect(build(folder, text(rows.slice(0, 2)))).toEqual({ lent: [], notices: [] });
  // The site was killed while writing.
  expect(build(folder, text(rows.slice(2)) + '["four","Exa')).toEqual({ lent: rows.slice(0, 2), notices: [] });
  const { lent } = build(folder, '');
  expect(lent).toHaveLength(3);
  expect(lent).toEqual(expect.arrayContaining(rows));
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    writeFileSync(path, readFileSync(path, 'utf8').replace('信任', '信心'));
  }
  const after = build(folder, text(rows.slice(1, 2)));
  expect(after.lent).toEqual(expect.arrayContaining([rows[0], rows[2]]));
  expect(after.lent).toHaveLength(2);
  expect(after.notices).toMatchObject([{ severity: 'warning', rule: 'cache-damaged' }]);
  expect(build(folder, '').lent).toHaveLength(3);
});

test('the site finds each reference that it was lent, and those that it adds', async () => {
  const file = join(temporaryFolder(), 'references.jsonl');
  writeFileSync(file, text(rows));
  vi.stubEnv('REVIEW_REFERENCES', file);
  vi.resetModules();
  const { lent } = await import('../src/site/references/lent.ts');
  for (const [key, written, marks] of rows) expect(lent.get(key)).toEqual({ text: written, marks });
  expect(lent.get('four')).toBeUndefined();
  lent.set('four', { text: 'Four', marks: [] });
  expect(lent.get('four')).toEqual({ text: 'Four', marks: [] });
  vi.unstubAllEnvs();
});

test('their version covers all code that formats them', () => {
  const reached = reachedFrom('src/site/references/index.ts');
  expect(reached.length).toBeGreaterThan(8);
  const covered = (path: string) => referenceCode.names?.some((name) => path === name || path.startsWith(`${name}/`));
  expect(reached.filter((path) => !covered(path))).toEqual([]);
});
