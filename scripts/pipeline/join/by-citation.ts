/**
 * Judges two drafts by journal, year, volume and first page. These belong to one paper, unless two short papers share
 * the page, or each issue starts at page 1.
 */

import { issues, otherRange, sameRange } from './facts.ts';
import type { Candidate } from './candidate.ts';
import { kindsDiffer, quote, type Judgement, type Said, type Titles } from './judgement.ts';
import { sameAuthors } from './people.ts';
import { isTelling, wordOverlap } from './titles.ts';

export function judgeCitation(a: Candidate, b: Candidate, titles: Titles, said: Said): Judgement | undefined {
  const detail = `${quote(a.key.journals[0])}, ${a.year}, volume ${a.volume}, page ${a.key.pages}`;
  const same: Judgement = { same: true, rule: 'same-citation', detail, strength: 2 };
  const overlap = titles.comparable ? wordOverlap(titles.a, titles.b) : undefined;
  if (said.authors === 'different' || (titles.comparable && kindsDiffer(titles))) return undefined;
  if (titles.how === 'far' && issues(a, b) === 'different') return undefined;
  // The names of a journal in two languages cannot be compared; then the same authors and the same last page are
  // required.
  const pinned = sameAuthors(a, b) && sameRange(a, b);
  if (overlap === undefined && pinned) return same;
  if (said.journals !== 'same') return undefined;
  if (overlap === undefined) {
    // Titles in two languages cannot be compared; then the number of authors must agree, or one side states none.
    const counts = !a.people.length || !b.people.length || a.people.length === b.people.length;
    if (counts && !otherRange(a, b)) return same;
    const what = counts ? 'two last pages' : `${a.people.length} and ${b.people.length} authors`;
    return { same: false, near: `the same citation (${detail}), but ${what}`, firm: false };
  }
  if (titles.how === 'far' && titles.translated && pinned) return same;
  if (titles.a.numbers !== titles.b.numbers && titles.how !== 'beginning' && titles.how !== 'cut') return undefined;
  const telling = isTelling(titles.a) && isTelling(titles.b);
  if (!telling && issues(a, b) === 'different') return undefined;
  return titles.how !== 'far' || (overlap >= 0.6 && said.authors === 'same') ? same : undefined;
}
