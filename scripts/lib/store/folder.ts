/** The files in the folder of a store: their names, which of them are old, and which of their lines are damaged. */

import { randomBytes } from 'node:crypto';
import { lstatSync, openSync, readdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Notice } from '#domain/notice';
import { codeOf } from '../paths.ts';
import { entryOf, firstLine, linesOf, sizeOf } from './entries.ts';

/** An open file of a store, and what is wrong with it. */
export interface StoreFile {
  path: string;
  handle: number;
  /** Size in bytes, including what waits to be written. */
  size: number;
  entries: number;
  /** Lines whose hash is wrong, and the first byte of the first one. */
  damaged: { count: number; first: number };
  /** True where the last line has no end, because its run was killed. */
  cut: boolean;
  /** True where its run was not over when the file was read: more may have been written since. */
  growing: boolean;
}

export const newFile = (path: string, handle: number, size: number): StoreFile => ({
  path,
  handle,
  size,
  entries: 0,
  damaged: { count: 0, first: 0 },
  cut: false,
  growing: false,
});

const nameForm = /^([\w-]{16})\.(\d+)\.[0-9a-f]{8}\.entries$/;

/** A name that no other process makes: version, process, random part. */
export const newName = (version: string): string =>
  `${version}.${process.pid}.${randomBytes(4).toString('hex')}.entries`;

/** True where another process that still runs may be writing the file. */
function isBeingWritten(path: string): boolean {
  const pid = Number(/\.(\d+)\.[0-9a-f]{8}\.entries$/.exec(path)?.[1]);
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    return codeOf(problem) === 'EPERM';
  }
}

/**
 * Paths of the files of this version, and of old files to delete. Files that do not belong to a store are left alone.
 */
export function listFolder(folder: string, version: string, notices: Notice[]): { mine: string[]; stale: string[] } {
  const mine: string[] = [];
  const others = new Map<string, string[]>();
  for (const name of namesIn(folder, notices)) {
    const [, of] = nameForm.exec(name) ?? [];
    if (of === version) mine.push(join(folder, name));
    else if (of !== undefined) others.set(of, [...(others.get(of) ?? []), join(folder, name)]);
  }
  if (others.size && !mine.length) notices.push(ofAnotherVersion(folder));
  return { mine, stale: staleOf([...others.values()]) };
}

/** How many other versions are kept, the last used: people switch between two versions, and two may share a folder. */
const otherVersions = 2;

function staleOf(others: readonly string[][]): string[] {
  const lastUse = (paths: readonly string[]): number =>
    Math.max(...paths.map((path) => lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0));
  const byUse = others.map((paths) => ({ paths, used: lastUse(paths) })).sort((a, b) => b.used - a.used);
  return byUse.slice(otherVersions).flatMap(({ paths }) => paths.filter((path) => !isBeingWritten(path)));
}

function namesIn(folder: string, notices: Notice[]): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (problem) {
    if (codeOf(problem) !== 'ENOENT') notices.push(unreadable(folder, reasonOf(problem)));
    return [];
  }
}

/** Opens a file and reads it once from beginning to end, with a callback for each entry whose hash is right. */
export function openFile(
  path: string,
  found: (key: string, at: number, length: number, file: StoreFile) => void,
  notices: Notice[],
): StoreFile | undefined {
  try {
    // Another process may have just merged files: then the entries are in the merged one, or are made again.
    const kind = lstatSync(path, { throwIfNoEntry: false });
    if (!kind) return undefined;
    if (!kind.isFile()) return inTheWay(path, kind.isDirectory(), notices);
    const handle = openSync(path, 'r');
    const file = newFile(path, handle, sizeOf(handle));
    readThrough(file, found);
    return file;
  } catch (problem) {
    if (codeOf(problem) !== 'ENOENT') notices.push(unreadable(path, reasonOf(problem)));
    return undefined;
  }
}

function readThrough(file: StoreFile, found: Parameters<typeof openFile>[1]): void {
  const living = isBeingWritten(file.path);
  file.growing = living;
  file.cut = file.size === 0 && !living;
  try {
    for (const { at, bytes, cut } of linesOf(file.handle)) {
      const entry = cut ? undefined : entryOf(bytes);
      if (entry) {
        file.entries++;
        found(entry.key, at, bytes.length, file);
      } else if (at === 0) {
        if (!bytes.equals(firstLine.subarray(0, cut ? bytes.length : -1))) damage(file, at);
        file.cut = cut && !living;
      } else if (cut) file.cut = !living;
      else damage(file, at);
    }
  } catch {
    // The disk returns no more: what was read so far is valid, the rest counts as damaged.
    damage(file, file.size);
  }
}

export function damage(file: StoreFile, at: number): void {
  if (!file.damaged.count++) file.damaged.first = at;
}

/** Removes an empty folder that is in the way; a person must look at one that holds something. */
function inTheWay(path: string, isFolder: boolean, notices: Notice[]): undefined {
  let gone = false;
  try {
    if (isFolder) rmdirSync(path);
    gone = isFolder;
  } catch {
    // It is not empty, or may not be removed.
  }
  notices.push({
    severity: 'info',
    rule: 'cache-in-the-way',
    place: { file: path },
    seen: isFolder ? 'a folder' : 'a link, a device or a pipe',
    expected: 'a file of the cache',
    remedy: gone
      ? 'nothing to do: it was empty and is removed; the results are made again'
      : 'delete it: it is not needed',
  });
}

export const reasonOf = (problem: unknown): string => codeOf(problem) || String(problem);

const unreadable = (file: string, seen: string): Notice => ({
  severity: 'warning',
  rule: 'cache-unreadable',
  place: { file },
  seen,
  expected: 'a folder of the cache, and files in it that can be opened',
  remedy: 'fix its permissions, or delete it; its contents are made again',
});

const ofAnotherVersion = (folder: string): Notice => ({
  severity: 'info',
  rule: 'cache-of-another-version',
  place: { file: folder },
  seen: 'entries of other code, packages or Node versions',
  expected: 'entries of this code, these packages and this Node version',
  remedy: 'nothing to do: everything is made again',
});

/** The notices about a file. A killed run leaves a cut end; any other damage comes from the disk and is worse. */
export function noticesOf({ path, entries, damaged, cut }: StoreFile): Notice[] {
  if (!damaged.count && !cut) return [];
  const known = { rule: 'cache-damaged', place: { file: path }, expected: 'entries as they were written' };
  if (!damaged.count)
    return [
      {
        ...known,
        severity: 'info',
        seen: 'the last entry is cut off',
        remedy: 'nothing to do: it is made again, and the others go to a new file',
      },
    ];
  return [
    {
      ...known,
      severity: 'warning',
      seen: `${damaged.count} of ${damaged.count + entries} lines changed, the first at byte ${damaged.first}${cut ? '; the last cut off' : ''}`,
      remedy:
        'nothing to do: their contents are made again, and the others go to a new file; if it happens again, check the disk',
    },
  ];
}
