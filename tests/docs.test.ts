import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from '../scripts/run.ts';
import { projectFiles } from './support/tree.ts';

const read = (file: string): string => readFileSync(join(projectRoot, file), 'utf8');
const pages = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/*.md', { cwd: projectRoot })];
const { scripts, ...manifest } = JSON.parse(read('package.json')) as Record<
  'scripts' | 'dependencies' | 'devDependencies' | 'optionalDependencies',
  Record<string, string>
>;

/** The anchors of a page's headings, as GitHub makes them. */
const anchorsOf = (page: string): string[] =>
  [...read(page).matchAll(/^#+ (.+)$/gmu)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/gu, '-'),
  );

/** Why a relative link leads nowhere, if it does. */
function brokenLink(page: string, target: string): string | undefined {
  const [path = '', anchor] = target.split('#');
  const file = path ? join(dirname(page), path) : page;
  if (!existsSync(join(projectRoot, file))) return `${page}: ${target} leads to no file`;
  if (anchor !== undefined && !anchorsOf(file).includes(anchor)) return `${page}: ${target} leads to no heading`;
  return undefined;
}

/** Paths of the project in a page's code spans, including those with an open part: `content/themes/<id>/en.mdx`. */
const pathsIn = (text: string): string[] =>
  [...text.matchAll(/`((?:\.github|content|docs|public|scripts|src|tests)\/[^`\s]*)`/gu)].map(([, path = '']) => path);

function isThere(path: string): boolean {
  const pattern = path
    .split(/<[^>]+>/u)
    .map((part) => part.replace(/[[\]{}*?()!]/gu, '[$&]'))
    .join('*');
  return globSync(pattern, { cwd: projectRoot }).length > 0;
}

test('the README has at most 150 lines', () => {
  expect(read('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(150);
});

describe.each(pages)('%s', (page) => {
  test('has no relative link that leads nowhere', () => {
    // Code shows how essays link to papers; those are addresses of the site.
    const text = read(page).replace(/^```[^]*?^```$|`[^`\n]*`/gmu, '');
    const targets = [...text.matchAll(/\]\((?!https?:)([^)\s]+)\)/gu)].map(([, target = '']) => target);
    expect(targets.map((target) => brokenLink(page, target)).filter(Boolean)).toEqual([]);
  });

  test('names no path that is not there', () => {
    // Made by a command when it is needed.
    const made = ['content/removed/'];
    const paths = pathsIn(read(page)).filter((path) => !made.includes(path));
    expect(paths.filter((path) => !isThere(path))).toEqual([]);
  });

  test('names no command that is not there', () => {
    const named = [...read(page).matchAll(/npm run ([a-z]+)/gu)].map(([, name = '']) => name);
    expect(named.filter((name) => !scripts[name])).toEqual([]);
  });
});

test('comments, notices and help of the code name no path that is not there', () => {
  /** A path of the project; its last part may be open: `src/x/<id>`, `tests/fixtures/x/SET`. */
  const path = /(?<![\w/.#@$}-])(?:docs|public|scripts|src|tests)\/[\w./[\]-]*[\w\]]/gu;
  const goneIn = (text: string): string[] =>
    [...text.matchAll(path)]
      .map((found) =>
        /[<*{$]/u.test(text[found.index + found[0].length] ?? '') || /\/[A-Z]+$/u.test(found[0])
          ? dirname(found[0])
          : found[0],
      )
      .filter((named) => !existsSync(join(projectRoot, named)));
  expect(goneIn('edit src/pages/zh, docs/import.md, or src/pages/[...lang]/about.astro.')).toEqual(['src/pages/zh']);
  const code = projectFiles().filter((file) => /^(?:src|scripts)\/.*\.(?:ts|mjs|astro|css)$/u.test(file.path));
  expect(code.flatMap((file) => goneIn(file.text).map((named) => `${file.path} names ${named}`))).toEqual([]);
});

test('docs/commands.md has every command', () => {
  const text = read('docs/commands.md');
  const shown = (name: string) => (['start', 'test'].includes(name) ? `npm ${name}` : `npm run ${name}`);
  expect(Object.keys(scripts).filter((name) => !new RegExp(`${shown(name)}\\b`, 'u').test(text))).toEqual([]);
});

test('docs/architecture.md has every dependency, each with its reason, and no other', () => {
  const [, table = ''] = read('docs/architecture.md').split('## Dependencies');
  const named = [...table.matchAll(/^\| ([^|]+) \| +\S/gmu)].flatMap(([, cell = '']) => cell.trim().split(', '));
  const node = Object.keys(manifest.optionalDependencies);
  const installed = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)];
  expect(installed.filter((name) => !named.includes(name))).toEqual([]);
  const known = ['package', ...installed, ...node.map((name) => `${name} and its like`)];
  expect(named.filter((name) => !known.includes(name) && !/^-+$/u.test(name))).toEqual([]);
});

test('docs/architecture.md has every folder of scripts and src', () => {
  const text = read('docs/architecture.md');
  const folders = globSync(['src/*/', 'scripts/*/', 'scripts/{formats,pipeline}/*/'], { cwd: projectRoot }).map(
    (path) => path.replace(/\/?$/u, '/'),
  );
  expect(folders.length).toBeGreaterThan(25);
  expect(folders.filter((folder) => !text.includes(`\`${folder}\``))).toEqual([]);
});

test('the README and .ci/run have the same test command', () => {
  expect(read('README.md')).toContain('npm ci && npm test');
  expect(read('.ci/run')).toMatch(/^npm ci\b[\s\S]*^npm test\b/mu);
});

interface Form {
  name: string;
  description: string;
  title: string;
  body: {
    type: string;
    id?: string;
    attributes: { label?: string; description?: string; value?: string; options?: string[] };
  }[];
}
const forms = globSync('.github/ISSUE_TEMPLATE/*.yml', { cwd: projectRoot }).filter(
  (file) => !file.endsWith('config.yml'),
);

test('there is a form for wrong data, a removal, a new paper and a bug', () => {
  const names = new Set(forms.map((file) => basename(file)));
  expect(names).toEqual(new Set(['bug.yml', 'new-paper.yml', 'removal.yml', 'wrong-data.yml']));
});

test.each(forms)('%s says everything in English and Chinese', (file) => {
  const { name, description, title, body } = parse(read(file)) as Form;
  const said = body.flatMap(({ attributes: { label, description: help, value, options = [] } }) =>
    [label, help, value, ...options].filter((text) => text !== undefined),
  );
  expect(body.some(({ id }) => id)).toBe(true);
  const lacking = [name, description, title, ...said].filter(
    (text) => !/\p{Script=Han}/u.test(text) || !/[a-z]{2}/iu.test(text),
  );
  expect(lacking).toEqual([]);
});
