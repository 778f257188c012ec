/** Reads labelled pages as the import does, and scores what was read. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceText } from '#domain/source';
import { general } from '../formats/index.ts';
import { formatsOf } from '../pipeline/decisions/read-sites.ts';
import { flatReading, type FlatReading } from '../pipeline/read/flat-reading.ts';
import { listSources } from '../pipeline/read/list.ts';
import { decodeSource, openSource } from '../pipeline/read/open-source.ts';
import { scorePage, type Label, type Tally } from './score.ts';

/** The formats of the project, with its site files. */
const formats = formatsOf(join(import.meta.dirname, '../../content'));

/** A labelled page as it was read, with its score. */
export interface Labelled {
  file: string;
  label: Label;
  read: FlatReading;
  tallies: Map<string, Tally>;
}

/** The pages of a folder, opened as the import opens them. */
export const openPages = (folder: string): SourceText[] =>
  listSources(folder).flatMap((listed) => {
    const { bytes } = openSource(listed);
    const source = bytes && decodeSource(listed.file, bytes).source;
    return source ? [source] : [];
  });

/**
 * Reads the pages in `pages/` and scores them against `gold/`; with `alone`, the general reader reads all pages of
 * text.
 */
export function readLabelled(folder: string, alone = false): Labelled[] {
  return openPages(join(folder, 'pages')).map((source) => {
    const { file } = source;
    const claiming = alone && file.endsWith('.txt') ? undefined : formats.find((format) => format.claims(source));
    const format = claiming ?? general;
    const stem = file.replace(/\.[^.]+$/u, '');
    const label = JSON.parse(readFileSync(join(folder, 'gold', `${stem}.json`), 'utf8')) as Label;
    const read = flatReading(file, format.name, format.read(source));
    return { file, label, read, tallies: scorePage(label, read) };
  });
}
