/** What comparing two drafts results in, and the titles by which they are compared. */

import type { Agreement, Candidate, TitledKey } from './candidate.ts';
import { titleDistance, wordOverlap, type TitleDistance } from './titles.ts';

/**
 * The result of comparing two drafts. `strength` orders joins: identifiers, then title and citation, then title and
 * author, then title alone.
 */
export type Judgement =
  | { same: true; rule: string; detail: string; strength: 3 | 2 | 1 | 0 }
  /**
   * So alike that a person should look. `firm`: facts that both state show that they are two papers, so no third draft
   * can join them.
   */
  | { same: false; near: string; firm: boolean }
  | { same: false; near?: undefined };

export const twoPapers: Judgement = { same: false };
/** A fact in a sentence. */
export const quote = (text: string | undefined): string => text ?? 'not stated';

/** A pair of titles that are compared. */
export interface Titles extends TitleDistance {
  a: TitledKey;
  b: TitledKey;
  comparable: boolean;
  /** One may be a translation of the other. */
  translated: boolean;
}

/** How two records agree on each fact. */
export interface Said {
  years: Agreement | 'close';
  volumes: Agreement;
  pages: Agreement;
  journals: Agreement;
  authors: Agreement;
}

/** The two titles, one of each draft, that are most alike. */
export function nearestTitles(a: Candidate, b: Candidate): Titles | undefined {
  let best: Titles | undefined;
  const rank = { exact: 0, close: 1, beginning: 2, cut: 3, far: 4 };
  for (const one of a.titles)
    for (const other of b.titles) {
      const found = {
        ...titleDistance(one, other),
        a: one,
        b: other,
        comparable: one.script === other.script,
        translated: couldTranslate(one, other),
      };
      if (!best || (found.comparable && !best.comparable) || (rank[found.how] < rank[best.how] && found.comparable))
        best = found;
    }
  return best;
}

/**
 * Whether one title may be a translation of the other: two languages of one script, few words in common, the same
 * numbers; the languages are detected from a few words only. Or both are made by services in a language that the paper
 * is not written in: each service translates in its own words.
 */
const couldTranslate = (a: TitledKey, b: TitledKey): boolean =>
  a.script === b.script &&
  a.numbers === b.numbers &&
  (a.language !== b.language ? wordOverlap(a, b) < 0.5 : a.rendering && b.rendering);

/** Whether one title is that of a correction or comment and the other is not: then they are two papers. */
export const kindsDiffer = (titles: Titles): boolean =>
  titles.a.kind.replace('retracted', '') !== titles.b.kind.replace('retracted', '');
