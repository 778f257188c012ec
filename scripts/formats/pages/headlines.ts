import { detectLanguage, shareOfHan } from '#domain/language';
import { isAffiliation } from './affiliations.ts';
import { isRowOfNames } from '../values/author-lines.ts';
import { isNameLine } from './bylines.ts';
import { furnitureOf, tailOf } from './furniture.ts';
import { inlineMarkup, richBlocks } from '../text/html.ts';
import { readLabel } from './labels.ts';
import { restOf, type Line, type Page } from './page.ts';
import { copyKey, sameLanguage, stateTitle, titleEnd, titleLanguage } from './texts.ts';
import { canBeTitle } from './titles.ts';
import { join, trim } from '../text/traced.ts';

/** The title, its repeats, its translation and its subtitle. */
export function stateTitleLines(page: Page, anchor: Line, repeats: readonly Line[], end: number): void {
  const next = page.lines.slice(anchor.index + 1, end).filter((line) => line.text && !furnitureOf(line.text));
  const [second, third] = next;
  const han = shareOfHan(anchor.text) > 0.3;
  const follows =
    second && page.isFreeLine(second) && canBeTitle(page, second) && copyKey(second.text) !== copyKey(anchor.text)
      ? second
      : undefined;
  const other =
    follows && (shareOfHan(follows.text) > 0.3 !== han || isOtherLanguage(anchor.text, follows.text))
      ? follows
      : undefined;
  // A subtitle has a line of its own between the title and the authors.
  const isSub =
    follows &&
    !other &&
    anchor.text.length >= 30 &&
    follows.text.length < anchor.text.length &&
    !/[.?!:]$/u.test(anchor.text) &&
    third &&
    isNameLine(third) &&
    shareOfHan(follows.text) < 0.3;
  if (isSub) stateTitle(page, trim(join([anchor.traced, follows.traced], ': ')));
  else stateTitle(page, titleOf(anchor), roleOf(anchor));
  if (other) stateTitle(page, titleOf(other), roleOf(other));
  for (const line of repeats) {
    const key = copyKey(line.text);
    const title = page.draft.titles.find((one) => key.startsWith(copyKey(one.value.text)));
    const [place] = title?.at ?? [];
    if (place) page.copyLine(line, place);
  }
}

/** "… Stress DisorderA Cohort Study": a subtitle that lost the line between. */
const gluedSubtitle = /(?<=\p{Ll}{3})(?=(?:A|An|The)\s(?:\p{Lu}[\p{L}-]+\s){1,6})/u;

const titleOf = (line: Line) => {
  const glued = gluedSubtitle.exec(line.text)?.index;
  if (glued) {
    const parts = [restOf(line, 0, glued), restOf(line, glued)];
    return trim(join(parts, ': '));
  }
  const label =
    /^(?:(?:Title|Paper|Article|机器翻译|机译|题名|标题|Título|题目|篇名|论文|文章)\s?[:：]\s?|[【[](?:期刊论文|期刊|学位论文|硕士论文|博士论文|会议论文|会议|论文|原创|转载|综述|论著)[\]】]\s?(?=.{6}))/iu.exec(
      line.text,
    );
  // A counter, or the ending of a file's name, may follow on the line.
  const end =
    /\s?(?:(?:被引(?:量|次数|频次)?|引用|下载(?:量|次数)?|阅读(?:量|数)?|浏览(?:量|次数)?)\s?[:：]?\s?\d+|\.(?:pdf|docx?|caj))$/iu.exec(
      line.text,
    );
  // "The title/LI Ming, WANG Fang.* School of …": names behind a stroke, as older Chinese journals print them.
  const stroke = /(?<=\p{Ll}{2}|\))\s?\/\s?(?=\p{Lu}{2,}\s\p{Lu}\p{Ll}+)/u.exec(line.text);
  const traced = restOf(
    line,
    label ? label[0].length : 0,
    Math.min(end?.index ?? line.text.length, stroke?.index ?? line.text.length, titleEnd(line.text)),
  );
  const [block] = inlineMarkup.test(traced.text) ? richBlocks(traced) : [];
  return block ?? traced;
};

/** A machine's title says so in front of it. */
const roleOf = (line: Line): 'machine-translation' | undefined =>
  /^(?:机器翻译|机译)(?:标题|题名)?\s?[:：]/u.test(line.text) ? 'machine-translation' : undefined;

/**
 * The title in the page's other language, anywhere above its references: beside the title that is known, or in another
 * script right above names in that script.
 */
export function findOtherTitle(page: Page): void {
  const [known, further] = page.draft.titles;
  if (!known || further) return;
  const isHan = (text: string) => shareOfHan(text) > 0.3;
  const key = copyKey(known.value.text);
  const { text } = known.value;
  const lines = page.lines.filter((line) => line.text);
  for (const [i, line] of lines.entries()) {
    if (i > 3 && tailOf(line.text) === 'references') return;
    const isSame = isHan(line.text) === isHan(text);
    if ((isSame && !isOtherLanguage(text, line.text)) || !page.isFreeLine(line) || !canBeTitle(page, line)) continue;
    // A Chinese sentence ends in a stop, a title does not.
    if (/[。！]$/u.test(line.text)) continue;
    const [latin, han] = isHan(line.text) ? [known.value.text, line.text] : [line.text, known.value.text];
    if (!isSame && (latin.length < 1.5 * han.length || latin.length > 8 * han.length)) continue;
    const [above, below] = [lines[i - 1], lines[i + 1]];
    const isBeside = [above, below].some((one) => one && copyKey(one.text).endsWith(key));
    const isNamed =
      !isSame && below && isHan(below.text) === isHan(line.text) && (isNameLine(below) || isRowOfNames(below.text));
    if (!isBeside && !isNamed) continue;
    stateTitle(page, titleOf(line), roleOf(line));
    return;
  }
}

const isOtherLanguage = (a: string, b: string): boolean =>
  !sameLanguage(detectLanguage(a), detectLanguage(b)) &&
  Math.abs(a.length - b.length) < Math.max(a.length, b.length) * 0.6;

/** The title in the page's other script, further down: above the names in that script. */
export function readOtherTitle(page: Page, line: Line): boolean {
  const han = shareOfHan(line.text) > 0.3;
  const { titles } = page.draft;
  if (titles.length === 0 || titles.some((title) => shareOfHan(title.value.text) > 0.3 === han)) return false;
  let at = line.index + 1;
  while (page.lines[at]?.text === '') at++;
  const next = page.lines[at];
  if (!next || !isNameLine(next) || !canBeTitle(page, line)) return false;
  stateTitle(page, titleOf(line), roleOf(line));
  return true;
}

/** What stands between a title and its abstract: names, addresses, labelled lines. */
const isBetween = (page: Page, line: Line): boolean =>
  readLabel(page, line) !== undefined ||
  isNameLine(line) ||
  isAffiliation(line.text) ||
  furnitureOf(line.text) !== undefined;

/** A title in another language that stands right before its abstract, or again somewhere. */
export function repeatTitles(page: Page): void {
  for (const abstract of page.draft.abstracts) {
    const first = (abstract.at[0]?.line ?? 1) - 1;
    const line = page.lines.slice(Math.max(0, first - 14), first).findLast((one) => one.text && !isBetween(page, one));
    if (!line?.text || !page.isFreeLine(line) || !canBeTitle(page, line)) continue;
    const { language } = abstract.value;
    if (
      page.draft.titles.length > 0 &&
      sameLanguage(titleLanguage(line.text), language) &&
      !page.draft.titles.some((title) => sameLanguage(title.value.language, language))
    )
      stateTitle(page, titleOf(line), roleOf(line));
  }
}

export const repeatsTitle = (page: Page, line: Line): boolean =>
  line.text.length < 400 && page.draft.titles.some((title) => copyKey(title.value.text) === copyKey(line.text));
