/** The format of tables that are turned on their side: each row has the name of a field, then its values. */

import type { Reading } from '#domain/draft';
import type { SourceText } from '#domain/source';
import type { Format } from '../format.ts';
import { embaseSource } from './citation-lines.ts';
import { claimFrame, statementsOf } from './csv-cells.ts';
import { columnKey, columnOf, type Column } from './csv-columns.ts';
import { readRows, type Cell } from '../text/delimited.ts';
import { RecordsReading } from './reading.ts';

const key = (row: readonly Cell[]): string => columnKey(row[0]?.value.text ?? '');

/** Whether a row's name is between quotation marks: what is not is text behind the records. */
const isQuotedIn =
  ({ text }: SourceText) =>
  ({ 0: name }: readonly Cell[]): boolean =>
    /^\ufeff?"/u.test(text.slice(name?.span[0], (name?.span[0] ?? 0) + 2));

/** A table turned on its side, as Embase exports it: each row a field's name and its values, a record after the other. */
function claims(source: SourceText): boolean {
  if (!/^\ufeff?\s*"[A-Z][A-Za-z /()-]{2,60}",/u.test(source.text.slice(0, 200))) return false;
  const isQuoted = isQuotedIn(source);
  const rows = readRows(source, ',', 40).filter(isQuoted);
  const names = rows.map((row) => columnOf(row[0]?.value.text ?? ''));
  const known = new Set(names.filter((name) => name !== undefined));
  return rows.length > 3 && known.has('title') && known.size > 3 && names.filter(Boolean).length > rows.length * 0.6;
}

/** `SOURCE` packs the whole citation into its cell. */
const columnFor = (name: Cell | undefined, cell: Cell): Column | undefined =>
  columnKey(name?.value.text ?? '') === 'source' && embaseSource.test(cell.value.text)
    ? 'embase-source'
    : columnOf(name?.value.text ?? '');

/** The rows of each record: one begins where the name that began the first record comes back. */
function recordsOf(rows: readonly Cell[][], isQuoted: (row: readonly Cell[]) => boolean): Cell[][][] {
  const [first = []] = rows;
  const records: Cell[][][] = [];
  for (const row of rows.filter(isQuoted)) {
    const last = records.at(-1);
    if (!last || key(row) === key(first)) records.push([row]);
    else last.push(row);
  }
  return records;
}

function read(source: SourceText): Reading {
  const reading = new RecordsReading(source);
  for (const record of recordsOf(readRows(source, ','), isQuotedIn(source))) {
    const cells = record.flatMap(([name, ...values]) => values.map((cell) => ({ cell, column: columnFor(name, cell) }))); // prettier-ignore
    for (const row of record) claimFrame(source, row, reading.claims, 'column-names');
    const statements = statementsOf(
      source,
      cells.map(({ column }) => column),
      cells.map(({ cell }) => cell),
      reading.claims,
      true,
    );
    const span: [number, number] = [record[0]?.[0]?.span[0] ?? 0, record.at(-1)?.at(-1)?.span[1] ?? 0];
    reading.add(statements, span);
  }
  return reading.done();
}

export const csvByField: Format = {
  name: 'csv-by-field',
  title: { en: 'CSV, a row a field', zh: 'CSV（每行一个字段）' },
  trust: 'reference-file',
  claims,
  read,
};
