/** Fits the weights of the reasons to labelled pages (logistic regression). */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reading } from '#domain/draft';
import type { SourceText } from '#domain/source';
import { foldForMatching } from '#domain/text';
import { hasHan } from '#text/han';
import { readGeneral } from '../formats/pages/general.ts';
import { readHtmlPage } from '../formats/pages/html-pages.ts';
import { signOf as signOfKind } from '../formats/pages/kinds.ts';
import { signOf as signOfNumber } from '../formats/pages/number-reasons.ts';
import { Page } from '../formats/pages/page.ts';
import { isSavedHtml } from '../formats/pages/saved-html.ts';
import { abbreviates } from '../formats/pages/self.ts';
import { see } from '../formats/pages/sight.ts';
import { pageOf } from '../formats/pages/sure.ts';
import { copyKey } from '../formats/pages/state-titles.ts';
import { committed, type Choice, type Weights } from '../formats/pages/weigh.ts';
import { openPages } from './labelled.ts';
import { overlap, type Label } from './score.ts';

/** A page with its label, and the site whose layout it has. */
export interface Example {
  folder: string;
  source: SourceText;
  label: Label & { _extra?: Record<string, unknown> };
  site: string;
}

/** One candidate of a page: the reasons that hold of it, and whether it is right. */
export interface Row {
  /** How much it counts: the candidates of one page that are right, or wrong, count less the more they are. */
  weight?: number;
  held: readonly [name: string, share: number][];
  right: boolean;
}
export type Rows = Record<Choice, Row[]>;

/** The labelled pages of folders that hold `pages/` and `gold/`. */
export const readExamples = (folders: readonly string[]): Example[] =>
  folders.flatMap((folder) =>
    openPages(existsSync(join(folder, 'pages')) ? join(folder, 'pages') : folder).flatMap((source) => {
      const stem = source.file.replace(/\.[^.]+$/u, '');
      const gold = join(folder, 'gold', `${stem}.json`);
      if (!existsSync(gold)) return [];
      const label = JSON.parse(readFileSync(gold, 'utf8')) as Example['label'];
      return [{ folder, source, label, site: siteOf(folder, stem) }];
    }),
  );

/** Words after a layout's name that distinguish its pages and not its sites. */
const variants = new Set(
  'composed text page full like style zh en es br cl pe variant fulltext record html paper list v2'.split(' '),
);

/** The name of the layout: `h04_cnki` and `331_cnki` are one site; a page without a name is one of its own. */
function siteOf(folder: string, stem: string): string {
  const [, ...words] = stem.split('_');
  const name = words.filter((word) => !variants.has(word)).join('_');
  return name === '' || /^[\da-f]{8,}$/u.test(name) ? `${folder}/${stem}` : name;
}

/** A page as it is read with some weights, a saved one by its markup. */
export function readWith(source: SourceText, weights: Page['weights']): { reading: Reading; page: Page } {
  if (!isSavedHtml(source)) return readGeneral(source, weights);
  const reading = readHtmlPage(source, undefined, weights);
  return { reading, page: pageOf(reading) ?? new Page(source) };
}

/** What can be learnt from a page: each candidate of each choice, right or wrong by the label. */
export function rowsOf({ source, label }: Example, weights: Page['weights']): Rows {
  const rows: Rows = {
    kind: [],
    title: [],
    otherTitle: [],
    names: [],
    journal: [],
    abstract: [],
    numbers: [],
    dates: [],
    doi: [],
  };
  const page = readWith(source, weights).page;
  const isPaper = label.is_paper !== false;
  for (const { field, options } of page.choices)
    for (const option of options) {
      // Of a page that is about no paper, nothing but this is known.
      if (!isPaper && field !== 'kind') continue;
      const right = judge[field](label, option.text, page, option.line);
      if (right !== undefined) rows[field].push({ held: option.held, right });
    }
  for (const list of Object.values(rows)) weighPage(list);
  return rows;
}

/** A page with forty lines of a name each says no forty times as much as one with all names on a line. */
function weighPage(rows: Row[]): void {
  const right = rows.filter((row) => row.right).length;
  for (const row of rows) row.weight = row.right ? 1 / Math.sqrt(right) : 1;
}

const extras = (label: Example['label'], of: string): string[] =>
  Object.entries(label._extra ?? {}).flatMap(([key, value]) =>
    key.startsWith(of) && typeof value === 'string' ? [value] : [],
  );

const isTitle = (label: Example['label'], text: string): boolean =>
  [label.title, label.title_zh, ...extras(label, 'title')].some((one) => one && copyKey(one) === copyKey(text));

const words = (name: string): string =>
  foldForMatching(name)
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
    .sort()
    .join(' ');

/** Whether a candidate is right; `undefined` if the label does not show it. */
const judge: Record<Choice, (label: Example['label'], text: string, page: Page, line: number) => boolean | undefined> =
  {
    kind: ({ is_paper }) => is_paper !== false,
    title: isTitle,
    otherTitle: isTitle,
    names: (label, text, page, at) => {
      const authors = [...(label.authors ?? []), ...((label._extra?.['authors_en'] as string[] | undefined) ?? [])];
      const lines = page.lines.slice(at, at + 400).filter((line) => line.text && text.split('\n').includes(line.text));
      const names = lines.flatMap((line) => see(page, line, 'byline')?.pieces ?? []);
      if (names.length > 0)
        return (
          names.filter(({ traced }) => authors.some((one) => words(one) === words(traced.text))).length >=
          names.length / 2
        );
      const own = ` ${foldForMatching(text).replace(/[^\p{L}]+/gu, ' ')} `;
      return (
        text.length < 400 &&
        authors.some((one) =>
          words(one)
            .split(' ')
            .every((word) => own.includes(` ${word} `)),
        )
      );
    },
    journal: (label, text) => {
      if (!label.journal) return false;
      if (copyKey(label.journal) === copyKey(text)) return true;
      return abbreviates(text, label.journal) ||
        abbreviates(label.journal, text) ||
        hasHan(text) !== hasHan(label.journal)
        ? undefined
        : false;
    },
    abstract: (label, text) =>
      [label.abstract, label.abstract_zh, ...extras(label, 'abstract')].some((one) => one && overlap(one, text) >= 0.9),
    numbers: isNumber,
    dates: isDate,
    doi: isNumber,
  };

/** "volume 12" is right where the label says so; the number of an article is pages there. */
function isNumber(label: Example['label'], shown: string): boolean {
  const [field = '', value = ''] = shown.split(' ');
  const own = label[field === 'articleNumber' ? 'pages' : (field as 'volume')];
  return typeof own === 'string' && copyKey(own) === copyKey(value);
}

/** A year alone is right where the label has no more; where it has, nothing is known. */
function isDate({ year, date, _extra }: Example['label'], shown: string): boolean | undefined {
  const [field, value = ''] = shown.split(' ');
  if (date && (date === value || date.replace(/\/.*/u, '') === value)) return true;
  const others = Object.values(_extra ?? {}).filter((one): one is string => typeof one === 'string');
  if (field === 'online' && others.some((one) => one.includes(value))) return true;
  if (value.length > 4) return field === 'online' && date && date.length > 4 ? undefined : false;
  return String(year ?? '') !== value ? false : date && date.length > 4 ? undefined : true;
}

/** How strongly weights are kept small: the variance of each is that of about three points. */
const ridge = 0.1;

/**
 * Logistic regression with a quadratic penalty, by Newton's method: the weight of each reason, rounded to a tenth. A reason
 * that holds of fewer than three candidates keeps the weight that a person gave it, and so does the start with `keepsStart`.
 */
export function fit(rows: readonly Row[], given: Weights, keepsStart = false): Weights {
  const counts = new Map<string, number>();
  for (const { held } of rows) for (const [name] of held) counts.set(name, (counts.get(name) ?? 0) + 1);
  const start = keepsStart ? (given['start'] ?? 0) : 0;
  const names = [
    ...(keepsStart ? [] : ['start']),
    ...[...counts].filter(([, count]) => count >= 3).map(([name]) => name),
  ];
  const at = new Map(names.map((name, i) => [name, i]));
  const sparse = rows.map(({ held, right, weight = 1 }) => ({
    weight,
    x: [
      ...(keepsStart ? [] : [[0, 1] as [number, number]]),
      ...held.flatMap(([name, share]) => (at.has(name) ? [[at.get(name), share] as [number, number]] : [])),
    ],
    y: Number(right),
  }));
  const n = names.length;
  const w = new Float64Array(n);
  for (let round = 0; round < 12; round++) {
    const gradient = new Float64Array(n);
    const hessian = Array.from({ length: n }, () => new Float64Array(n));
    for (const { x, y, weight } of sparse) {
      const p = 1 / (1 + Math.exp(-x.reduce((sum, [i, v]) => sum + (w[i] ?? 0) * v, start)));
      for (const [i, v] of x) {
        gradient[i] = (gradient[i] ?? 0) + weight * (y - p) * v;
        const row = hessian[i] as Float64Array;
        for (const [j, u] of x) row[j] = (row[j] ?? 0) + weight * p * (1 - p) * v * u;
      }
    }
    for (let i = 0; i < n; i++) {
      const row = hessian[i] as Float64Array;
      const own = names[i] === 'start' ? 0.01 : ridge;
      gradient[i] = (gradient[i] ?? 0) - own * (w[i] ?? 0);
      row[i] = (row[i] ?? 0) + own;
    }
    const step = solve(hessian, gradient);
    for (let i = 0; i < n; i++) w[i] = (w[i] ?? 0) + Math.max(-3, Math.min(3, step[i] ?? 0));
    if (step.every((one) => Math.abs(one) < 0.01)) break;
  }
  const kept = Object.entries(given).filter(([name]) => !at.has(name));
  return Object.fromEntries([...names.map((name, i) => [name, Math.round((w[i] ?? 0) * 10) / 10] as const), ...kept]);
}

/**
 * Like `fit`, where it is known for what a reason speaks: `signOf` gives 1 or -1, and 0 for a reason that may go
 * either way. A reason that would speak against what it is a sign of only mirrors others that hold with it, so it has
 * no weight.
 */
export function fitSigned(
  rows: readonly Row[],
  given: Weights,
  signOf: (name: string) => number,
  keepsStart = false,
): Weights {
  const mirrors = new Set<string>();
  for (;;) {
    const kept = rows.map((row) => ({ ...row, held: row.held.filter(([name]) => !mirrors.has(name)) }));
    const weights = fit(kept, given, keepsStart);
    const odd = Object.entries(weights).filter(([name, weight = 0]) => weight * signOf(name) < 0 && !mirrors.has(name));
    if (odd.length === 0) return { ...weights, ...Object.fromEntries([...mirrors].map((name) => [name, 0])) };
    for (const [name] of odd) mirrors.add(name);
  }
}

/** Solves a symmetric positive system by elimination. */
function solve(given: readonly Float64Array[], right: Float64Array): Float64Array {
  const a = given.map((row, i) => Float64Array.from([...row, right[i] ?? 0]));
  const n = a.length;
  const cell = (i: number, j: number): number => a[i]?.[j] ?? 0;
  for (let i = 0; i < n; i++)
    for (let k = i + 1; k < n; k++) {
      const share = cell(k, i) / cell(i, i);
      if (share === 0) continue;
      const row = a[k] as Float64Array;
      for (let j = i; j <= n; j++) row[j] = cell(k, j) - share * cell(i, j);
    }
  const found = new Float64Array(n);
  for (let i = n - 1; i >= 0; i--) {
    let sum = cell(i, n);
    for (let j = i + 1; j < n; j++) sum -= cell(i, j) * (found[j] ?? 0);
    found[i] = sum / cell(i, i);
  }
  return found;
}

/**
 * The weights of every choice from labelled pages. Reasons of one field look at what was chosen for another, so the pages
 * are read again with the weights of each round.
 */
export function fitAll(examples: readonly Example[], rounds = 3, from: Page['weights'] = committed): Page['weights'] {
  let weights = from;
  for (let round = 0; round < rounds; round++) {
    const rows = examples.map((example) => rowsOf(example, weights));
    weights = fitRows(rows);
  }
  return weights;
}

/** What a right value is worth against a wrong one: without a title, a page is taken for none of a paper. */
const worth: Partial<Record<Choice, number>> = { title: 3, otherTitle: 2 };

/** How much may be lost on labelled pages to be generous with others, whose reasons are weaker. */
const slack: Partial<Record<Choice, number>> = { title: 1, otherTitle: 1 };

/** For what reasons speak, where that is known. */
const signsOf: Partial<Record<Choice, (name: string) => number>> = {
  kind: signOfKind,
  numbers: signOfNumber,
  dates: signOfNumber,
  doi: signOfNumber,
};

/**
 * The value that a reader of lines took first is believed more than labelled pages ask for: the reasons beside it were
 * written with these pages in sight, and weigh less on others.
 */
const ofFirst = 2.5;

const believeFirst = (weights: Weights): Weights => {
  const { 'taken first of its field': first } = weights;
  return first === undefined
    ? weights
    : { ...weights, 'taken first of its field': Math.round((first + ofFirst) * 10) / 10 };
};

/** Choices that take several candidates of a page, or always one. */
const several: ReadonlySet<Choice> = new Set(['names', 'kind', 'numbers', 'dates', 'doi']);

export const fitRows = (rows: readonly Rows[]): Page['weights'] =>
  Object.fromEntries(
    (Object.keys(committed) as Choice[]).map((field) => {
      const pages = rows.map((one) => one[field]);
      // A page is about a paper unless something speaks against it.
      const weights = believeFirst(
        fitSigned(pages.flat(), committed[field], signsOf[field] ?? (() => 0), field === 'kind'),
      );
      return [
        field,
        several.has(field)
          ? weights
          : { ...weights, start: startOf(pages, weights, worth[field] ?? 1, slack[field] ?? 0) },
      ];
    }),
  ) as Page['weights'];

/**
 * Where only the best candidate of a page counts, its others being worse is a reason too: the start is moved to where
 * taking the best ones gives most right values over wrong ones.
 */
function startOf(pages: readonly (readonly Row[])[], weights: Weights, gain: number, loss: number): number {
  const best = pages.flatMap((rows) => {
    const [first] = rows
      .map((row) => ({ points: pointsOf(row, weights), right: row.right }))
      .sort((a, b) => b.points - a.points);
    return first ? [first] : [];
  });
  let most = 0;
  let sum = 0;
  let least = 0;
  best.sort((a, b) => b.points - a.points);
  best.forEach(({ points, right }, i) => {
    sum += right ? gain : -1;
    if (sum <= most - loss || (loss === 0 && sum === most)) return;
    most = Math.max(most, sum);
    // Between this one and the next: no page decides for itself alone.
    least = Math.max(points - 0.5, (points + (best[i + 1]?.points ?? points - 1)) / 2);
  });
  return Math.round(((weights['start'] ?? 0) - least) * 10) / 10;
}

const pointsOf = ({ held }: Row, weights: Weights): number =>
  held.reduce((sum, [name, share]) => sum + share * (weights[name] ?? 0), weights['start'] ?? 0);

/** Reads each page with weights that were fitted without the pages of its site, and scores it. */
export function* bySite(examples: readonly Example[]): Generator<{ example: Example; weights: Page['weights'] }> {
  const rows = examples.map((example) => rowsOf(example, committed));
  for (const site of new Set(examples.map((example) => example.site))) {
    const weights = fitRows(rows.filter((_, i) => examples[i]?.site !== site));
    for (const example of examples) if (example.site === site) yield { example, weights };
  }
}
