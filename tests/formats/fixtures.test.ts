import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { general } from '../../scripts/formats/index.ts';
import { account } from '../../scripts/pipeline/ledger/account.ts';
import { flatReading } from '../../scripts/pipeline/read/flat-reading.ts';
import { formats, readCase } from './support.ts';

const folder = new URL('../fixtures/formats/', import.meta.url);
const pages = readdirSync(folder).filter((name) => existsSync(new URL(`${name}/expected.json`, folder)));
const web = new Set([...formats.map((format) => format.name), general.name]);

/**
 * One folder a case, `<format>--<case>`: `source.*` is a page in a layout as sites print it, with made-up contents;
 * `expected.json` holds every value that it states, and nothing else may be read.
 */
describe('pages in the layouts of many sites', () => {
  it('has cases', () => expect(pages.length).toBeGreaterThan(20));
  for (const name of pages) {
    const [format = ''] = name.split('--');
    if (!web.has(format)) continue;
    it(name, () => {
      const file = readdirSync(new URL(`${name}/`, folder)).find((one) => one.startsWith('source.')) ?? 'source.txt';
      const read = readCase(file, readFileSync(new URL(`${name}/${file}`, folder), 'utf8'));
      expect(read.format).toBe(format);
      const line = flatReading(file, read.format, read.reading);
      const stated = Object.fromEntries(
        Object.entries(line).filter(
          ([key, value]) => value !== null && !['file', 'format', 'records', 'to_check'].includes(key),
        ),
      );
      expect(stated).toEqual(JSON.parse(readFileSync(new URL(`${name}/expected.json`, folder), 'utf8')));
      const { tally, notices } = account(read.source, read.reading);
      expect(notices).toEqual([]);
      expect(tally.field + tally.furniture + tally.copy + tally.unclassified).toBe(tally.total);
    });
  }
});
