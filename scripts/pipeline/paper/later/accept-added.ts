/** Decides whether a source that a person has just added becomes one of its paper's own sources. */

import type { FiledCorrection } from '../../decisions/read-decisions.ts';
import { enough } from '../../join/weight.ts';
import type { Member } from '../members.ts';
import { makeBody, type Later } from '../make-body.ts';
import { differencesOf } from '../differences.ts';
import { withSidecar } from './sidecar-marks.ts';
import type { AddedFiles } from '../../import-options.ts';
import { isNewer } from '../../join/newer-scrapes.ts';

/**
 * An added source becomes one where it confirms the paper, replaces no value and retracts nothing. So does a newer
 * scrape of one of the paper's sources, where it confirms the paper.
 */
export function acceptAdded(
  firsts: readonly Member[],
  laters: readonly Later[],
  corrections: readonly FiledCorrection[],
  added: AddedFiles,
): { firsts: Member[]; laters: Later[] } {
  const own = [...firsts];
  const rest: Later[] = [];
  for (const later of laters) {
    const put = added.get(later.member.file);
    const newer = isNewer(put, later.member.replaces);
    // Its sidecar counts as the person's word where the command wrote it, or an option says so.
    const { member } = withSidecar(later.member, { url: !!put?.trustsSidecar, newer }, later.decided);
    const adds = (): boolean => {
      const [before, after] = [own, [...own, member]].map((some) => makeBody(some, [], corrections).body);
      return (
        !!before &&
        !!after &&
        differencesOf(before, after).every(({ field, was }) => was === undefined && field !== 'status')
      );
    };
    if (put && later.weighed.sum >= enough && (newer || adds())) own.push(member);
    else rest.push(later);
  }
  return { firsts: own, laters: rest };
}
