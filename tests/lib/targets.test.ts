import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { markName, markText } from '../../scripts/lib/mark.ts';
import { OwnFolder } from '../../scripts/lib/own-folder.ts';
import { pageOf } from '../../scripts/bench/pages.ts';
import { projectRoot, runNode } from '../../scripts/run.ts';
import { importFolder, papersOf, review } from '../pipeline/support.ts';
import { temporaryFolder } from '../support/folder.ts';
import { useSite } from '../support/site.ts';

/*
 * Tests every target that a person, a script or an unset variable may name: on a copy of the project, in a home folder
 * of its own. What the project may not replace is refused, and every byte around stays the same.
 */

let world = '';
let project = '';

/** Targets as they are typed in the project's folder. */
const refused = [
  ...['', ' ', '.', './', '..', '../..', '/', '~', '~/site'],
  ...['content', 'content/', './src/../content', 'content/papers', 'content/sources', 'content/a-new-folder'],
  ...[
    'src',
    'src/pages',
    'scripts',
    'scripts/a-new-folder',
    'tests',
    'public',
    'docs',
    'node_modules',
    '.git',
    '.github',
  ],
  ...['README.md', 'README.md/below', 'package.json', '../photo.jpg', '../pipe', '/dev/null', '/proc', '/proc/new'],
  ...[
    '../other',
    '../other/',
    '../other/album',
    '../only-git',
    '../link-to-other',
    '../link-to-content',
    '../dangling',
  ],
  ...[
    '../loop',
    '../typed',
    '../tmp',
    '../broken-mark',
    '../linked-mark',
    '../exports',
    '../library',
    '../zips',
    '../pictures',
    '../links-only',
    '../hidden-only/',
    './/../hidden-only/.',
    '../link-to-link',
    '../项目 with ünï',
    `../${'x'.repeat(300)}`,
    'a\0b',
  ],
];

beforeAll(() => {
  world = temporaryFolder({
    'home/photo.jpg': 'a photo',
    'home/other/album/1.jpg': 'one',
    'home/other/index.html': 'the page of another program',
    'home/only-git/.git': 'gitdir: elsewhere',
    'home/broken-mark/notes.txt': 'notes',
    [`home/broken-mark/${markName}`]: '{"madeBy": "Alliance Rev',
    'home/linked-mark/notes.txt': 'notes',
    'home/exports/papers.bib': '@article{}',
    [`home/exports/${markName}`]: markText('exports'),
    'home/hidden-only/.profile': 'x',
    'home/项目 with ünï/.hidden/notes.txt': 'x',
    'home/library/papers.bib': 'what a person collected',
    'home/zips/review.zip': 'what a person packed',
    'home/pictures/holiday.png': 'a picture',
    'home/mark': markText('site', [['notes.txt', '']]),
    'home/project/.git/HEAD': 'ref: refs/heads/main',
    'home/project/node_modules/of-the-copy.txt': 'x',
    'home/project/docs/writing.md': 'x',
    'home/project/tests/one.test.ts': 'x',
    'home/project/.github/workflow.yml': 'x',
    'home/project/README.md': 'x',
    'content-of-another/site.yaml': 'x',
  });
  const home = join(world, 'home');
  project = join(home, 'project');
  for (const name of ['typed', 'tmp', 'empty']) mkdirSync(join(home, name));
  symlinkSync('../mark', join(home, 'linked-mark', markName));
  symlinkSync('other', join(home, 'link-to-other'));
  symlinkSync('link-to-other', join(home, 'link-to-link'));
  mkdirSync(join(home, 'links-only'));
  for (const name of ['CNAME', 'index.html']) symlinkSync('../photo.jpg', join(home, 'links-only', name));
  symlinkSync('project/content', join(home, 'link-to-content'));
  symlinkSync('nowhere', join(home, 'dangling'));
  symlinkSync('loop', join(home, 'loop'));
  execFileSync('mkfifo', [join(home, 'pipe')]);
  symlinkSync(join(projectRoot, 'node_modules'), join(home, 'node_modules'));
  for (const name of ['scripts', 'src', 'public', 'content', 'package.json', 'astro.config.mjs', 'tsconfig.json'])
    cpSync(join(projectRoot, name), join(project, name), { recursive: true });
});

/** Everything in the test's world: kinds, bytes, and targets of links. */
function everything(folder = world): Record<string, string> {
  const found: Record<string, string> = {};
  const walk = (path: string): void => {
    for (const name of readdirSync(path)) {
      const whole = join(path, name);
      const stat = lstatSync(whole);
      if (stat.isDirectory()) walk(whole);
      const bytes = stat.isFile() ? createHash('sha256').update(readFileSync(whole)).digest('hex') : '';
      found[whole.slice(folder.length)] = stat.isSymbolicLink() ? readlinkSync(whole) : `${stat.mode} ${bytes}`;
    }
  };
  walk(folder);
  return found;
}

const environment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  HOME: join(world, 'home'),
  TMPDIR: join(world, 'home', 'tmp'),
  INIT_CWD: join(world, 'home', 'typed'),
});

interface Ended {
  code: number;
  out: string;
  error: string;
}

/** Runs a command of the copy, as `npm run` does. */
const run = (args: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const options = { cwd: project, maxBuffer: 1e8, env: environment() };
    execFile(process.execPath, args, options, (problem, out, error) =>
      resolve({ code: problem ? Number(problem.code ?? 1) : 0, out, error }),
    );
  });

/** The files of the functions that are asked; each is loaded where it is asked alone, because most cost a second. */
const homes = {
  buildSite: './scripts/build.ts',
  importReview: './scripts/pipeline/import-review.ts',
  openFolder: './scripts/lib/open-folder.ts',
  writeReview: './scripts/new.ts',
};

/** Asks the copy's own code, in one process, for every target; each answer is a rule, or `done`. */
function answers(call: string): Record<string, string> {
  const asked = Object.entries(homes).filter(([name]) => call.includes(`${name}(`));
  const code = `
    ${asked.map(([name, home]) => `const { ${name} } = await import('${home}');`).join('\n')}
    const options = { content: 'content', out: 'dist', base: '/' };
    const answers = {};
    for (const target of JSON.parse(process.argv.at(-1))) {
      const told = await Promise.resolve().then(() => ${call}).then((it) => it?.notices?.[0], (problem) => problem.notice ?? { rule: problem.stack });
      answers[target] = told?.rule ?? 'done';
    }
    process.stdout.write('\\n' + JSON.stringify(answers));
  `;
  const args = ['--input-type=module', '-e', code, JSON.stringify(refused)];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: project, env: environment(), encoding: 'utf8' });
  expect(stderr).toBe('');
  return JSON.parse(stdout.split('\n').at(-1) ?? '') as Record<string, string>;
}

describe('what the project may not replace is refused, and nothing is touched', () => {
  const all = (rule: string) => Object.fromEntries(refused.map((target) => [target, rule]));

  test.each([
    ['build --out', 'buildSite({ ...options, out: target })', {}],
    // A review's own folder is where its records go, by whatever name.
    [
      'import --out',
      "importReview({ contentDir: 'content', outDir: target, sourcesDir: 'content/nowhere' })",
      Object.fromEntries(
        ['content', 'content/', './src/../content', '../link-to-content'].map((it) => [it, 'no-sources']),
      ),
    ],
    ['build --cache', 'buildSite({ ...options, cache: target })', {}],
    [
      'new',
      "writeReview(target, { title: 't', question: 'q', theme: 'th' }, '2026-11-29').then((notices) => ({ notices }))",
      {},
    ],
    ['exports --out', "openFolder({ path: target, holds: 'exports', option: '--out' })", { '../exports': 'done' }],
    ['bundle --out', "openFolder({ path: target, holds: 'bundle', option: '--out' })", {}],
    ['shots --out', "openFolder({ path: target, holds: 'shots', option: '--out' })", {}],
  ])('%s', (_, call, other) => {
    expect(refused.length).toBeGreaterThanOrEqual(40);
    const before = everything();
    expect(answers(call)).toEqual({ ...all('not-our-folder'), ...other });
    expect(everything()).toEqual(before);
  });
});

describe('a folder that is named by an empty text is refused before anything runs', () => {
  test.each([
    ['build', ['--out', '']],
    ['build', ['--cache', ' ']],
    ['build', ['--content', '']],
    ['import', ['--out', '']],
    ['import', ['--content=']],
    ['add', ['--content', '', 'page.txt']],
    ['remove', ['--content', '', 'page.txt', '--reason', 'r']],
    ['correct', ['--content', '', 'page.txt', 'volume=1', '--reason', 'r', '--seen', 's']],
    ['serve', ['--out', '']],
    ['exports', ['--out', '']],
    ['shots', ['--out', '']],
  ])('npm run %s -- %j', async (script, args) => {
    const before = everything();
    const { code, out, error } = await run([`scripts/${script}.ts`, ...args]);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(error).toMatch(/^--(?:out|cache|content) "" is empty: .*Nothing was changed\./u);
    expect(everything()).toEqual(before);
  });
});

test.each([
  ['import', []],
  ['build', []],
  ['correct', ['page.txt', 'volume=1', '--reason', 'r', '--seen', 's']],
  ['remove', ['page.txt', '--reason', 'r']],
  ['screen', ['page.txt', 'include', '--by', 'A']],
])('npm run %s makes no folder of a name with a misprint', async (script, args) => {
  const outsideCache = () => Object.entries(everything()).filter(([path]) => !path.includes('/project/.cache'));
  const before = outsideCache();
  const { code, error } = await run([`scripts/${script}.ts`, '--content', '../contnet', ...args]);
  expect(code).toBeGreaterThan(0);
  expect(error).toMatch(/no-such-review|is not the folder of a review/u);
  expect(outsideCache()).toEqual(before);
});

describe('what a person put among the records', () => {
  const outside = (folder: string) =>
    Object.fromEntries(
      Object.entries(everything(folder)).filter(([path]) => !/^\/(?:papers\/|ledger\.json$|ids\.yaml$)/u.test(path)),
    );

  test('stays where it is and is reported; of a review only papers and ledger are written', async () => {
    const content = review({
      'sources/a.txt': pageOf(0),
      'papers/read-me-first.pdf': 'a PDF',
      'papers/notes/one.txt': 'notes',
      'site.yaml': 'anything',
      'themes/x/en.mdx': 'an essay',
      'vocabulary-of-mine/x': 'x',
    });
    const before = outside(content);
    const told = (await importFolder(content)).notices.filter(({ rule }) => rule === 'files-of-yours');
    expect(told).toMatchObject([
      { severity: 'info', seen: 'papers/notes, papers/read-me-first.pdf: not made by the project' },
    ]);
    expect(outside(content)).toEqual(before);
    rmSync(join(content, 'sources', 'a.txt'));
    writeFileSync(join(content, 'sources', 'b.txt'), pageOf(1));
    await importFolder(content);
    expect(papersOf(content).size).toBe(1);
    expect(readFileSync(join(content, 'papers/read-me-first.pdf'), 'utf8')).toBe('a PDF');
    expect(readFileSync(join(content, 'papers/notes/one.txt'), 'utf8')).toBe('notes');
  });

  test('in a record itself is kept beside it, and reported', async () => {
    const content = review({ 'sources/a.txt': pageOf(0), 'sources/b.txt': pageOf(1) });
    await importFolder(content);
    const idOf = (file: string) => [...papersOf(content).values()].find((it) => it.sources[0]?.file === file)?.id ?? '';
    const [first, second] = [idOf('a.txt'), idOf('b.txt')];
    writeFileSync(join(content, 'papers', `${first}.json`), '{"of": "mine"}');
    writeFileSync(join(content, 'papers', `${second}.json`), '{"of": "mine too"}');
    rmSync(join(content, 'sources', 'b.txt'));
    const { notices } = await importFolder(content);
    expect(notices.filter(({ rule }) => rule === 'changed-by-hand')).toHaveLength(2);
    expect(readdirSync(join(content, 'papers')).sort()).toEqual(
      [markName, `${first}.json`, `${first}.json.kept`, `${second}.json.kept`].sort(),
    );
    expect(readFileSync(join(content, 'papers', `${first}.json.kept`), 'utf8')).toBe('{"of": "mine"}');
    expect((await importFolder(content, { check: true })).differences).toEqual([]);
  });

  test('records of older versions are recognised by their contents, and marked once', async () => {
    const content = review({ 'sources/a.txt': pageOf(0) });
    await importFolder(content);
    rmSync(join(content, 'papers', markName));
    const rules = async () => (await importFolder(content)).notices.map(({ rule }) => rule);
    expect(await rules()).toContain('marked');
    expect(await rules()).not.toContain('marked');
  });

  test('and a folder that is not a review must have only records', async () => {
    const content = review({ 'sources/a.txt': pageOf(0) });
    const out = temporaryFolder({ 'papers/one.pdf': 'x' });
    const asked = importFolder(content, { outDir: out });
    await expect(asked).rejects.toMatchObject({ notice: { rule: 'not-our-folder' } });
    expect(readdirSync(join(out, 'papers'))).toEqual(['one.pdf']);
  });
});

describe('a site', () => {
  const asked = (path: string) => OwnFolder.ask({ path, holds: 'site', option: '--out' });

  test('of an older version is recognised by its contents', async () => {
    const { folder } = await useSite();
    const copy = temporaryFolder();
    cpSync(folder, copy, { recursive: true });
    rmSync(join(copy, markName));
    writeFileSync(join(copy, 'CNAME'), 'review.example');
    const own = asked(copy);
    expect(own).toMatchObject({ was: 'recognised' });
    expect(own instanceof OwnFolder ? own.strangers() : []).toEqual(['CNAME']);
    rmSync(join(copy, 'search/index/core.pack'));
    expect(asked(copy)).toMatchObject({ rule: 'not-our-folder' });
  });

  test('behind a link, with a person’s files in it, is made again beside them', async () => {
    const { folder, content } = await useSite();
    const place = temporaryFolder();
    const [old, link] = [join(place, 'old'), join(place, 'link')];
    cpSync(folder, old, { recursive: true });
    for (const [name, text] of Object.entries({ CNAME: 'review.example', 'papers/mine.pdf': 'x', '.git/HEAD': 'y' })) {
      mkdirSync(join(old, name, '..'), { recursive: true });
      writeFileSync(join(old, name), text);
    }
    writeFileSync(join(old, 'index.html'), 'the old home');
    symlinkSync('old', link);
    const args = ['scripts/build.ts', '--content', content, '--out', link];
    const { code, output } = await runNode(args, { output: 'collect' });
    expect(code, output).toBe(0);
    expect(output).toContain('.git, CNAME, papers/mine.pdf: not made by the project');
    const found = everything(old);
    const mine = ['/.git', '/.git/HEAD', '/CNAME', '/papers/mine.pdf'].flatMap((path) => (found[path] ? [path] : []));
    expect(mine).toHaveLength(4);
    const ours = Object.entries(found).filter(([path]) => !mine.includes(path));
    expect(Object.fromEntries(ours)).toEqual(everything(folder));
    expect(readdirSync(place).sort()).toEqual(['link', 'old']);
  });
});
