import type { InterfaceLanguage } from '#domain/language';
import type { AbsenceCheck } from '#prose/basis';
import { conceptName } from './concepts.ts';
import type { Review } from './review.ts';
import { shortName } from './say.ts';
import { words } from './strings/index.ts';

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
