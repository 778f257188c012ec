import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Notice } from '#domain/notice';
import { makeFolder, writeFile } from './lib/files.ts';

/** A build that ended well: what the site was made of, what it is, and what was told of it. */
interface Kept {
  made: string;
  site: string;
  notices: Notice[];
}

/**
 * A hash of files, and of all files below folders, links followed: their names and every byte. What is not there counts
 * as empty.
 */
export function digestOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  const add = (path: string): void => {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name));
    else {
      const bytes = found?.isFile() ? readFileSync(path) : '';
      hash.update(`${Buffer.byteLength(path)} ${path} ${bytes.length} `).update(bytes);
    }
  };
  for (const path of paths) add(path);
  return hash.digest('base64url');
}

/** The notices of the build kept in `file`, if it made of just this the very site that stands in `out`. */
export function noticesOfSame(file: string, made: string, out: string): Notice[] | undefined {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Kept;
    return kept.made === made && kept.site === digestOf([out]) ? kept.notices : undefined;
  } catch {
    // No build is kept there, or half of one: then this one is made.
    return undefined;
  }
}

/** Keeps a build that ended well, for `noticesOfSame`. */
export function keepBuild(file: string, made: string, out: string, notices: Notice[]): void {
  makeFolder(dirname(file));
  const kept: Kept = { made, site: digestOf([out]), notices };
  writeFile(file, JSON.stringify(kept), { lasting: false });
}
