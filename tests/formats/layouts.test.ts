import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { lineOf } from '../../scripts/pipeline/line.ts';
import { readCase } from './support.ts';

const folder = new URL('../fixtures/layouts/', import.meta.url);
const scalars = [
  'title',
  'title_zh',
  'journal',
  'year',
  'date',
  'volume',
  'issue',
  'pages',
  'doi',
  'pmid',
  'pmcid',
] as const;
const lists = ['authors', 'keywords'] as const;

type Values = Partial<Record<(typeof scalars)[number], string | number | null>> &
  Partial<Record<(typeof lists)[number], string[] | null>> & { is_paper?: boolean };

const fold = (value: unknown): string =>
  String(value)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐-―]/gu, '-')
    .replace(/[.。]$/u, '')
    .trim();
const none = (value: unknown): boolean => value === null || value === undefined || value === '';

/** Right, invented and missing values of one page; a wrong value is both invented and missing. */
function compare(gold: Values, read: Values): { right: number; invented: number; missing: number } {
  const tally = { right: 0, invented: 0, missing: 0 };
  const isPaper = gold.is_paper !== false;
  if (isPaper !== (read.is_paper !== false)) return { right: 0, invented: 1, missing: 1 };
  tally.right++;
  if (!isPaper) return tally;
  for (const key of scalars) {
    if (none(gold[key]) && none(read[key])) continue;
    if (!none(gold[key]) && !none(read[key]) && fold(gold[key]) === fold(read[key])) tally.right++;
    else {
      if (!none(read[key])) tally.invented++;
      if (!none(gold[key])) tally.missing++;
    }
  }
  for (const key of lists) {
    const a = (gold[key] ?? []).map(fold);
    const b = (read[key] ?? []).map(fold);
    const both = a.filter((one) => b.includes(one)).length;
    tally.right += both;
    tally.invented += b.length - both;
    tally.missing += a.length - both;
  }
  return tally;
}

it('reads sixty-five layouts with few values missing and fewer invented', () => {
  const sum = { right: 0, invented: 0, missing: 0 };
  const names = readdirSync(new URL('pages/', folder));
  for (const name of names) {
    // The general reader alone, but for markup.
    const page = readCase(name, readFileSync(new URL(`pages/${name}`, folder), 'utf8'), name.endsWith('.txt'));
    const gold = JSON.parse(
      readFileSync(new URL(`gold/${name.replace(/\.(?:txt|html)$/u, '.json')}`, folder), 'utf8'),
    ) as Values;
    const tally = compare(gold, lineOf(name, page.format, page.reading) as unknown as Values);
    sum.right += tally.right;
    sum.invented += tally.invented;
    sum.missing += tally.missing;
  }
  expect(names).toHaveLength(65);
  expect(sum.right / (sum.right + sum.invented)).toBeGreaterThanOrEqual(0.98);
  expect(sum.right / (sum.right + sum.missing)).toBeGreaterThanOrEqual(0.98);
});
