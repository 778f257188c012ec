/** The drafts of one paper with their sources, and the order in which they are believed. */

import type { PartialDate } from '#domain/date';
import type { Draft } from '#domain/draft';
import type { Place } from '#domain/place';
import type { JoinReason } from '../join/groups.ts';
import { rankOf } from './rank-of-format.ts';

/** One draft of a paper, with what is known of its source. */
export interface Member {
  draft: Draft;
  file: string;
  sha256: string;
  format: string;
  /** The number of lines with something unclassified: of the whole page, or of one record in a file of many. */
  unclassifiedLines: number;
  /** The fields of its draft that are not sure, by the names of `npm run read -- --json`; absent where all are. */
  toCheck?: readonly string[];
  /** The address in the sidecar, with its place there. */
  url?: { value: string; at: Place };
  retrieved?: PartialDate;
  /** An older scrape of the same page. Its values are replaced by those of this one. */
  replaces?: string;
  /** What ids.yaml stores about its sidecar when it lists the source. */
  marks?: { url?: string; newer?: string };
  joined?: JoinReason;
  /** True for the values that a person confirmed of another member: they come before those of all sources. */
  isVoice?: boolean;
  /** True where it came later than the sources that the paper is made from. Of equals, it is believed after them. */
  isLater?: boolean;
  /** True for a later source that may replace no value: it is believed last. */
  addsOnly?: boolean;
}

/** Whether another member says that it replaces this scrape, or is a newer scrape of the same address. */
export function isSuperseded(member: Member, all: readonly Member[]): boolean {
  return all.some(
    (other) =>
      other !== member &&
      other.file !== member.file &&
      (other.replaces === member.file ||
        (other.url !== undefined &&
          other.url.value === member.url?.value &&
          (other.retrieved ?? '') > (member.retrieved ?? ''))),
  );
}

/**
 * Members in order of belief: values confirmed by a person; newer scrapes before those that they replace; then by the
 * trust in the format; then the newest; then the paper's own sources; then by name. Sources that may only add come
 * last.
 */
export function inOrderOfBelief(members: readonly Member[]): Member[] {
  const keyed = members.map((member) => ({
    member,
    old: member.isVoice ? -1 : member.addsOnly ? 2 : isSuperseded(member, members) ? 1 : 0,
    rank: rankOf(member.format),
  }));
  keyed.sort(
    (a, b) =>
      a.old - b.old ||
      a.rank - b.rank ||
      compare(b.member.retrieved ?? '', a.member.retrieved ?? '') ||
      Number(a.member.isLater ?? false) - Number(b.member.isLater ?? false) ||
      compare(a.member.file, b.member.file) ||
      (a.member.draft.record ?? 0) - (b.member.draft.record ?? 0),
  );
  return keyed.map(({ member }) => member);
}

/** Order by UTF-16 code units: the same on every machine, whatever its locale. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
