/** The candidates of labelled pages as rows for a fit: which reasons hold of each, and whether it is right. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reading } from '#domain/draft';
import type { SourceText } from '#domain/source';
import { foldForMatching } from '#domain/text';
import { hasHan } from '#text/han';
import { readGeneral } from '../formats/pages/general.ts';
import { readHtmlPage } from '../formats/pages/html-pages.ts';
import { Page } from '../formats/pages/page.ts';
import { isSavedHtml } from '../formats/pages/saved-html.ts';
import { abbreviates } from '../formats/pages/self.ts';
import { see } from '../formats/pages/sight.ts';
import { pageOf } from '../formats/pages/sure.ts';
import { copyKey } from '../formats/pages/state-titles.ts';
import { type Choice } from '../formats/pages/weigh.ts';
import { openPages } from './labelled.ts';
import { overlap, type Label } from './score.ts';

/** A page with its label, and the site whose layout it has. */
export interface Example {
  folder: string;
  source: SourceText;
  label: Label & { _extra?: Record<string, unknown> };
  site: string;
}

/** One candidate of a page: the reasons that hold of it, and whether it is right. */
export interface Row {
  /** How much it counts: the candidates of one page that are right, or wrong, count less the more they are. */
  weight?: number;
  held: readonly [name: string, share: number][];
  right: boolean;
}
export type Rows = Record<Choice, Row[]>;

/** The labelled pages of folders that hold `pages/` and `gold/`. */
export const readExamples = (folders: readonly string[]): Example[] =>
  folders.flatMap((folder) =>
    openPages(existsSync(join(folder, 'pages')) ? join(folder, 'pages') : folder).flatMap((source) => {
      const stem = source.file.replace(/\.[^.]+$/u, '');
      const gold = join(folder, 'gold', `${stem}.json`);
      if (!existsSync(gold)) return [];
      const label = JSON.parse(readFileSync(gold, 'utf8')) as Example['label'];
      return [{ folder, source, label, site: siteOf(folder, stem) }];
    }),
  );

/** Words after a layout's name that distinguish its pages and not its sites. */
const variants = new Set(
  'composed text page full like style zh en es br cl pe variant fulltext record html paper list v2'.split(' '),
);

/** The name of the layout: `h04_cnki` and `331_cnki` are one site; a page without a name is one of its own. */
function siteOf(folder: string, stem: string): string {
  const [, ...words] = stem.split('_');
  const name = words.filter((word) => !variants.has(word)).join('_');
  return name === '' || /^[\da-f]{8,}$/u.test(name) ? `${folder}/${stem}` : name;
}

/** A page as it is read with some weights, a saved one by its markup. */
export function readWith(source: SourceText, weights: Page['weights']): { reading: Reading; page: Page } {
  if (!isSavedHtml(source)) return readGeneral(source, weights);
  const reading = readHtmlPage(source, undefined, weights);
  return { reading, page: pageOf(reading) ?? new Page(source) };
}

/** What can be learnt from a page: each candidate of each choice, right or wrong by the label. */
export function rowsOf({ source, label }: Example, weights: Page['weights']): Rows {
  const rows: Rows = {
    kind: [],
    title: [],
    otherTitle: [],
    names: [],
    journal: [],
    abstract: [],
    numbers: [],
    dates: [],
    doi: [],
  };
  const page = readWith(source, weights).page;
  const isPaper = label.is_paper !== false;
  for (const { field, options } of page.choices)
    for (const option of options) {
      // Of a page that is about no paper, nothing but this is known.
      if (!isPaper && field !== 'kind') continue;
      const right = judge[field](label, option.text, page, option.line);
      if (right !== undefined) rows[field].push({ held: option.held, right });
    }
  for (const list of Object.values(rows)) weighPage(list);
  return rows;
}

/** A page with forty lines of a name each says no forty times as much as one with all names on a line. */
function weighPage(rows: Row[]): void {
  const right = rows.filter((row) => row.right).length;
  for (const row of rows) row.weight = row.right ? 1 / Math.sqrt(right) : 1;
}

const extras = (label: Example['label'], of: string): string[] =>
  Object.entries(label._extra ?? {}).flatMap(([key, value]) =>
    key.startsWith(of) && typeof value === 'string' ? [value] : [],
  );

const isTitle = (label: Example['label'], text: string): boolean =>
  [label.title, label.title_zh, ...extras(label, 'title')].some((one) => one && copyKey(one) === copyKey(text));

const words = (name: string): string =>
  foldForMatching(name)
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
    .sort()
    .join(' ');

/** Whether a candidate is right; `undefined` if the label does not show it. */
const judge: Record<Choice, (label: Example['label'], text: string, page: Page, line: number) => boolean | undefined> =
  {
    kind: ({ is_paper }) => is_paper !== false,
    title: isTitle,
    otherTitle: isTitle,
    names: (label, text, page, at) => {
      const authors = [...(label.authors ?? []), ...((label._extra?.['authors_en'] as string[] | undefined) ?? [])];
      const lines = page.lines.slice(at, at + 400).filter((line) => line.text && text.split('\n').includes(line.text));
      const names = lines.flatMap((line) => see(page, line, 'byline')?.pieces ?? []);
      if (names.length > 0)
        return (
          names.filter(({ traced }) => authors.some((one) => words(one) === words(traced.text))).length >=
          names.length / 2
        );
      const own = ` ${foldForMatching(text).replace(/[^\p{L}]+/gu, ' ')} `;
      return (
        text.length < 400 &&
        authors.some((one) =>
          words(one)
            .split(' ')
            .every((word) => own.includes(` ${word} `)),
        )
      );
    },
    journal: (label, text) => {
      if (!label.journal) return false;
      if (copyKey(label.journal) === copyKey(text)) return true;
      return abbreviates(text, label.journal) ||
        abbreviates(label.journal, text) ||
        hasHan(text) !== hasHan(label.journal)
        ? undefined
        : false;
    },
    abstract: (label, text) =>
      [label.abstract, label.abstract_zh, ...extras(label, 'abstract')].some((one) => one && overlap(one, text) >= 0.9),
    numbers: isNumber,
    dates: isDate,
    doi: isNumber,
  };

/** "volume 12" is right where the label says so; the number of an article is pages there. */
function isNumber(label: Example['label'], shown: string): boolean {
  const [field = '', value = ''] = shown.split(' ');
  const own = label[field === 'articleNumber' ? 'pages' : (field as 'volume')];
  return typeof own === 'string' && copyKey(own) === copyKey(value);
}

/** A year alone is right where the label has no more; where it has, nothing is known. */
function isDate({ year, date, _extra }: Example['label'], shown: string): boolean | undefined {
  const [field, value = ''] = shown.split(' ');
  if (date && (date === value || date.replace(/\/.*/u, '') === value)) return true;
  const others = Object.values(_extra ?? {}).filter((one): one is string => typeof one === 'string');
  if (field === 'online' && others.some((one) => one.includes(value))) return true;
  if (value.length > 4) return field === 'online' && date && date.length > 4 ? undefined : false;
  return String(year ?? '') !== value ? false : date && date.length > 4 ? undefined : true;
}
