/** Loads the drafts of a group from the store. */

import type { Draft } from '#domain/draft';
import type { ImportContext } from '../import-context.ts';
import type { Identifier } from '../join/candidate.ts';
import type { JoinReason, KnownSidecar } from '../join/groups.ts';
import type { Group } from '../join/settle.ts';
import { storedDraft } from '../read/read-source.ts';
import type { PendingRow } from './later/claims.ts';
import { marksOfSidecar, withSidecar } from './later/sidecar-marks.ts';
import type { Later } from './make-body.ts';
import type { Member } from './members.ts';

/** For a paper that is new in this import everything in a sidecar counts. */
export const wholeSidecar: KnownSidecar = { url: true, newer: true };

/**
 * The opened drafts of a group: those that the paper is made from, those that came later, and what waits from sidecars.
 */
export interface OpenedGroup {
  firsts: Member[];
  laters: Later[];
  held: PendingRow[];
}

export function openMembers(group: Group, context: ImportContext): OpenedGroup {
  const firsts: Member[] = [];
  const laters: Later[] = [];
  const held: PendingRow[] = [];
  group.members.forEach((index, i) => {
    const key = context.keys[index];
    const member = memberOf(index, group.reasons[i], context);
    const agreement = group.later[i];
    if (!member || !key) return;
    if (agreement) {
      laters.push({ member, ...agreement, decided: context.decidedOf(key) });
      return;
    }
    const beside = withSidecar(member, context.named[index]?.sidecar ?? wholeSidecar, context.decidedOf(key));
    firsts.push(beside.member);
    held.push(...beside.held);
  });
  return { firsts, laters, held };
}

function memberOf(index: number, joined: JoinReason | undefined, context: ImportContext): Member | undefined {
  const origin = context.origins[index];
  const row = origin && context.rows[origin.row];
  const stored = row && storedDraft(row, origin.draft, context.store);
  if (!row || !stored) return undefined;
  const draft = without(stored, context.withheld.get(index));
  const { url, urlAt, retrieved, replaces } = row.sidecar ?? {};
  return {
    draft,
    file: row.file,
    sha256: row.sha256,
    format: row.format,
    unclassifiedLines: draft.record === undefined ? row.unclassifiedLines : (row.unclassifiedOf[origin.draft] ?? 0),
    ...(row.toCheck.length ? { toCheck: row.toCheck } : {}),
    ...(url && urlAt ? { url: { value: url, at: urlAt } } : {}),
    ...(retrieved ? { retrieved } : {}),
    ...(replaces ? { replaces } : {}),
    marks: marksOfSidecar(row.file, row.sidecar),
    ...(joined ? { joined } : {}),
  };
}

/** A draft without the identifiers that belong to another paper. */
function without(draft: Draft, withheld: ReadonlySet<Identifier> = new Set()): Draft {
  if (!withheld.size) return draft;
  const { doi, pmid, pmcid, arxiv, ...rest } = draft;
  return {
    ...rest,
    ...(doi && !withheld.has('doi') ? { doi } : {}),
    ...(pmid && !withheld.has('pmid') ? { pmid } : {}),
    ...(pmcid && !withheld.has('pmcid') ? { pmcid } : {}),
    ...(arxiv && !withheld.has('arxiv') ? { arxiv } : {}),
  };
}
