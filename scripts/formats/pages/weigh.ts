/** Weighs candidates for a value: points are the sum of the weights (`weights.json`) of the reasons that hold. */

import weights from './weights.json' with { type: 'json' };

/** A field that is chosen by weighing candidates; each has its table of reasons, and its row in `weights.json`. */
export type Choice = keyof typeof weights;

/** The weights of a field's reasons by name; `start` is what a candidate has before any reason is looked at. */
export type Weights = Readonly<Partial<Record<string, number>>>;

/** The weights of every field, as they are committed. */
export const committed: Readonly<Record<Choice, Weights>> = weights;

/** Reasons by name: how far each holds of a candidate on the page that the sight shows, from 0 (not at all) to 1. */
export type Reasons<T, Sight> = Readonly<Record<string, (candidate: T, sight: Sight) => number | boolean>>;

/** A candidate with the sum of its reasons: above 0 it is rather right than wrong. */
export interface Weighed<T> {
  candidate: T;
  points: number;
  /** The reasons that hold of it, each with how far it holds. */
  held: [name: string, share: number][];
}

export function weigh<T, Sight>(candidate: T, sight: Sight, reasons: Reasons<T, Sight>, given: Weights): Weighed<T> {
  const held: [string, number][] = [];
  let points = given['start'] ?? 0;
  for (const [name, holds] of Object.entries(reasons)) {
    const share = Number(holds(candidate, sight));
    if (share === 0) continue;
    held.push([name, share]);
    points += share * (given[name] ?? 0);
  }
  return { candidate, points, held };
}

/** The candidates with their points, the best first; of equals the first on the page. */
export const ranked = <T, Sight>(
  candidates: readonly T[],
  sight: Sight,
  reasons: Reasons<T, Sight>,
  given: Weights,
): Weighed<T>[] =>
  candidates.map((candidate) => weigh(candidate, sight, reasons, given)).sort((a, b) => b.points - a.points);

/** The probability that points stand for: the weights are those of a logistic regression. */
export const likely = (points: number): number => 1 / (1 + Math.exp(-points));
