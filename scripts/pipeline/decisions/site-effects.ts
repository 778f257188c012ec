/** What a site file changes in the reading of sources, before it is kept. */

import type { Notice } from '#domain/notice';
import type { SourceText } from '#domain/source';
import type { Format } from '../../formats/format.ts';
import { lineKey } from '../../formats/pages/sites/line-pattern.ts';
import type { SiteField } from '../../formats/pages/sites/fields.ts';
import { draft } from '../read/draft.ts';
import { flatReading, type FlatReading, type FlatRecord } from '../read/flat-reading.ts';

/** What a site file changes in the reading of one page. */
export interface Effect {
  file: string;
  /** The format that reads it with the site file, if that is another one. */
  format?: string;
  changes: { field: keyof FlatRecord; was: string; is: string }[];
}

const readLine = (source: SourceText, formats: readonly Format[]): FlatReading => {
  const { format, reading } = draft(source, formats);
  return flatReading(source.file, format, reading);
};

const shown = (value: FlatRecord[keyof FlatRecord]): string =>
  value === null ? '' : Array.isArray(value) ? value.join('; ') : String(value);

const fields = (line: FlatReading): (keyof FlatRecord)[] =>
  (Object.keys(line) as (keyof FlatReading)[]).filter(
    (name): name is keyof FlatRecord => !['file', 'format', 'is_paper', 'records', 'to_check'].includes(name),
  );

/** How sources are read with other formats, for each that is read differently. */
export function effectsOf(
  sources: readonly SourceText[],
  before: readonly Format[],
  after: readonly Format[],
): Effect[] {
  return sources.flatMap((source): Effect[] => {
    const [was, is] = [readLine(source, before), readLine(source, after)];
    const changes = fields(is)
      .map((field) => ({ field, was: shown(was[field]), is: shown(is[field]) }))
      .filter((change) => change.was !== change.is);
    if (!changes.length && was.format === is.format) return [];
    return [{ file: source.file, ...(was.format === is.format ? {} : { format: is.format }), changes }];
  });
}

/** Where each field of a site file shows in `npm run read -- --json`. */
const shownIn: Partial<Record<SiteField, (keyof FlatRecord)[]>> = {
  title: ['title', 'title_zh'],
  authors: ['authors'],
  journal: ['journal'],
  issued: ['date', 'year'],
  volume: ['volume'],
  issue: ['issue'],
  pages: ['pages'],
  articleNumber: ['pages'],
  doi: ['doi'],
  pmid: ['pmid'],
  pmcid: ['pmcid'],
  keywords: ['keywords'],
  abstract: ['abstract', 'abstract_zh'],
};

/** The values of a lesson that its own page does not give when it is read by the new site file. */
export function notRead(
  source: SourceText,
  values: readonly (readonly [SiteField, string])[],
  formats: readonly Format[],
): Notice[] {
  const line = readLine(source, formats);
  return values.flatMap(([field, value]): Notice[] => {
    const places = shownIn[field];
    if (!places) return [];
    const texts = places.map((name) => shown(line[name])).filter(Boolean);
    const parts = field === 'authors' || field === 'keywords' ? value.split(/[;；]/u) : [value];
    const words = parts.flatMap((part) => (field === 'authors' ? part.split(',') : [part])).map(lineKey);
    const isThere =
      field === 'issued'
        ? texts.some((text) => text.startsWith(value))
        : texts.some((text) => words.every((word) => lineKey(text).includes(word)));
    if (isThere) return [];
    return [
      {
        severity: 'warning',
        rule: 'teach-not-read',
        place: { file: source.file },
        seen: `${field}: ${texts.length ? `"${texts.join('; ').slice(0, 160)}"` : 'nothing'}`,
        expected: value.slice(0, 160),
        remedy:
          'a record or metadata of the page says otherwise, or the place is not such a value: state it with npm run correct',
      },
    ];
  });
}
