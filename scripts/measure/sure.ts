/** Measures how often values that are sure, and values to check, are right. */

import { readLabelled } from './labelled.ts';
import type { Tally } from './score.ts';

/** The values of one field, sure and to check. */
export interface Sureness {
  sure: Pick<Tally, 'right' | 'invented'>;
  open: Pick<Tally, 'right' | 'invented'>;
}

/** How often the values that are sure, and those to check, are right: by field, over the pages of a folder. */
export function sureness(folder: string): Map<string, Sureness> {
  const fields = new Map<string, Sureness>();
  for (const { read, tallies } of readLabelled(folder))
    for (const [field, { right, invented }] of tallies) {
      if (field === 'is_paper') continue;
      const had = fields.get(field) ?? { sure: { right: 0, invented: 0 }, open: { right: 0, invented: 0 } };
      const of = read.to_check?.includes(field) ? had.open : had.sure;
      of.right += right;
      of.invented += invented;
      fields.set(field, had);
    }
  return fields;
}
