/** The shape of a rule for built sites. */

import type { Notice } from '#domain/notice';
import type { Site } from './site.ts';

/** One rule for a built site: what must be true, and how to fix what is not. */
export interface Check {
  rule: string;
  severity: Notice['severity'];
  expected: string;
  remedy: string;
  find: (site: Site) => Iterable<Found> | AsyncIterable<Found>;
}

export interface Found {
  /** Path below the site's folder. */
  file: string;
  seen: string;
}

/** How many findings of one kind are listed. A mistake in a layout is on every page. */
const shownOfAKind = 20;

/** Runs the checks one after another and returns their findings as notices. */
export async function runChecks(site: Site, checks: readonly Check[]): Promise<Notice[]> {
  const notices: Notice[] = [];
  for (const { rule, severity, expected, remedy, find } of checks) {
    const notice = ({ file, seen }: Found): Notice => ({ severity, rule, place: { file }, seen, expected, remedy });
    let count = 0;
    let last: Found | undefined;
    for await (const found of find(site)) {
      if (++count <= shownOfAKind) notices.push(notice(found));
      last = found;
    }
    if (last && count > shownOfAKind)
      notices.push(notice({ file: last.file, seen: `and ${count - shownOfAKind} more; the last is: ${last.seen}` }));
  }
  return notices;
}
