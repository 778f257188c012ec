import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Draft } from '#domain/draft';
import { sourceText } from '#domain/source';
import { draftAtOnce } from '../../../scripts/pipeline/read/draft.ts';

const folder = join(import.meta.dirname, '../../fixtures/references');

interface Sample {
  name: string;
  format: string;
  text: string;
  titles: string[];
}

const titleOf = (draft: Draft): string => draft.titles[0]?.value.text ?? '';
const read = (text: string) => draftAtOnce(sourceText('joined.txt', text)).reading;

/**
 * Fixtures of hostile or broken files: what is in them is read as far as it goes, alone. A search's terms over a table
 * cannot be told from a last paragraph of the abstract before them.
 */
const broken = /below-a-search|bomb|prototype|entit|open-quotes|missing|injected|formulas|pmid-in-title|chapter$/u;

/** The fixtures that have whole records with titles of their own. */
const everySample: Sample[] = readdirSync(folder)
  .filter((name) => !broken.test(name))
  .flatMap((name): Sample[] => {
    const file = readdirSync(join(folder, name)).find((one) => one.startsWith('input.')) ?? '';
    const text = readFileSync(join(folder, name, file), 'utf8').replace(/^\ufeff/u, '');
    const { format, reading } = draftAtOnce(sourceText(file, text));
    const titles = reading.drafts.map(titleOf);
    return titles.length && titles.every(Boolean) ? [{ name, format, text, titles }] : [];
  });

/** The first of each format. */
const samples = everySample.filter((one, i) => everySample.findIndex((other) => other.format === one.format) === i);

const glue = (...texts: string[]): string => texts.map((text) => text.trimEnd()).join('\n\n') + '\n';

describe('files joined into one', () => {
  test('there are samples of many formats', () => expect(samples.length).toBeGreaterThan(15));

  test.each(everySample)('$name twice: every record is read twice', ({ text, titles }) => {
    // One text of JSON cannot follow another; programs join them otherwise.
    const drafts = read(glue(text, text)).drafts.map(titleOf);
    expect(drafts).toEqual([...titles, ...titles]);
  });

  test('any two formats: at least 95 of 100 records are read, and none has values of two', () => {
    let [all, found] = [0, 0];
    const lost: string[] = [];
    const mixed: string[] = [];
    for (const a of samples)
      for (const b of samples) {
        if (a === b) continue;
        const { drafts } = read(glue(a.text, b.text));
        const titles = new Set(drafts.map(titleOf));
        const wanted = [...a.titles, ...b.titles];
        const missed = wanted.filter((title) => !titles.has(title));
        all += wanted.length;
        found += wanted.length - missed.length;
        if (missed.length) lost.push(`${a.format} + ${b.format}: ${missed.length} of ${wanted.length}`);
        for (const draft of drafts) {
          const lines = placesIn(draft);
          const border = a.text.trimEnd().split(/\r\n?|\n/u).length;
          if (lines.some((line) => line <= border) && lines.some((line) => line > border))
            mixed.push(`${a.format} + ${b.format}: ${titleOf(draft)}`);
        }
      }
    expect(mixed).toEqual([]);
    expect(found / all, lost.join('\n')).toBeGreaterThanOrEqual(0.95);
  });
});

/** What people and programs have between files that they join: a name of the next file, a page number, a rule. */
const separators: readonly string[][] = [
  [''],
  [],
  ['', ''],
  ['', '=====', ''],
  ['----------'],
  ['\f'],
  ['', 'export-2.txt', ''],
  ['', '12', ''],
];

/** `JOINED_RUNS=2000 JOINED_SEED=…` joins other files, the long way. */
const runs = {
  seed: Number(process.env['JOINED_SEED'] ?? 20261129),
  numRuns: Number(process.env['JOINED_RUNS'] ?? 40),
};

describe('more than two files joined into one', () => {
  test('two to twenty, in any order: at least 95 of 100 records are read, and none has values of two', () => {
    let [all, found] = [0, 0];
    const mixed: string[] = [];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...everySample), { minLength: 2, maxLength: 20 }),
        fc.constantFrom(...separators),
        (some, between) => {
          const { drafts } = read(some.map(({ text }) => text.trimEnd()).join(['', ...between, ''].join('\n')) + '\n');
          const left = drafts.map(titleOf);
          for (const title of some.flatMap(({ titles }) => titles)) {
            all++;
            const at = left.indexOf(title);
            if (at < 0) continue;
            found++;
            left.splice(at, 1);
          }
          let border = 1;
          const borders = some.map(({ text }) => (border += text.trimEnd().split(/\r\n?|\n/u).length + between.length));
          for (const draft of drafts) {
            const parts = new Set(placesIn(draft).map((line) => borders.findIndex((end) => line < end)));
            if (parts.size > 1)
              mixed.push(
                `${some.map(({ format }) => format).join(' + ')} with ${JSON.stringify(between)}: ${titleOf(draft)}`,
              );
          }
        },
      ),
      runs,
    );
    expect(mixed).toEqual([]);
    expect(found / all).toBeGreaterThanOrEqual(0.95);
  });
});

describe('scraped pages joined into one', () => {
  const pages = join(import.meta.dirname, '../../fixtures/formats');
  const textOf = (name: string): string => {
    const file = readdirSync(join(pages, name)).find((one) => one.startsWith('source.')) ?? '';
    return readFileSync(join(pages, name, file), 'utf8');
  };
  const told = (text: string) => draftAtOnce(sourceText('joined.txt', text)).notices.map(({ rule }) => rule);

  test.each(readdirSync(pages))('%s alone is one page', (name) => {
    expect(told(textOf(name))).not.toContain('several-pages-in-one');
  });

  test.each([
    ['general--wanfang', 'general--vip', 'general--cnki'],
    ['general--pubmed', 'general--europepmc', 'general--psychology-journal-zh', 'general--wanfang', 'general--vip'],
    ['general--mdpi', 'general--bmc', 'general--jmir', 'general--springer', 'general--sage', 'general--wiley'],
    ['saved-html--highwire', 'saved-html--json-ld'],
    ['saved-html--json-ld', 'general--researchgate'],
    ['general--researchgate', 'saved-html--highwire'],
    ['general--vip', 'general--dspace', 'general--springer', 'general--scielo-pt', 'general--psychology-journal-zh'],
  ])('%s and others: said with a count, and nothing is read', (...names) => {
    const { reading, notices } = draftAtOnce(sourceText('joined.txt', glue(...names.map(textOf))));
    expect(reading.drafts).toEqual([]);
    expect(notices).toMatchObject([{ severity: 'warning', rule: 'several-pages-in-one' }]);
    expect(notices[0]?.seen).toMatch(/\b[2-9] pages/u);
  });
});

/** `JOINED_RUNS=500 JOINED_SEED=…` joins other pages, the long way. */
const pageRuns = { ...runs, numRuns: Number(process.env['JOINED_RUNS'] ?? 8) };

describe('three to twenty scraped pages joined into one', () => {
  const folder = join(import.meta.dirname, '../../fixtures/formats');
  const papers = readdirSync(folder).flatMap((name): string[] => {
    const file = readdirSync(join(folder, name)).find((one) => one.startsWith('source.')) ?? '';
    const text = readFileSync(join(folder, name, file), 'utf8')
      .replace(/^\ufeff/u, '')
      .trimEnd();
    const { isPaper, drafts } = read(text);
    return isPaper && drafts.length === 1 ? [text] : [];
  });

  test('nine of ten at the least are told', () => {
    let [all, told] = [0, 0];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...papers), { minLength: 3, maxLength: 20 }).filter((some) => new Set(some).size > 2),
        fc.constantFrom(...separators),
        (some, between) => {
          const { notices } = draftAtOnce(sourceText('joined.txt', some.join(['', ...between, ''].join('\n'))));
          all++;
          told += Number(notices.some(({ rule }) => rule === 'several-pages-in-one' || rule === 'two-formats-claim'));
        },
      ),
      pageRuns,
    );
    expect(told / all).toBeGreaterThanOrEqual(0.9);
  });
});

describe('a scraped page beside an export', () => {
  const folder = join(import.meta.dirname, '../../fixtures/layouts/pages');
  const pages = readdirSync(folder)
    .filter((_, i) => i % 5 === 0)
    .flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8').replace(/^\ufeff/u, '');
      const { isPaper, drafts } = read(text);
      return isPaper && drafts.length === 1 && !text.includes('<html') ? [{ name, text: text.trimEnd() }] : [];
    });
  // A list by GB/T 7714 below a page is that of its references.
  const pairs = samples.flatMap((sample, i) =>
    (sample.format === 'gbt-list' ? [false] : [true, false]).map((isAbove, j) => ({
      sample,
      page: pages[(2 * i + j) % pages.length],
      isAbove,
    })),
  );

  test.each(pairs)('$page.name with $sample.name, above: $isAbove', ({ sample, page, isAbove }) => {
    const { name = '', text = '' } = page ?? {};
    const [above, below] = isAbove ? [text, sample.text.trimEnd()] : [sample.text.trimEnd(), text];
    const { reading, notices } = draftAtOnce(sourceText('joined.txt', `${above}\n\n${below}\n`));
    const border = above.split(/\r\n?|\n/u).length;
    const mixed = reading.drafts.filter((draft) => new Set(placesIn(draft).map((line) => line > border)).size > 1);
    expect(mixed.map(titleOf), name).toEqual([]);
    const titles = reading.drafts.map(titleOf);
    expect(sample.titles.filter((title) => !titles.includes(title))).toEqual([]);
    // The page is read, or a warning says that it is not.
    const isTold = notices.some(({ severity, rule }) => severity === 'warning' && rule === 'text-outside-records');
    expect(titles.length > sample.titles.length || isTold).toBe(true);
  });
});

/** The lines of a draft's values. */
function placesIn(draft: unknown): number[] {
  if (typeof draft !== 'object' || draft === null) return [];
  if ('line' in draft && 'columns' in draft && typeof draft.line === 'number') return [draft.line];
  return Object.values(draft).flatMap(placesIn);
}
