import { hash } from 'node:crypto';
import { fstatSync, readSync } from 'node:fs';

/**
 * The form of a store's files. A file is written once, from its beginning to its end, by one process. Its first line says
 * what it is; each other line is an entry, in UTF-8:
 *
 *     <hash> <key> <length of the value in bytes> <value as JSON>
 *
 * The hash is over all that follows it in the line. So an entry proves itself, and damage costs the lines that it touches:
 * JSON as it is written here holds no line's end, and the next one is found again.
 */
export const firstLine = Buffer.from('alliance-review store 1\n');

const hashLength = 22;
const head = new RegExp(`^([\\w-]{${hashLength}}) ([\\w-]+) (\\d+) `);
/** No head is longer than this. */
const longestHead = 120;

const hashOfBytes = (bytes: Uint8Array): string => hash('sha256', bytes, 'base64url').slice(0, hashLength);

/** An entry as a line of a file, with its end. */
export function lineOf(key: string, value: unknown): Buffer {
  const text = JSON.stringify(value);
  const rest = Buffer.from(` ${key} ${Buffer.byteLength(text)} ${text}\n`);
  return Buffer.concat([Buffer.from(hashOfBytes(rest.subarray(1, -1))), rest]);
}

/** What a line without its end holds; nothing where anything in it is not as it was written. */
export function entryOf(line: Buffer): { key: string; json: Buffer } | undefined {
  const [begin = '', stated, key = '', length] = head.exec(line.toString('latin1', 0, longestHead)) ?? [];
  if (stated === undefined || line.length !== begin.length + Number(length)) return undefined;
  if (hashOfBytes(line.subarray(hashLength + 1)) !== stated) return undefined;
  return { key, json: line.subarray(begin.length) };
}

/** A line of a file: where it begins in bytes, and its bytes without its end. The last may have no end: it is cut off. */
export interface Line {
  at: number;
  bytes: Buffer;
  cut: boolean;
}

const chunkSize = 1 << 20;

/** Every line of an open file, one after another: however large the file, no more than a line of it is held. */
export function* linesOf(file: number): Generator<Line> {
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

/** So many bytes of an open file from a place on; fewer where it ends before. */
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
