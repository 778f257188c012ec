/** Names of temporary files and folders, which say what they are and which run made them. */

import { join } from 'node:path';
import { runToken, tokenPattern } from './runs.ts';

/** What a temporary name says: `new` is being made, `ready` is complete, `old` was replaced. */
export type TemporaryKind = 'new' | 'ready' | 'old';
const ownName = '.alliance-review-';
const temporaryName = new RegExp(
  `^(?:${ownName.replace('.', '\\.')}|(.+)\\.)(new|ready|old)(?:\\.\\d+)?-(${tokenPattern})$`,
  'u',
);
/**
 * The end of the name of a lock file: `dist.alliance-review.lock` beside a folder, `.alliance-review.lock` inside one.
 */
export const lockName = '.alliance-review.lock';

/** A temporary name beside `path` that says its kind and its run: `dist.new-<run>`. */
export const besideName = (path: string, kind: TemporaryKind): string => `${path}.${kind}-${runToken}`;

/** Like `besideName`, but a hidden name inside a folder. */
export const insideName = (folder: string, kind: TemporaryKind): string =>
  join(folder, `${ownName}${kind}-${runToken}`);

/**
 * Reads a temporary name; `undefined` for any other name. `of` is the name of the folder beside it, empty for a name
 * inside a folder.
 */
export function temporaryOf(name: string): { kind: TemporaryKind; of: string; token: string } | undefined {
  const match = temporaryName.exec(name);
  return match ? { kind: match[2] as TemporaryKind, of: match[1] ?? '', token: match[3] ?? '' } : undefined;
}

/** The temporary name of a file that is being written in a folder. */
export const fileName = (folder: string, count: number): string => join(folder, `${ownName}new.${count}-${runToken}`);
