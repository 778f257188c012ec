/** Finds the name of a record that the next export of its database does not give to another record. */

import type { Ids } from '../ids/ids.ts';
import { recordName, recordNames, type DraftKey } from '../join/draft-key.ts';
import { targetNamesOfKey } from './same-as.ts';
import { targetNamesFor } from './target-names.ts';

/**
 * Returns a look-up of names among those of all records, which are gathered when the first name is asked for. A mark that
 * two records of the file share names neither, so the number stays.
 */
export function lastingNames(keys: readonly DraftKey[], ids: Ids): (name: string) => string | undefined {
  let all: Map<string, DraftKey[]> | undefined;
  return (name) => {
    all ??= byName(keys, ids);
    const known = all;
    const meant = targetNamesFor(name).flatMap((call) => known.get(call) ?? []);
    const numbered = meant.find((key) => recordName(key) === name);
    if (!numbered) return meant.length ? name : undefined;
    const isOwn = (it: string): boolean => it !== name && known.get(`source ${it}`)?.length === 1;
    return recordNames(numbered).find(isOwn) ?? name;
  };
}

function byName(keys: readonly DraftKey[], ids: Ids): Map<string, DraftKey[]> {
  const found = new Map<string, DraftKey[]>();
  for (const key of keys)
    for (const call of new Set(targetNamesOfKey(key, ids))) found.set(call, [...(found.get(call) ?? []), key]);
  return found;
}
