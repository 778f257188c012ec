import type { Notice } from '#domain/notice';
import type { ReadAll } from '../read-all.ts';
import type { Group } from './standing.ts';

const stemOf = (file: string): string => file.replace(/\.[^./]+$/u, '').toLowerCase();

/** New sources that are called like one of another paper but for the name's ending: people take one for the other. */
export function namesAlike(groups: readonly Group[], { keys, named }: ReadAll): Notice[] {
  const known = new Map<string, { file: string; group: number }>();
  groups.forEach(({ members }, group) => {
    for (const member of members) {
      const file = keys[member]?.file;
      if (file && named[member] !== undefined) known.set(stemOf(file), { file, group });
    }
  });
  const told = new Set<string>();
  return groups.flatMap(({ members }, group): Notice[] =>
    members.flatMap((member): Notice[] => {
      const file = keys[member]?.file ?? '';
      const other = known.get(stemOf(file));
      if (named[member] !== undefined || !other || other.group === group || other.file === file || told.has(file))
        return [];
      told.add(file);
      return [alike(file, other.file)];
    }),
  );
}

const alike = (file: string, other: string): Notice => ({
  severity: 'warning',
  rule: 'source-called-like-another',
  place: { file },
  seen: `${file}, which speaks of another paper than ${other}`,
  expected: 'a name of its own: corrections and people call sources by their names',
  remedy: 'rename the new one before it is committed, if the two are not of one page; this is told once',
});
