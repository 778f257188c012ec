/** Stretches of prose that may be an abstract without a heading. */

import { shareOfHan } from '#domain/language';
import type { Block } from '../text/html.ts';
import { isRowOfNames } from '../values/author-lines.ts';
import { kindOfLabel } from '../values/sections.ts';
import type { Line, Page } from './page.ts';
import { isProse, near, see } from './sight.ts';
import { canBeTitle } from './titles.ts';
import { isKorean, isOtherTongue } from './two-languages.ts';
import { blocksOf, isImplications, isLabelledProse, isSection, zoneOf, type Zone } from './zone.ts';

/** Each run of paragraphs of prose in one script, without a heading. */
export function proseZones(page: Page): Zone[] {
  const zones: Zone[] = [];
  const { lines } = page;
  for (let i = 0; i < lines.length && zones.length < 60; i++) {
    const line = lines[i] as Line;
    if (!canBegin(page, line)) continue;
    const blocks: Block[] = [];
    const han = see(page, line, 'han');
    let to = i;
    let last = line;
    for (let n = i; n < lines.length; n++) {
      const next = lines[n] as Line;
      if (!next.text) continue;
      if (n > i && !canGoOn(page, next, last, han, blocks)) break;
      last = next;
      blocks.push(...blocksOf(next));
      to = n + 1;
    }
    if (blocks.length > 6 && !blocks.some((block) => isLabelledProse(block.text) || kindOfLabel(block.text)))
      blocks.splice(1);
    if (blocks.length > 0) zones.push(zoneOf(page, i, to, blocks));
    i = Math.max(i, to - 1);
  }
  return zones;
}

const isParagraph = (page: Page, line: Line): boolean => see(page, line, 'prose') || isLabelledProse(line.text);

/** "Aim" above a paragraph, and "Methods" above the next: the label of a section on a line of its own. */
const isSectionHead = (page: Page, line: Line): boolean => {
  if (line.text.length > 40 || kindOfLabel(line.text) === undefined) return false;
  const [next, then] = near(page, line, 1, 2);
  const isBody = next !== undefined && next.text.length >= 15 && /[.。!?]$/u.test(next.text);
  return (
    isBody &&
    (then === undefined ||
      then.text.length > 60 ||
      kindOfLabel(then.text) !== undefined ||
      see(page, line, 'han') === see(page, next, 'han'))
  );
};

/** Whether a line can be the first of an abstract that has no heading. */
const canBegin = (page: Page, line: Line): boolean =>
  page.isFreeLine(line) &&
  (isParagraph(page, line) || isSectionHead(page, line)) &&
  !see(page, line, 'label') &&
  !see(page, line, 'furniture') &&
  !see(page, line, 'address') &&
  !see(page, line, 'names') &&
  !/^\d{1,3}\.?\s.*10\.\d{4}|https:\/\/|^\d{1,2}[.、．]\s?\S/u.test(line.text.slice(0, 2000)) &&
  (isLabelledProse(line.text) || !isOneSentenceTitle(page, line));

const canGoOn = (page: Page, line: Line, last: Line, han: boolean, blocks: readonly Block[]): boolean =>
  page.isFreeLine(line) &&
  (isParagraph(page, line) || isSectionHead(page, line) || isSectionHead(page, last)) &&
  see(page, line, 'han') === han &&
  !(isKorean(last.text) && isOtherTongue(blocks, line.text)) &&
  !(isImplications(line.text) && !isSection(line, blocks)) &&
  !see(page, line, 'label') &&
  !see(page, line, 'tail') &&
  !see(page, line, 'furniture') &&
  !see(page, line, 'address');

/** A long title is one line without a final stop before anything that looks like prose. */
function isOneSentenceTitle(page: Page, line: Line): boolean {
  if (/[.!?]\s\p{Lu}/u.test(line.text) || !canBeTitle(page, line)) return false;
  if (!/[.。]$/u.test(line.text)) return true;
  // PubMed ends every title in a point, above the names.
  const below = page.lines.slice(line.index + 1, line.index + 12).find((one) => one.text);
  if (below && (see(page, below, 'names') !== undefined || isRowOfNames(below.text))) return true;
  if (line.text.length < 300 && page.lines.every((one) => one.index >= line.index || !one.text)) return true;
  // A title in the page's other language above the abstract in that language.
  const next = page.lines.slice(line.index + 1).find((one) => one.text);
  const han = shareOfHan(line.text) > 0.3;
  return (
    next !== undefined &&
    next.text.length > 2.5 * line.text.length &&
    isProse(next.text) &&
    shareOfHan(next.text) > 0.3 === han
  );
}
