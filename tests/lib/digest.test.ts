import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { digestOf, versionOf } from '../../scripts/lib/digest.ts';
import { temporaryFolder } from '../support/folder.ts';

let root = '';
const path = (name: string): string => join(root, name);
const write = (name: string, text: string): void => writeFileSync(path(name), text);
const names = ['content', 'package.json'];
const digest = (): string => digestOf({ root, names });

beforeEach(() => {
  root = temporaryFolder({
    'content/site.yaml': 'title: A',
    'content/sources/a.txt': 'ab',
    'content/sources/b.txt': 'c',
    'linked/themes.yaml': 'a',
  });
  symlinkSync(path('linked'), path('content/vocabulary'), 'junction');
});

describe('a digest of files changes', () => {
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
    'with a file that is no file any more': () => {
      rmSync(path('content/sources/b.txt'));
      symlinkSync(path('nowhere'), path('content/sources/b.txt'));
    },
    'with a file that says what another is told as': () => write('package.json', 'absent'),
  };
  test.each(Object.entries(changes))('%s', (_name, change) => {
    const before = digest();
    expect(digest()).toBe(before);
    change();
    expect(digest()).not.toBe(before);
  });
});

describe('a digest of files', () => {
  test('is the same wherever the files are', () => {
    const before = digest();
    const elsewhere = join(temporaryFolder(), '评论 # 2');
    renameSync(root, elsewhere);
    rmSync(join(elsewhere, 'content/vocabulary'));
    symlinkSync(join(elsewhere, 'linked'), join(elsewhere, 'content/vocabulary'), 'junction');
    expect(digestOf({ root: elsewhere, names })).toBe(before);
  });

  test('sees a folder once where a link leads back to it, and ends', () => {
    symlinkSync(path('content'), path('content/sources/again'), 'junction');
    symlinkSync(path('content/sources'), path('content/sources/itself'), 'junction');
    symlinkSync('loop', path('content/loop'));
    const before = digest();
    expect(digest()).toBe(before);
    write('content/sources/a.txt', 'aB');
    expect(digest()).not.toBe(before);
  });

  test('leaves out what the caller skips', () => {
    const skip = (it: string) => it === path('content/sources');
    const before = digestOf({ root, names, skip });
    write('content/sources/a.txt', 'aB');
    expect(digestOf({ root, names, skip })).toBe(before);
    write('content/site.yaml', 'title: B');
    expect(digestOf({ root, names, skip })).not.toBe(before);
  });

  test('is a version together with what runs the code', () => {
    const before = versionOf({ root, names });
    expect(before).toMatch(/^[\w-]{16}$/);
    const icu = Object.getOwnPropertyDescriptor(process.versions, 'icu');
    try {
      Object.defineProperty(process, 'versions', { value: { ...process.versions, icu: '0' }, configurable: true });
      expect(versionOf({ root, names })).not.toBe(before);
    } finally {
      Object.defineProperty(process, 'versions', {
        value: { ...process.versions, icu: icu?.value as string },
        configurable: true,
      });
    }
    expect(versionOf({ root, names })).toBe(before);
    mkdirSync(path('content/sources/more'));
    write('content/sources/more/c.ts', '');
    expect(versionOf({ root, names })).not.toBe(before);
  });
});
