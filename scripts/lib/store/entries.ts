/**
 * The file format of a store. One process writes a file once, from beginning to end. The first line says what the file
 * is. Each other line is an entry, in UTF-8:
 *
 *     <hash> <key> <length of the value in bytes> <value as JSON>
 *
 * The hash covers everything after it in the line, so each entry can be checked by itself. Damage affects only the lines that it
 * touches: the JSON has no line breaks, so the next entry is found.
 */

import { hash } from 'node:crypto';
import { fstatSync, readSync } from 'node:fs';

export const firstLine = Buffer.from('alliance-review store 1\n');

const hashLength = 22;
const head = new RegExp(`^([\\w-]{${hashLength}}) ([\\w-]+) (\\d+) `);
/** The maximum length of what comes before a value. */
const longestHead = 120;

const hashOfBytes = (bytes: Uint8Array): string => hash('sha256', bytes, 'base64url').slice(0, hashLength);

/** An entry as a line of a file, with its line end. */
export function lineOf(key: string, value: unknown): Buffer {
  const text = JSON.stringify(value);
  const rest = Buffer.from(` ${key} ${Buffer.byteLength(text)} ${text}\n`);
  return Buffer.concat([Buffer.from(hashOfBytes(rest.subarray(1, -1))), rest]);
}

/** Reads a line without its end; `undefined` if anything in it differs from what was written. */
export function entryOf(line: Buffer): { key: string; json: Buffer } | undefined {
  const [begin = '', stated, key = '', length] = head.exec(line.toString('latin1', 0, longestHead)) ?? [];
  if (stated === undefined || line.length !== begin.length + Number(length)) return undefined;
  if (hashOfBytes(line.subarray(hashLength + 1)) !== stated) return undefined;
  return { key, json: line.subarray(begin.length) };
}

/**
 * A line of a file: its first byte, and its bytes without the line end. The last line may have no end because it is cut
 * off.
 */
export interface StoredLine {
  at: number;
  bytes: Buffer;
  cut: boolean;
}

const chunkSize = 1 << 20;

/** Every line of an open file, one after another. Only one line is in memory, however large the file is. */
export function* linesOf(file: number): Generator<StoredLine> {
  let parts: Buffer[] = [];
  let at = 0;
  let read = 0;
  for (;;) {
    const chunk = bytesAt(file, read, chunkSize);
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      const last = chunk.subarray(from, end);
      const bytes = parts.length ? Buffer.concat([...parts, last]) : last;
      parts = [];
      yield { at, bytes, cut: false };
      from = end + 1;
      at = read + from;
    }
    if (from < chunk.length) parts.push(chunk.subarray(from));
    read += chunk.length;
    if (chunk.length < chunkSize) break;
  }
  if (parts.length) yield { at, bytes: Buffer.concat(parts), cut: true };
}

/** Bytes of an open file from a position on; fewer where the file ends. */
export function bytesAt(file: number, place: number, count: number): Buffer {
  const bytes = Buffer.allocUnsafe(count);
  let read = 0;
  while (read < count) {
    const more = readSync(file, bytes, read, count - read, place + read);
    if (more === 0) break;
    read += more;
  }
  return bytes.subarray(0, read);
}

export const sizeOf = (file: number): number => fstatSync(file).size;
