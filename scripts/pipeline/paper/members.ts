import type { PartialDate } from '#domain/date';
import type { Draft } from '#domain/draft';
import type { Place } from '#domain/place';
import type { JoinReason } from '../join/groups.ts';
import { rankOf } from './precedence.ts';

/** One draft of a paper, with what is known of its source. */
export interface Member {
  draft: Draft;
  file: string;
  sha256: string;
  format: string;
  /** Of the whole page; of a record of many, its own lines. */
  unclassifiedLines: number;
  /** From the sidecar, with its place there. */
  url?: { value: string; at: Place };
  retrieved?: PartialDate;
  /** An older scrape of the same page, whose values the newer one replaces. */
  replaces?: string;
  /** What ids.yaml is to keep of its sidecar, where it comes to name the source. */
  marks?: { url?: string; newer?: string };
  joined?: JoinReason;
  /** What a person confirmed of a source that is among the members too: it goes before all that sources say. */
  isVoice?: boolean;
  /** It came later than those that the paper was made from: of equals it is believed after them. */
  isLater?: boolean;
  /** A later source that may replace nothing: it is believed last. */
  addsOnly?: boolean;
}

/** True for a scrape that another member says it replaces, or of whose very address there is a newer one. */
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
 * Members as they are believed: what a person confirmed, newer scrapes before those they replace, then by precedence, then
 * newest, then what the paper was made from, then by name; last what only adds.
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

/** Code unit order: the same on every machine, whatever its locale. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
