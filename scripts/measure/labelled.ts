import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sourceText } from '#domain/source';
import { formats, general } from '../formats/index.ts';
import { lineOf } from '../pipeline/line.ts';
import { scorePage, type Label, type Tally } from './score.ts';

/** A labelled page, read and scored. */
export interface Labelled {
  file: string;
  tallies: Map<string, Tally>;
}

/** Reads and scores `pages/` against `gold/`; `alone` leaves pages of text to the general reader. */
export function readLabelled(folder: string, alone = false): Labelled[] {
  return readdirSync(join(folder, 'pages')).map((file) => {
    const source = sourceText(file, readFileSync(join(folder, 'pages', file), 'utf8'));
    const claiming = alone && file.endsWith('.txt') ? undefined : formats.find((format) => format.claims(source));
    const format = claiming ?? general;
    const stem = file.replace(/\.[^.]+$/u, '');
    const label = JSON.parse(readFileSync(join(folder, 'gold', `${stem}.json`), 'utf8')) as Label;
    return { file, tallies: scorePage(label, lineOf(file, format.name, format.read(source))) };
  });
}
