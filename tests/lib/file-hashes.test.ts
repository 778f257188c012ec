import { appendFileSync, linkSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { FileHashes, hashOfBytes, noteHashes } from '../../scripts/lib/file-hashes.ts';
import { temporaryFolder } from '../support/folder.ts';

const settled = async (): Promise<unknown> => wait(100);
const hash = (text: string): string => hashOfBytes(Buffer.from(text));

test('a file is read once, also under another folder, and again when it was written', async () => {
  const folder = temporaryFolder({ 'a/file': 'one' });
  await settled();
  const hashes = new FileHashes();
  expect(hashes.of(join(folder, 'a/file'))).toEqual({ hash: hash('one'), size: 3, bytes: Buffer.from('one') });
  renameSync(join(folder, 'a'), join(folder, 'b'));
  const file = join(folder, 'b/file');
  expect(hashes.of(file)).toEqual({ hash: hash('one'), size: 3 });
  writeFileSync(file, 'two');
  // A program may set the time of the last change back; no program sets that of the last change of the inode.
  utimesSync(file, 0, 0);
  expect(hashes.of(file).hash).toBe(hash('two'));
});

test('a file that was written just now is read again, because its time may not show a further change', () => {
  const file = join(temporaryFolder({ file: 'one' }), 'file');
  // A time to come is younger than any, however slow the machine is.
  const later = Date.now() / 1000 + 3600;
  utimesSync(file, later, later);
  const hashes = new FileHashes();
  expect(hashes.of(file).bytes).toBeDefined();
  expect(hashes.of(file).bytes).toBeDefined();
  expect(noteHashes([[file, hash('one')]])).toBe('');
});

test('what another program has noted is known, until the file changes', async () => {
  const file = join(temporaryFolder({ file: 'one' }), 'file');
  await settled();
  const hashes = new FileHashes();
  hashes.learn(noteHashes([[file, hash('one')]]));
  expect(hashes.of(file)).toEqual({ hash: hash('one'), size: 3 });
  appendFileSync(file, '!');
  expect(hashes.of(file).hash).toBe(hash('one!'));
});

test('a file of which only names have changed is known when that is said, and one that was written is read', async () => {
  const folder = temporaryFolder({ one: 'one', two: 'two' });
  const [one, two, more] = ['one', 'two', 'more'].map((name) => join(folder, name)) as [string, string, string];
  await settled();
  const hashes = new FileHashes();
  hashes.learn(noteHashes([one, two].map((path) => [path, hashes.of(path).hash, path === one])));
  expect([one, two].map((path) => hashes.isFlushed(path))).toEqual([true, false]);
  linkSync(one, more);
  rmSync(one);
  writeFileSync(two, 'six');
  await settled();
  expect(hashes.isFlushed(more)).toBe(false);
  const other = new FileHashes();
  other.learn(hashes.noteNamesChanged([more, two]));
  expect([more, two].map((path) => other.of(path).bytes)).toEqual([undefined, undefined]);
  expect(other.isFlushed(more)).toBe(true);
  expect(hashes.of(more)).toEqual({ hash: hash('one'), size: 3 });
  expect(hashes.of(two).hash).toBe(hash('six'));
});
