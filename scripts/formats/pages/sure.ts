/**
 * Says which values of a page are sure. What speaks for and against each is in `sure-reasons.ts`, how much in
 * `sure-weights.json`: points are their sum, as for candidates (`weigh.ts`), and stand for the probability that the value is
 * right. `npm run readers -- --sure b` prints how often a sure value is right on pages for which no weight was made.
 */

import type { Reading } from '#domain/draft';
import type { Page } from './page.ts';
import { oddities, sureReasons } from './sure-reasons.ts';
import { kindOf, knownOf, type Kind } from './sure-values.ts';
import weights from './sure-weights.json' with { type: 'json' };
import { weigh, type Weighed, type Weights } from './weigh.ts';

/** From how many points on a value is sure: more than the probability asks for, as the reasons were written with these pages in sight. */
const least = 4.3;

/** The weights of the reasons by kind of value, as they are committed. */
export const sureWeights: Readonly<Record<Kind, Weights>> = weights;

/** What was weighed for a field's values; `undefined` if there are none, or one of them looks like no right value. */
export function weighSure(page: Page, field: string): Weighed<string> | undefined {
  const kind = kindOf[field];
  if (!kind || oddOf(page, field, kind).length > 0) return undefined;
  const known = knownOf(page, field, kind);
  const { points, held } = weigh(known, undefined, sureReasons[kind], sureWeights[kind]);
  return { candidate: field, points, held };
}

/** What no right value looks like, and these do. */
const oddOf = (page: Page, field: string, kind: Kind): string[] => {
  const known = knownOf(page, field, kind);
  return Object.entries(oddities[kind])
    .filter(([, holds]) => holds(known, undefined))
    .map(([name]) => name);
};

/** Of each field that has values, whether they are sure, and what says so: reasons with their weights, the strongest first. */
export function whySure(page: Page): { field: string; sure: boolean; points: number; reasons: [string, number][] }[] {
  const open = new Set(toCheck(page));
  return Object.entries(kindOf)
    .filter(([field, kind]) => knownOf(page, field, kind).texts.length > 0)
    .map(([field, kind]) => {
      const weighed = weighSure(page, field);
      const held = weighed?.held.map(([name, share]): [string, number] => [
        name,
        share * (sureWeights[kind][name] ?? 0),
      ]);
      const reasons = held ?? oddOf(page, field, kind).map((name): [string, number] => [name, -least]);
      return {
        field,
        sure: !open.has(field),
        points: weighed?.points ?? 0,
        reasons: reasons
          .filter(([, weight]) => Math.abs(weight) >= 0.05)
          .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1])),
      };
    });
}

/** The fields of `npm run read -- --json` that are not sure; a field whose place a site file knows is. */
export function toCheck(page: Page): string[] {
  const isSure = (field: string, kind: Kind): boolean =>
    knownOf(page, field, kind).texts.length === 0 ||
    page.taught.has(field.replace(/_zh$/u, '')) ||
    (page.draft.titles.length > 0 && (weighSure(page, field)?.points ?? -1) >= least);
  return Object.entries(kindOf)
    .filter(([field, kind]) => !isSure(field, kind))
    .map(([field]) => field)
    .sort();
}

const made = new WeakMap<Reading, Page>();

/** Keeps which page a reading was made of, so that it can be asked why. */
export function remember(reading: Reading, page: Page): Reading {
  made.set(reading, page);
  return reading;
}

/** The page that a reading was made of; `undefined` for a reading of references. */
export const pageOf = (reading: Reading): Page | undefined => made.get(reading);
