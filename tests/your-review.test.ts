import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeReview } from '../scripts/new.ts';
import { runNode } from '../scripts/run.ts';
import { temporaryFolder } from './support/folder.ts';

/** A review of another topic, in English alone, as `npm run new` begins it, with one paper. */

const paper = [
  'TY  - JOUR',
  'TI  - Early school starts and the sleep of adolescents: a cohort study',
  'AU  - Moss, Ada',
  'PY  - 2021',
  'JO  - Journal of Made-up Sleep',
  'AB  - Early school starts shortened sleep. Attention in the first lesson fell.',
  'ER  - ',
].join('\n');

let folder = '';
let site = '';
const read = (path: string): string => readFileSync(join(site, path), 'utf8');

beforeAll(async () => {
  folder = join(temporaryFolder(), 'review');
  site = join(temporaryFolder(), 'site');
  const said = { title: 'Sleep and school', question: 'How does sleep affect learning?', theme: 'Early school starts' };
  await writeReview(folder, said, '2026-11-29');
  await writeFile(join(folder, 'sources/moss.ris'), paper);
  const args = ['--content', folder, '--out', site, '--cache', join(temporaryFolder(), 'cache')];
  const { code, output } = await runNode(['scripts/build.ts', ...args], { output: 'collect' });
  if (code !== 0) throw new Error(output);
});

describe('a new review', () => {
  test('builds at once, in its own words', () => {
    expect(read('index.html')).toMatch(/<h1[^>]*>\s*Sleep and school\s*<\/h1>/u);
    expect(read('index.html')).toContain('How does sleep affect learning?');
    expect(read('index.html')).toContain('>1 paper<');
    expect(read('index.html')).not.toMatch(/alliance/iu);
    expect(read('zh/index.html')).toContain('Sleep and school');
  });

  test('puts a paper under the theme whose words it has', () => {
    expect(read('themes/early-school-starts/index.html')).toContain('the sleep of adolescents');
  });

  test('is not written over files', async () => {
    const again = writeReview(folder, { title: 'x', question: 'y', theme: 'z' }, '2026-11-29');
    await expect(again).rejects.toMatchObject({ notice: { rule: 'not-our-folder' } });
    expect(readFileSync(join(folder, 'site.yaml'), 'utf8')).toContain('Sleep and school');
  });
});
