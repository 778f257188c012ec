/** How well the automatic steps did on labelled material, for the method page. */

import { facetRows, type Facet } from '#domain/facets';
import type { DetailKind } from '#domain/paper';
import type { StringKey } from './strings/index.ts';

/** The figures are those of docs/measurements.md, which a test compares with them. */
export interface Measured {
  step: StringKey;
  material: StringKey;
  precision: string;
  recall: string;
  command: string;
  /** The figure as docs/measurements.md has it. */
  as: string;
  /** The part of a paper's description that the step reads. */
  reads?: Described;
}

/** What a rule reads of how, on whom and where a study was done. */
export type Described = Facet | 'samples' | DetailKind;

/** The day on which they were measured. */
export const measuredOn = '2026-11-30';

export const measured: readonly Measured[] = [
  {
    step: 'method.step.reading',
    material: 'method.material.reading',
    precision: '0.937',
    recall: '0.875',
    command: 'npm run readers -- --unseen b',
    as: 'P 0.937, R 0.875, F1 0.905',
  },
  {
    step: 'method.step.joining',
    material: 'method.material.joining',
    precision: '0.970',
    recall: '0.711',
    command: 'npm run joining',
    as: 'precision 0.970, recall 0.711',
  },
  {
    step: 'method.step.joining',
    material: 'method.material.joiningNow',
    precision: '1.000',
    recall: '0.911',
    command: 'npm run joining',
    as: 'precision 1.000, recall 0.911',
  },
  {
    step: 'method.step.samples',
    material: 'method.material.firstLook',
    precision: '24/30',
    recall: '24/45',
    command: 'npm run studies',
    as: '| both, fresh 7, first       | sample  | 24 of 30   | 24 of 45   |',
    reads: 'samples',
  },
  {
    step: 'method.step.designs',
    material: 'method.material.firstLook',
    precision: '66/66',
    recall: '59/66',
    command: 'npm run studies',
    as: '| both, fresh 7, first       | design  | 66 of 66   | 59 of 66   |',
    reads: 'designs',
  },
  {
    step: 'method.step.countries',
    material: 'method.material.firstLook',
    precision: '46/49',
    recall: '46/49',
    command: 'npm run studies',
    as: '| both, fresh 7, first       | country | 46 of 49   | 46 of 49   |',
    reads: 'countries',
  },
  // Whoever wrote these rules had labelled the abstracts, so the figures take no mark away.
  {
    step: 'method.step.makeup',
    material: 'method.material.details',
    precision: '35/35',
    recall: '35/38',
    command: 'npm run studies',
    as: '| both, details, first                | makeup       | 35 of 35  | 35 of 38 |',
  },
  {
    step: 'method.step.searches',
    material: 'method.material.details',
    precision: '40/40',
    recall: '38/41',
    command: 'npm run studies',
    as: '| both, details, first                | of a search  | 40 of 40  | 38 of 41 |',
  },
];

/**
 * What a rule reads is shown without a mark if its precision, measured on at least `values` values, is this or better.
 */
const mark = { precision: 0.95, values: 30 };

const reachesMark = (figure: string): boolean => {
  const [right = 0, found = 0] = figure.split('/').map(Number);
  return found >= mark.values && right / found >= mark.precision;
};

/**
 * Whether values are shown as "read by rule, unchecked": those without a figure, or whose figure is below the mark. The
 * subject of a paper is shown with the sentences that name it, and so is not marked.
 */
export const isUnchecked = (what: Described): boolean =>
  !facetRows.some(({ facet, isSubject }) => facet === what && isSubject) &&
  !measured.some(({ reads, precision }) => reads === what && reachesMark(precision));
