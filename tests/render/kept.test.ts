import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { hashOfBytes, noteHashes } from '../../scripts/lib/file-hashes.ts';
import { Kept, noteStamps, type KeptFile } from '../../scripts/render/kept.ts';
import { temporaryFolder } from '../support/folder.ts';

let folder = '';
let site = '';
const bytes = Buffer.from('<p>A page</p>');
const page: KeptFile = {
  key: 'k',
  reads: ['paper:a', 'site:title'],
  answers: 'a',
  hash: hashOfBytes(bytes),
  hidden: false,
};
const other: KeptFile = { ...page, reads: [], key: 'l', hidden: true };

beforeEach(() => {
  site = temporaryFolder({ 'index.html': bytes.toString() });
  folder = join(temporaryFolder(), 'pages');
  const kept = new Kept(folder);
  kept.add('index.html', page, join(site, 'index.html'));
  kept.add('other.html', other, join(site, 'index.html'));
  kept.close();
});

test('a file is found with what it was made of, and put in place', () => {
  const kept = new Kept(folder);
  expect(['index.html', 'other.html', 'none.html'].map((file) => kept.get(file))).toEqual([page, other, undefined]);
  expect(kept.put('index.html', page, join(site, 'again.html'))).toBe(true);
  expect(readFileSync(join(site, 'again.html'))).toEqual(bytes);
});

test('what a build does not name is dropped at its end, and not before', () => {
  const kept = new Kept(folder);
  writeFileSync(join(site, 'new.html'), 'new');
  kept.add('new.html', { ...page, hash: hashOfBytes(Buffer.from('new')) }, join(site, 'new.html'));
  // A build that is killed here leaves the list of the last one.
  expect(new Kept(folder).get('index.html')).toEqual(page);
  kept.close();
  expect(readdirSync(join(folder, 'files'))).toEqual([hashOfBytes(Buffer.from('new'))]);
  expect(new Kept(folder).get('index.html')).toBeUndefined();
});

describe('a file that looks as it did in the last site, flushed to the disk, is not read', () => {
  const flushed = (): boolean[] => {
    const kept = new Kept(folder);
    const to = join(site, `again-${readdirSync(site).length}.html`);
    return kept.put('index.html', page, to) ? [...kept.hashes()].map(([, , wasFlushed]) => wasFlushed) : [];
  };
  /** Notes the kept file as it looks, with a hash. */
  const note = async (hash: string): Promise<void> => {
    await wait(100);
    noteStamps(folder, noteHashes([[join(folder, 'files', page.hash), hash, true]]));
  };

  test('and not flushed again', async () => {
    expect(flushed()).toEqual([false]);
    await note(page.hash);
    expect(flushed()).toEqual([true]);
    // Another name of it came: that is all that can have happened, and it is read to know.
    expect(flushed()).toEqual([false]);
  });

  test('and one that was written since is, whatever its time says', async () => {
    await note(page.hash);
    const kept = join(folder, 'files', page.hash);
    const { atime, mtime } = statSync(kept);
    writeFileSync(kept, '<p>B page</p>');
    utimesSync(kept, atime, mtime);
    expect(flushed()).toEqual([]);
  });

  test('and what is noted of other bytes is not used', async () => {
    await note(hashOfBytes(Buffer.from('<p>B page</p>')));
    expect(flushed()).toEqual([]);
  });
});

describe('nothing is found', () => {
  test('where the bytes are not those of the name', () => {
    writeFileSync(join(folder, 'files', page.hash), '<p>Another</p>');
    const kept = new Kept(folder);
    expect(kept.put('index.html', page, join(site, 'again.html'))).toBe(false);
    expect(readdirSync(site)).toEqual(['index.html']);
    writeFileSync(join(site, 'made.html'), bytes);
    kept.add('index.html', page, join(site, 'made.html'));
    expect(readFileSync(join(folder, 'files', page.hash))).toEqual(bytes);
  });

  test.each<[string, (list: string) => string]>([
    ['changed', (list) => list.replace('paper:a', 'paper:b')],
    ['cut', (list) => list.slice(0, -5)],
    ['empty', () => ''],
    ['longer', (list) => `${list}x`],
  ])('where the list is %s', (_, damage) => {
    const path = join(folder, 'list');
    writeFileSync(path, damage(readFileSync(path, 'utf8')));
    expect(new Kept(folder).get('index.html')).toBeUndefined();
  });
});
