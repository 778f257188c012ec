/** A stretch of a page that may be its abstract, and what its paragraphs look like. */

import { detectLanguage, shareOfHan, type Language } from '#domain/language';
import { inlineMarkup, richBlocks, type Block } from '../text/html.ts';
import { slice, trim } from '../text/traced.ts';
import { kindOfLabel } from '../values/sections.ts';
import { stemsOf } from './aboutness.ts';
import { restOf, type Line, type Page } from './page.ts';

/** A paragraph of a structured abstract without a heading: "Objective: To explore …". */
export function isLabelledProse(text: string): boolean {
  const label = /^([\p{L}][\p{L}\s/&,'’-]{2,40}?)\s?[:：]\s?\S/u.exec(text)?.[1];
  return label !== undefined && kindOfLabel(label) !== undefined && text.length >= 20;
}

/** The blocks of a line, or of a stretch of it. */
export const blocksOf = (line: Line, from = 0, to?: number): Block[] => {
  const traced = restOf(line, from, to ?? line.text.length);
  const bullet = /^[•·▪◦‣]\s*/u.exec(traced.text);
  const body = bullet ? trim(slice(traced, bullet[0].length)) : traced;
  if (inlineMarkup.test(body.text)) return richBlocks(body);
  return body.text ? [{ ...body, as: bullet ? 'item' : 'paragraph', heading: false }] : [];
};

/** A stretch of the page that may be an abstract. */
export interface Zone {
  /** The line of the heading, or of the first paragraph where there is none. */
  from: number;
  /** The words of its heading. */
  head?: string;
  /** One past the last line. */
  to: number;
  blocks: readonly Block[];
  first: Line;
  last: Line;
  text: string;
  /** How long the text is, a Chinese character counted for three. */
  length: number;
  language: Language;
  /** The stems of its words. */
  stems: ReadonlySet<string>;
}

/** A stretch with what is seen of its text. */
export function zoneOf(page: Page, from: number, to: number, blocks: readonly Block[], head?: string): Zone {
  const text = blocks.map((block) => block.text).join(' ');
  return {
    from,
    to,
    blocks,
    ...(head === undefined ? {} : { head }),
    first: page.lines[from] as Line,
    last: page.lines[to - 1] as Line,
    text,
    length: text.length * (shareOfHan(text) > 0.3 ? 3 : 1),
    language: detectLanguage(text),
    stems: new Set(stemsOf(text)),
  };
}

/** "Clinical Impact Statement: …", "编者按：…": what journals, and those who report a paper, print below its abstract. */
export const isImplications = (text: string): boolean =>
  /^(?:clinical|public|practical|practice|social)\b.{0,50}\b(?:significance|impact|relevance|implications)\b.{0,30}[:：]|^(?:comments?|editor['’]s note|my (?:take|comment))\s?[:：]|^[^:：]{0,8}(?:的话|按语?|点评|评论|评述|感想|有话说)\s?[:：]/iu.test(
    text,
  );

/** "Practice implications: …" below other labelled sections is one of them. */
export const isSection = (line: Line, blocks: readonly Block[]): boolean =>
  isLabelledProse(line.text) && blocks.filter(({ text }) => isLabelledProse(text)).length >= 2;
