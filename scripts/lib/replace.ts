/**
 * Replaces an own folder by a new one that was made beside it. At any moment either the old or the new one is complete,
 * in its place or beside it; `recover` finishes what an interrupted run left.
 *
 * Records are many and few of them change: of them, what is beside the folder holds those that differ, and its mark names
 * the others, which are complete in their place all the time.
 *
 * The steps are `new` (being made) -> `ready` (complete and flushed to the disk) -> its place. Where the folder holds
 * only the project's files, the whole folder is renamed. Otherwise, and where the folder cannot be renamed, its files
 * are put into it one by one while `ready` stays complete, and the files of other people are not touched.
 */

import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Notice } from '#domain/notice';
import {
  makeFolder,
  move,
  putCopy,
  removeOwn,
  removeTemporary,
  settle,
  flushFolder,
  type WasFlushed,
} from './files.ts';
import { deadLeaves, finishedFiles } from './leftovers.ts';
import { besideName, insideName } from './names.ts';
import { markName, readMark, recognise, strangersIn } from './mark.ts';
import { NoticeError } from './notice-error.ts';
import type { OwnFolder } from './own-folder.ts';
import { keepSpare } from './spare.ts';

/** Where the new state of an own folder is made: on the same disk, under a temporary name. */
export function stagingOf(own: OwnFolder): string {
  if (own.holds === 'site' && !own.fixed) return besideName(own.path, 'new');
  makeFolder(own.path);
  return insideName(own.path, 'new');
}

/** The hash in a mark by which the project recognises what it wrote. */
export const writtenHash = (data: string | Uint8Array): string =>
  createHash('sha256').update(data).digest('hex').slice(0, 32);

export interface Publishing {
  /** Which files and folders of the new state an earlier run has flushed to the disk; by default none. */
  wasFlushed?: WasFlushed;
  /** Where a replaced site is kept for the next build; by default it is deleted. */
  spare?: string;
}

/**
 * Puts a finished state in its place. The notices say what a person needs to know.
 * @throws NoticeError where the disk refuses; then the old state is in its place, or the new one is complete beside it
 */
export async function publish(
  own: OwnFolder,
  staged: string,
  { wasFlushed, spare }: Publishing = {},
): Promise<Notice[]> {
  try {
    await settle(staged, wasFlushed);
    const ready =
      staged === besideName(own.path, 'new') ? besideName(own.path, 'ready') : insideName(own.path, 'ready');
    move(staged, ready);
    return place(own, ready, spare);
  } catch (problem) {
    throw new NoticeError(notInItsPlace(own, problem, 'error'));
  }
}

/** A notice of a finished state that the disk did not let into its place. */
export const notInItsPlace = (own: OwnFolder, problem: unknown, severity: Notice['severity']): Notice => ({
  severity,
  rule: 'not-in-its-place',
  place: { file: own.path },
  seen: (problem as Error).message,
  expected: 'a disk that can store what was made',
  remedy: 'fix what the message names, and run the command again: what is complete is kept until then',
});

function place(own: OwnFolder, ready: string, spare?: string): Notice[] {
  const beside = dirname(ready) === dirname(own.path);
  return beside && !own.fixed && !own.strangers().length ? swap(own, ready, spare) : fill(own, ready);
}

/** Moves the old folder away and the new one into its place. */
function swap(own: OwnFolder, ready: string, spare?: string): Notice[] {
  const old = besideName(own.path, 'old');
  const had = lstatSync(own.path, { throwIfNoEntry: false }) !== undefined;
  try {
    if (had) move(own.path, old);
  } catch {
    // A program has a file of it open (Windows), or the folder cannot be renamed: its files can still be replaced.
    return fill(own, ready);
  }
  try {
    move(ready, own.path);
  } catch (problem) {
    // The new one may be in its place all the same: what failed was only to bring its name to the disk.
    if (had && lstatSync(own.path, { throwIfNoEntry: false }) === undefined) move(old, own.path);
    throw problem;
  }
  return had ? replaced(own, old, spare) : [];
}

/**
 * Deletes a replaced folder or keeps it as `spare`, but not what a person put there at the last moment. Before it is
 * deleted it gets a temporary name: a half deleted folder could no longer show whose files it holds.
 */
function replaced(own: OwnFolder, old: string, spare?: string): Notice[] {
  const strangers = strangersIn(old, readMark(old)?.files ?? recognise(old, own.holds) ?? own.files);
  if (strangers.length) return [yours(old, strangers)];
  if (spare !== undefined && keepSpare(old, spare)) return [];
  const waste = besideName(own.path, 'new');
  try {
    removeTemporary(waste);
    move(old, waste);
  } catch {
    return removed(old);
  }
  return removed(waste);
}

/** Deletes something with a temporary name; a notice where the disk refuses. */
export function removed(path: string): Notice[] {
  try {
    removeTemporary(path);
    return [];
  } catch (problem) {
    return [
      {
        severity: 'warning',
        rule: 'leftover-not-removed',
        place: { file: path },
        seen: (problem as Error).message,
        expected: 'a folder that can be deleted',
        remedy: 'nothing to do: the new one is complete and in its place, and the next run tries again',
      },
    ];
  }
}

/**
 * Puts every file in its place, one by one; `ready` stays complete until all are. The mark comes last, because it says
 * which files are the project's.
 */
function fill(own: OwnFolder, ready: string): Notice[] {
  const notices: Notice[] = [];
  const changed = new Set([own.path]);
  makeFolder(own.path);
  const put = (name: string): void => {
    for (const folder of foldersOf(name)) {
      const kind = kindOf(join(own.path, folder));
      if (kind === 'folder') continue;
      if (kind) notices.push(keepAside(own, folder));
      makeFolder(join(own.path, folder));
    }
    if (sameFile(join(ready, name), join(own.path, name))) return;
    if (kindOf(join(own.path, name)) && !isMark(name) && !isOurs(own, name)) notices.push(keepAside(own, name));
    putCopy(ready, name, join(own.path, name));
    for (const folder of foldersOf(name)) changed.add(join(own.path, folder));
  };
  const names = finishedFiles(ready).sort((a, b) => rank(a) - rank(b));
  const fresh = new Set([...names, ...staying(own, ready)]);
  for (const name of names.filter((it) => !isMark(it))) put(name);
  for (const name of own.files.keys()) {
    if (fresh.has(name) || kindOf(join(own.path, name)) !== 'file') continue;
    if (isOurs(own, name)) removeOwn(own, name);
    else notices.push(keepAside(own, name));
    changed.add(dirname(join(own.path, name)));
  }
  for (const name of names.filter(isMark)) put(name);
  for (const folder of changed) if (kindOf(folder) === 'folder') flushFolder(folder);
  return [...notices, ...removed(ready)];
}

/** Records that are already as they must be: the new mark names them, and nothing of them is in `ready`. */
function staying(own: OwnFolder, ready: string): string[] {
  if (own.holds !== 'records') return [];
  return [...(readMark(join(ready, 'papers'))?.files.keys() ?? [])].map((name) => `papers/${name}`);
}

const isMark = (name: string): boolean => basename(name) === markName;
/** Pages come last, after the files that they need. */
const rank = (name: string): number => (name.endsWith('.html') ? 1 : 0);

/** The folders in a path, outermost first. */
export const foldersOf = (name: string): string[] => {
  const parts = name.split('/').slice(0, -1);
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
};

export function kindOf(path: string): 'file' | 'folder' | 'other' | undefined {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found) return undefined;
  return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
}

/** Whether two paths are one file, or two files with the same bytes. */
export function sameFile(a: string, b: string): boolean {
  if (kindOf(b) !== 'file') return false;
  const [one, other] = [a, b].map((path) => statSync(path, { bigint: true }));
  if (!one || !other || one.size !== other.size) return false;
  return (one.ino !== 0n && one.ino === other.ino && one.dev === other.dev) || readFileSync(a).equals(readFileSync(b));
}

/** Whether a file is as the project wrote it; where no hash was kept, any file that the project made counts. */
function isOurs(own: OwnFolder, name: string): boolean {
  const hash = own.files.get(name);
  const path = join(own.path, name);
  if (hash === undefined || kindOf(path) !== 'file') return false;
  return hash === '' || writtenHash(readFileSync(path)) === hash;
}

/** Keeps a person's file that is in the way of a project's file, under a free name beside it. */
function keepAside(own: OwnFolder, name: string): Notice {
  let kept = `${name}.kept`;
  for (let n = 2; kindOf(join(own.path, kept)); n++) kept = `${name}.kept-${n}`;
  move(join(own.path, name), join(own.path, kept));
  return {
    severity: 'warning',
    rule: 'changed-by-hand',
    place: { file: join(own.path, name) },
    seen: 'something that the project did not write',
    expected: own.files.has(name) ? 'the file as it was made' : 'a free name',
    remedy:
      own.holds === 'records'
        ? `it is kept as ${kept}; state its values with npm run correct, where they are permanent, and delete it`
        : `it is kept as ${kept}; move it elsewhere`,
  };
}

/**
 * Finishes what an interrupted run left of this folder, and deletes its leftovers, but not those of living runs. The
 * caller must hold the lock of the folder. It may change which files are the project's, so ask for the folder again
 * afterwards.
 */
export function recover(own: OwnFolder): Notice[] {
  const leaves = [
    ...deadLeaves(dirname(own.path), { of: basename(own.path), alone: true }),
    ...deadLeaves(own.path, { alone: true }),
    // Other runs use that folder too, so what a run of another machine left there may be in use.
    ...deadLeaves(dirname(own.path)).filter(({ kind }) => kind === 'new'),
  ];
  if (!leaves.length) return [];
  const notices: Notice[] = [];
  const of = (kind: string) => leaves.filter((leaf) => leaf.kind === kind).map(({ path }) => path);
  const [ready, ...older] = of('ready').sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  if (ready) {
    notices.push(...place(own, ready), putBack(own, 'made by a run that was interrupted before it was in its place'));
  }
  const olds = of('old');
  const [old] = olds;
  if (old && kindOf(own.path) === undefined) {
    move(old, own.path);
    notices.push(putBack(own, 'moved away by a run that was interrupted before the new one was in its place'));
  }
  for (const path of [...of('new'), ...older]) notices.push(...removed(path), leftover(path));
  for (const path of olds) if (kindOf(path)) notices.push(...replaced(own, path), leftover(path));
  return notices;
}

/** A notice that a leftover of an interrupted run was deleted. */
export const leftover = (path: string): Notice => ({
  severity: 'info',
  rule: 'leftover-removed',
  place: { file: path },
  seen: 'the unfinished files of an interrupted run',
  expected: 'a run that is not interrupted',
  remedy: 'nothing to do: they are deleted, and nothing else is changed',
});

const putBack = (own: OwnFolder, seen: string): Notice => ({
  severity: 'info',
  rule: 'put-back',
  place: { file: own.path },
  seen,
  expected: 'a run that is not interrupted',
  remedy: 'nothing to do: it is complete and now in its place',
});

const yours = (path: string, names: readonly string[]): Notice => ({
  severity: 'warning',
  rule: 'files-of-yours',
  place: { file: path },
  seen: `${names.slice(0, 5).join(', ')}: not made by the project, in a folder that is replaced`,
  expected: "nothing but the project's own files",
  remedy: 'move them to where they belong, and delete the folder',
});

/** A notice of files that others put among the project's; none if there are none. */
export function foreignFileNotices(own: OwnFolder): Notice[] {
  const names = own.strangers();
  if (!names.length) return [];
  return [
    {
      severity: 'info',
      rule: 'files-of-yours',
      place: { file: own.path },
      seen: `${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}: not made by the project`,
      expected: "the project's own files",
      remedy: 'nothing to do: they stay; another folder would be a better place for them',
    },
  ];
}
