/** Fits the weights of the reasons to labelled pages (logistic regression). */

import { signOf as signOfKind } from '../formats/pages/kinds.ts';
import { signOf as signOfNumber } from '../formats/pages/number-reasons.ts';
import type { Page } from '../formats/pages/page.ts';
import { committed, type Choice, type Weights } from '../formats/pages/weigh.ts';
import { rowsOf, type Example, type Row, type Rows } from './rows.ts';

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

/**
 * Reads each page with weights that were fitted without the pages of its site, and scores it: a site at a time, or in so many
 * `parts`, which takes less time.
 */
export function* bySite(
  examples: readonly Example[],
  parts = Infinity,
): Generator<{ example: Example; weights: Page['weights'] }> {
  const rows = examples.map((example) => rowsOf(example, committed));
  const sites = [...new Set(examples.map((example) => example.site))];
  const partOf = new Map(sites.map((site, i) => [site, parts === Infinity ? i : i % parts]));
  for (const part of new Set(partOf.values())) {
    const weights = fitRows(rows.filter((_, i) => partOf.get(examples[i]?.site ?? '') !== part));
    for (const example of examples) if (partOf.get(example.site) === part) yield { example, weights };
  }
}
