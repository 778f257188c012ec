/** Finds the corrections and the screening decision of a group of sources. */

import { settleDecisions, type ScreeningDecision } from '#domain/screening';
import { recordNames, type DraftKey } from '../join/draft-key.ts';
import type { Group } from '../join/settle.ts';
import type { FiledCorrection } from './read-decisions.ts';
import type { ImportContext } from '../import-context.ts';
import { targetNamesOf } from './target-names.ts';

/** The decisions about a group, found before any of its drafts is opened. */
export interface Decided {
  group: Group;
  corrections: FiledCorrection[];
  screening: ScreeningDecision | undefined;
}

/**
 * Finds the decisions about a group: by the names of its sources, by the identifiers and ids of the sources that the
 * paper was made from, and by the id just given. An identifier that only a later source states finds no correction
 * unless a person confirmed that source, and the name of a later source finds no screening decision.
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
  const targets = new Set<string>();
  for (const doi of dois) targetNamesOf({ sources: [], doi }).forEach((target) => targets.add(target));
  for (const pmid of pmids) targetNamesOf({ sources: [], pmid }).forEach((target) => targets.add(target));
  const sources = firsts.flatMap((key) => (key.record === undefined ? [key.file] : []));
  for (const id of [...context.ids.find({ sources, doi: dois[0], pmid: pmids[0] }), ...(given ? [given] : [])]) {
    targets.add(`id ${id}`);
    for (const alias of context.ids.aliasesOf(id)) targets.add(`id ${alias}`);
  }
  const namesOf = (keys: readonly DraftKey[]): string[] => targetNamesOf({ sources: keys.flatMap(recordNames) });
  const keys = members.map(({ key }) => key);
  const corrections = [
    ...context.correctionsFor([...namesOf(keys), ...targets]),
    ...keys.flatMap((key) => context.decidedOf(key).by),
  ];
  return {
    group,
    corrections: [...new Set(corrections)],
    screening: settleDecisions(context.screeningFor([...namesOf(firsts), ...targets])).decision,
  };
}
