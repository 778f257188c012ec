import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { filesBelow } from '../scripts/lib/paths.ts';
import { projectRoot, runNode, runProgram, type RunResult } from '../scripts/run.ts';
import { temporaryFolder } from './support/folder.ts';

/** What is added to a copy of the project; the README beside it explains it. */
const additions = join(projectRoot, 'tests/fixtures/extending');
const suffix = '.added';

interface AddedLine {
  file: string;
  after: string;
  line: string;
}
const lines = JSON.parse(readFileSync(join(additions, 'lines.json'), 'utf8')) as AddedLine[];
const added = filesBelow(additions)
  .filter((path) => path.endsWith(suffix))
  .map((path) => path.slice(0, -suffix.length));

let folder = '';
beforeAll(() => {
  folder = join(temporaryFolder(), 'project');
  const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: projectRoot,
    encoding: 'utf8',
  });
  for (const path of new Set(tracked.split('\0')))
    if (path && existsSync(join(projectRoot, path)) && !path.startsWith('tests/fixtures/extending/'))
      cpSync(join(projectRoot, path), join(folder, path));
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const path of added) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(additions, path + suffix), join(folder, path));
  }
  for (const { file, after, line } of lines) {
    const all = readFileSync(join(folder, file), 'utf8').split('\n');
    const place = all.findIndex((it) => it.includes(after));
    if (place < 0) throw new Error(`${file} has no line with ${after}`);
    writeFileSync(join(folder, file), all.toSpliced(place + 1, 0, line).join('\n'));
  }
});

const here = () => ({ cwd: folder, output: 'collect' }) as const;

/** The output of a program that failed; empty where it passed. */
const failureOf = ({ code, output }: RunResult): string => (code === 0 ? '' : output);

test('what is added is new: it takes the place of no file of the project', () => {
  expect(added.filter((path) => existsSync(join(projectRoot, path)))).toEqual([]);
});

test('a citation format, a site file, a site’s format, a facet and a page need the files that the README names, and no other', () => {
  const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');
  const table = readme.slice(readme.indexOf('edit Y\n'), readme.indexOf('## Publishing'));
  const named = [...table.matchAll(/`([\w./[\]<>-]+\/[\w./[\]<>-]*)`/gu)].map(([, path = '']) =>
    RegExp(`^${path.replace(/[.[\]]/gu, '\\$&').replace(/<[a-z]+>/gu, '[^/]+')}`, 'u'),
  );
  const changed = [...new Set([...added, ...lines.map(({ file }) => file)])];
  expect(changed.filter((path) => !named.some((pattern) => pattern.test(path)))).toEqual([]);
});

describe('with all of them', () => {
  test('types hold', async () => {
    expect(failureOf(await runProgram('astro', ['sync'], here()))).toBe('');
    expect(failureOf(await runProgram('astro-check', ['--minimumFailingSeverity', 'error'], here()))).toBe('');
  });

  test('the tests of formats, citations and the structure pass', async () => {
    const concerned = ['tests/citations/cases', 'tests/citations/read-back', 'tests/formats/fixtures'];
    const run = await runProgram(
      'vitest',
      ['run', '--reporter=verbose', ...concerned, 'tests/architecture.test.ts', 'tests/site/strings'],
      here(),
    );
    expect(failureOf(run)).toBe('');
    expect(run.output).toContain('example-library--record');
    expect(run.output).toContain('example-hospital--page');
  });

  test('a build with its audit passes, and the site has them', async () => {
    expect(failureOf(await runNode(['scripts/build.ts'], here()))).toBe('');
    const site = (path: string) => readFileSync(join(folder, 'dist', path), 'utf8');
    expect(site('library.tsv').split('\n').length).toBeGreaterThan(5);
    expect(site('_headers')).toContain('/*.tsv\n  Content-Type: text/tab-separated-values');
    expect(site('zh/abbreviations/index.html')).toContain('缩略语表');
    const asLarge = `import { writeOffline } from './scripts/offline/index.ts';
      await writeOffline('dist', undefined, { whole: 0, budget: 1, inPart: 256 });`;
    expect(failureOf(await runNode(['--input-type=module', '-e', asLarge], here()))).toBe('');
    const { files: first } = JSON.parse(site('offline.json')) as { files: Record<string, unknown> };
    expect(Object.keys(first)).toContain('zh/abbreviations/index.html');
    expect(Object.keys(first)).not.toContain('library.tsv');
    expect(site('vocabulary.jsonld')).toContain('phases/sustaining');
    expect(site('library.json')).toContain('"phases/sustaining"');
  });
});
