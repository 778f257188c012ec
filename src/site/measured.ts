import { facetRows, type Facet } from '#domain/facets';
import type { StringKey } from './strings/index.ts';

/** How well an automatic step did on labelled material. The figures are those of docs/measurements.md, which a test holds. */
export interface Measured {
  step: StringKey;
  material: StringKey;
  precision: string;
  recall: string;
  command: string;
  /** The figure as docs/measurements.md has it. */
  as: string;
  /** What of a paper's description the step reads. */
  reads?: Described;
}

/** What a rule reads of how, on whom and where a study was done. */
export type Described = Facet | 'samples';

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
    material: 'method.material.samples',
    precision: '26/29',
    recall: '26/48',
    command: 'npm run studies',
    as: '| sample  | 26 of 29  | 26 of 48 |',
    reads: 'samples',
  },
  {
    step: 'method.step.designs',
    material: 'method.material.firstLook',
    precision: '60/66',
    recall: '55/70',
    command: 'npm run studies',
    as: '| design  | 60 of 66  | 55 of 70 |',
    reads: 'designs',
  },
  {
    step: 'method.step.countries',
    material: 'method.material.firstLook',
    precision: '52/53',
    recall: '52/74',
    command: 'npm run studies',
    as: '| country | 52 of 53  | 52 of 74 |',
    reads: 'countries',
  },
];

/** The precision from which on a value that a rule read is shown without a mark. */
const mark = 0.95;

const shareOf = (figure: string): number => {
  const [part = 0, whole = 1] = figure.split('/').map(Number);
  return part / whole;
};

/**
 * Whether values are shown as "read by rule, unchecked": those without a figure, or whose figure is below the mark. The
 * subject of a paper is shown with the sentences that name it, and so is not marked.
 */
export const isUnchecked = (what: Described): boolean =>
  !facetRows.some(({ facet, isSubject }) => facet === what && isSubject) &&
  !measured.some(({ reads, precision }) => reads === what && shareOf(precision) >= mark);
