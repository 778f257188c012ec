import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Notice } from '#domain/notice';
import { entryOf, lineOf } from '../../scripts/lib/store/entries.ts';
import { keyFor, memoryStore, openStore, type Store, type StoreOptions } from '../../scripts/lib/store/index.ts';
import { projectRoot, runNode } from '../../scripts/run.ts';
import { temporaryFolder } from '../support/folder.ts';

const version = 'version-of-tests';
const values: Record<string, unknown> = {
  short: 1,
  chinese: { title: '治疗联盟', lines: 'one\ntwo', none: null },
  long: Array.from({ length: 3 }, (_, i) => `sentence ${i}`),
};
const key = (name: string) => keyFor<unknown>('test', name);
const open = (folder: string, more: Partial<StoreOptions> = {}): Store => openStore({ folder, version, ...more });

/** A folder with the values in one file. */
function filled(): { folder: string; path: string } {
  const folder = join(temporaryFolder(), 'kept');
  keepIn(folder);
  const [name = ''] = readdirSync(folder);
  return { folder, path: join(folder, name) };
}

function keepIn(folder: string, kept = values): Notice[] {
  const store = open(folder);
  for (const [name, value] of Object.entries(kept)) store.set(key(name), value);
  return store.close();
}

/** What the store returns for every value: the value or nothing. Missing values are set again, as a step would do. */
function use(folder: string, options: Partial<StoreOptions> = {}): { lost: string[]; notices: Notice[] } {
  const store = open(folder, options);
  const lost: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    const got = store.get(key(name));
    if (got === undefined) {
      lost.push(name);
      store.set(key(name), value);
    }
    expect(store.get(key(name))).toEqual(value);
  }
  return { lost, notices: store.close() };
}

/** Asserts that a loss is reported, is not an error, and is repaired in the next run. */
function healed(folder: string, rules: readonly string[], options: Partial<StoreOptions> = {}): string[] {
  const { lost, notices } = use(folder, options);
  expect(notices.map(({ rule }) => rule)).toEqual(rules);
  expect(notices.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(use(folder)).toEqual({ lost: [], notices: [] });
  return lost;
}

describe('a store', () => {
  test('gives what it was given, to later runs and to the same one', () => {
    const { folder } = filled();
    expect(use(folder)).toEqual({ lost: [], notices: [] });
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test('is no more than a memory where a run has no cache', () => {
    const store = memoryStore();
    expect(store.get(key('chinese'))).toBeUndefined();
    store.set(key('chinese'), values['chinese']);
    expect(store.get(key('chinese'))).toEqual(values['chinese']);
    expect(store.close()).toEqual([]);
  });

  test('tells keys apart by every part of them', () => {
    const keys = [['a', 'b'], ['ab'], ['a', '', 'b'], ['a\0', 'b'], ['a', '\0b'], ['1 a', 'b']].map((parts) =>
      keyFor('test', ...parts),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('shows nothing of another version, not even in a file that is called as one of its own', () => {
    const { folder, path } = filled();
    const other = open(folder, { version: 'another-version1' });
    expect(other.get(key('short'))).toBeUndefined();
    expect(other.close().map(({ rule, severity }) => [rule, severity])).toEqual([['cache-of-another-version', 'info']]);
    renameSync(path, path.replace(version, 'another-version1'));
    const renamed = open(folder, { version: 'another-version1' });
    for (const name of Object.keys(values)) expect(renamed.get(key(name))).toBeUndefined();
    renamed.close();
  });

  test('keeps two other versions, those used last, and touches nothing that is not its own', () => {
    const { folder } = filled();
    writeFileSync(join(folder, 'README'), 'mine');
    mkdirSync(join(folder, 'letters'));
    writeFileSync(join(folder, 'letters', 'a.entries'), 'mine too');
    ['b', 'c', 'd'].forEach((letter, i) => {
      const store = open(folder, { version: letter.repeat(16) });
      store.set(key('short'), 1);
      store.close();
      const name = readdirSync(folder).find((it) => it.startsWith(letter.repeat(16))) ?? '';
      utimesSync(join(folder, name), 1000 + i, 1000 + i);
    });
    expect(use(folder).lost).toEqual([]);
    expect(readdirSync(folder).map((name) => name.slice(0, 16))).toEqual([
      'README',
      'c'.repeat(16),
      'd'.repeat(16),
      'letters',
      version,
    ]);
    expect(readFileSync(join(folder, 'letters', 'a.entries'), 'utf8')).toBe('mine too');
  });
});

const flipped = (bytes: Buffer, bit: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
};

describe('damage affects only what it touches, is reported and repaired', () => {
  test('any bit of any line is seen', () => {
    const whole = lineOf('a-key', values['chinese']).subarray(0, -1);
    expect(entryOf(whole)).toMatchObject({ key: 'a-key' });
    for (let bit = 0; bit < whole.length * 8; bit++) expect(entryOf(flipped(whole, bit))).toBeUndefined();
  });

  test('a bit of any byte', () => {
    const { folder, path } = filled();
    const whole = readFileSync(path);
    for (let at = 0; at < whole.length; at++) {
      const copy = temporaryFolder();
      const bytes = flipped(whole, at * 8 + (at % 8));
      writeFileSync(path.replace(folder, copy), bytes);
      // A damaged line end makes one line of two.
      expect(healed(copy, ['cache-damaged']).length).toBeLessThanOrEqual(whole[at] === 10 ? 2 : 1);
    }
  });

  test('a cut at any byte', () => {
    const { folder, path } = filled();
    const whole = readFileSync(path);
    for (let size = 0; size < whole.length; size++) {
      const copy = temporaryFolder();
      writeFileSync(path.replace(folder, copy), whole.subarray(0, size));
      const atAnEnd = whole[size - 1] === 10;
      healed(copy, atAnEnd ? [] : ['cache-damaged']);
    }
  });

  test('zeros in place of anything', () => {
    const { folder, path } = filled();
    const whole = readFileSync(path);
    for (const [from, to] of [
      [0, whole.length],
      [0, 10],
      [30, 60],
      [whole.length - 5, whole.length],
    ] as const) {
      const copy = temporaryFolder();
      writeFileSync(path.replace(folder, copy), Buffer.from(whole).fill(0, from, to));
      healed(copy, ['cache-damaged']);
    }
  });

  test('one letter for another', () => {
    const { folder, path } = filled();
    const text = readFileSync(path, 'utf8');
    expect(text).toContain('联盟');
    writeFileSync(path, text.replace('联盟', '联明'));
    expect(healed(folder, ['cache-damaged'])).toEqual(['chinese']);
  });

  test('a line twice, lines in another order, a line of another file', () => {
    const { folder, path } = filled();
    const [first = '', ...lines] = readFileSync(path, 'utf8').split(/(?<=\n)/);
    writeFileSync(path, [first, ...lines.toReversed(), ...lines].join(''));
    expect(healed(folder, [])).toEqual([]);
  });

  test('a file that is gone', () => {
    const { folder, path } = filled();
    rmSync(path);
    expect(healed(folder, [])).toEqual(Object.keys(values));
  });

  test('a folder in its place: an empty one is removed, one with something in it stays', () => {
    const { folder, path } = filled();
    rmSync(path);
    mkdirSync(path);
    expect(healed(folder, ['cache-in-the-way'])).toEqual(Object.keys(values));
    expect(existsSync(path)).toBe(false);
    mkdirSync(path);
    writeFileSync(join(path, 'letter.txt'), 'mine');
    const { lost, notices } = use(folder);
    expect([lost, notices.map(({ rule }) => rule)]).toEqual([[], ['cache-in-the-way']]);
    expect(readFileSync(join(path, 'letter.txt'), 'utf8')).toBe('mine');
  });

  test('a link in its place', () => {
    const { folder, path } = filled();
    rmSync(path);
    symlinkSync(join(folder, 'nowhere'), path);
    expect(use(folder)).toMatchObject({ lost: Object.keys(values), notices: [{ rule: 'cache-in-the-way' }] });
  });

  test('a file that changes while it is open', () => {
    const { folder, path } = filled();
    const store = open(folder);
    expect(store.get(key('short'))).toBe(1);
    truncateSync(path, 30);
    for (const name of Object.keys(values)) expect(store.get(key(name))).toBeUndefined();
    expect(store.close().map(({ rule }) => rule)).toEqual(['cache-damaged']);
  });

  test('an entry that another says is there', () => {
    const { folder } = filled();
    const store = open(folder);
    expect(store.get(key('nobody kept this'))).toBeUndefined();
    expect(store.get(key('nor this'), true)).toBeUndefined();
    expect(store.close()).toMatchObject([{ severity: 'info', rule: 'cache-incomplete', place: { file: folder } }]);
  });
});

describe('a disk that takes nothing more', () => {
  const full = (after: number) => {
    let room = after;
    return (handle: number, bytes: Uint8Array): number => {
      if (room <= 0) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
      const count = writeSync(handle, bytes.subarray(0, room));
      room -= count;
      return count;
    };
  };

  test.each([0, 10, 24, 100, 300])('after %i bytes affects only the cache, and is reported once', (room) => {
    const { folder } = filled();
    const again = join(temporaryFolder(), 'kept');
    const { lost, notices } = use(again, { write: full(room) });
    expect(lost).toEqual(Object.keys(values));
    expect(notices).toMatchObject([
      { severity: 'warning', rule: 'cache-not-kept', place: { file: again }, seen: 'ENOSPC' },
    ]);
    // The room that it took is free again.
    expect(readdirSync(again)).toEqual([]);
    // Where everything is stored already, nothing is written.
    expect(use(folder, { write: full(0) })).toEqual({ lost: [], notices: [] });
  });

  test('while files are put together leaves them as they are', () => {
    const { folder, path } = filled();
    truncateSync(path, readFileSync(path).length - 1);
    const before = readFileSync(path);
    expect(use(folder, { write: full(0) }).notices.map(({ rule }) => rule)).toEqual([
      'cache-not-kept',
      'cache-damaged',
    ]);
    expect(readFileSync(path)).toEqual(before);
  });

  test('for there is a file where the folder should be', () => {
    const folder = temporaryFolder({ kept: 'a file' });
    const { lost, notices } = use(join(folder, 'kept'));
    expect(lost).toEqual(Object.keys(values));
    expect(notices.map(({ rule, seen }) => [rule, seen])).toEqual([
      ['cache-unreadable', 'ENOTDIR'],
      ['cache-not-kept', 'EEXIST'],
    ]);
    expect(readFileSync(join(folder, 'kept'), 'utf8')).toBe('a file');
  });
});

describe('the folder of a store', () => {
  const named = (i: number) => ({ [`value ${i}`]: i });

  test('never has many files, however many runs add to it', () => {
    const { folder } = filled();
    for (let i = 0; i < 60; i++) expect(keepIn(folder, named(i))).toEqual([]);
    expect(readdirSync(folder).length).toBeLessThan(20);
    const store = open(folder);
    for (let i = 0; i < 60; i++) expect(store.get(key(`value ${i}`))).toBe(i);
    expect(store.close()).toEqual([]);
    expect(use(folder).lost).toEqual([]);
  });

  test('keeps what a run wrote between the moment another one read its file and its own end', async () => {
    const [line = ''] = readFileSync(filled().path, 'utf8').split('\n').slice(1);
    const { folder, path } = filled();
    const writer = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)']);
    try {
      const growing = path.replace(/\.\d+\./u, `.${writer.pid}.`);
      const whole = readFileSync(path, 'utf8');
      rmSync(path);
      writeFileSync(growing, whole.replace(`${line}\n`, ''));
      // The largest file is never put together with others.
      keepIn(folder, { large: 'x'.repeat(10_000) });
      for (let i = 0; i < 14; i++) keepIn(folder, named(i));
      const reader = open(folder);
      reader.set(key('one more'), 1);
      writeFileSync(growing, `${whole.replace(`${line}\n`, '')}${line}\n`);
      writer.kill();
      await once(writer, 'exit');
      reader.close();
    } finally {
      writer.kill();
    }
    expect(use(folder)).toEqual({ lost: [], notices: [] });
  });

  test('loses what no run uses once it is large', () => {
    const { folder, path } = filled();
    const size = readFileSync(path).length;
    for (let i = 0; i < 60; i++) keepIn(folder, named(i));
    expect(use(folder, { roomy: 4 * size })).toEqual({ lost: [], notices: [] });
    const store = open(folder);
    for (let i = 0; i < 60; i++) expect(store.get(key(`value ${i}`))).toBeUndefined();
    store.close();
    expect(readdirSync(folder)).toHaveLength(1);
    expect(use(folder)).toEqual({ lost: [], notices: [] });
  });

  test('is used by two runs of one process at once', () => {
    const { folder } = filled();
    const [one, other] = [open(folder), open(folder)];
    one.set(key('of one'), 1);
    other.set(key('of the other'), 2);
    one.set(key('of both'), 3);
    other.set(key('of both'), 3);
    expect([...one.close(), ...other.close()]).toEqual([]);
    const later = open(folder);
    expect(['of one', 'of the other', 'of both'].map((name) => later.get(key(name)))).toEqual([1, 2, 3]);
    expect(later.close()).toEqual([]);
  });

  test('is used by three processes at once, and a copy made meanwhile has nothing false', async () => {
    const { folder } = filled();
    const module = JSON.stringify(join(projectRoot, 'scripts/lib/store/index.ts'));
    const program = (name: string) => `
      import { keyFor, openStore } from ${module};
      for (let run = 0; run < 12; run++) {
        const store = openStore({ folder: ${JSON.stringify(folder)}, version: '${version}' });
        for (let i = 0; i < 40; i++) {
          const key = keyFor('test', '${name}', String(run), String(i));
          store.set(key, { '${name}': i });
          if (store.get(key)?.['${name}'] !== i) throw new Error('lost');
          if (store.get(keyFor('test', 'short')) !== 1) throw new Error('lost');
        }
        const notices = store.close();
        if (notices.length) throw new Error(JSON.stringify(notices));
      }`;
    const names = ['a', 'b', 'c'];
    const running = names.map((name) =>
      runNode(['--input-type=module-typescript', '-e', program(name)], { output: 'collect' }),
    );
    const copy = temporaryFolder();
    cpSync(folder, copy, { recursive: true });
    expect(use(copy).lost).toEqual([]);
    for (const { code, output } of await Promise.all(running)) expect(`${code} ${output}`).toBe('0 ');
    const store = open(folder);
    for (const name of names)
      for (let run = 0; run < 12; run++)
        for (let i = 0; i < 40; i++)
          expect(store.get(keyFor<object>('test', name, String(run), String(i)))).toEqual({ [name]: i });
    expect(store.close()).toEqual([]);
  });
});
