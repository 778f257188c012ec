/**
 * Adds files to a folder or removes them: all of them or none. They are first written to a temporary folder and to the
 * disk. Once this folder is renamed to `ready` the change is decided; if the process ends there, the next run finishes
 * it.
 */

import { dirname, join } from 'node:path';
import type { Notice } from '#domain/notice';
import { makeFolder, move, putCopy, removeKept, removeTemporary, settle, flushFolder } from './files.ts';
import { deadLeaves, finishedFiles } from './leftovers.ts';
import { insideName } from './names.ts';
import { foldersOf, kindOf, leftover, removed, sameFile } from './replace.ts';

/** Moves finished files into a folder: all of them or none. It replaces no file that is there. */
export async function addAll(folder: string, staged: string): Promise<void> {
  await settle(staged);
  const ready = insideName(folder, 'ready');
  move(staged, ready);
  addFrom(folder, ready);
}

function addFrom(folder: string, ready: string): void {
  putAll(folder, ready);
  removeTemporary(ready);
}

function putAll(folder: string, ready: string): void {
  const changed = new Set([folder]);
  for (const name of finishedFiles(ready)) {
    if (kindOf(join(folder, name))) continue;
    makeFolder(dirname(join(folder, name)));
    putCopy(ready, name, join(folder, name));
    for (const below of foldersOf(name)) changed.add(join(folder, below));
  }
  for (const one of changed) flushFolder(one);
}

/** A source in the folder of removals; the group is the name that it had in the folder of sources. */
const keptSource = /^[^/]+\/sources\/(.+)$/u;

/**
 * Removes sources from a review. First everything staged moves to its folder of removals. Then each source is deleted
 * whose same bytes are kept there as `<name>/sources/<file>`. All of it happens, or nothing; a source that changed in
 * the meantime stays.
 */
export async function takeOut(content: string, staged: string): Promise<void> {
  await settle(staged);
  const ready = insideName(join(content, 'removed'), 'ready');
  move(staged, ready);
  takeFrom(content, ready);
}

function takeFrom(content: string, ready: string): void {
  const folder = join(content, 'removed');
  putAll(folder, ready);
  for (const name of finishedFiles(ready)) {
    const [, file] = keptSource.exec(name) ?? [];
    const source = file === undefined ? undefined : join(content, 'sources', file);
    if (!source || !sameFile(join(folder, name), source)) continue;
    removeKept(source, join(folder, name));
    flushFolder(dirname(source));
  }
  removeTemporary(ready);
}

/** Finishes or deletes what interrupted runs left in the folders of sources and decisions. */
export function tidy(content: string): Notice[] {
  return ['sources', 'corrections', 'sites', 'removed'].flatMap((name) => {
    const folder = join(content, name);
    return deadLeaves(folder, { alone: true }).flatMap(({ path, kind }) => {
      if (kind !== 'ready') return [...removed(path), leftover(path)];
      const names = finishedFiles(path);
      if (name === 'removed') takeFrom(content, path);
      else addFrom(folder, path);
      return [added(folder, names)];
    });
  });
}

const added = (folder: string, names: readonly string[]): Notice => ({
  severity: 'info',
  rule: 'put-back',
  place: { file: folder },
  seen: `${names.join(', ')}: added by an interrupted run`,
  expected: 'a run that is not interrupted',
  remedy: 'nothing to do: what it added is complete and now in its place',
});
