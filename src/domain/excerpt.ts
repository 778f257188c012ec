/** Shortens the texts of papers that the review may not show whole. */

import type { NumberStated, Paper, Section, Sentence } from './paper.ts';
import type { Site } from './site.ts';
import { foldForMatching } from './text.ts';

/** The mark in place of a sentence that is not shown. Its anchor stays, so that links to it lead to its place. */
export const omission = '[…]';

/** How many sentences of a text are shown, where it is an excerpt: two, and never more than a third of a longer one. */
const shownOf = (count: number): number => Math.max(1, Math.min(2, Math.floor(count / 3)));

export const isOmitted = ({ text }: Pick<Sentence, 'text'>): boolean => text === omission;

/** Whether the review may show only an excerpt of a paper's texts: its id or its journal is in `excerptOnly`. */
export function isExcerptOnly(
  paper: Pick<Paper, 'id' | 'journal'>,
  { excerptOnly }: Pick<Site, 'excerptOnly'>,
): boolean {
  if (excerptOnly.papers.includes(paper.id)) return true;
  const { journal } = paper;
  const names = [journal?.name, journal?.abbreviation, journal?.nameZh, ...(journal?.issn ?? [])].flatMap((name) =>
    name ? [foldForMatching(name.value)] : [],
  );
  return excerptOnly.journals.some((journal) => names.includes(foldForMatching(journal)));
}

/** The sections with all sentences after the first few replaced by `omission`. */
function excerptOf(sections: readonly Section[]): Section[] {
  const count = sections.reduce(
    (sum, { blocks }) => sum + blocks.reduce((n, { sentences }) => n + sentences.length, 0),
    0,
  );
  let left = shownOf(count);
  const shorten = (sentence: Sentence): Sentence =>
    left-- > 0 ? sentence : { anchor: sentence.anchor, text: omission, from: sentence.from };
  return sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => ({ ...block, sentences: block.sentences.map(shorten) })),
  }));
}

/**
 * The paper as the site may publish it. Pages, source pages, exports, feeds and the search index all take papers through
 * this function, so that none of them shows more than another.
 */
export function publishable(paper: Paper, site: Pick<Site, 'excerptOnly'>): Paper {
  if (!isExcerptOnly(paper, site)) return paper;
  const abstracts = paper.abstracts.map(({ others: _, ...abstract }) => ({
    ...abstract,
    sections: excerptOf(abstract.sections),
  }));
  const omitted = new Set(
    abstracts
      .flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks.flatMap(({ sentences }) => sentences)))
      .flatMap((sentence) => (isOmitted(sentence) ? [sentence.anchor] : [])),
  );
  const { numbersStated, details, ...rest } = paper;
  const isShown = ({ anchor }: Pick<NumberStated, 'anchor'>): boolean => anchor === undefined || !omitted.has(anchor);
  const numbers = numbersStated?.filter(isShown) ?? [];
  const shown = details?.filter(isShown) ?? [];
  return {
    ...rest,
    ...(numbers.length > 0 ? { numbersStated: numbers } : {}),
    ...(shown.length > 0 ? { details: shown } : {}),
    abstracts,
    ...(paper.digest ? { digest: { ...paper.digest, sections: excerptOf(paper.digest.sections) } } : {}),
  };
}
