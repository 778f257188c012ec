import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { zipOf } from '../../src/site/zip.ts';
import { zipDirectory } from '../../src/text/zip.ts';

const files = [
  ['papers/a.json', Buffer.from('{"id":"a"}'.repeat(500))],
  ['论文.txt', Buffer.from('信任')],
  ['empty', Buffer.alloc(0)],
] as const;

test('a zip of files is read back by another program, name by name and byte for byte', () => {
  const read = unzipSync(zipOf(files, '2026-11-30'));
  expect(Object.keys(read)).toEqual(files.map(([name]) => name));
  for (const [name, bytes] of files) expect(Buffer.from(read[name] ?? []).equals(bytes)).toBe(true);
});

test('its directory states checksums, sizes and the date, and equal files make equal bytes', () => {
  const bytes = zipOf(files, '2026-11-30');
  const { entries } = zipDirectory(bytes, 10) ?? { entries: [] };
  expect(entries.map(({ name, size, encrypted, method }) => ({ name, size, encrypted, method }))).toEqual(
    files.map(([name, { length }]) => ({ name, size: length, encrypted: false, method: 8 })),
  );
  // The checksum of "123456789" that every description of CRC-32 gives, and a date as MS-DOS packs it.
  const one = zipOf([['n', Buffer.from('123456789')]], '2026-11-30');
  expect(zipDirectory(one, 1)?.entries[0]?.crc).toBe(0xcbf43926);
  expect(new DataView(one.buffer).getUint16(12, true)).toBe(((2026 - 1980) << 9) | (11 << 5) | 30);
  expect(zipOf(files, '2026-11-30')).toEqual(bytes);
  expect(zipOf(files, '2026-12-01')).not.toEqual(bytes);
});
