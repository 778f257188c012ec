import { dirname, join } from 'node:path';
import type { Notice } from '#domain/notice';
import { makeFolder, move, putCopy, removeKept, removeTemporary, settle, settleNames } from './files.ts';
import { deadLeaves, finishedFiles } from './leaves.ts';
import { insideName } from './names.ts';
import { foldersOf, kindOf, leftover, removed, sameFile } from './replace.ts';

/*
 * Several files come to a folder, or leave one: all of them or none. They are staged and brought to the disk first; from the
 * rename to `ready` on it is decided, and whoever comes next finishes it.
 */

/** Adds finished files to a folder: all of them or none, and none over what stands there. */
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
  for (const one of changed) settleNames(one);
}

/** Where the folder of removals keeps a source, and under which name it was one. */
const keptSource = /^[^/]+\/sources\/(.+)$/u;

/**
 * Takes sources out of a review: all that is staged comes to its folder of removals, and then each source goes of which it
 * keeps the same bytes as `<name>/sources/<file>`. All of it, or nothing; what was changed meanwhile stays.
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
    settleNames(dirname(source));
  }
  removeTemporary(ready);
}

/** Finishes, or deletes, what runs that were broken off left in the folders that sources and decisions go to. */
export function tidy(content: string): Notice[] {
  return ['sources', 'corrections', 'removed'].flatMap((name) => {
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
  seen: `${names.join(', ')}: added by a run that was broken off`,
  expected: 'a run that ends',
  remedy: 'nothing: what it added is whole, and in its place now',
});
