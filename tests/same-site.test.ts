import { spawn } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { digestOf } from '../scripts/lib/digest.ts';
import { filesBelow } from '../scripts/lib/paths.ts';
import { finished, projectRoot, type RunResult } from '../scripts/run.ts';
import { temporaryFolder } from './support/folder.ts';
import { useSite } from './support/site.ts';

const parts = [
  'astro.config.mjs',
  'content',
  'package.json',
  'package-lock.json',
  'public',
  'scripts',
  'src',
  'tsconfig.json',
];

/** The project again, in a folder of another name. */
let folder = '';
let site = '';
let first: RunResult;

/** Runs a build of that project; `seen` is called with its output as it comes. */
function build(env: Record<string, string>, seen: (text: string) => void = () => undefined): Promise<RunResult> {
  const child = spawn(process.execPath, ['scripts/build.ts'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Of this environment only where programs are, and where compiled code is kept.
    env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'], ...env },
  });
  child.stdout.on('data', seen);
  return finished(child);
}

/** Name -> hash of every file of a site. */
const filesOf = (root: string): Record<string, string> =>
  Object.fromEntries(filesBelow(root).map((name) => [name, digestOf({ root, names: [name] })]));

beforeAll(async () => {
  folder = join(temporaryFolder(), '评论 another');
  for (const part of parts) cpSync(join(projectRoot, part), join(folder, part), { recursive: true });
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'), 'junction');
  site = join(folder, 'dist');
  first = await build({ TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8', LANGUAGE: 'zh' });
});

test('two builds of one state in different folders, time zones and locales are equal byte for byte', async () => {
  expect(first).toMatchObject({ code: 0 });
  const here = await useSite();
  const [one, other] = [filesOf(here.folder), filesOf(site)];
  expect(Object.keys(one).length).toBeGreaterThan(300);
  expect(other).toEqual(one);
});

describe('a build whose cache is damaged', () => {
  const caches = ['built', 'import', 'lent'];
  const filesIn = (cache: string) =>
    readdirSync(join(folder, '.cache', cache)).map((name) => join(folder, '.cache', cache, name));

  test('makes the same site, and says what was damaged', async () => {
    const clean = filesOf(site);
    const damages: ((line: string) => string)[] = [
      (line) => line.replace(/(\d+ .*?)e/, '$1i'),
      (line) => line.slice(0, -3),
      (line) => '\0'.repeat(line.length),
      (line) => String.fromCharCode(line.charCodeAt(0) ^ 1) + line.slice(1),
      () => '',
    ];
    for (const path of caches.flatMap(filesIn)) {
      const [head = '', ...lines] = readFileSync(path, 'utf8').split('\n');
      // One of six entries stays intact.
      writeFileSync(path, [head, ...lines.map((line, i) => damages[i % 6]?.(line) ?? line)].join('\n'));
    }
    const { code, output } = await build({ TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' });
    expect(code).toBe(0);
    expect(output).not.toContain('nothing has changed');
    const told = output.split('\n').filter((line) => line.includes('[cache-damaged]'));
    expect(told).toHaveLength(caches.length);
    for (const cache of caches) expect(told.join('\n')).toContain(join('.cache', cache));
    expect(told.filter((line) => !line.startsWith('warning: '))).toEqual([]);
    expect(filesOf(site)).toEqual(clean);
  });

  test('leaves a cache that is whole', async () => {
    const { code, output } = await build({});
    expect(code).toBe(0);
    expect(output).toContain('nothing has changed');
    expect(output).not.toContain('cache-');
  });
});

describe('an essay that is edited while a build runs', () => {
  test('and undone is noticed: the site is made of what is there', async () => {
    const clean = filesOf(site);
    const essay = join(folder, 'content/themes/interpreters/en.mdx');
    const text = readFileSync(essay, 'utf8');
    writeFileSync(join(folder, 'content/themes/interpreters/zh.mdx'), '\n', { flag: 'a' });
    let edited = false;
    const { code, output } = await build({}, (printed) => {
      if (edited || !printed.includes('quotations')) return;
      edited = true;
      writeFileSync(essay, text.replaceAll('interpreter', 'intruder'));
      writeFileSync(essay, text);
    });
    expect(output).toContain('themes/interpreters/en.mdx changed while the site was built; the site is built again');
    expect(code).toBe(0);
    expect(filesOf(site)).toEqual(clean);
    expect((await build({})).output).toContain('nothing has changed');
  });
});
