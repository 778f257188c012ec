import { crc32, deflateRawSync } from 'node:zlib';

/** A zip file as PKWARE's APPNOTE 6.3.10 describes it: every file compressed, its name in UTF-8, all with one date. */

/** The version of a reader that knows compression: 2.0. */
const version = 20;
/** General purpose flag, bit 11: names are UTF-8. */
const utf8 = 0x800;
const deflated = 8;

/** A time in the form of MS-DOS: midnight of an ISO date, which is within 1980 and 2107. */
function dosDate(date: string): number {
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number);
  return ((Math.min(Math.max(year, 1980), 2107) - 1980) << 9) | (month << 5) | day;
}

/** A record of the format: its signature, then numbers of two (`Uint16`) or four bytes, least byte first. */
function record(signature: number, fields: readonly [size: 2 | 4, value: number][]): Buffer {
  const bytes = Buffer.alloc(4 + fields.reduce((sum, [size]) => sum + size, 0));
  let at = bytes.writeUInt32LE(signature);
  for (const [size, value] of fields) at = bytes.writeUIntLE(value, at, size);
  return bytes;
}

/**
 * Packs files under their names; equal files give equal bytes. Node's own compression takes half of the time of one in
 * JavaScript. Holds up to 65,535 files and 4 GB.
 */
export function zipOf(
  files: Iterable<readonly [name: string, bytes: Uint8Array]>,
  date: string,
): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, bytes] of files) {
    const packed = deflateRawSync(bytes);
    const called = Buffer.from(name);
    const shared: [2 | 4, number][] = [
      [2, version],
      [2, utf8],
      [2, deflated],
      [2, 0],
      [2, dosDate(date)],
      [4, crc32(bytes)],
      [4, packed.length],
      [4, bytes.length],
      [2, called.length],
      [2, 0],
    ];
    const head = record(0x04034b50, shared);
    // Length of the comment, number of the disk, two kinds of attributes; then where the file begins.
    const rest: [2 | 4, number][] = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, offset],
    ];
    directory.push(record(0x02014b50, [[2, version], ...shared, ...rest]), called);
    parts.push(head, called, packed);
    offset += head.length + called.length + packed.length;
  }
  const entries = directory.length / 2;
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = record(0x06054b50, [
    [2, 0],
    [2, 0],
    [2, entries],
    [2, entries],
    [4, size],
    [4, offset],
    [2, 0],
  ]);
  return new Uint8Array(Buffer.concat([...parts, ...directory, end]));
}
