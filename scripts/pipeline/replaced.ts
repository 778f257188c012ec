import type { JoinGroup } from './join.ts';

/** A source that says, by its sidecar, of which older scrape of the same page it takes the place. */
export interface Replacing {
  file: string;
  replaces: string;
}

/**
 * Puts a newer scrape into the paper of the one that it replaces, whatever it says: a person or `npm run add` knows that both
 * are one page. Pages alone; a file of many records is many papers. `fileOf` gives the file of a draft's index.
 */
export function joinReplaced(
  groups: readonly JoinGroup[],
  replacing: readonly Replacing[],
  fileOf: (member: number) => string,
): JoinGroup[] {
  if (!replacing.length) return [...groups];
  const joined: (JoinGroup | undefined)[] = groups.map((group) => ({
    members: [...group.members],
    reasons: [...group.reasons],
  }));
  const at = new Map<string, number[]>();
  groups.forEach((group, i) => {
    for (const member of group.members) at.set(fileOf(member), [...(at.get(fileOf(member)) ?? []), i]);
  });
  for (const { file, replaces } of replacing) {
    const [newer, older] = [at.get(file), at.get(replaces)];
    const [from, to] = [newer?.[0], older?.[0]];
    if (newer?.length !== 1 || older?.length !== 1 || from === undefined || to === undefined || from === to) continue;
    const [moved, kept] = [joined[from], joined[to]];
    if (!moved || !kept) continue;
    const reason = { rule: 'newer-scrape', detail: `a newer scrape of ${replaces}` };
    kept.members.push(...moved.members);
    kept.reasons.push(...moved.reasons.map((it) => it ?? reason));
    joined[from] = undefined;
    for (const member of moved.members) at.set(fileOf(member), [to]);
  }
  return joined.filter((group) => group !== undefined);
}
