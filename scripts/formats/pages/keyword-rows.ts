/** Keywords without a label: rows and lists of terms near the abstract of a page. */

import { hasHan } from '#text/han';
import { isRowOfNames } from '../values/author-lines.ts';
import { furnitureOf, tailOf } from './furniture.ts';
import { stemsOf } from './aboutness.ts';
import { isKeywordRow, ownTexts, stateKeywords } from './keywords.ts';
import { readLabel } from './labels.ts';
import { isMenuWord } from '../values/name-shapes.ts';
import { restOf, type Line, type Page } from './page.ts';

/** Whether title or abstract have the words of a term. */
function isSpoken(page: Page, term: string): boolean {
  const own = new Set(stemsOf(ownTexts(page)));
  return stemsOf(term).some((stem) => own.has(stem));
}

/** States terms that no label announces, on a page that has said none of its own in their script. */
export function stateUnlabelled(page: Page, terms: Line['traced']): void {
  // Terms that could not be told apart are a site's own where the page has a row of terms as well.
  const [only, ...others] = page.draft.keywords;
  const isRun = only && others.length === 0 && /^\p{Script=Han}{6,}$/u.test(only.value.text);
  if (isRun && page.unsure.has('keywords') && /[;；]/u.test(terms.text)) page.draft.keywords.splice(0);
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
  // A subject or two of the site may come first.
  const start = following.slice(0, 4).findIndex(isTerm);
  const column = following.slice(Math.max(0, start));
  const other = column.findIndex((one) => !isTerm(one) || !page.isFreeLine(one) || readLabel(page, one) !== undefined);
  const terms = column.slice(0, other < 0 ? column.length : other);
  const isOwn =
    start === 0 || (start > 0 && terms.filter(({ text }) => isSpoken(page, text)).length >= terms.length / 2);
  if (isOwn && terms.length >= 3 && terms.length <= 15 && page.draft.keywords.length === 0) {
    for (const term of terms) stateUnlabelled(page, term.traced);
    return;
  }
  const [line, next] = following;
  if (!line || !next || !page.isFreeLine(line) || line.text.length > 200 || isMenuWord(line.text)) return;
  if (!/^\p{Lu}[\p{L}\d-]*(?:\s[\p{L}\d-]+){2,14}$/u.test(line.text)) return;
  if (!/^\[?1[.\]]/u.test(next.text) && tailOf(next.text) !== 'references') return;
  stateUnlabelled(page, line.traced);
}
