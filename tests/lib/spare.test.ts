import { existsSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { hashOfBytes } from '../../scripts/lib/file-hashes.ts';
import { linkOrCopy, makeFolder, writeStaged } from '../../scripts/lib/files.ts';
import { markName, markText } from '../../scripts/lib/mark.ts';
import { besideName } from '../../scripts/lib/names.ts';
import { filesBelow } from '../../scripts/lib/paths.ts';
import { keepSpare, takeSpare } from '../../scripts/lib/spare.ts';
import { Ground } from '../../scripts/render/ground.ts';
import { Kept, type KeptFile } from '../../scripts/render/kept.ts';
import { temporaryFolder } from '../support/folder.ts';

const pages = { 'index.html': 'home', 'papers/a/index.html': 'paper a', 'papers/b/index.html': 'paper b' };
const others = { 'search/old.pack': 'cards' };
const own = { ...pages, ...others };

let root = '';
let site = '';
let spare = '';
let staging = '';

beforeEach(() => {
  root = temporaryFolder();
  site = join(root, 'dist');
  spare = join(root, 'cache/spare');
  staging = besideName(site, 'new');
  makeFolder(site);
  for (const [name, text] of Object.entries(own)) {
    makeFolder(join(site, name, '..'));
    writeFileSync(join(site, name), text);
  }
  writeFileSync(
    join(site, markName),
    markText(
      'site',
      Object.keys(own).map((name) => [name, '']),
    ),
  );
});

test('a replaced site is kept, and becomes the next one once', () => {
  expect(keepSpare(site, spare)).toBe(true);
  expect(existsSync(site)).toBe(false);
  expect(takeSpare(spare, staging).sort()).toEqual(Object.keys(own).sort());
  expect(filesBelow(staging)).toEqual(Object.keys(own).sort());
  expect(takeSpare(spare, besideName(join(root, 'other'), 'new'))).toEqual([]);
});

test('a site stays where it is, to be deleted, while another one is kept', () => {
  mkdirSync(spare, { recursive: true });
  expect(keepSpare(site, spare)).toBe(false);
  expect(readFileSync(join(site, 'index.html'), 'utf8')).toBe('home');
});

test.each([
  ['a file that no build made', () => writeFileSync(join(spare, 'papers/a/note.txt'), 'mine')],
  [
    'a link in place of a file',
    () => {
      renameSync(join(spare, 'index.html'), join(root, 'home.html'));
      symlinkSync(join(root, 'home.html'), join(spare, 'index.html'));
    },
  ],
  ['a mark that says nothing', () => writeFileSync(join(spare, markName), '{')],
])('a kept site with %s is not used', (_name, change) => {
  keepSpare(site, spare);
  change();
  expect(takeSpare(spare, staging)).toEqual([]);
  expect(existsSync(staging)).toBe(false);
});

test('what is brought up to date never changes a file of the site that is read', () => {
  // Two sites share their files, as when a build keeps them: the one that is read, and the one before.
  const kept = new Kept(join(root, 'cache/pages'));
  const entry = (text: string): KeptFile => ({
    key: '',
    reads: [],
    answers: '',
    hash: hashOfBytes(Buffer.from(text)),
    hidden: false,
  });
  const read = join(root, 'read');
  for (const [name, text] of Object.entries(own)) {
    makeFolder(join(read, name, '..'));
    linkOrCopy(join(site, name), join(read, name));
    if (name in pages) kept.add(name, entry(text), join(site, name));
  }
  keepSpare(site, spare);

  const ground = new Ground(staging, takeSpare(spare, staging), (file) => file in pages);
  expect(filesBelow(staging)).toEqual(Object.keys(pages).sort());
  const isRight = (name: string, text: string) => (at: string) => kept.isAt(name, entry(text), at);
  expect(ground.stays('index.html', isRight('index.html', 'home'))).toBe(true);
  expect(ground.stays('papers/a/index.html', isRight('papers/a/index.html', 'paper a, changed'))).toBe(false);
  writeStaged(ground.free('papers/a/index.html'), 'paper a, changed');
  writeStaged(ground.free('papers/c/index.html'), 'paper c');
  ground.clear();

  expect(filesBelow(staging)).toEqual(['index.html', 'papers/a/index.html', 'papers/c/index.html']);
  expect(readFileSync(join(staging, 'papers/a/index.html'), 'utf8')).toBe('paper a, changed');
  expect(existsSync(join(staging, 'papers/b'))).toBe(false);
  for (const [name, text] of Object.entries(own)) expect(readFileSync(join(read, name), 'utf8')).toBe(text);
});
