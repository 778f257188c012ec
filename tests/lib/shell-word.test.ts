import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { shellWord } from '../../scripts/lib/shell-word.ts';

test.each([
  'a.ris#3',
  'a b & <c>.txt',
  '页面.txt',
  "it's.txt",
  'a$(echo pwned).ris',
  'a`echo pwned`.ris',
  'a"b.txt',
  '10.1000/x;y',
])('%s is one word in a shell, and nothing in it is obeyed', (name) => {
  expect(execFileSync('sh', ['-c', `printf %s ${shellWord(name)}`], { encoding: 'utf8' })).toBe(name);
});
