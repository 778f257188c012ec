import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { memoryStore, openStore, type Store } from '../../scripts/lib/store/index.ts';
import { NoticeError } from '../../scripts/lib/notice-error.ts';
import { versionOf } from '../../scripts/lib/digest.ts';
import { pageOf } from '../../scripts/bench/pages.ts';
import type { ImportResult } from '../../scripts/pipeline/import-result.ts';
import { importCode } from '../../scripts/pipeline/import-options.ts';
import { listSources } from '../../scripts/pipeline/read/list.ts';
import { readRow, storedAccount, storedDraft } from '../../scripts/pipeline/read/read-source.ts';
import { temporaryFolder } from '../support/folder.ts';
import { reachedFrom } from '../support/tree.ts';
import { filesBelow, importFolder, review } from './support.ts';

/** More records than fit into a parcel, a page with a sidecar, and a page with a correction. */
const records = Array.from(
  { length: 25 },
  (_, i) => `TY  - JOUR\nAU  - Example, Ana\nTI  - Trust in ward ${i}\nPY  - 2021\nDO  - 10.5555/w.${i}\nER  - \n`,
).join('\n');
const content = {
  'sources/all.ris': records,
  'sources/page.txt': pageOf(1),
  'sources/page.txt.meta.yaml': 'url: https://example.org/page\n',
  'sources/other.txt': pageOf(2),
  'corrections/a.yaml': 'for: other.txt\nreason: misprint\nseen: [the journal]\nset: { volume: "13" }\n',
};

const outcome = (folder: string) => filesBelow(folder);
const ofCache = ({ notices }: ImportResult) =>
  notices.map(({ rule }) => rule).filter((rule) => rule.startsWith('cache-'));
/** The cache's files with their lines, the first line left out. */
const linesIn = (cache: string): { path: string; first: string; lines: string[] } => {
  const [name = ''] = readdirSync(cache);
  const [first = '', ...lines] = readFileSync(join(cache, name), 'utf8').split(/(?<=\n)/);
  return { path: join(cache, name), first, lines };
};

/** How the values of each kind of entry begin. */
const kinds = { reading: '{"format":', drafts: '[{', paper: '{"identity":' };

const ways: Record<string, (line: string) => string> = {
  'cut short': (line) => `${line.slice(0, line.length / 2)}\n`,
  'made zero': (line) => '\0'.repeat(line.length - 1) + '\n',
  'with one bit changed': (line) =>
    line.slice(0, -9) + String.fromCharCode(line.charCodeAt(line.length - 9) ^ 1) + line.slice(-8),
  'with a letter for another': (line) => line.replace(/(\d+ .*?)e/, '$1i'),
  absent: () => '',
};

describe('an import with a damaged cache gives the same as a clean one', () => {
  let clean: Record<string, string>;
  let folder = '';
  let kept: ReturnType<typeof linesIn>;

  beforeAll(async () => {
    const fresh = review(content);
    await importFolder(fresh);
    clean = outcome(fresh);
    folder = review(content);
    const cache = temporaryFolder();
    await importFolder(folder, { cacheDir: cache });
    kept = linesIn(cache);
  });

  const cases = Object.keys(kinds).flatMap((kind) => Object.keys(ways).map((way) => [kind, way] as const));
  test.each(cases)('an entry of a %s %s', async (kind, way) => {
    const index = kept.lines.findIndex((line) =>
      /^\S+ \S+ \d+ (.*)/.exec(line)?.[1]?.startsWith(kinds[kind as keyof typeof kinds]),
    );
    const damaged = kept.lines.map((line, i) => (i === index ? (ways[way]?.(line) ?? '') : line));
    expect(damaged).not.toEqual(kept.lines);
    const cache = temporaryFolder({ [kept.path.split(/[\\/]/).at(-1) ?? '']: [kept.first, ...damaged].join('') });
    for (const path of ['papers', 'ledger.json']) rmSync(join(folder, path), { recursive: true });
    const result = await importFolder(folder, { cacheDir: cache });
    const { counts, notices } = result;
    expect(outcome(folder)).toEqual(clean);
    expect(counts.sourcesRead + counts.papersMade).toBeGreaterThan(0);
    // Of a missing entry nothing says that it existed, unless another entry refers to it.
    const named = kind === 'drafts' ? ['cache-incomplete'] : [];
    expect(ofCache(result)).toEqual(way === 'absent' ? named : ['cache-damaged', ...named]);
    expect(notices.map(({ severity }) => severity)).not.toContain('error');
    const again = await importFolder(folder, { cacheDir: cache });
    expect(again.counts).toMatchObject({ sourcesRead: 0, papersMade: 0 });
    expect(ofCache(again)).toEqual([]);
  });

  test('a folder in place of its file, a file in place of its folder', async () => {
    const cache = temporaryFolder();
    mkdirSync(join(cache, kept.path.split(/[\\/]/).at(-1) ?? ''));
    rmSync(join(folder, 'papers'), { recursive: true });
    const folderThere = await importFolder(folder, { cacheDir: cache });
    expect(ofCache(folderThere)).toEqual(['cache-in-the-way']);
    expect(outcome(folder)).toEqual(clean);
    rmSync(join(folder, 'papers'), { recursive: true });
    const file = join(temporaryFolder({ cache: 'a file' }), 'cache');
    const fileThere = await importFolder(folder, { cacheDir: file });
    expect(ofCache(fileThere)).toEqual(['cache-unreadable', 'cache-not-kept']);
    expect(fileThere.written).toBe(true);
    expect(outcome(folder)).toEqual(clean);
  });

  test('entries that are whole and untrue: a comparison with the committed records reads the sources', async () => {
    const cache = temporaryFolder();
    const store = openStore({ folder: cache, version: versionOf(importCode) });
    for (const listed of listSources(join(folder, 'sources'))) {
      const { row } = readRow(listed, memoryStore());
      const untrue = {
        format: 'general',
        encoding: 'utf-8',
        kind: 'page' as const,
        isPaper: false,
        count: 0,
        toCheck: [],
        notices: [],
        account: {
          tally: { field: 0, furniture: 0, copy: 0, unclassified: 0, total: 0 },
          stretches: [],
          unclassifiedLines: 0,
          unclassifiedOf: [],
        },
      };
      if (row.key) store.set(row.key, untrue);
    }
    store.close();
    const { differences, counts } = await importFolder(folder, { cacheDir: cache, check: true });
    expect([differences, counts.sourcesRead]).toEqual([[], 3]);
  });
});

describe('what the store loses while an import runs', () => {
  const folder = review(content);
  const [all] = listSources(join(folder, 'sources'));

  /** A store that keeps nothing. */
  const forgetful: Store = { get: () => undefined, set: () => undefined, texts: () => [], close: () => [] };

  test('is read again from the source', () => {
    if (!all) throw new Error('no source');
    const store = memoryStore();
    const { row, drafts } = readRow(all, store);
    expect(drafts).toHaveLength(25);
    for (const i of [0, 19, 20, 24]) {
      expect(storedDraft(row, i, forgetful)).toEqual(drafts[i]);
      expect(storedDraft(row, i, store)).toEqual(drafts[i]);
    }
    expect(storedAccount(row, forgetful)).toEqual(storedAccount(row, store));
    expect(storedAccount(row, store).stretches.length).toBeGreaterThan(100);
  });

  test('never from a source that is another one by now', () => {
    if (!all) throw new Error('no source');
    const { row } = readRow(all, memoryStore());
    writeFileSync(all.path, records.replace('ward 24', 'ward 42'));
    expect(() => storedDraft(row, 24, forgetful)).toThrow(NoticeError);
  });
});

test('the version of the cache covers all code that an import runs', () => {
  const reached = reachedFrom('scripts/pipeline/import-review.ts');
  expect(reached.length).toBeGreaterThan(80);
  const covered = (path: string) => importCode.names?.some((name) => path === name || path.startsWith(`${name}/`));
  expect(reached.filter((path) => !covered(path))).toEqual([]);
});
