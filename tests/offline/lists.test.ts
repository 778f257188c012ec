import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { recognise } from '../../scripts/lib/mark.ts';
import { filesBelow } from '../../scripts/lib/paths.ts';
import { writeOffline } from '../../scripts/offline/index.ts';
import { temporaryFolder } from '../support/folder.ts';

type Files = Record<string, [hash: string, size: number]>;

const first = ['404.html', '_astro/page.js', 'index.html', 'papers/index.html', 'search/index/core.pack'];
const later = [
  'library.bib',
  'search/index/cards/a.pack',
  'styles/1.pack',
  ...Array.from({ length: 600 }, (_, n) => `papers/one-2020-${n}/index.html`),
];

/** A site with these files; of each the bytes are its path. */
function siteOf(paths: readonly string[]): string {
  const folder = temporaryFolder();
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), path);
  }
  return folder;
}
const read = <T>(folder: string, path: string): T => JSON.parse(readFileSync(join(folder, path), 'utf8')) as T;
const sha256 = (text: string | Uint8Array): Buffer => createHash('sha256').update(text).digest();

test('a large site lists what is fetched first, and every other file in the part that its path says', async () => {
  const folder = siteOf([...first, ...later]);
  await writeOffline(folder, undefined, { whole: 0, budget: 1, inPart: 256 });
  const list = read<{ files: Files; parts: string[] }>(folder, 'offline.json');
  expect(Object.keys(list.files).sort()).toEqual(first);
  expect(list.parts).toHaveLength(4);
  const found: string[] = [];
  for (const [number, hash] of list.parts.entries()) {
    const path = join(folder, `offline/${number}.json`);
    expect(sha256(readFileSync(path)).toString('hex').slice(0, 16)).toBe(hash);
    for (const [name, [start, size]] of Object.entries(read<Files>(folder, `offline/${number}.json`))) {
      expect(sha256(name).readUInt32BE() % 4).toBe(number);
      expect([start, size]).toEqual([sha256(name).toString('hex').slice(0, 16), Buffer.byteLength(name)]);
      found.push(name);
    }
  }
  expect(found.sort()).toEqual([...later].sort());
  // Without its mark, as hosts that take no hidden files give it back, the whole site is known as the project's.
  expect([...(recognise(folder, 'site')?.keys() ?? [])]).toEqual(expect.arrayContaining(filesBelow(folder)));
});

test('a small site lists all but what few readers use, and its parts, so that what does not exist is known', async () => {
  const folder = siteOf([...first, ...later]);
  await writeOffline(folder);
  const { files, parts } = read<{ files: Files; parts: string[] }>(folder, 'offline.json');
  expect(parts).toHaveLength(1);
  expect(Object.keys(files).sort()).toEqual(
    [...first, ...later, 'offline/0.json'].filter((path) => !path.startsWith('styles/')).sort(),
  );
  expect(Object.keys(read<Files>(folder, 'offline/0.json'))).toEqual(['styles/1.pack']);
});
