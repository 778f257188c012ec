/** Writes down which records of a page that lists papers a person chose to import. */

import { join } from 'node:path';
import { parseDocument } from 'yaml';
import type { Draft } from '#domain/draft';
import type { Notice } from '#domain/notice';
import { writeFile } from '../../lib/files.ts';
import { isThere, readText } from '../../lib/read-text.ts';
import { readSidecar } from '../read/open-source.ts';
import { titleOfRecord } from '../read/taken-records.ts';

/** The numbers of `2,5-7`, each once; `undefined` where that is not what is written. */
export function readNumbers(text: string): number[] | undefined {
  const numbers: number[] = [];
  for (const part of text.split(/[,;，、\s]+/u).filter(Boolean)) {
    const [, first, last] = /^(\d{1,5})(?:[-–](\d{1,5}))?$/u.exec(part) ?? [];
    if (first === undefined) return undefined;
    const [from, to] = [Number(first), Number(last ?? first)];
    if (from < 1 || to < from) return undefined;
    for (let n = from; n <= to; n++) numbers.push(n);
  }
  return numbers.length ? [...new Set(numbers)].sort((a, b) => a - b) : undefined;
}

/** Why records cannot be taken: the source is not a list, or has fewer records; `undefined` if they can. */
export function whyNotTaken(
  file: string,
  { kind, drafts }: { kind?: string; drafts: readonly Draft[] },
  records: readonly number[],
): Notice | undefined {
  const error = (rule: string, seen: string, expected: string, remedy: string): Notice => ({
    severity: 'error',
    rule,
    place: { file },
    seen,
    expected,
    remedy,
  });
  if (kind === 'references')
    return error(
      'not-a-list',
      'an export: each of its records is a paper',
      'a page that lists papers',
      'add it without --records',
    );
  if (kind !== 'list' || drafts.length === 0)
    return error(
      'not-a-list',
      kind === 'list' ? 'a list of which no record was read' : 'a page that is no list of papers',
      'results of a search, the contents of an issue, a digest of several papers',
      'add it without --records, or save the page of each paper',
    );
  const none = records.find((record) => !drafts[record - 1]);
  return none === undefined
    ? undefined
    : error(
        'record-not-there',
        `record ${none}`,
        `1 to ${drafts.length}`,
        'npm run add -- FILE --list shows the records with their numbers',
      );
}

/** Adds records to the sidecar of a source; those that it names already stay. The caller must hold the lock of the review. */
export function takeRecords(
  sourcesDir: string,
  file: string,
  drafts: readonly Draft[],
  records: readonly number[],
): void {
  const path = join(sourcesDir, file);
  const known = readSidecar(file, path, [])?.records ?? [];
  const added = records.flatMap((record) => {
    const draft = drafts[record - 1];
    return draft ? [{ record, title: titleOfRecord(draft) }] : [];
  });
  const all = new Map([...known, ...added].map((one) => [one.title, one]));
  const beside = `${path}.meta.yaml`;
  const document = parseDocument((isThere(beside) && readText(beside, `${file}.meta.yaml`, [])) || '{}');
  if (document.contents && 'flow' in document.contents) document.contents.flow = false;
  document.set(
    'records',
    [...all.values()].sort((a, b) => a.record - b.record),
  );
  writeFile(beside, document.toString({ lineWidth: 0 }));
}
