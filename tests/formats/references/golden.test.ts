import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { claimants, coverage, fixturesFolder, inputOf, outline, readSource } from './fixtures.ts';

/** `WRITE_GOLDEN=1` writes what is read now; read it line by line before it is committed. */
const writes = process.env['WRITE_GOLDEN'] === '1';

describe('each reference fixture reads as its golden file says', () => {
  const cases = readdirSync(fixturesFolder);
  test('there are fixtures', () => expect(cases.length).toBeGreaterThan(15));
  for (const name of cases)
    test(name, () => {
      const folder = join(fixturesFolder, name);
      const source = readSource(inputOf(folder));
      const formats = claimants(source);
      expect(formats.map((format) => format.name)).toHaveLength(1);
      const reading = formats[0]?.read(source);
      if (!reading) throw new Error('no reading');
      expect(reading.kind).toBe('references');
      expect(reading.isPaper).toBe(false);
      const { unread, twice } = coverage(source, reading);
      expect(twice).toBe(0);
      const seen = {
        format: formats[0]?.name,
        records: reading.drafts.map(outline),
        unread,
        notices: reading.notices.map((notice) => `${notice.severity} ${notice.rule}: ${notice.seen}`),
      };
      const golden = join(folder, 'expected.json');
      if (writes) writeFileSync(golden, `${JSON.stringify(seen, null, 2)}\n`);
      if (!existsSync(golden)) throw new Error(`${golden} is missing`);
      expect(seen).toEqual(JSON.parse(readFileSync(golden, 'utf8')));
    });
});
