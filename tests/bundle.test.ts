import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { zipOf } from '../scripts/bundle.ts';
import { temporaryFolder } from './support/folder.ts';

test.each(['1970-01-01', '2026', '2150-12-31'])('a copy is packed for a corpus of any date: %s', async (date) => {
  const site = temporaryFolder({ 'robots.txt': 'x', 'notes.txt': 'of the site' });
  const files = unzipSync(await zipOf(site, date));
  expect(Object.keys(files)).toContain('notes.txt');
});
