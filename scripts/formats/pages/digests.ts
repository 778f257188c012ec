/**
 * The practice digest on a page: sections under questions, in which a publisher says what a paper means for practice.
 */

import { readSections, tidyPlaces } from './abstracts.ts';
import { detectLanguage } from '#domain/language';
import { furnitureOf } from './furniture.ts';
import type { Block } from '../text/html.ts';
import { restOf, type Page } from './page.ts';
import { slice, trim } from '../text/traced.ts';

/** A heading of a digest: a question to the reader, or what digests call their parts. */
const heading =
  /^(?:(?:How|What|Why|Who|When|Where|Is|Does|Do|Can|Should)\b.{4,70}\?|Key (?:messages?|findings|points|takeaways)|Bottom line|Implications for practice|Take[- ]?away(?: messages?)?|Practice (?:points|implications)|Clinical bottom line|对(?:我的)?(?:工作|实践)有(?:什么|何).{1,12}[？?]|实践(?:要点|启示))$/iu;

/**
 * Reads the part of a page in which its publisher tells what a paper means for practice: sections under questions. It
 * is the digest's, never the paper's own.
 */
export function readDigest(page: Page): void {
  const first = page.lines.findIndex((line) => page.isFreeLine(line) && heading.test(line.text));
  if (first < 0) return;
  const scope = page.lines.slice(0, first).find((line) => /^LOCATION\b|^Location\s?[:：]/u.test(line.text));
  const blocks: Block[] = [];
  let last = first;
  for (const line of page.lines.slice(first)) {
    if (!page.isFreeLine(line) || furnitureOf(line.text)) continue;
    last = line.index;
    const bullet = /^[•·▪◦*-]\s+/u.exec(line.text);
    const traced = bullet ? trim(slice(line.traced, bullet[0].length)) : line.traced;
    blocks.push({ ...traced, as: bullet ? 'item' : 'paragraph', heading: heading.test(line.text) });
  }
  const { sections, at, text } = readSections(page, blocks, false);
  if (sections.length === 0) return;
  for (const section of sections) delete section.kind;
  for (const line of page.lines.slice(first, last + 1)) {
    const bullet = /^\s*[•·▪◦*-]\s/u.exec(page.source.text.slice(line.start, line.end));
    if (bullet) page.furniture('list-marker', line.start, line.start + bullet[0].length);
  }
  const digest: NonNullable<typeof page.draft.digest> = {
    value: { language: detectLanguage(text), sections },
    at: tidyPlaces(page.source, at),
  };
  if (scope) {
    const from = /^Location\s?[:：]?\s?/iu.exec(scope.text)?.[0].length ?? 0;
    const value = restOf(scope, from);
    if (value.text) digest.value.scope = { value: value.text, at: page.take(value) };
    page.furnitureLine('label', scope);
  }
  page.draft.digest = digest;
  readSummary(page, first);
}

/** The labels at a digest's head; what is between the last of them and the first question sums up the paper. */
const headLabel =
  /^(?:AUTHORS?|LOCATION|DATE|YEAR|SOURCE|JOURNAL|PUBLISHED)\b|^(?:Authors?|Location|Source|Journal)\s?[:：]/u;

function readSummary(page: Page, first: number): void {
  const head = page.lines.slice(0, first).findLastIndex((line) => headLabel.test(line.text));
  if (head < 0 || page.draft.abstracts.length > 0) return;
  const inside = page.lines.slice(head + 1, first).filter((line) => page.isFreeLine(line) && !furnitureOf(line.text));
  const isHeading = (text: string) => /^(?:summary|abstract|overview|摘要|概要)\s?[:：]?$/iu.test(text);
  for (const line of inside) if (isHeading(line.text)) page.furnitureLine('heading', line);
  const lines = inside.filter((line) => !isHeading(line.text));
  const blocks = lines.map((line): Block => ({ ...line.traced, as: 'paragraph', heading: false }));
  const { sections, at, text } = readSections(page, blocks, false);
  if (sections.length > 0)
    page.draft.abstracts.push({
      value: { language: detectLanguage(text), sections },
      at: tidyPlaces(page.source, at),
    });
}
