/** Decides which parts of a source's sidecar count, by hashes that ids.yaml keeps of it. */

import { webAddress } from '#domain/identifiers';
import { hashOf } from '../../../lib/store/index.ts';
import type { Member } from '../members.ts';
import type { Sidecar } from '../../read/open-source.ts';
import type { SourceDecisions, PendingRow } from './claims.ts';
import type { KnownSidecar } from '../../join/groups.ts';

/**
 * Hashes of what a listed source's sidecar says, as ids.yaml keeps them: `page.txt url 0a1b…`, `page.txt newer 2c3d…`.
 */
interface SidecarMarks {
  /** Hash of the address. */
  url?: string;
  /** Hash of the day of the scrape and of the older scrape that it replaces. */
  newer?: string;
}

export function marksOfSidecar(file: string, { url, retrieved, replaces }: Sidecar = {}): SidecarMarks {
  const mark = (part: string, ...values: string[]): string => `${file} ${part} ${hashOf(...values).slice(0, 16)}`;
  return {
    ...(url ? { url: mark('url', url) } : {}),
    ...((retrieved ?? replaces) ? { newer: mark('newer', retrieved ?? '', replaces ?? '') } : {}),
  };
}

/**
 * A source of the paper with the part of its sidecar that counts: what it said when ids.yaml listed the source, or what
 * a person confirmed. Anybody can put a sidecar beside a source, so the rest waits.
 */
export function withSidecar(
  member: Member,
  known: KnownSidecar,
  { confirm, refuse }: SourceDecisions,
): { member: Member; held: PendingRow[] } {
  const { url, retrieved, replaces, marks, ...rest } = member;
  const isTold = (field: 'url' | 'replaces'): boolean => confirm.has(field) || confirm.has('all');
  const kept = { url: known.url || isTold('url'), newer: known.newer || isTold('replaces') };
  const { record } = member.draft;
  const held = (field: 'url' | 'replaces', says: string | undefined): PendingRow[] =>
    says && !refuse.has(field)
      ? [{ file: member.file, ...(record === undefined ? {} : { record }), field, says, taken: false }]
      : [];
  return {
    member: {
      ...rest,
      ...(kept.url && url ? { url } : {}),
      ...(kept.newer && retrieved ? { retrieved } : {}),
      ...(kept.newer && replaces ? { replaces } : {}),
      marks: { ...(known.url && marks?.url ? { url: marks.url } : {}), ...(known.newer && marks?.newer ? { newer: marks.newer } : {}) }, // prettier-ignore
    },
    held: [
      ...(kept.url ? [] : held('url', url && webAddress(url.value))),
      ...(kept.newer ? [] : held('replaces', replaces)),
    ],
  };
}
