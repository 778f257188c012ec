/** Measures how often values that are sure, and values to check, are right. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { general } from '../formats/index.ts';
import { formatsOf } from '../pipeline/decisions/read-sites.ts';
import { flatReading } from '../pipeline/read/flat-reading.ts';
import { openPages } from './labelled.ts';
import { scorePage, type Label, type Tally } from './score.ts';

/** The formats of the project, with its site files. */
const formats = formatsOf(join(import.meta.dirname, '../../content'));

/** The values of one field, sure and to check. */
export interface Sureness {
  sure: Pick<Tally, 'right' | 'invented'>;
  open: Pick<Tally, 'right' | 'invented'>;
}

/** How often the values that are sure, and those to check, are right: by field, over the pages of a folder. */
export function sureness(folder: string): Map<string, Sureness> {
  const fields = new Map<string, Sureness>();
  for (const source of openPages(join(folder, 'pages'))) {
    const format = formats.find(({ claims }) => claims(source)) ?? general;
    const stem = source.file.replace(/\.[^.]+$/u, '');
    const label = JSON.parse(readFileSync(join(folder, 'gold', `${stem}.json`), 'utf8')) as Label;
    const line = flatReading(source.file, format.name, format.read(source));
    for (const [field, { right, invented }] of scorePage(label, line)) {
      if (field === 'is_paper') continue;
      const had = fields.get(field) ?? { sure: { right: 0, invented: 0 }, open: { right: 0, invented: 0 } };
      const of = line.to_check?.includes(field) ? had.open : had.sure;
      of.right += right;
      of.invented += invented;
      fields.set(field, had);
    }
  }
  return fields;
}
