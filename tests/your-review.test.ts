import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeReview, type NewReview } from '../scripts/new.ts';
import { runNode } from '../scripts/run.ts';
import { temporaryFolder } from './support/folder.ts';

/**
 * Reviews of another topic, as `npm run new` begins them, each with one paper: in both languages, and only in English.
 */

const paper = [
  'TY  - JOUR',
  'TI  - Early school starts and the sleep of adolescents: a cohort study',
  'AU  - Moss, Ada',
  'PY  - 2021',
  'JO  - Journal of Made-up Sleep',
  'AB  - Early school starts shortened sleep. Attention in the first lesson fell.',
  'ER  - ',
].join('\n');

const english = {
  title: 'Sleep and school',
  question: 'How does sleep affect learning?',
  theme: 'Early school starts',
};
const chinese = { titleZh: '睡眠与上学', questionZh: '睡眠如何影响学习？', themeZh: '上学过早' };

interface Made {
  folder: string;
  read: (path: string) => string;
  has: (path: string) => boolean;
}

/** Begins a review, gives it the paper, and builds it with its audit. */
async function make(said: NewReview): Promise<Made> {
  const folder = join(temporaryFolder(), 'review');
  const site = join(temporaryFolder(), 'site');
  await writeReview(folder, said, '2026-11-29');
  await writeFile(join(folder, 'sources/moss.ris'), paper);
  const args = ['--content', folder, '--out', site, '--cache', join(temporaryFolder(), 'cache')];
  const { code, output } = await runNode(['scripts/build.ts', ...args], { output: 'collect' });
  if (code !== 0) throw new Error(output);
  return {
    folder,
    read: (path) => readFileSync(join(site, path), 'utf8'),
    has: (path) => existsSync(join(site, path)),
  };
}

describe('a new review in both languages', () => {
  let made: Made;
  beforeAll(async () => {
    made = await make({ ...english, ...chinese });
  });

  test('builds at once, in its own words', () => {
    const home = made.read('index.html');
    expect(home).toMatch(/<h1[^>]*>\s*Sleep and school\s*<\/h1>/u);
    expect(home).toContain('How does sleep affect learning?');
    expect(home).toContain('>1 paper<');
    expect(home).not.toMatch(/alliance/iu);
    expect(made.read('zh/index.html')).toContain('睡眠如何影响学习？');
    expect(home).toMatch(/hreflang="zh-Hans"/u);
  });

  test('puts a paper under the theme whose words it has', () => {
    expect(made.read('themes/early-school-starts/index.html')).toContain('the sleep of adolescents');
    expect(made.read('zh/themes/early-school-starts/index.html')).toContain('上学过早');
  });

  test('is not written over files', async () => {
    const again = writeReview(made.folder, { title: 'x', question: 'y', theme: 'z' }, '2026-11-29');
    await expect(again).rejects.toMatchObject({ notice: { rule: 'not-our-folder' } });
    expect(readFileSync(join(made.folder, 'site.yaml'), 'utf8')).toContain('Sleep and school');
  });
});

describe('a new review in English alone', () => {
  let made: Made;
  beforeAll(async () => {
    made = await make({ ...english, languages: ['en'] });
  });

  test('has no page in Chinese, and nothing leads to one', () => {
    expect(made.has('zh')).toBe(false);
    for (const page of ['index.html', '404.html', 'themes/early-school-starts/index.html', 'sitemap-0.xml', 'sw.js'])
      expect(made.read(page), page).not.toMatch(/hreflang|data-other-language|\/zh\/|\p{Script=Han}{2}/u);
    expect(made.read('opensearch.xml')).not.toContain('zh');
    expect(made.read('feed.xml')).not.toMatch(/\/zh\/|xml:lang="zh/u);
  });

  test('names a theme once, and offers a search with its own words', () => {
    const theme = made.read('themes/early-school-starts/index.html');
    expect(theme.match(/<p class="label kicker[^>]*>.*?<\/p>/su)?.[0].match(/Early school starts/gu)).toHaveLength(1);
    expect(made.read('index.html')).toContain('placeholder="Early school starts"');
  });
});
