/** Collects what papers and essays say is not known or not studied. */

import type { RootContent } from 'hast';
import { isChinese, type InterfaceLanguage } from '#domain/language';
import type { Evidence, Paper } from '#domain/paper';
import { asksForGaps } from '#prose/gaps';
import { parseProse, textOf } from '#prose/tree';
import { typeProse } from '#prose/type';
import { type OwnSentence, sentencesOf } from './evidence.ts';
import type { Review, Tagged } from './index-review.ts';

/** A sentence of a paper that says what is not known or not studied. */
export interface Gap {
  paper: Paper;
  sentence: OwnSentence;
}

/** For a paper whose abstracts say the same in two languages, the sentences in the reader's, unless others say more. */
function readable(evidence: readonly Evidence[], lang: InterfaceLanguage): readonly Evidence[] {
  const gaps = evidence.filter(({ role }) => role === 'gap');
  const own = gaps.filter(({ language }) => isChinese(language ?? 'en') === (lang === 'zh'));
  return own.length * 2 >= gaps.length && own.length > 0 ? own : gaps.filter((one) => !own.includes(one));
}

function gapsIn(tagged: readonly Tagged[], lang: InterfaceLanguage): Gap[] {
  const seen = new Set<string>();
  return tagged.flatMap(({ paper, evidence }) =>
    readable(evidence, lang).flatMap(({ anchor }) => {
      const sentence = anchor !== undefined ? sentencesOf(paper).get(anchor) : undefined;
      const address = `${paper.id}#${anchor}`;
      if (!sentence || sentence.role === 'machine-translation' || seen.has(address)) return [];
      seen.add(address);
      return [{ paper, sentence }];
    }),
  );
}

/** By theme, the sentences in which papers of the theme name a gap on it; those on no theme under `undefined`. */
export function gapsByTheme(
  review: Pick<Review, 'papers' | 'themes' | 'tagged'>,
  lang: InterfaceLanguage,
): Map<string | undefined, Gap[]> {
  const found = new Map<string | undefined, Gap[]>();
  const onTheme = new Set<string>();
  for (const { ref } of review.themes) {
    const gaps = gapsIn(review.tagged.get(ref) ?? [], lang);
    if (gaps.length) found.set(ref, gaps);
    for (const { paper, sentence } of gaps) onTheme.add(`${paper.id}#${sentence.anchor}`);
  }
  const all = review.papers.map((paper) => ({
    paper,
    evidence: paper.gaps ?? [],
  }));
  const others = gapsIn(all, lang).filter(({ paper, sentence }) => !onTheme.has(`${paper.id}#${sentence.anchor}`));
  if (others.length) found.set(undefined, others);
  return found;
}

/** An essay as typed prose, its headings two levels lower, for a page with many essays. */
export const essayNodes = (body: string): RootContent[] =>
  typeProse(parseProse(body)).root.children.map((node) => {
    const level = node.type === 'element' ? /^h([1-4])$/u.exec(node.tagName)?.[1] : undefined;
    if (node.type !== 'element' || level === undefined) return node;
    return { ...node, tagName: `h${Math.max(3, Number(level) + 1)}`, properties: {} };
  });

/** The sections of an essay on what is not known, without their headings, as typed prose. */
export function openSections(body: string): RootContent[] {
  let open = false;
  return typeProse(parseProse(body)).root.children.filter((node) => {
    const isHeading = node.type === 'element' && /^h[1-6]$/u.test(node.tagName);
    if (isHeading) open = asksForGaps(textOf(node));
    return open && !isHeading && node.type === 'element';
  });
}
