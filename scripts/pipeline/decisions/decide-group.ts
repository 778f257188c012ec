import type { ScreeningDecision } from '#domain/screening';
import { recordName, type DraftKey } from '../join/draft-key.ts';
import type { Group } from '../join/standing.ts';
import type { FiledCorrection } from './read-decisions.ts';
import type { ImportContext } from '../import-context.ts';
import { targetNamesOf } from './target-names.ts';

/** What is decided of a group before any draft of it is opened. */
export interface Decided {
  group: Group;
  corrections: FiledCorrection[];
  screening: ScreeningDecision | undefined;
}

/**
 * The decisions on a group: by the names of its sources; and by the identifiers, and the ids that these had before and the
 * one just given, of those that the paper was made from. What a later source states beside its name calls none, unless a
 * person confirmed it, and its name screens no paper.
 */
export function decideGroup(group: Group, context: ImportContext, given?: string): Decided {
  const members = group.members.flatMap((index, i) => {
    const key = context.keys[index];
    return key ? [{ key, withheld: context.withheld.get(index), isFirst: !group.later[i] }] : [];
  });
  const stated = (name: 'doi' | 'pmid'): string[] =>
    members.flatMap(({ key, withheld, isFirst }) => {
      const { confirm } = context.decidedOf(key);
      return withheld?.has(name) || !(isFirst || confirm.has(name)) ? [] : (key[name] ?? []);
    });
  const [dois, pmids] = [stated('doi'), stated('pmid')];
  const firsts = members.filter((it) => it.isFirst).map(({ key }) => key);
  const calls = new Set<string>();
  for (const doi of dois) targetNamesOf({ sources: [], doi }).forEach((call) => calls.add(call));
  for (const pmid of pmids) targetNamesOf({ sources: [], pmid }).forEach((call) => calls.add(call));
  const sources = firsts.flatMap((key) => (key.record === undefined ? [key.file] : []));
  for (const id of [...context.ids.find({ sources, doi: dois[0], pmid: pmids[0] }), ...(given ? [given] : [])]) {
    calls.add(`id ${id}`);
    for (const alias of context.ids.aliasesOf(id)) calls.add(`id ${alias}`);
  }
  const namesOf = (keys: readonly DraftKey[]): string[] => targetNamesOf({ sources: keys.map(recordName) });
  const keys = members.map(({ key }) => key);
  const corrections = [
    ...context.correctionsFor([...namesOf(keys), ...calls]),
    ...keys.flatMap((key) => context.decidedOf(key).by),
  ];
  return {
    group,
    corrections: [...new Set(corrections)],
    screening: context.screeningFor([...namesOf(firsts), ...calls]).at(-1),
  };
}
