/** Keywords without a label: rows and lists of terms near the abstract of a page. */

import { hasHan } from '#text/han';
import { isRowOfNames } from '../values/author-lines.ts';
import { furnitureOf, tailOf } from './furniture.ts';
import { isKeywordRow, stateKeywords } from './keywords.ts';
import { readLabel } from './labels.ts';
import { isMenuWord } from '../values/name-shapes.ts';
import { restOf, type Line, type Page } from './page.ts';

/** States terms that no label announces, on a page that has said none of its own in their script. */
export function stateUnlabelled(page: Page, terms: Line['traced']): void {
  const isKnown = page.draft.keywords.some(({ value }) => hasHan(value.text) === hasHan(terms.text));
  if (!(isKnown && !page.unsure.has('keywords')) && stateKeywords(page, terms) > 0) page.unsure.add('keywords');
}

/** A row of terms right below an abstract, whose label was lost or never printed. */
export function readKeywordRow(page: Page, to: number): void {
  const line = page.lines.slice(to, to + 4).find((one) => one.text);
  if (!line || !page.isFreeLine(line) || readLabel(page, line) || isRowOfNames(line.text)) return;
  if (isKeywordRow(page, line.traced, true)) stateUnlabelled(page, line.traced);
}

/**
 * Lines of small letters below the abstract, one term per line, or words between the abstract and the references, each
 * term beginning with a capital: keywords whose heading and separators a scraper lost.
 */
export function readBareKeywords(page: Page, from: number | undefined): void {
  if (from === undefined) return;
  const following = page.lines.slice(from).filter((one) => one.text);
  // "#trust": tags, one per line.
  const tags = following.slice(0, 12).filter(({ text }) => /^#\s?\p{L}[^#]{1,60}$/u.test(text));
  if (tags.length >= 2 && page.draft.keywords.length === 0) {
    for (const tag of tags) stateUnlabelled(page, restOf(tag, /^#\s?/u.exec(tag.text)?.[0].length ?? 1));
    return;
  }
  const isTerm = ({ text }: Line) =>
    /^\p{Ll}[\p{L}\s&/,'’()-]{2,58}$/u.test(text) && text.split(' ').length <= 7 && !furnitureOf(text) && !tailOf(text);
  const other = following.findIndex(
    (one) => !isTerm(one) || !page.isFreeLine(one) || readLabel(page, one) !== undefined,
  );
  const end = other < 0 ? following.length : other;
  if (end >= 3 && end <= 15 && page.draft.keywords.length === 0) {
    for (const term of following.slice(0, end)) stateUnlabelled(page, term.traced);
    return;
  }
  const [line, next] = following;
  if (!line || !next || !page.isFreeLine(line) || line.text.length > 200 || isMenuWord(line.text)) return;
  if (!/^\p{Lu}[\p{L}\d-]*(?:\s[\p{L}\d-]+){2,14}$/u.test(line.text)) return;
  if (!/^\[?1[.\]]/u.test(next.text) && tailOf(next.text) !== 'references') return;
  stateUnlabelled(page, line.traced);
}
