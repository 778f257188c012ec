import { appendFileSync, copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { versionOf } from '../../scripts/lib/digest.ts';
import { pageCode } from '../../scripts/render/program.ts';
import { projectRoot } from '../../scripts/run.ts';
import { temporaryFolder } from '../support/folder.ts';

/**
 * What is not content and yet in the pages. The version of all of it is in the key of every page
 * (`scripts/render/run.ts`).
 */
const kinds = [
  ['a string', 'src/site/strings/citations.ts'],
  ['a component', 'src/components/paper/CitePanel.astro'],
  ['a page', 'src/pages/404.astro'],
  ['a style', 'src/styles/tokens.css'],
  ['a script of the browser', 'src/client/cite.ts'],
  ['a file of public/', 'public/favicon.svg'],
  ['the settings of Astro', 'astro.config.mjs'],
  ['the list of dependencies', 'package.json'],
  ['the lock file', 'package-lock.json'],
  ['what is installed', 'node_modules/.package-lock.json'],
  ['the code that renders', 'scripts/render/run.ts'],
  ['the code that hardens pages', 'scripts/escape-attributes.ts'],
] as const;

let root = '';
beforeAll(() => {
  root = temporaryFolder();
  for (const [, file] of kinds) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    if (existsSync(join(projectRoot, file))) copyFileSync(join(projectRoot, file), join(root, file));
  }
});

test.each(kinds)('pages are made anew when %s changes', (_, file) => {
  expect(existsSync(join(root, file)), 'the project has the file').toBe(true);
  const before = versionOf(pageCode(root));
  expect(versionOf(pageCode(root))).toBe(before);
  appendFileSync(join(root, file), ' ');
  expect(versionOf(pageCode(root))).not.toBe(before);
});

test('pages are made anew with another Node, and when a file comes', () => {
  const before = versionOf(pageCode(root));
  expect(versionOf(pageCode(root), { ...process.versions, node: '99.0.0' })).not.toBe(before);
  writeFileSync(join(root, 'src/styles/new.css'), '');
  expect(versionOf(pageCode(root))).not.toBe(before);
});
