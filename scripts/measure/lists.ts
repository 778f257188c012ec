/** Counts how well the records of pages that list papers are found. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { general } from '../formats/index.ts';
import { flatReading } from '../pipeline/read/flat-reading.ts';
import { openPages } from './labelled.ts';
import { totalOf, scorePage, type Label, type Tally } from './score.ts';

/** A name by its words: the labels have names as the list prints them, "Reyes, Carmen" or "Nowak A", and records the given name first. */
const byWords = (name: string): string => name.replace(/[,.]/gu, ' ').trim().split(/\s+/u).sort().join(' ');

/** The records of every page of a folder: whether each is found, by its title, and its title and authors are right. */
export function scoreLists(folder: string): Tally {
  const tallies = openPages(join(folder, 'pages')).map((source) => {
    const file = join(folder, 'gold', source.file.replace(/\.txt$/u, '.json'));
    const { records } = JSON.parse(readFileSync(file, 'utf8')) as { records: Label[] };
    const found = [...(flatReading(source.file, general.name, general.read(source)).records ?? [])];
    const right = records.filter(({ title, authors }) => {
      const at = found.findIndex((one) => {
        const read = { title: one.title ?? one.title_zh, authors: one.authors?.map(byWords) ?? [] };
        const { invented, missing } = totalOf(scorePage({ title, authors: authors?.map(byWords) } as Label, read));
        return invented + missing === 0;
      });
      return at >= 0 && found.splice(at, 1).length > 0;
    }).length;
    return { right, invented: found.length, missing: records.length - right };
  });
  return totalOf(new Map(tallies.map((tally, i) => [String(i), tally])));
}
