/** Shows a record on the terminal, for `npm run read` and `npm run add`. */

import { shortened } from '#text/shortened';
import { many } from '../../lib/report.ts';
import type { FlatReading, FlatRecord } from './flat-reading.ts';

const rows: readonly [label: string, field: keyof FlatRecord][] = [
  ['title', 'title'],
  ['title (zh)', 'title_zh'],
  ['authors', 'authors'],
  ['journal', 'journal'],
  ['date', 'date'],
  ['year', 'year'],
  ['volume', 'volume'],
  ['issue', 'issue'],
  ['pages', 'pages'],
  ['doi', 'doi'],
  ['pmid', 'pmid'],
  ['pmcid', 'pmcid'],
  ['abstract', 'abstract'],
  ['abstract (zh)', 'abstract_zh'],
  ['keywords', 'keywords'],
];

const cut = (text: string): string => shortened(text, 100);

/** What was read, for people: one field per line, then what the source does not state. */
export function shownLine(line: FlatReading): string {
  const kind = line.is_paper
    ? ''
    : line.records?.length
      ? `, ${many(line.records.length, 'record')}`
      : ', not about one paper';
  const head = `${line.file}  (${line.format}${kind})`;
  if (line.records?.length) return [head, ...line.records.map((it, i) => `  ${i + 1}. ${shownRecord(it)}`)].join('\n');
  const checks = line.to_check?.length ? [`  ${'to check'.padEnd(14)}${line.to_check.join(', ')}`] : [];
  return [head, ...shownFields(line), ...checks].join('\n');
}

/** A record on one line: its title, its first authors and its year. */
function shownRecord({ title, title_zh: titleZh, authors, year }: FlatRecord): string {
  const names = authors && [...authors.slice(0, 3), ...(authors.length > 3 ? ['…'] : [])].join('; ');
  const beside = [names, year].filter((it) => it !== null).join(', ');
  return `${cut(title ?? titleZh ?? '(no title)')}${beside ? ` (${beside})` : ''}`;
}

function shownFields(line: FlatRecord): string[] {
  const stated = rows.flatMap(([label, field]) => {
    // A date says its year too.
    const value = field === 'year' && line.date !== null ? null : line[field];
    if (value === null) return [];
    return [`  ${label.padEnd(14)}${cut(Array.isArray(value) ? value.join('; ') : String(value))}`];
  });
  const missing = missingOf(line);
  return missing.length ? [...stated, `  ${'not stated'.padEnd(14)}${missing.join(', ')}`] : stated;
}

/** Fields that a reader of the paper's page would miss. */
export const missingOf = (line: FlatRecord): string[] =>
  (['title', 'authors', 'journal', 'year', 'doi', 'abstract'] as const).filter((field) => {
    if (field === 'title') return line.title === null && line.title_zh === null;
    if (field === 'abstract') return line.abstract === null && line.abstract_zh === null;
    return line[field] === null;
  });
