import type { Agreement, Candidate, TitledKey } from './candidate.ts';
import { titleDistance, wordOverlap, type TitleDistance } from './titles.ts';

/** What comparing two drafts says. `strength` orders joins: identifiers, then title and citation, then title and author, then title alone. */
export type Judgement =
  | { same: true; rule: string; detail: string; strength: 3 | 2 | 1 | 0 }
  /** So alike that a person should look. `firm`: what both state says that they are two, so no third joins them. */
  | { same: false; near: string; firm: boolean }
  | { same: false; near?: undefined };

export const apart: Judgement = { same: false };
/** A fact in a sentence. */
export const quote = (text: string | undefined): string => text ?? 'not stated';

/** Two titles beside each other. */
export interface Titles extends TitleDistance {
  a: TitledKey;
  b: TitledKey;
  comparable: boolean;
  /** One may translate the other. */
  translated: boolean;
}

/** What two records say of each other's facts. */
export interface Said {
  years: Agreement | 'close';
  volumes: Agreement;
  pages: Agreement;
  journals: Agreement;
  authors: Agreement;
}

/** The two titles, one of each draft, that are nearest to each other. */
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
 * In two languages of one script, few words in common, and the same numbers: languages are detected by a few words alone. Or two
 * services' titles in a language that the paper is not in: each translates in its own words.
 */
const couldTranslate = (a: TitledKey, b: TitledKey): boolean =>
  a.script === b.script &&
  a.numbers === b.numbers &&
  (a.language !== b.language ? wordOverlap(a, b) < 0.5 : a.rendering && b.rendering);

/** One title is that of a correction or comment and the other is not: two papers under one name. */
export const kindsDiffer = (titles: Titles): boolean =>
  titles.a.kind.replace('retracted', '') !== titles.b.kind.replace('retracted', '');
