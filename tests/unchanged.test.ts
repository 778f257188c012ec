import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Notice } from '#domain/notice';
import { digestOf, keepBuild, noticesOfSame } from '../scripts/unchanged.ts';
import { temporaryFolder } from './support/folder.ts';

let folder = '';
const path = (name: string): string => join(folder, name);
const write = (name: string, text: string): void => writeFileSync(path(name), text);

beforeEach(() => {
  folder = temporaryFolder();
  for (const name of ['site', 'content', 'content/sources']) mkdirSync(path(name));
  write('site/index.html', '<p>');
  write('content/site.yaml', 'title: A');
  write('content/sources/a.txt', 'ab');
  write('content/sources/b.txt', 'c');
  mkdirSync(path('linked'));
  write('linked/themes.yaml', 'a');
  symlinkSync(path('linked'), path('content/vocabulary'), 'junction');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a digest of files changes', () => {
  const digest = (): string => digestOf([path('content'), path('package.json')]);
  const changes: Record<string, () => void> = {
    'with a byte': () => write('content/sources/a.txt', 'aB'),
    'with a byte that moves to the next file': () => {
      write('content/sources/a.txt', 'a');
      write('content/sources/b.txt', 'bc');
    },
    'with a name': () => renameSync(path('content/sources/a.txt'), path('content/sources/c.txt')),
    'with an empty file more': () => write('content/sources/c.txt', ''),
    'with a file less': () => rmSync(path('content/sources/b.txt')),
    'with a file behind a link': () => write('linked/themes.yaml', 'b'),
    'with a file that was not there': () => write('package.json', '{}'),
  };
  test.each(Object.entries(changes))('%s', (_name, change) => {
    const before = digest();
    expect(digest()).toBe(before);
    change();
    expect(digest()).not.toBe(before);
  });
});

describe('a site is taken for the same', () => {
  const notices: Notice[] = [
    { severity: 'warning', rule: 'x', place: { file: 'a' }, seen: 's', expected: 'e', remedy: 'r' },
  ];
  const known = (made = 'of this'): Notice[] | undefined => noticesOfSame(path('kept.json'), made, path('site'));
  beforeEach(() => keepBuild(path('kept.json'), 'of this', path('site'), notices));

  test('where it is made of the same and stands as it was built, and its notices are told again', () => {
    expect(known()).toEqual(notices);
  });

  test('never where it is made of anything else, or was touched', () => {
    expect(known('of that')).toBeUndefined();
    write('site/index.html', '<p> ');
    expect(known()).toBeUndefined();
    rmSync(path('site'), { recursive: true });
    expect(known()).toBeUndefined();
  });

  test('never where what is kept of its build is broken or gone', () => {
    write('kept.json', readFileSync(path('kept.json'), 'utf8').slice(0, -4));
    expect(known()).toBeUndefined();
    rmSync(path('kept.json'));
    expect(known()).toBeUndefined();
  });
});
