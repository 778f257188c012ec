import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { hashOfBytes } from '../../scripts/lib/file-hashes.ts';
import { Kept, type KeptFile } from '../../scripts/render/kept.ts';
import { temporaryFolder } from '../support/folder.ts';

let folder = '';
let site = '';
const bytes = Buffer.from('<p>A page</p>');
const page: KeptFile = { key: 'k', reads: ['paper:a', 'site:title'], answers: 'a', hash: hashOfBytes(bytes) };
const other: KeptFile = { ...page, reads: [], key: 'l' };

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
  expect(kept.put('index.html', page, join(site, 'again.html'))).toEqual(bytes);
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

describe('nothing is found', () => {
  test('where the bytes are not those of the name', () => {
    writeFileSync(join(folder, 'files', page.hash), '<p>Another</p>');
    const kept = new Kept(folder);
    expect(kept.put('index.html', page, join(site, 'again.html'))).toBeUndefined();
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
