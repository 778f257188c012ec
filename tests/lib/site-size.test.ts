import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { linesOfSize, sizeOf, type SiteSize } from '../../scripts/lib/site-size.ts';
import { temporaryFolder } from '../support/folder.ts';

test('files, bytes, the largest file and the fullest folder of a site', () => {
  const folder = temporaryFolder();
  const files = { 'index.html': 10, 'papers/a/index.html': 20, 'papers/b/index.html': 5, 'papers/a.bib': 300 };
  for (const [file, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), 'x'.repeat(bytes));
  }
  expect(sizeOf(folder, Object.keys(files))).toEqual({
    files: 4,
    bytes: 335,
    largest: { file: 'papers/a.bib', bytes: 300 },
    fullest: { folder: 'papers', entries: 3 },
  });
});

const size: SiteSize = {
  files: 12_409,
  bytes: 392_000_000,
  largest: { file: 'library.json', bytes: 9_000_000 },
  fullest: { folder: 'papers', entries: 7_000 },
};

test.each<[string, Partial<SiteSize>, string]>([
  ['none is passed', {}, 'within the limits of free Cloudflare Pages (20,000 files)'],
  ['too many files', { files: 20_001 }, 'over the limits of free Cloudflare Pages (20,000 files)'],
  [
    'a large file',
    { largest: { file: 'a', bytes: 26_214_401 } },
    'over the limits of Cloudflare Pages (25 MiB a file)',
  ],
  ['all too large', { bytes: 1_000_000_001 }, 'over the limits of GitHub Pages (1 GB)'],
  [
    'a full folder',
    { fullest: { folder: 'a', entries: 54_001 } },
    'over the limits of Netlify (54,000 entries a folder)',
  ],
])('hosts: %s', (_, change, expected) => {
  const [first, second] = linesOfSize({ ...size, ...change });
  expect(first).toContain(' files, ');
  expect(second?.slice(0, expected.length)).toBe(expected);
});
