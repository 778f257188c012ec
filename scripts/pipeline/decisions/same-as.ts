/** Finds the records that corrections declare to be one paper, or two. */

import { wordsKept } from '#domain/language';
import type { Notice } from '#domain/notice';
import { targetNamesFor, targetNamesOf } from './target-names.ts';
import type { FiledCorrection } from './read-decisions.ts';
import type { Ids } from '../ids/ids.ts';
import { noSameAs, type Named, type SameAs } from '../join/groups.ts';
import { recordNames, type DraftKey } from '../join/draft-key.ts';

/**
 * Resolves `sameAs` and `notSameAs` of all corrections to drafts of this import. An identifier or id means the sources
 * that its paper was made from (`named`), where there are any: a source that comes later and states the identifier is
 * not what the person meant.
 */
export function readSameAs(
  corrections: readonly FiledCorrection[],
  { keys, named }: { keys: readonly DraftKey[]; named: Named },
  ids: Ids,
  notices: Notice[],
): SameAs {
  const deciding = corrections.filter((it) => it.sameAs.length + it.notSameAs.length > 0);
  if (!deciding.length) return noSameAs;
  const called = keys.flatMap((key, i) => targetNamesOfKey(key, ids).map((call) => ({ call, i })));
  const index = Map.groupBy(called, ({ call }) => call);
  const calledBy = (call: string): number[] => {
    const all = index.get(call)?.map(({ i }) => i) ?? [];
    const firsts = call.startsWith('source ') ? [] : all.filter((i) => named[i] !== undefined);
    return firsts.length ? firsts : all;
  };
  const membersOf = (name: string): number[] => [...new Set(targetNamesFor(name).flatMap(calledBy))];
  const found: SameAs = { same: [], apart: [] };
  for (const { file, reason, sameAs, notSameAs, ...correction } of deciding) {
    const own = membersOf(correction.for);
    for (const [names, same] of [
      [sameAs, true],
      [notSameAs, false],
    ] as const)
      for (const name of names) {
        const others = membersOf(name);
        if (own.length && !others.length) notices.push(waiting(file, name));
        for (const a of own)
          for (const b of others) {
            if (a === b) continue;
            if (same)
              found.same.push({ a, b, reason: { rule: 'told-by-a-person', detail: `${file}: ${wordsKept(reason)}` } });
            else found.apart.push([a, b]);
          }
      }
  }
  return found;
}

/** All names by which a decision may mean a draft before its paper is made. */
export function targetNamesOfKey(key: DraftKey, ids: Ids): string[] {
  const { doi, pmid } = key;
  const found = ids.find({ sources: key.record === undefined ? [key.file] : [], doi, pmid });
  return [
    ...targetNamesOf({ sources: recordNames(key), doi, pmid }),
    ...found.flatMap((id) => [id, ...ids.aliasesOf(id)]).map((id) => `id ${id}`),
  ];
}

const waiting = (file: string, name: string): Notice => ({
  severity: 'info',
  rule: 'names-nobody',
  place: { file: `corrections/${file.replace(/#\d+$/u, '')}` },
  seen: `same-as or not-same-as names ${name}`,
  expected: 'a source, a record (a.ris#3), a DOI, pmid:… or an id of this review',
  remedy: 'do nothing if its source comes later; otherwise fix the name',
});
