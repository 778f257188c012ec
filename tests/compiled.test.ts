import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow } from '../scripts/lib/paths.ts';
import { runNode } from '../scripts/run.ts';
import { temporaryFolder } from './support/folder.ts';

test('code that Node keeps compiled is not run where it was damaged', async () => {
  const cache = temporaryFolder();
  const run = () => runNode(['scripts/import.ts', '--help'], { env: { NODE_COMPILE_CACHE: cache }, output: 'collect' });
  const clean = await run();
  expect(clean).toMatchObject({ code: 0, output: expect.stringContaining('npm run import') as string });
  const files = filesBelow(cache).map((name) => join(cache, name));
  expect(files.length).toBeGreaterThan(50);
  const damages: ((bytes: Buffer) => Buffer)[] = [
    (bytes) => bytes.subarray(0, bytes.length / 2),
    (bytes) => bytes.fill(0, 64),
    (bytes) => bytes.fill((bytes.at(-9) ?? 0) ^ 1, bytes.length - 9, bytes.length - 8),
    (bytes) => Buffer.from(bytes.toString('latin1').replaceAll('import', 'imbort'), 'latin1'),
  ];
  files.forEach((path, i) => {
    const damaged = damages[i % damages.length]?.(readFileSync(path));
    if (damaged) writeFileSync(path, damaged);
  });
  expect(await run()).toEqual(clean);
});
