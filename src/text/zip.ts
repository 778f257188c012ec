/** Reads a zip archive: the list of its files, and one of them unpacked (PKWARE's APPNOTE 6.3.10). */

import { Inflate } from 'fflate';
import { decode } from './decode.ts';

/** A file of an archive, as the archive's directory states it. Sizes are in bytes. */
export interface ZipEntry {
  /** Path with `/`, as it is written: it may lead anywhere. */
  name: string;
  encrypted: boolean;
  method: number;
  crc: number;
  packed: number;
  size: number;
  /** Where the entry's own header begins. */
  at: number;
}

/** An archive, with the files that its directory lists. */
export interface ZipDirectory {
  bytes: Uint8Array;
  entries: ZipEntry[];
}

const endSize = 22;
const centralSize = 46;
const localSize = 30;
const mostComment = 0xffff;
const signature = { end: 0x06054b50, end64: 0x06064b50, locator64: 0x07064b50, central: 0x02014b50, local: 0x04034b50 };
/** What stands for a number that is in the fields of ZIP64, which some programs write for small archives too. */
const elsewhere = { short: 0xffff, long: 0xffffffff };
const locatorSize = 20;
const end64Size = 56;
const extraOf64 = 1;
const encrypted = 1;
const method = { stored: 0, deflated: 8 };

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Where the record of the end begins: the last of the file, except for a comment. */
function endOf(view: DataView): number | undefined {
  const last = view.byteLength - endSize;
  for (let at = last; at >= Math.max(0, last - mostComment); at--)
    if (view.getUint32(at, true) === signature.end && view.getUint16(at + 20, true) === last - at) return at;
  return undefined;
}

/**
 * The files of an archive, at most `most`; `undefined` where the directory is cut or damaged, as in a download that
 * did not end. Only the directory is read, and nothing is unpacked.
 */
export function zipDirectory(bytes: Uint8Array, most: number): ZipDirectory | undefined {
  const view = viewOf(bytes);
  const end = endOf(view);
  if (end === undefined) return undefined;
  const listed = listOf(view, end);
  if (!listed) return undefined;
  const { count } = listed;
  const entries: ZipEntry[] = [];
  let { at } = listed;
  for (let i = 0; i < Math.min(count, most); i++) {
    if (at + centralSize > end || view.getUint32(at, true) !== signature.central) return undefined;
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    if (at + centralSize + name + extra > end) return undefined;
    const sizes = {
      size: view.getUint32(at + 24, true),
      packed: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    };
    fillFrom64(view, at + centralSize + name, extra, sizes);
    entries.push({
      name: nameOf(bytes.subarray(at + centralSize, at + centralSize + name)),
      encrypted: (view.getUint16(at + 8, true) & encrypted) !== 0,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      ...sizes,
    });
    at += centralSize + name + extra + comment;
  }
  return { bytes, entries };
}

/** A number of eight bytes; no archive that is opened has one that a double cannot hold. */
const longAt = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

/** How many files the directory lists, and where it begins: in the record of the end, or in that of ZIP64 before it. */
function listOf(view: DataView, end: number): { count: number; at: number } | undefined {
  const [count, at] = [view.getUint16(end + 10, true), view.getUint32(end + 16, true)];
  if (count !== elsewhere.short && at !== elsewhere.long) return { count, at };
  const locator = end - locatorSize;
  if (locator < 0 || view.getUint32(locator, true) !== signature.locator64) return { count, at };
  const end64 = longAt(view, locator + 8);
  if (end64 + end64Size > locator || view.getUint32(end64, true) !== signature.end64) return undefined;
  return { count: longAt(view, end64 + 32), at: longAt(view, end64 + 48) };
}

/** Takes the numbers that an entry leaves to its field of ZIP64 from there, in the order of APPNOTE 4.5.3. */
function fillFrom64(
  view: DataView,
  from: number,
  length: number,
  sizes: Record<'size' | 'packed' | 'at', number>,
): void {
  for (let at = from; at + 4 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== extraOf64) continue;
    const past = Math.min(at + 4 + view.getUint16(at + 2, true), from + length);
    let next = at + 4;
    for (const name of ['size', 'packed', 'at'] as const)
      if (sizes[name] === elsewhere.long && next + 8 <= past) {
        sizes[name] = longAt(view, next);
        next += 8;
      }
    return;
  }
}

/** Archives of Windows in Chinese name their files in GB18030, without saying so; some part folders with `\`. */
const nameOf = (bytes: Uint8Array): string => (decode(bytes)?.text ?? '').replaceAll('\\', '/');

/**
 * The bytes of a file of an archive; `undefined` where it is encrypted, packed in another way than deflated, cut,
 * damaged, or longer than its directory says. No more than that is unpacked.
 */
export function unzip({ bytes }: ZipDirectory, entry: ZipEntry): Uint8Array | undefined {
  const view = viewOf(bytes);
  if (entry.encrypted || entry.at + localSize > bytes.length) return undefined;
  if (view.getUint32(entry.at, true) !== signature.local) return undefined;
  const start = entry.at + localSize + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  if (packed.length !== entry.packed) return undefined;
  const whole =
    entry.method === method.stored
      ? packed
      : entry.method === method.deflated
        ? inflated(packed, entry.size)
        : undefined;
  return whole?.length === entry.size && crcOf(whole) === entry.crc ? whole : undefined;
}

/**
 * The number of packed bytes that are unpacked at once: they may become a thousand times as many, and then the size is
 * checked.
 */
const step = 16_384;

function inflated(packed: Uint8Array, size: number): Uint8Array | undefined {
  const whole = new Uint8Array(size);
  const state = { length: 0, isWhole: false };
  const inflate = new Inflate((chunk, isLast) => {
    if (state.length + chunk.length <= size) whole.set(chunk, state.length);
    state.length += chunk.length;
    state.isWhole ||= isLast;
  });
  try {
    for (let at = 0; at < packed.length && state.length <= size; at += step)
      inflate.push(packed.subarray(at, at + step), at + step >= packed.length);
  } catch {
    return undefined;
  }
  return state.isWhole && state.length === size ? whole : undefined;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, i) => {
  let value = i;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** The CRC-32 that an archive states of each file (APPNOTE 4.4.7). */
function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** A path that leads into an archive, cut into the archive's own path and the name of the file in it. */
export function insideZip(path: string): { zip: string; name: string } | undefined {
  const [, zip, name] = /^(.+?\.zip)[\\/](.+)$/isu.exec(path) ?? [];
  return zip && name ? { zip, name: name.replaceAll('\\', '/') } : undefined;
}

/** The first file of this name, unpacked; `undefined` where there is none, or `unzip` gives none. */
export function unzipNamed(zip: ZipDirectory, name: string): Uint8Array | undefined {
  const entry = zip.entries.find((one) => one.name === name);
  return entry && unzip(zip, entry);
}
