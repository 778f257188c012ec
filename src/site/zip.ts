/** Packs files into a zip archive. */

import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';
import { zipDate } from './zip-date.ts';

/** The method of compression: deflate (PKWARE's APPNOTE, 4.4.5). */
const deflated = 8;

/** A file as pieces of its text, which are asked for one by one when the file is packed. */
export type ZipFile = readonly [name: string, pieces: Iterable<string>];

/**
 * Packs files under their names; equal pieces give equal bytes. Node compresses them, in half of the time that a
 * compression in JavaScript takes, and no file is in memory as a whole.
 */
export async function zipOf(files: Iterable<ZipFile>, date: string): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  for (const [filename, pieces] of files) {
    let size = 0;
    let crc = 0;
    const bytes = function* () {
      for (const piece of gathered(pieces)) {
        size += piece.length;
        crc = crc32(piece, crc);
        yield piece;
      }
    };
    const packed = await buffer(Readable.from(bytes()).pipe(createDeflateRaw()));
    const entry: ZipInputFile = { filename, size, crc, compression: deflated, mtime: zipDate(date) };
    zip.add(entry);
    // Set by the zip when the entry is added.
    entry.ondata?.(null, packed, true);
  }
  zip.end();
  return new Uint8Array(Buffer.concat(parts));
}

/** How many characters are handed on at once: each hand-over costs more than the packing of a short text. */
const enough = 1 << 18;

function* gathered(pieces: Iterable<string>): Generator<Buffer> {
  let held: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    held.push(piece);
    length += piece.length;
    if (length < enough) continue;
    yield Buffer.from(held.join(''));
    [held, length] = [[], 0];
  }
  if (length > 0) yield Buffer.from(held.join(''));
}
