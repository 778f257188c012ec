/** Warns about sources of different papers whose file names differ only in the ending, such as `x.txt` and `x.html`. */

import type { Notice } from '#domain/notice';
import type { ReadAll } from '../read/read-all.ts';
import type { Group } from './settle.ts';

const stemOf = (file: string): string => file.replace(/\.[^./]+$/u, '').toLowerCase();

/**
 * Reports new sources of one paper whose file names equal that of another paper's page except for the ending. People
 * confuse the two, and decisions name sources by file name.
 */
export function namesAlike(groups: readonly Group[], { keys, named }: ReadAll): Notice[] {
  const counts = new Map<string, number>();
  for (const { file } of keys) counts.set(file, (counts.get(file) ?? 0) + 1);
  const pages = new Map<string, { file: string; group: number }>();
  groups.forEach(({ members }, group) => {
    for (const member of members) {
      const key = keys[member];
      if (key && named[member] && key.record === undefined) pages.set(stemOf(key.file), { file: key.file, group });
    }
  });
  return groups.flatMap(({ members }, group): Notice[] =>
    members.flatMap((member): Notice[] => {
      const file = keys[member]?.file ?? '';
      const page = pages.get(stemOf(file));
      const isOther = page && page.group !== group && page.file !== file;
      return isOther && !named[member] && counts.get(file) === 1 ? [alike(file, page.file)] : [];
    }),
  );
}

const alike = (file: string, other: string): Notice => ({
  severity: 'warning',
  rule: 'source-called-like-another',
  place: { file },
  seen: `${file}, which is about another paper than ${other}`,
  expected: 'a file name of its own, because corrections and people name sources by it',
  remedy: 'if they are not the same page, rename the new one before it is committed; this notice appears only once',
});
