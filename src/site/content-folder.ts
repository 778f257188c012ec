/** Reads files of the content for pages, and notes for each page which files it read. */

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { limits } from '#domain/limits';
import { readUtf8 } from '#text/utf8';
import { insideZip, unzipNamed, zipDirectory, type ZipDirectory } from '#text/zip';
import { isNoted, source } from './slice.ts';

/** The folder of the review, which `scripts/build.ts` sets in the environment. */
const folder = resolve(process.env['REVIEW_CONTENT'] ?? 'content');

/** The times of files that a build has asked for: it is made again where the content changes meanwhile. */
const times = new Map<string, number>();

/** When a file was last changed, in milliseconds since 1970; 0 where there is no such file. */
function changedAt(path: string): number {
  const known = isNoted ? times.get(path) : undefined;
  if (known !== undefined) return known;
  const stat = statSync(join(folder, path), { throwIfNoEntry: false });
  const time = stat?.isFile() ? stat.mtimeMs : 0;
  times.set(path, time);
  return time;
}

const bytesOf = (path: string): Uint8Array | undefined =>
  changedAt(path) > 0 ? readFileSync(join(folder, path)) : undefined;

/** The bytes of a file of the content; `undefined` if there is none. */
export const contentBytes = source('bytes', bytesOf);

/** The archive that was read last: its files are asked for one after the other. */
let last: { zip: string; changed: number; directory: ZipDirectory | undefined } | undefined;

/** The bytes of a file in an archive of the content, `sources/export.zip/refs.ris`; `undefined` if there is none. */
export const contentInZip = source('file in zip', (path): Uint8Array | undefined => {
  const inside = insideZip(path);
  const changed = inside ? contentChanged(inside.zip) : 0;
  if (!inside || !changed) return undefined;
  if (last?.zip !== inside.zip || last.changed !== changed) {
    const bytes = contentBytes(inside.zip);
    last = { zip: inside.zip, changed, directory: bytes && zipDirectory(bytes, limits.zipFiles.most) };
  }
  return last.directory && unzipNamed(last.directory, inside.name);
});

/** Whether the content has a file. */
export const hasContent = source('file', (path) => changedAt(path) > 0);

/** When a file of the content last changed; 0 where there is none. A page depends on what is in it, not on the time. */
export const contentChanged = source('changed', changedAt, bytesOf);

const filesIn = source('files', (path): string[] => {
  const full = join(folder, path);
  if (!existsSync(full)) return [];
  return readdirSync(full, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => !/(?:^|\/)\./u.test(name))
    .sort();
});

/** The names of a folder's visible files with this ending, in order; none where there is no such folder. */
export const contentFiles = (path: string, ending: RegExp): string[] =>
  filesIn(path).filter((name) => ending.test(name));

/**
 * A file of the content as text; `undefined` if there is none. Throws where it is not UTF-8; the audit reports that
 * before.
 */
export function contentText(path: string): string | undefined {
  const bytes = contentBytes(path);
  if (!bytes) return undefined;
  const read = readUtf8(bytes);
  if ('text' in read) return read.text;
  throw new Error(`${path}:${read.broken.line}:${read.broken.column}: a byte that is not UTF-8`);
}
