import { renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { codeChanged, contentChanged, madeOf, retryWhileChanging, type Ingredients } from '../scripts/build-inputs.ts';
import { temporaryFolder } from './support/folder.ts';

let content = '';
const path = (name: string): string => join(content, name);
const ingredients = (more: Partial<Ingredients> = {}): Ingredients => ({
  content,
  base: '/',
  site: 'https://example.org',
  ...more,
});

beforeEach(() => {
  content = temporaryFolder({
    'site.yaml': 'title: A',
    'sources/a.txt': 'ab',
    'themes/trust/en.mdx': 'Trust',
    '.git/index': '',
  });
});

describe('what a site is made of', () => {
  test('is the same again where nothing has changed, and another with anything that it depends on', async () => {
    const { digest } = await madeOf(ingredients());
    expect((await madeOf(ingredients())).digest).toBe(digest);
    expect((await madeOf(ingredients({ base: '/repo/' }))).digest).not.toBe(digest);
    expect((await madeOf(ingredients({ site: 'https://example.com' }))).digest).not.toBe(digest);
    writeFileSync(path('themes/trust/en.mdx'), 'trust');
    expect((await madeOf(ingredients())).digest).not.toBe(digest);
  });

  test('is nothing that programs hide in the folder', async () => {
    const { digest, changedContent } = await madeOf(ingredients());
    for (const name of ['.git/index', 'themes/trust/.en.mdx.swp', '.alliance-review.lock'])
      writeFileSync(path(name), 'x');
    expect(changedContent()).toEqual([]);
    expect((await madeOf(ingredients())).digest).toBe(digest);
  });
});

describe('what changes while a build runs is noticed', () => {
  const essay = 'themes/trust/en.mdx';
  const changes: Record<string, () => string[]> = {
    'a file that is written': () => (writeFileSync(path(essay), 'Trust, and trust'), [essay]),
    'one that is written and then taken back': () => {
      writeFileSync(path(essay), 'Mistrust');
      writeFileSync(path(essay), 'Trust');
      return [essay];
    },
    'one that is taken back with the time that it had': () => {
      const { atime, mtime } = statSync(path(essay));
      writeFileSync(path(essay), 'Doubt');
      writeFileSync(path(essay), 'Trust');
      utimesSync(path(essay), atime, mtime);
      return [essay];
    },
    'one that is put away and brought back': () => {
      renameSync(path(essay), path('away'));
      renameSync(path('away'), path(essay));
      return [essay];
    },
    'one more, one less': () => {
      writeFileSync(path('sources/b.txt'), 'b');
      rmSync(path('sources/a.txt'));
      return ['sources/a.txt', 'sources/b.txt'];
    },
  };

  test.each(Object.entries(changes))('%s', async (_name, change) => {
    const { changedContent, changedCode } = await madeOf(ingredients());
    expect(changedContent()).toEqual([]);
    const names = change();
    expect(changedContent()).toEqual(names);
    expect(changedCode()).toEqual([]);
  });
});

describe('a site is made again', () => {
  const files = ['themes/trust/en.mdx', 'site.yaml'];
  /** The changed files that each attempt finds, one after the other. */
  const attempts = async (...found: string[][]) => {
    const told: string[] = [];
    let made = 0;
    const { changed } = await retryWhileChanging(
      () => Promise.resolve({ changed: found[made++] ?? [] }),
      (text) => told.push(text),
    );
    return { made, changed, told: told.length };
  };

  test('until nothing has changed meanwhile, three times at most', async () => {
    expect(await attempts([])).toEqual({ made: 1, changed: [], told: 0 });
    expect(await attempts(files, [])).toEqual({ made: 2, changed: [], told: 1 });
    expect(await attempts(files, files, [])).toEqual({ made: 3, changed: [], told: 2 });
    expect(await attempts(files, files, files)).toEqual({ made: 3, changed: files, told: 2 });
  });

  test('and what people are told names the first file', () => {
    const seen = 'themes/trust/en.mdx and 1 more changed while the site was built';
    expect(contentChanged(files)).toMatchObject({ severity: 'error', place: { file: files[0] }, seen });
    expect(codeChanged(files)).toMatchObject({ severity: 'warning', place: { file: files[0] }, seen });
  });
});
