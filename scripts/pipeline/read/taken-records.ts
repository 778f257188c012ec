/** Which records of a page that lists papers a person chose to import: its sidecar names them. */

import type { Draft } from '#domain/draft';
import type { Notice } from '#domain/notice';
import { foldForMatching } from '#domain/text';
import { shellWord } from '../../lib/shell-word.ts';
import type { SourceRow } from './read-source.ts';

/** The title by which a sidecar knows a record. */
export const titleOfRecord = ({ titles, doi }: Draft): string =>
  [...(titles[0]?.value.text ?? doi?.value ?? 'untitled')].slice(0, 80).join('');

const isCalled = (draft: Draft | undefined, title: string): boolean =>
  draft !== undefined && foldForMatching(titleOfRecord(draft)) === foldForMatching(title);

/** Numbers of records as a command may name them, in an example for a list of this length. */
export const someRecords = (count: number): string => (count > 4 ? '2,5' : count > 1 ? '1,2' : '1');

/**
 * The indexes of the drafts that a person took in. A record whose number differs, because the page is read
 * differently, is found by its title; one that is not there is a warning.
 */
export function takenRecords(
  { file, kind, sidecar }: SourceRow,
  drafts: readonly Draft[],
  notices: Notice[],
): Set<number> {
  const taken = new Set<number>();
  if (kind !== 'list') return taken;
  for (const { record, title } of sidecar?.records ?? []) {
    const index = isCalled(drafts[record - 1], title)
      ? record - 1
      : drafts.findIndex((draft) => isCalled(draft, title));
    if (index >= 0) taken.add(index);
    else notices.push(notThere(file, record, title));
  }
  return taken;
}

const notThere = (file: string, record: number, title: string): Notice => ({
  severity: 'warning',
  rule: 'record-not-there',
  place: { file: `${file}.meta.yaml` },
  seen: `record ${record}, "${title}", which the page does not list`,
  expected: 'a record of the page, with its number and the beginning of its title',
  remedy: `npm run add -- ${shellWord(file)} --list shows its records; take the right one in with --records`,
});
