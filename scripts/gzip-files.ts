/** Compresses served files with gzip and keeps them in memory. */

import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** The maximum size in bytes of all packed files in memory. */
const room = 100_000_000;
const kept = new Map<string, Promise<Buffer>>();
let taken = 0;

/** Types whose files are text. Files of the search index are already packed. */
const isText = (type: string): boolean => /charset=|[+/](?:json|xml)$/u.test(type);

/**
 * A file compressed by gzip, where the client accepts this and it saves enough. Each state of a file is packed once;
 * `state` identifies it.
 */
export async function packedFile(
  file: string,
  { type, size, state, accepts }: { type: string; size: number; state: string; accepts: string },
): Promise<Buffer | undefined> {
  if (size < 1000 || !isText(type) || !/\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accepts)) return undefined;
  const key = `${file} ${state}`;
  const known = kept.get(key);
  if (known) return known;
  const packed = readFile(file).then((bytes) => promisify(gzip)(bytes));
  if (taken + size < room) {
    taken += size;
    kept.set(key, packed);
    packed.catch(() => kept.delete(key));
  }
  return packed;
}
