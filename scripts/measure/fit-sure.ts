/** Fits what makes a value sure to labelled pages, each read with weights that were fitted without its site. */

import { kindOf, type Kind } from '../formats/pages/sure-values.ts';
import { sureWeights, weighSure } from '../formats/pages/sure.ts';
import type { Weights } from '../formats/pages/weigh.ts';
import { flatReading } from '../pipeline/read/flat-reading.ts';
import { bySite, fitSigned } from './fit.ts';
import { readWith, type Example, type Row } from './rows.ts';
import { scorePage } from './score.ts';

/** What states a value can only make it surer: a record, a label, a reference to the paper, and a second line that says it. */
const statements = new Set([
  'in a record or the metadata',
  'behind a label',
  'where the paper is cited',
  'on two lines',
  'every name said again',
  'with numbers of the journal',
  'shown as record',
  'in a tag of journals',
  'shown as label',
]);

/** What only shows that a value may be wrong can only make it less sure. */
const risks = new Set([
  'not about one paper, perhaps',
  'under a weak title',
  'on a page without a title',
  'on a page without numbers',
  'other years on the page',
  'no journal on the page',
  'one name alone',
  'a name of one word',
  'names in two scripts',
  'said once',
  'shown as alone',
  'nothing of the title',
  'an open end',
  'short',
  'a note at its end',
  'no label on the line',
  'terms that title and abstract do not have',
  'a term of many words',
  'more than authors give',
  'small and capital first letters',
]);

/**
 * Weights that are set by hand: on few labelled pages a record states a date, and on none a tag that holds only names of
 * journals states one. None of these is wrong.
 */
export const setByHand: Partial<Record<Kind, Weights>> = {
  date: { 'in a record or the metadata': 2 },
  journal: { 'in a tag of journals': 2 },
};

const signOf = (name: string): number => Number(statements.has(name)) - Number(risks.has(name));

/**
 * The weights of what makes a value sure. A list of which a part is right counts as right by this share; values with an
 * oddity are not sure whatever their points, so they are left out.
 */
export function fitSure(examples: readonly Example[]): Readonly<Record<Kind, Weights>> {
  const rows = new Map<Kind, Row[]>();
  for (const { example, weights } of bySite(examples, 10)) {
    const { reading, page } = readWith(example.source, weights);
    for (const [field, { right, invented }] of scorePage(
      example.label,
      flatReading(example.source.file, 'general', reading),
    )) {
      const kind = kindOf[field];
      const held = weighSure(page, field)?.held;
      const count = right + invented;
      if (!kind || !held || count === 0) continue;
      const list = rows.get(kind) ?? [];
      if (right > 0) list.push({ held, right: true, weight: right / count });
      if (invented > 0) list.push({ held, right: false, weight: invented / count });
      rows.set(kind, list);
    }
  }
  const kinds = Object.keys(sureWeights) as Kind[];
  return Object.fromEntries(
    kinds.map((kind) => [
      kind,
      withoutZeros({ ...fitSigned(rows.get(kind) ?? [], sureWeights[kind], signOf), ...setByHand[kind] }),
    ]),
  ) as Record<Kind, Weights>;
}

/** A reason without a weight says nothing, and need not be written down. */
const withoutZeros = (weights: Weights): Weights =>
  Object.fromEntries(Object.entries(weights).filter(([name, weight]) => weight !== 0 || name === 'start'));
