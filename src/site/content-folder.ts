import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { limits } from '#domain/limits';
import { readUtf8 } from '#text/utf8';
import { insideZip, unzipNamed, zipDirectory, type ZipDirectory } from '#text/zip';

/** The folder of the review; `scripts/build.ts` sets another one. */
const folder = resolve(process.env['REVIEW_CONTENT'] ?? 'content');

/** The bytes of a file of the content; nothing where there is none. */
export function contentBytes(path: string): Uint8Array | undefined {
  const full = join(folder, path);
  return existsSync(full) && statSync(full).isFile() ? readFileSync(full) : undefined;
}

/** The archive that was read last: its files are asked for one after the other. */
let last: { zip: string; changed: number; directory: ZipDirectory | undefined } | undefined;

/** The bytes of a file in an archive of the content, `sources/export.zip/refs.ris`; nothing where there is none. */
export function contentInZip(path: string): Uint8Array | undefined {
  const inside = insideZip(path);
  const changed = inside ? contentChanged(inside.zip) : 0;
  if (!inside || !changed) return undefined;
  if (last?.zip !== inside.zip || last.changed !== changed) {
    const bytes = contentBytes(inside.zip);
    last = { zip: inside.zip, changed, directory: bytes && zipDirectory(bytes, limits.zipFiles.most) };
  }
  return last.directory && unzipNamed(last.directory, inside.name);
}

/** When a file of the content last changed; 0 where there is none. */
export const contentChanged = (path: string): number => {
  const full = join(folder, path);
  return existsSync(full) ? statSync(full).mtimeMs : 0;
};

/** The names of a folder's visible files with this ending, in order; none where there is no such folder. */
export function contentFiles(path: string, ending: RegExp): string[] {
  const full = join(folder, path);
  if (!existsSync(full)) return [];
  return readdirSync(full, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => ending.test(name) && !/(?:^|\/)\./u.test(name))
    .sort();
}

/**
 * A file of the content as text; nothing where there is none. Throws where it is not UTF-8; the audit reports that
 * before.
 */
export function contentText(path: string): string | undefined {
  const bytes = contentBytes(path);
  if (!bytes) return undefined;
  const read = readUtf8(bytes);
  if ('text' in read) return read.text;
  throw new Error(`${path}:${read.broken.line}:${read.broken.column}: a byte that is not UTF-8`);
}
