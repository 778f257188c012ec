import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Notice } from '#domain/notice';
import { markName, markText } from '../scripts/lib/mark.ts';
import { reportBuild } from '../scripts/build.ts';
import { projectRoot, runNode } from '../scripts/run.ts';
import { temporaryFolder } from './support/folder.ts';

test('an essay that quotes what no paper says keeps the old site in its place, and says where', async () => {
  const content = temporaryFolder();
  cpSync(join(projectRoot, 'content'), content, { recursive: true });
  const essay = join(content, 'themes/interpreters/en.mdx');
  const text = readFileSync(essay, 'utf8');
  const untrue = text.replace(/(<blockquote[^>]*>\s*)\w+/, '$1Nobody');
  expect(untrue).not.toBe(text);
  writeFileSync(essay, untrue);
  const mark = markText('site', [['index.html', '']]);
  const out = temporaryFolder({ 'index.html': 'the old site', [markName]: mark });
  const { code, output } = await runNode(['scripts/build.ts', '--content', content, '--out', out], {
    output: 'collect',
  });
  expect(code).toBe(1);
  expect(output).toMatch(/error: themes\/interpreters\/en\.mdx:\d+/);
  expect(output).toContain('The site was not replaced.');
  expect(output).not.toMatch(/\n\s+at .+:\d+:\d+/u);
  expect(readdirSync(out).sort()).toEqual([markName, 'index.html']);
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('the old site');
});

describe('the exit code', () => {
  const warning: Notice = {
    severity: 'warning',
    rule: 'identifier-not-valid',
    place: { file: 'a.txt' },
    seen: 'x',
    expected: 'a DOI',
    remedy: 'correct the source',
  };
  test.each([
    ['a site without a notice', [], true, true, 0],
    ['warnings', [warning], true, false, 0],
    ['warnings, with --strict', [warning], true, true, 1],
    ['no site', [], false, false, 1],
  ])('of %s', (_name, notices, built, strict, code) => {
    expect(reportBuild({ notices, built }, 'dist', strict)).toBe(code);
  });
});
