import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { Notice } from '#domain/notice';
import type { LentRow } from '../src/site/lent.ts';
import { lend, lentCode } from '../scripts/lend.ts';
import { allFields, minimal } from './citations/support/papers.ts';
import { temporaryFolder } from './support/folder.ts';
import { reachedFrom } from './support/tree.ts';

const rows: LentRow[] = [
  ['reference one', { text: 'Example, A. (2021). Trust.', marks: [{ tag: 'i', start: 21, end: 26 }] }],
  ['reference two', { text: '示例. 信任[J]. 2021.', marks: [] }],
  ['bytes one', { ris: 230 }],
];
const text = (some: readonly LentRow[]): string => some.map((row) => `${JSON.stringify(row)}\n`).join('');

/** One build: what it got from earlier builds, and its notices after it has added something. */
function build(folder: string, adds: string): { lent: unknown[]; notices: Notice[] } {
  const file = join(temporaryFolder(), 'lent.jsonl');
  const takeBack = lend(folder, file);
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  appendFileSync(file, adds);
  return { lent: lines.map((line) => JSON.parse(line) as unknown), notices: takeBack() };
}

test('a build is lent what those before it have formatted, and nothing that is damaged', () => {
  const folder = join(temporaryFolder(), 'lent');
  expect(build(folder, text(rows.slice(0, 2)))).toEqual({ lent: [], notices: [] });
  // The site was killed while writing.
  expect(build(folder, text(rows.slice(2)) + '["reference four",{"text":"Exa')).toEqual({
    lent: rows.slice(0, 2),
    notices: [],
  });
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

test('the site finds all that it was lent, each kind apart, and what it adds', async () => {
  const file = join(temporaryFolder(), 'lent.jsonl');
  writeFileSync(file, text(rows));
  vi.stubEnv('REVIEW_LENT', file);
  vi.resetModules();
  const { lentOf } = await import('../src/site/lent.ts');
  const [references, bytes] = [lentOf('reference'), lentOf('bytes')];
  expect(references.get('one')).toEqual(rows[0]?.[1]);
  expect(references.get('two')).toEqual(rows[1]?.[1]);
  expect(bytes.get('one')).toEqual({ ris: 230 });
  expect(bytes.get('two')).toBeUndefined();
  bytes.set('two', { ris: 120 });
  expect(bytes.get('two')).toEqual({ ris: 120 });
  vi.unstubAllEnvs();
});

test('what a paper takes in lists is not measured again where it is lent, and is for another record', async () => {
  const file = join(temporaryFolder(), 'lent.jsonl');
  vi.resetModules();
  const [{ recordHash }, { referenceSetting }] = await Promise.all([
    import('../src/site/record-hash.ts'),
    import('../src/site/references/index.ts'),
  ]);
  const { capitals, twins } = referenceSetting();
  writeFileSync(file, text([[`bytes ${recordHash(minimal).hash} ${capitals} ${twins}`, { ris: 7 }]]));
  vi.stubEnv('REVIEW_LENT', file);
  vi.resetModules();
  const { pieceBytes } = await import('../src/site/piece-bytes.ts');
  expect(pieceBytes(minimal)).toEqual({ ris: 7 });
  expect(pieceBytes(allFields)['ris']).toBeGreaterThan(100);
  vi.unstubAllEnvs();
});

test.each(['src/site/references/index.ts', 'src/site/piece-bytes.ts'])(
  'their version covers all code that makes them: %s',
  (module) => {
    const reached = reachedFrom(module);
    expect(reached.length).toBeGreaterThan(8);
    const covered = (path: string) => lentCode.names?.some((name) => path === name || path.startsWith(`${name}/`));
    expect(reached.filter((path) => !covered(path))).toEqual([]);
  },
);
