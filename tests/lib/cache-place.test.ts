import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runNode } from '../../scripts/run.ts';
import { temporaryFolder } from '../support/folder.ts';

test.each([
  ['the site itself', 'site'],
  ['a folder in the site', 'site/cache'],
  ['the folder of the site', '.'],
])('a cache in %s is refused before anything is made', async (_what, cache) => {
  const folder = temporaryFolder();
  const args = [
    'scripts/build.ts',
    '--content',
    'content',
    '--out',
    join(folder, 'site'),
    '--cache',
    join(folder, cache),
  ];
  const { code, output } = await runNode(args, { output: 'collect' });
  expect(output).toMatch(/^error: .*\[not-our-folder\]/mu);
  expect(code).toBe(1);
  expect(existsSync(join(folder, 'site'))).toBe(false);
});
