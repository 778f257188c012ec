import { strFromU8, strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { insideZip, unzip, unzipNamed, zipDirectory } from '#text/zip';

const text = 'TY  - JOUR\nTI  - Loaves\nER  - \n'.repeat(40);
const zipped = zipSync({ 'a/refs.ris': strToU8(text), 'stored.txt': [strToU8('as it is'), { level: 0 }] });

/** The archive with these bytes changed, from the last place where a signature is. */
function changed(signature: number, at: number, values: readonly number[]): Uint8Array {
  const bytes = zipped.slice();
  const view = new DataView(bytes.buffer);
  let found = bytes.length - 4;
  while (view.getUint32(found, true) !== signature) found--;
  bytes.set(values, found + at);
  return bytes;
}
const central = 0x02014b50;
const end = 0x06054b50;

describe('an archive', () => {
  test('lists its files, and unpacks each as it was', () => {
    const directory = zipDirectory(zipped, 10);
    expect(directory?.entries.map(({ name, size }) => [name, size])).toEqual([
      ['a/refs.ris', text.length],
      ['stored.txt', 8],
    ]);
    const unpacked = directory?.entries.map((entry) => new TextDecoder().decode(unzip(directory, entry)));
    expect(unpacked).toEqual([text, 'as it is']);
    expect(directory && unzipNamed(directory, 'b.ris')).toBeUndefined();
  });

  test('lists no more files than it may', () => {
    const many = zipSync(Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`${i}.ris`, strToU8('x')])));
    expect(zipDirectory(many, 10)?.entries).toHaveLength(10);
  });

  test('has a comment behind it, or names of Windows in Chinese', () => {
    const bytes = new Uint8Array([...zipped, ...strToU8('made by hand')]);
    new DataView(bytes.buffer).setUint16(zipped.length - 2, 12, true);
    expect(zipDirectory(bytes, 10)?.entries).toHaveLength(2);
    // 文献\导出.ris in GB18030, as long as "a/refs.ris" is not: a new archive with the bytes of the name.
    const name = [0xce, 0xc4, 0xcf, 0xd7, 0x5c, 0xb5, 0xbc, 0xb3, 0xf6, 0x2e, 0x72, 0x69, 0x73];
    const placeholder = 'n'.repeat(name.length);
    const own = zipSync({ [placeholder]: strToU8(text) });
    const at = (from: number): number =>
      own.findIndex((_, i) => i >= from && name.every((__, j) => own[i + j] === 110));
    const first = at(0);
    own.set(name, first);
    own.set(name, at(first));
    expect(zipDirectory(own, 10)?.entries[0]?.name).toBe('文献/导出.ris');
  });
});

describe('an archive that is no good', () => {
  test.each([
    ['cut', zipped.subarray(0, zipped.length - 30)],
    ['cut within its first file', zipped.subarray(0, 40)],
    ['no archive', strToU8('TY  - JOUR\nER  - \n')],
    ['empty', new Uint8Array()],
    ['of a directory that begins nowhere', changed(end, 16, [0xff, 0xff, 0xff, 0xff])],
    ['of more files than are there', changed(end, 10, [9, 0])],
  ])('%s: gives no list', (_, bytes) => {
    expect(zipDirectory(bytes, 100)).toBeUndefined();
  });

  /** The last file of the archive, which is stored. */
  const lastOf = (bytes: Uint8Array): Uint8Array | undefined => {
    const directory = zipDirectory(bytes, 10);
    const entry = directory?.entries.at(-1);
    return directory && entry && unzip(directory, entry);
  };
  test.each([
    ['encrypted', changed(central, 8, [1, 0])],
    ['packed in an unknown way', changed(central, 10, [12, 0])],
    ['of another checksum', changed(central, 16, [0, 0, 0, 0])],
    ['longer than its directory says', changed(central, 24, [4, 0, 0, 0])],
    ['of a place behind the end', changed(central, 42, [0xf0, 0xff, 0xff, 0x7f])],
  ])('a file %s: is not unpacked', (_, bytes) => {
    expect(lastOf(bytes)).toBeUndefined();
  });

  test('a bomb that states a small size is unpacked to no more than that', () => {
    const bomb = zipSync({ 'bomb.ris': [new Uint8Array(40_000_000), { level: 9 }] });
    const directory = zipDirectory(bomb, 10);
    const [entry] = directory?.entries ?? [];
    const before = process.cpuUsage();
    expect(directory && entry && unzip(directory, { ...entry, size: 1000 })).toBeUndefined();
    const { user, system } = process.cpuUsage(before);
    expect(user + system, 'microseconds of the processor').toBeLessThan(2_000_000);
  });
});

test.each([
  ['/x/export.zip/refs.ris', { zip: '/x/export.zip', name: 'refs.ris' }],
  ['C:\\x\\Export.ZIP\\a\\refs.ris', { zip: 'C:\\x\\Export.ZIP', name: 'a/refs.ris' }],
  ['/x/export.zip', undefined],
  ['/x/export.zipped/refs.ris', undefined],
])('%s leads into an archive, or does not', (path, inside) => {
  expect(insideZip(path)).toEqual(inside);
});

/** The same archive of one file with its numbers in the fields of ZIP64 (APPNOTE 4.3.14 to 4.3.16 and 4.5.3). */
function asZip64(plain: Uint8Array): Uint8Array {
  const view = new DataView(plain.buffer, plain.byteOffset, plain.byteLength);
  const end = plain.length - 22;
  const from = view.getUint32(end + 16, true);
  const header = 46 + view.getUint16(from + 28, true);
  const out = new Uint8Array(from + header + 28 + 56 + 20 + 22);
  out.set(plain.subarray(0, from + header));
  const to = new DataView(out.buffer);
  const long = (at: number, value: number): void => to.setBigUint64(at, BigInt(value), true);
  // The order of the field is: size, packed size, place.
  [24, 20, 42].forEach((at, i) => {
    long(from + header + 4 + 8 * i, view.getUint32(from + at, true));
    to.setUint32(from + at, 0xffffffff, true);
  });
  to.setUint16(from + 30, 28, true);
  to.setUint16(from + 32, 0, true);
  to.setUint16(from + header, 1, true);
  to.setUint16(from + header + 2, 24, true);
  const end64 = from + header + 28;
  to.setUint32(end64, 0x06064b50, true);
  long(end64 + 32, 1);
  long(end64 + 48, from);
  to.setUint32(end64 + 56, 0x07064b50, true);
  long(end64 + 64, end64);
  out.set(plain.subarray(end, end + 20), end64 + 76);
  to.setUint16(end64 + 86, 0xffff, true);
  to.setUint32(end64 + 92, 0xffffffff, true);
  return out;
}

test('an archive of ZIP64, as some programs write it of small files too', () => {
  const bytes = asZip64(zipSync({ 'refs.ris': strToU8('TY  - JOUR') }));
  const directory = zipDirectory(bytes, 10);
  expect(directory?.entries.map(({ name, size }) => [name, size])).toEqual([['refs.ris', 10]]);
  const [entry] = directory?.entries ?? [];
  expect(directory && entry && strFromU8(unzip(directory, entry) ?? new Uint8Array())).toBe('TY  - JOUR');
  // A place beyond the file is not an archive.
  const locator = bytes.length - 22 - 20;
  new DataView(bytes.buffer).setBigUint64(locator + 8, 2n ** 60n, true);
  expect(zipDirectory(bytes, 10)).toBeUndefined();
});
