/** The command `npm run lighthouse`: measures one page of several types with Lighthouse. */

import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { needChromium, quietArguments } from './chromium.ts';
import { readArguments, say, type Command } from './cli.ts';
import { freePort } from './lib/free-port.ts';
import { onePageOfEach } from './page-types.ts';
import { serveFolder } from './serve.ts';

/** The types of pages that are measured, as `src/site/page-types.ts` names them. */
const measured = ['home', 'paper', 'theme', 'search', 'map', 'studies'];
/** The least score of each category, of 100. Performance depends on the machine. */
const least = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 } as const;
type Category = keyof typeof least;
const categories = Object.keys(least) as Category[];

const command: Command<'site' | 'runs'> = {
  run: 'npm run lighthouse',
  does: 'Measures six types of pages with Lighthouse, as on a slow phone, and prints the median of each score. Needs a built site. Exit code 1 where a score is too low.',
  options: {
    site: { value: 'DIR', does: 'the built site (dist)' },
    runs: { value: 'N', does: 'how often each page is measured (3)' },
  },
};

interface Measured {
  scores: Record<Category, number>;
  /** Milliseconds until the largest piece is shown, and that the page blocks; how far things move. */
  lcp: number;
  tbt: number;
  cls: number;
  /** Audits that are not passed, of the categories that must be perfect. */
  failed: string[];
}

/** What Lighthouse finds; `undefined` if it could not measure. */
async function measure(url: string, port: number): Promise<Measured | undefined> {
  const result = await lighthouse(url, { port, logLevel: 'error', onlyCategories: categories });
  if (!result) throw new Error(`Lighthouse gave nothing for ${url}`);
  const { categories: found, audits } = result.lhr;
  // On a busy machine a page may be shown too late to be measured: that is not a score of 0.
  if (categories.some((category) => typeof found[category]?.score !== 'number')) return undefined;
  const scoreOf = (category: Category): number => Math.round((found[category]?.score ?? 0) * 100);
  const number = (audit: string): number => audits[audit]?.numericValue ?? 0;
  const failed = categories
    .filter((category) => category !== 'performance')
    .flatMap((category) => found[category]?.auditRefs ?? [])
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
    .map(({ id }) => id);
  return {
    scores: Object.fromEntries(categories.map((category) => [category, scoreOf(category)])) as Measured['scores'],
    lcp: number('largest-contentful-paint'),
    tbt: number('total-blocking-time'),
    cls: number('cumulative-layout-shift'),
    failed,
  };
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const { given, text } = readArguments(command);
const folder = text('site') ?? 'dist';
const runs = Math.max(1, Number(given.runs ?? 3) || 3);
const served = await serveFolder({ folder, port: 0, host: '127.0.0.1', base: '/' });
const port = await freePort();
const browser = await chromium.launch({
  executablePath: await needChromium(),
  args: [...quietArguments, `--remote-debugging-port=${port}`],
});
let low = 0;
say(`| page | ${categories.join(' | ')} | LCP, s | TBT, ms | CLS |`);
say(`| --- |${' --- |'.repeat(categories.length + 3)}`);
for (const { name, path } of onePageOfEach(folder).filter((page) => measured.includes(page.name))) {
  const all: Measured[] = [];
  for (let tries = 0; all.length < runs && tries < 2 * runs; tries++)
    all.push(...[await measure(served.url + path, port)].filter((one) => one !== undefined));
  if (all.length === 0) throw new Error(`Lighthouse could not measure ${path}`);
  const scores = categories.map((category) => median(all.map((one) => one.scores[category])));
  const of = (key: 'lcp' | 'tbt' | 'cls'): number => median(all.map((one) => one[key]));
  say(
    `| ${name} | ${scores.join(' | ')} | ${(of('lcp') / 1000).toFixed(1)} | ${of('tbt').toFixed(0)} | ${of('cls').toFixed(3)} |`,
  );
  const failed = new Set(all.flatMap((one) => one.failed));
  if (failed.size > 0) say(`  not passed: ${[...failed].join(', ')}`);
  low += categories.filter((category, i) => (scores[i] ?? 0) < least[category]).length;
}
await browser.close();
await served.close();
say(low > 0 ? `${low} scores are too low` : 'every score is high enough');
process.exitCode = low > 0 ? 1 : 0;
