/** Hashes of the bytes of files, so that the steps of a build read each file once. */

import { createHash } from 'node:crypto';
import { readFileSync, statSync, type BigIntStats } from 'node:fs';

/** Changes whenever a file is written, even with the same bytes; it stays where a folder above gets another name. */
export const stampOf = ({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string =>
  `${dev} ${ino} ${size} ${mtimeNs} ${ctimeNs}`;

/** SHA-256 of bytes, in base64url. */
export const hashOfBytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url');

/**
 * How old a file must be for its stamp to prove its bytes, in milliseconds: disks count time in steps, and a file that is
 * written twice in one step may have one stamp for both (16 ms on Windows).
 */
const settledAfter = 40;

/** What a stamp says of the bytes alone: names of a file that come or go change the time of its inode. */
const ofBytes = (stamp: string): string => stamp.slice(0, stamp.lastIndexOf(' '));

/** Hashes by stamp: a file whose stamp is known is not read. */
export class FileHashes {
  readonly #known = new Map<string, string>();
  readonly #ofBytes = new Map<string, string>();
  readonly #flushed = new Set<string>();

  /** The hash of a file, with its size; its bytes where they had to be read. `stat` is how it looks at this moment. */
  of(path: string, stat = statSync(path, { bigint: true })): { hash: string; size: number; bytes?: Buffer } {
    const size = Number(stat.size);
    const stamp = stampOf(stat);
    const known = this.#known.get(stamp);
    if (known !== undefined) return { hash: known, size };
    const bytes = readFileSync(path);
    const hash = hashOfBytes(bytes);
    if (isSettled(stat)) this.#set(stamp, hash);
    return { hash, size: bytes.length, bytes };
  }

  /** What another program has noted in `noteHashes`. */
  learn(lines: string): void {
    for (const line of lines.split('\n')) {
      const [stamp, hash, flushed] = line.split('\t');
      if (!stamp || !hash) continue;
      this.#set(stamp, hash);
      if (flushed) this.#flushed.add(stamp);
    }
  }

  /**
   * Lines for `learn`, of flushed files of which since their hashes were noted nothing but names have come or gone, as
   * when a site is put in its place and the one before, which shares files with it, is removed. Knows them by their new
   * stamps afterwards.
   */
  noteNamesChanged(paths: Iterable<string>): string {
    const lines: string[] = [];
    for (const path of paths) {
      const stat = statSync(path, { bigint: true });
      if (!isSettled(stat)) continue;
      const stamp = stampOf(stat);
      const hash = this.#ofBytes.get(ofBytes(stamp)) ?? this.of(path, stat).hash;
      this.#set(stamp, hash);
      lines.push(lineOf(stamp, hash, true));
    }
    return lines.join('\n');
  }

  /** Whether the bytes of a file were flushed to the disk by an earlier program, as `noteHashes` says. */
  isFlushed(path: string): boolean {
    return this.#flushed.has(stampOf(statSync(path, { bigint: true })));
  }

  #set(stamp: string, hash: string): void {
    this.#known.set(stamp, hash);
    this.#ofBytes.set(ofBytes(stamp), hash);
  }
}

const lineOf = (stamp: string, hash: string, flushed: boolean): string =>
  `${stamp}\t${hash}${flushed ? '\tflushed' : ''}`;

/**
 * Lines for `learn`, of files with the hashes of what was written there, and whether it was flushed; a file that changed
 * just now is left out.
 */
export function noteHashes(files: Iterable<readonly [path: string, hash: string, flushed?: boolean]>): string {
  const lines: string[] = [];
  for (const [path, hash, flushed = false] of files) {
    const stat = statSync(path, { bigint: true });
    if (isSettled(stat)) lines.push(lineOf(stampOf(stat), hash, flushed));
  }
  return lines.join('\n');
}

/** Whether a file was last written long enough ago for its stamp to prove its bytes. */
export const isSettled = ({ mtimeMs, ctimeMs }: BigIntStats): boolean =>
  Date.now() - Number(mtimeMs > ctimeMs ? mtimeMs : ctimeMs) > settledAfter;
