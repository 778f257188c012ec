/** Makes sections of an abstract with sentences and their anchors. */

import { placesInBlock, type DraftBlock, type DraftSection } from '#domain/draft';
import type { Block, Section, Sentence } from '#domain/paper';
import { sentenceAnchor, sentenceSpans, type Mark } from '#domain/text';
import { cleanText } from '#text/clean';
import { cleanBlock } from './clean.ts';

/** How often each anchor was given in one paper: the second of two equal sentences gets `-2`. */
export type Anchors = Map<string, number>;

/** Cuts sections into sentences, each with its anchor and its places. Empty blocks and sections are left out. */
export function cutSections(sections: readonly DraftSection[], anchors: Anchors): Section[] {
  return sections.flatMap((section): Section[] => {
    const blocks = section.blocks.flatMap((block) => cutBlock(cleanBlock(block), anchors));
    if (!blocks.length) return [];
    const label = section.label && cleanText(section.label).replace(/[:：]\s*$/u, '');
    return [{ ...(label ? { label } : {}), ...(section.kind ? { kind: section.kind } : {}), blocks }];
  });
}

function cutBlock(block: DraftBlock, anchors: Anchors): Block[] {
  const sentences = sentenceSpans(block.text).map(([start, end]) => cutSentence(block, start, end, anchors));
  return sentences.length ? [{ as: block.as, sentences }] : [];
}

function cutSentence(block: DraftBlock, start: number, end: number, anchors: Anchors): Sentence {
  const text = block.text.slice(start, end);
  const anchor = sentenceAnchor(text);
  const count = (anchors.get(anchor) ?? 0) + 1;
  anchors.set(anchor, count);
  const marks = marksWithin(block.marks, start, end);
  const from = placesInBlock(block, start, end);
  return {
    anchor: count === 1 ? anchor : `${anchor}-${count}`,
    text,
    ...(marks.length ? { marks } : {}),
    // A sentence whose pieces were all empty gets the place where its block begins.
    from: from.length ? from : block.pieces.slice(0, 1).map((piece) => piece.place),
  };
}

const marksWithin = (marks: readonly Mark[] | undefined, start: number, end: number): Mark[] =>
  (marks ?? []).flatMap((mark) => {
    const from = Math.max(mark.start, start) - start;
    const to = Math.min(mark.end, end) - start;
    return to > from ? [{ tag: mark.tag, start: from, end: to }] : [];
  });
