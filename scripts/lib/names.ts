import { join } from 'node:path';
import { runToken, tokenPattern } from './runs.ts';

/** What stands under a temporary name: `new` is being made, `ready` is whole, `old` was replaced. */
export type TemporaryKind = 'new' | 'ready' | 'old';
const ownName = '.alliance-review-';
const temporaryName = new RegExp(
  `^(?:${ownName.replace('.', '\\.')}|(.+)\\.)(new|ready|old)(?:\\.\\d+)?-(${tokenPattern})$`,
  'u',
);
/** The end of a lock's name: `dist.alliance-review.lock` beside a folder, `.alliance-review.lock` in one. */
export const lockName = '.alliance-review.lock';

/** A name beside `path` that tells what it is and whose: `dist.new-<run>`. */
export const besideName = (path: string, kind: TemporaryKind): string => `${path}.${kind}-${runToken}`;

/** The same inside a folder, hidden. */
export const insideName = (folder: string, kind: TemporaryKind): string =>
  join(folder, `${ownName}${kind}-${runToken}`);

/** What a temporary name says; nothing for any other name. `of` is the name that it stands beside, empty inside a folder. */
export function temporaryOf(name: string): { kind: TemporaryKind; of: string; token: string } | undefined {
  const match = temporaryName.exec(name);
  return match ? { kind: match[2] as TemporaryKind, of: match[1] ?? '', token: match[3] ?? '' } : undefined;
}

/** A name for a file that is written beside its goal in a folder. */
export const fileName = (folder: string, count: number): string => join(folder, `${ownName}new.${count}-${runToken}`);
