import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { pageOf } from '../../../scripts/bench/pages.ts';
import { digestOf } from '../../../scripts/lib/digest.ts';
import type { ImportResult } from '../../../scripts/pipeline/import-result.ts';
import { listSources } from '../../../scripts/pipeline/read/list.ts';
import { openSource } from '../../../scripts/pipeline/read/open-source.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { filesBelow, importFolder, review } from '../support.ts';

/** Called with what is read and its path; throws in place of the disk. */
const disk = vi.hoisted(() => ({ refuse: (_what: string, _path: string): void => undefined }));

vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const faulty = <A extends unknown[], R>(what: string, call: (...given: A) => R) =>
    ((...given: A): R => {
      disk.refuse(what, String(given[0]));
      return call(...given);
    }) as typeof call;
  const { readFileSync, readdirSync, lstatSync } = real;
  return {
    ...real,
    readFileSync: faulty('read', readFileSync),
    readdirSync: faulty('list', readdirSync),
    lstatSync: faulty('stat', lstatSync),
  };
});

const refusal = (code: string): Error => Object.assign(new Error(`${code}: the disk refuses`), { code });

/** Makes the disk refuse paths with this ending, this many times. */
function refuse(what: string, ending: string, code: string, times = Infinity): void {
  let left = times;
  disk.refuse = (asked, path) => {
    if (asked === what && path.replaceAll('\\', '/').endsWith(ending) && left-- > 0) throw refusal(code);
  };
}

afterEach(() => {
  disk.refuse = () => undefined;
});

const pages = { 'sources/a.txt': pageOf(1), 'sources/b.txt': pageOf(2), 'sources/below/c.txt': pageOf(3) };
/** The result of an import while the disk refuses something. */
async function importNow(folder: string): Promise<ImportResult> {
  try {
    return await importFolder(folder);
  } finally {
    disk.refuse = () => undefined;
  }
}

const records = (folder: string) =>
  Object.fromEntries(Object.entries(filesBelow(folder)).filter(([path]) => path.startsWith('papers/')));

describe('a source that cannot be read', () => {
  const cases = [
    ['a file that the disk does not give', 'read', 'sources/b.txt', 'EIO', 'b.txt'],
    ['a file that may not be opened', 'read', 'sources/b.txt', 'EACCES', 'b.txt'],
    ['a file that cannot even be looked at', 'stat', 'sources/b.txt', 'EIO', 'b.txt'],
    ['a folder that may not be opened', 'list', 'sources/below', 'EACCES', 'below'],
  ] as const;

  test.each(cases)('%s affects nothing else', async (_name, what, ending, code, file) => {
    const folder = review(pages);
    await importFolder(folder);
    const without = review(pages);
    rmSync(join(without, 'sources', file), { recursive: true });
    await importFolder(without);
    refuse(what, ending, code);
    const { notices, written, counts } = await importNow(folder);
    expect({ written, papers: counts.papers, quarantined: counts.quarantined }).toEqual({
      written: true,
      papers: 2,
      quarantined: 1,
    });
    expect(notices.filter(({ rule }) => rule === 'source-unreadable')).toMatchObject([
      { severity: 'warning', place: { file }, seen: code },
    ]);
    expect(records(folder)).toEqual(records(without));
  });

  test.each(['EIO', 'EBUSY', 'ETIMEDOUT'])('for a moment (%s) costs nothing', async (code) => {
    const folder = review(pages);
    await importFolder(folder);
    const before = records(folder);
    refuse('read', 'sources/b.txt', code, 2);
    const { notices } = await importNow(folder);
    expect(notices.filter(({ rule }) => rule === 'source-unreadable')).toEqual([]);
    expect(records(folder)).toEqual(before);
  });

  test('is not asked for again where its permissions refuse it', () => {
    const folder = review(pages);
    const [listed] = listSources(join(folder, 'sources'));
    let asked = 0;
    disk.refuse = (what) => {
      if (what === 'read') asked++;
      if (what === 'read') throw refusal('EACCES');
    };
    if (listed) expect(openSource(listed).bytes).toBeUndefined();
    expect(asked).toBe(1);
  });

  test('among sources that no folder can be listed of: the records stay', async () => {
    const folder = review(pages);
    await importFolder(folder);
    const before = filesBelow(folder);
    refuse('list', '/sources', 'EIO');
    const { notices, written } = await importNow(folder);
    expect(written).toBe(false);
    expect(notices).toMatchObject([{ severity: 'error', rule: 'no-sources', seen: 'EIO' }]);
    expect(filesBelow(folder)).toEqual(before);
  });
});

test('a file that cannot be read is a part of a digest like any other', () => {
  const root = temporaryFolder({ 'a/one.txt': '1', 'a/two.txt': '2', 'b/three.txt': '3' });
  const whole = digestOf({ root });
  const copy = temporaryFolder();
  cpSync(root, copy, { recursive: true });
  expect(digestOf({ root: copy })).toBe(whole);
  refuse('read', 'a/two.txt', 'EIO');
  const without = digestOf({ root });
  expect(without).not.toBe(whole);
  expect(digestOf({ root })).toBe(without);
  refuse('list', '/a', 'EACCES');
  expect(new Set([whole, without, digestOf({ root })]).size).toBe(3);
  disk.refuse = () => undefined;
  writeFileSync(join(root, 'b/three.txt'), '4');
  refuse('read', 'a/two.txt', 'EIO');
  expect(digestOf({ root })).not.toBe(without);
  expect(readFileSync(join(root, 'b/three.txt'), 'utf8')).toBe('4');
});
