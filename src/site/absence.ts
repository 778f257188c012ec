/** Says what an absence in an essay was checked against, and which papers contradict it. */

import type { InterfaceLanguage } from '#domain/language';
import type { AbsenceCheck } from '#prose/basis';
import { type Contradiction, contradictionIn, scopeOf } from '#prose/absent';
import { conceptName } from './concepts.ts';
import type { Review } from './review.ts';
import { shortName } from './display.ts';
import { aggregate } from './slice.ts';
import { words } from './strings/index.ts';

/** What contradicts an absence about all papers, or all but some; `of` is its check as JSON. */
const contradictionsOf = aggregate('contradictions', (review, of): Contradiction[] => {
  const check = JSON.parse(of) as AbsenceCheck;
  return scopeOf(
    check,
    review.papers.map(({ id }) => id),
  ).flatMap((id) => {
    const has = (wanted: string): string | undefined =>
      (review.conceptsOf.get(id) ?? []).find(({ concept }) => concept === wanted || concept.startsWith(`${wanted}/`))
        ?.concept;
    return contradictionIn(check, id, has, review.paper.get(id)) ?? [];
  });
});

/** A paper that contradicts an absence: its name, and where. */
export interface Contradicting {
  name: string;
  id: string;
  anchor?: string;
}

/**
 * The papers that contradict an absence. A sentence about papers that it names needs none: the build fails where it is
 * wrong.
 */
export const contradicting = (check: AbsenceCheck, review: Review, lang: InterfaceLanguage): Contradicting[] =>
  check.in.length > 0 || check.of.length + check.words.length === 0
    ? []
    : contradictionsOf(review, JSON.stringify(check)).flatMap((it) => {
        const paper = review.paper.get(it.paper);
        const anchor = 'anchor' in it ? it.anchor : undefined;
        return paper
          ? { id: it.paper, name: shortName(paper, lang, words(lang)('common.noDate')), ...(anchor ? { anchor } : {}) }
          : [];
      });

/** What an absence was checked against when the site was built; or that only a reader checked it. */
export function sayCheck(check: AbsenceCheck, review: Review, lang: InterfaceLanguage): string {
  const t = words(lang);
  if (check.of.length + check.words.length === 0) return t('theme.absence.read');
  // Browsers break no line between a Chinese comma and a quotation mark, so a list of quoted words would be one long
  // word.
  const between = lang === 'zh' ? '、\u200b' : ', ';
  const nameOf = (id: string): string => {
    const paper = review.paper.get(id);
    return paper ? shortName(paper, lang, t('common.noDate')) : id;
  };
  const named = (ids: readonly string[]): string => ids.map(nameOf).join(between);
  const of = check.in.length ? named(check.in) : t('theme.absence.all');
  const papers = check.except.length ? t('theme.absence.except', { papers: of, except: named(check.except) }) : of;
  const against = contradicting(check, review, lang).map(({ name }) => name);
  if (against.length > 0) return t('theme.absence.refuted', { papers: against.slice(0, 3).join(between) });
  const said = [
    ...(check.words.length
      ? [t('theme.absence.words', { papers, words: check.words.map((it) => `“${it}”`).join(between) })]
      : []),
    ...(check.of.length
      ? [
          t('theme.absence.of', {
            papers,
            concepts: check.of.map((it) => conceptName(review.concept.get(it), it, lang)).join(between),
          }),
        ]
      : []),
  ];
  return said.join(lang === 'zh' ? '' : ' ');
}
