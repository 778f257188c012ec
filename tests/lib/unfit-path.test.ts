import { execFile } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { misreadIn } from '../../scripts/lib/misread.mjs';
import { projectRoot, runNode } from '../../scripts/run.ts';
import { temporaryFolder } from '../support/folder.ts';

test.each(['#', '?', '%', '"', '*', '\\', '\n'])('a path with %j is misread', (character) => {
  expect(misreadIn(`/a/b${character}c/d`)).toBe(character);
});
test.each(['/a b/c', '/a[b]/{c}', "/a'b(c)!$&;", '/综述/é/🙂', '/a.b-c_d~e+f,g=h@i'])('%s is well', (path) => {
  expect(misreadIn(path)).toBeUndefined();
});

test('a project in such a folder says so, whatever is asked of it', async () => {
  const folder = join(temporaryFolder(), 'a #1 *review*');
  for (const file of ['node.mjs', 'lib/misread.mjs'])
    cpSync(join(projectRoot, 'scripts', file), join(folder, 'scripts', file), { recursive: true });
  const { code, said } = await new Promise<{ code: number | string; said: string }>((resolve) =>
    execFile(process.execPath, [join(folder, 'scripts/node.mjs'), 'scripts/read.ts'], (problem, out, error) =>
      resolve({ code: problem?.code ?? 0, said: out + error }),
    ),
  );
  expect(code).toBe(1);
  expect(said).toMatch(/^error: .*a #1 \*review\*.* \[path-unfit\]\n {2}seen: {5}"#"/u);
  expect(said).toMatch(/\n {2}do: {7}rename the folder/u);
  expect(said).not.toMatch(/^\s+at /mu);
});

test.each(['--content', '--cache'])('a build says so of its %s before it begins', async (option) => {
  const folder = join(temporaryFolder(), 'a#b');
  mkdirSync(folder);
  cpSync(join(projectRoot, 'content'), join(folder, 'content'), { recursive: true });
  const given = {
    '--content': join(projectRoot, 'content'),
    '--out': join(temporaryFolder(), 'site'),
    [option]: join(folder, option.slice(2)),
  };
  const { code, output } = await runNode(['scripts/build.ts', ...Object.entries(given).flat()], { output: 'collect' });
  expect(output).toMatch(RegExp(`^error: ${option} \\[path-unfit\\]\\n {2}seen: {5}"#" in `, 'mu'));
  expect(output).not.toMatch(/^import {2}/mu);
  expect(code).toBe(1);
});
