/** The step of the import that joins drafts to papers. */

import type { Decisions } from '../decisions/decisions.ts';
import type { Notice } from '#domain/notice';
import { targetNamesOf } from '../decisions/target-names.ts';
import { joinDrafts } from './join-drafts.ts';
import type { Named, NearMiss, SameAs } from './groups.ts';
import { recordNames, type DraftKey } from './draft-key.ts';
import { comparableDoi } from './facts.ts';
import type { ReadAll } from '../read/read-all.ts';
import { readSameAs } from '../decisions/same-as.ts';
import { namesAlike } from './similar-file-names.ts';
import { ownersOf, type Withheld } from './owners.ts';
import { replacingPairs, sidecarNotices } from './newer-scrapes.ts';
import { settle, type Group } from './settle.ts';
import { titlesTaken } from './title-taken.ts';
import { reportsOf } from '../paper/later/status.ts';

/** Which drafts are one paper, and what each of them may contribute to it. */
export interface Joined {
  groups: Group[];
  near: NearMiss[];
  withheld: Withheld;
}

/** Joins all drafts to papers, decides which drafts a paper is made from, and which paper has each identifier. */
export function joinAll(
  read: ReadAll,
  { corrections, correctionsFor, decidedOf, added, ids }: Decisions,
  notices: Notice[],
): Joined {
  const said = readSameAs(corrections, read, ids, notices);
  const sameAs: SameAs = { ...said, same: [...said.same, ...replacingPairs(read, decidedOf, added)] };
  const trusted = new Set(read.keys.flatMap((key, i) => (decidedOf(key).confirm.has('all') ? [i] : [])));
  const join = (named: Named) => {
    const joining = joinDrafts(read.keys, sameAs, named);
    return { joining, ...settle(joining.groups, { keys: read.keys, own: read.own, named, sameAs, trusted }) };
  };
  let found = join(read.named);
  // Papers that are new in this import are joined as they will be when ids.yaml lists their sources.
  if (found.parted || found.groups.some((group) => isNewWithClaims(group, read.named)))
    found = join(labelled(found.groups, read.named));
  const { joining, groups } = found;
  const isSet = (key: DraftKey, name: 'doi' | 'pmid' | 'pmcid' | 'arxiv'): boolean =>
    name !== 'arxiv' &&
    correctionsFor(targetNamesOf({ sources: recordNames(key) })).some(({ set }) => set[name] !== undefined);
  const { withheld, notices: contested } = ownersOf(groups, { ...read, ids, sameAs, isSet });
  addReports(groups, read, withheld, decidedOf);
  notices.push(
    ...joining.notices,
    ...contested,
    ...sidecarNotices(groups, read, decidedOf),
    ...namesAlike(groups, read),
    ...titlesTaken(groups, { keys: read.keys, named: read.named, near: joining.near, sameAs }),
  );
  return { groups, near: joining.near, withheld };
}

/** Whether a group is a paper of this import and some of its sources only claim to be about it. */
const isNewWithClaims = ({ members, later }: Group, named: Named): boolean =>
  later.some((agreement) => agreement !== undefined) && members.every((member) => named[member] === undefined);

/** Passes to each paper what the records of notices say about its DOI or PMID. */
function addReports(
  groups: readonly Group[],
  { keys }: ReadAll,
  withheld: Withheld,
  decidedOf: Decisions['decidedOf'],
): void {
  const said = keys.flatMap((key) => reportsOf(key, decidedOf(key)));
  if (!said.length) return;
  const byNumber = new Map<string, Group>();
  for (const group of groups)
    group.members.forEach((member, i) => {
      if (group.later[i]) return;
      const without = withheld.get(member);
      const { doi, pmid } = keys[member] ?? {};
      if (doi && !without?.has('doi')) byNumber.set(comparableDoi(doi), group);
      if (pmid && !without?.has('pmid')) byNumber.set(`pmid ${pmid}`, group);
    });
  for (const { about, report } of said) {
    const group = byNumber.get(about.doi === undefined ? `pmid ${about.pmid ?? ''}` : comparableDoi(about.doi));
    if (group) (group.reports ??= []).push(report);
  }
}

/** The drafts that papers were made from, as if ids.yaml listed all of them. */
function labelled(groups: readonly Group[], named: Named): Named {
  const labels = [...named];
  groups.forEach(({ members, later }, group) => {
    const firsts = members.filter((_, i) => !later[i]);
    const id = firsts.map((i) => named[i]?.id).find((it) => it !== undefined) ?? `new ${group}`;
    // Rows of this import come after all existing rows.
    for (const member of firsts) labels[member] ??= { id, row: Infinity };
  });
  return labels;
}
