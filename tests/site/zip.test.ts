import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { zipOf, type ZipFile } from '../../src/site/zip.ts';
import { zipDirectory } from '../../src/text/zip.ts';

const files = [
  ['papers/a.json', Array.from({ length: 500 }, () => '{"id":"a"}')],
  ['long', Array.from({ length: 20_000 }, (_, i) => `a line of some length, and its number: ${i}\n`)],
  ['论文.txt', ['信', '任']],
  ['empty', []],
] as const satisfies ZipFile[];
const bytesOf = (pieces: readonly string[]) => Buffer.from(pieces.join(''));

test('a zip of files is read back by another program, name by name and byte for byte', async () => {
  const read = unzipSync(await zipOf(files, '2026-11-30'));
  expect(Object.keys(read)).toEqual(files.map(([name]) => name));
  for (const [name, pieces] of files) expect(Buffer.from(read[name] ?? []).equals(bytesOf(pieces))).toBe(true);
});

test('its directory states checksums, sizes and the date, and equal files make equal bytes', async () => {
  const bytes = await zipOf(files, '2026-11-30');
  const { entries } = zipDirectory(bytes, 10) ?? { entries: [] };
  expect(entries.map(({ name, size, encrypted, method }) => ({ name, size, encrypted, method }))).toEqual(
    files.map(([name, pieces]) => ({ name, size: bytesOf(pieces).length, encrypted: false, method: 8 })),
  );
  // The checksum of "123456789" that every description of CRC-32 gives, and a date as MS-DOS packs it.
  const one = await zipOf([['n', ['123456789']]], '2026-11-30');
  expect(zipDirectory(one, 1)?.entries[0]?.crc).toBe(0xcbf43926);
  expect(new DataView(one.buffer).getUint16(12, true)).toBe(((2026 - 1980) << 9) | (11 << 5) | 30);
  expect(await zipOf(files, '2026-11-30')).toEqual(bytes);
  expect(await zipOf(files, '2026-12-01')).not.toEqual(bytes);
});
