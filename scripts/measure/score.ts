/** Scores what was read from a page against its label. */

import type { FlatRecord } from '../pipeline/read/flat-reading.ts';

/** What a page states according to its label; null or absent for a field that it does not state. */
export type Label = Partial<FlatRecord> & { is_paper?: boolean };

/** Counts of decisions about values. A wrong value is both invented and missing. */
export interface Tally {
  right: number;
  invented: number;
  missing: number;
}

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
const texts = ['abstract', 'abstract_zh'] as const;
const lists = ['authors', 'keywords'] as const;

/** Case, white space, kinds of hyphens and quotation marks, and one final full stop are ignored. */
const fold = (value: unknown): string =>
  String(value)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/[‘’]/gu, "'")
    .replace(/[“”]/gu, '"')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[.。]$/u, '')
    .trim();
const absent = (value: unknown): boolean => value === null || value === undefined || value === '';

/** The units of a text: words in Latin script, characters in Chinese. */
const unitsOf = (text: string): string[] =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? [];

/** How many words two texts share, from 0 to 1 (F1). */
export function overlap(a: string, b: string): number {
  const count = new Map<string, number>();
  const [left, right] = [unitsOf(a), unitsOf(b)];
  for (const unit of left) count.set(unit, (count.get(unit) ?? 0) + 1);
  let both = 0;
  for (const unit of right) {
    const open = count.get(unit) ?? 0;
    if (open > 0) both++;
    count.set(unit, open - 1);
  }
  return left.length + right.length === 0 ? 1 : (2 * both) / (left.length + right.length);
}

/** How many items of two lists are equal and in the same order: the longest common subsequence. */
function inOrder(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const one of a) {
    const next = [0];
    b.forEach((other, j) => next.push(one === other ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0)));
    row = next;
  }
  return row[b.length] ?? 0;
}

/**
 * Compares what was read from a page with its label, field by field. Lists count item by item, authors in order; an
 * abstract is right from 0.95 of its words on. For a page that is not about one paper only this fact counts.
 */
export function scorePage(label: Label, read: Label): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  const add = (field: string, right: number, invented: number, missing: number) =>
    tallies.set(field, { right, invented, missing });
  const isPaper = label.is_paper !== false;
  const isRead = read.is_paper !== false;
  add('is_paper', Number(isPaper === isRead), Number(isPaper !== isRead), Number(isPaper !== isRead));
  if (!isPaper) return tallies;
  for (const field of [...scalars, ...texts]) {
    const a = label[field];
    const b = isRead ? read[field] : null;
    if (absent(a) && absent(b)) continue;
    const isText = field === 'abstract' || field === 'abstract_zh';
    const isRight = !absent(a) && !absent(b) && (isText ? overlap(String(a), String(b)) >= 0.95 : fold(a) === fold(b));
    add(field, Number(isRight), Number(!isRight && !absent(b)), Number(!isRight && !absent(a)));
  }
  for (const field of lists) {
    const a = (label[field] ?? []).map(fold);
    const b = isRead ? (read[field] ?? []).map(fold) : [];
    if (a.length + b.length === 0) continue;
    const right = field === 'authors' ? inOrder(a, b) : a.filter((one) => b.includes(one)).length;
    add(field, right, Math.max(0, b.length - right), a.length - right);
  }
  return tallies;
}

/** The tallies of many pages added up, by field. */
export function sumTallies(pages: Iterable<ReadonlyMap<string, Tally>>): Map<string, Tally> {
  const sums = new Map<string, Tally>();
  for (const page of pages)
    for (const [field, { right, invented, missing }] of page) {
      const sum = sums.get(field) ?? { right: 0, invented: 0, missing: 0 };
      sums.set(field, {
        right: sum.right + right,
        invented: sum.invented + invented,
        missing: sum.missing + missing,
      });
    }
  return sums;
}

/** The tally of all fields. */
export const totalOf = (fields: ReadonlyMap<string, Tally>): Tally =>
  [...fields.values()].reduce(
    (sum, one) => ({
      right: sum.right + one.right,
      invented: sum.invented + one.invented,
      missing: sum.missing + one.missing,
    }),
    { right: 0, invented: 0, missing: 0 },
  );

export function measureOf({ right, invented, missing }: Tally): { precision: number; recall: number; f1: number } {
  const precision = right + invented === 0 ? 1 : right / (right + invented);
  const recall = right + missing === 0 ? 1 : right / (right + missing);
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}
