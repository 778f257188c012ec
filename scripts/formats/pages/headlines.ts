/** Puts the title lines of a page into the draft, with the subtitle and a further language. */

import { hasHan } from '#text/han';
import { namesInstitution } from './affiliations.ts';
import { inlineMarkup, richBlocks } from '../text/html.ts';
import { join, slice, trim, type Traced } from '../text/traced.ts';
import { restOf, type Line, type Page } from './page.ts';
import { near, see } from './sight.ts';
import { copyKey, inTwoLanguages, stateTitle, titleEnd } from './state-titles.ts';
import { isOtherLanguage } from './title-choice.ts';
import { canBeTitle } from './titles.ts';

/** States the title with its subtitle, and names its repeats. */
export function stateTitleLines(page: Page, anchor: Line, repeats: readonly Line[]): void {
  const [second, third] = near(page, anchor, 1, 6).filter((line) => !see(page, line, 'furniture'));
  // A subtitle has a line of its own between the title and the authors.
  const isSub =
    second &&
    third &&
    page.isFreeLine(second) &&
    canBeTitle(page, second) &&
    !see(page, anchor, 'key').includes(see(page, second, 'key')) &&
    !see(page, second, 'han') &&
    !isOtherLanguage(anchor.text, second.text) &&
    anchor.text.length >= 30 &&
    second.text.length < anchor.text.length &&
    !/[.?!:]$/u.test(anchor.text) &&
    see(page, third, 'names') !== undefined;
  const above = titleAbove(page, anchor);
  const asked = questionAbove(page, anchor);
  const broken = brokenTitle(page, anchor);
  if (broken.length > 1) stateTitle(page, trim(mended(broken)));
  else if (asked) stateTitle(page, trim(join([asked.traced, anchor.traced], ' ')));
  else if (above) stateTitle(page, trim(join([above.traced, anchor.traced], ': ')));
  else if (isSub)
    stateTitle(page, trim(join([anchor.traced, second.traced], /^\p{Ll}/u.test(second.text) ? ' ' : ': ')));
  else for (const title of inTwoLanguages(titleOf(page, anchor))) stateTitle(page, title, roleOf(anchor));
  for (const line of repeats) {
    const title = page.draft.titles.find((one) => see(page, line, 'key').startsWith(copyKey(one.value.text)));
    const [place] = title?.at ?? [];
    if (place) page.copyLine(line, place);
  }
}

/** "AFTER A DIFFI-": a line that a PDF file ends inside a word. */
const cutWord = /[\p{Lu}\p{Ll}]{2}-$/u;

/** The lines of a broken title as one. */
function mended(lines: readonly Line[]): Traced {
  const gap = lines.some(({ text }) => hasHan(text)) ? '' : ' ';
  const [first, ...more] = lines.map(({ traced }) => traced);
  return more.reduce(
    (whole, next) =>
      cutWord.test(whole.text) ? join([slice(whole, 0, whole.text.length - 1), next]) : join([whole, next], gap),
    first as Traced,
  );
}

/** A line in capitals that begins with a word inside a title, below another in capitals. */
const isRest = (a: Line, b: Line | undefined): boolean =>
  b !== undefined && /^(?:OF|IN|FOR|AND|TO|WITH|ON|BETWEEN|FROM)\s/u.test(b.text) && !/\p{Ll}/u.test(a.text + b.text);

/** Words after which a line of a title goes on below. */
const goesOn = /\s(?:of|in|for|and|the|an?|to|with|on|between|from|by|&)$/u;

/** The lines of a title that a program broke: one begins inside a sentence, or ends in a word that leads on. */
function brokenTitle(page: Page, anchor: Line): Line[] {
  const lines = [anchor];
  const isNear = (a: Line, b: Line | undefined): b is Line =>
    b !== undefined &&
    Math.abs(a.index - b.index) <= 3 &&
    page.isFreeLine(b) &&
    b.text.length <= 120 &&
    see(page, a, 'han') === see(page, b, 'han') &&
    !(see(page, b, 'label') ?? see(page, b, 'furniture') ?? see(page, b, 'tail'));
  while (lines.length < 5) {
    const [previous] = near(page, lines[0] as Line, -1);
    const isInside = /^(?:\p{Ll}|[—―–]{2})/u.test(lines[0]?.text ?? '');
    if (!isInside && !cutWord.test(previous?.text ?? '')) break;
    if (
      !isNear(lines[0] as Line, previous) ||
      /[.?!:;,]$/u.test(previous.text) ||
      previous.text.length < (hasHan(previous.text) ? 6 : 15)
    )
      break;
    lines.unshift(previous);
  }
  while (lines.length < 5) {
    const last = lines.at(-1) as Line;
    const [next] = near(page, last, 1);
    if (!goesOn.test(last.text) && !cutWord.test(last.text) && !isRest(last, next)) break;
    if (!isNear(last, next) || (!cutWord.test(last.text) && see(page, next, 'address'))) break;
    lines.push(next);
  }
  return lines;
}

/** A short title between the kind of article and its long subtitle: "Original Article", "On the Job", "How Social Workers …". */
function titleAbove(page: Page, anchor: Line): Line | undefined {
  const [above, type] = near(page, anchor, -1, 2);
  const isTitle =
    above &&
    type &&
    (see(page, type, 'type') || (see(page, type, 'names') !== undefined && !see(page, type, 'furniture'))) &&
    page.isFreeLine(above) &&
    canBeTitle(page, above) &&
    !namesInstitution(above.text) &&
    above.text.length >= 15 &&
    !/[.?!:：|]$/u.test(above.text) &&
    !see(page, above, 'key').includes(see(page, anchor, 'key')) &&
    see(page, above, 'han') === see(page, anchor, 'han') &&
    !isOtherLanguage(above.text, anchor.text);
  return isTitle ? above : undefined;
}

/** "Old Roads in New Shoes?" right above its subtitle. */
function questionAbove(page: Page, anchor: Line): Line | undefined {
  const [above] = near(page, anchor, -1);
  const isTitle =
    above &&
    /[\p{L}”’»][?？]$/u.test(above.text) &&
    above.text.length <= 90 &&
    anchor.index - above.index <= 2 &&
    page.isFreeLine(above) &&
    canBeTitle(page, above) &&
    !see(page, above, 'appeal') &&
    see(page, above, 'han') === see(page, anchor, 'han');
  return isTitle ? above : undefined;
}

/** States the title in a further language. */
export const stateOtherTitle = (page: Page, line: Line): unknown => stateTitle(page, titleOf(page, line), roleOf(line));

/** "… Stress DisorderA Cohort Study": a subtitle that lost the line between. */
const gluedSubtitle = /(?<=\p{Ll}{3})(?=(?:A|An|The)\s(?:\p{Lu}[\p{L}-]+\s){1,6})/u;

/** What says of a title that it is one, or of what kind, and is not a label. */
const kindBefore =
  /^(?:[A-Z]{1,3}\d{0,3}-\d{1,4}\s[-–:]\s(?=\S.{9})|(?:19|20)\d{2}年\s?\d{1,2}月\s(?:[\d-]{1,7}\s)?(?=.{6})|(?:Paper|Article|机器翻译|机译|译名|论文|文章)\s?[:：]\s?|(?:題名|题名|(?:並列|并列)?篇名|Other Title|Alternative Title)\s(?=\S.{5})|[【[](?:期刊论文|期刊|学位论文|硕士论文|博士论文|会议论文|会议|论文|原创|转载|综述|论著)[\]】]\s?(?=.{6}))/iu;

export const titleOf = (page: Page, line: Line): Traced => {
  const glued = gluedSubtitle.exec(line.text)?.index;
  if (glued) {
    const parts = [restOf(line, 0, glued), restOf(line, glued)];
    return trim(join(parts, ': '));
  }
  const said = see(page, line, 'label');
  const label = said?.field === 'title' && !said.alone ? said.from : (kindBefore.exec(line.text)?.[0].length ?? 0);
  // A counter, the ending of a file's name, or the marks of a PDF file's names, "理论222", may follow on the line.
  const end =
    /\s?[|｜]?\s?(?:(?:被引(?:量|次数|频次)?|引用|下载(?:量|次数)?|阅读(?:量|数)?|浏览(?:量|次数)?)\s?[:：]?\s?\d+|\.(?:pdf|docx?|caj)|(?<=\p{Script=Han})([1-9])\1{1,3})$/iu.exec(
      line.text,
    );
  // "The title/LI Ming, WANG Fang.* School of …": names after a stroke or a stop, as Chinese journals print them.
  const stroke = /(?<=\p{Ll}{2}|\))(?:\s?\/\s?|\.\s)(?=\p{Lu}{2,}\s\p{Lu}\p{Ll}+)/u.exec(line.text);
  const traced = restOf(
    line,
    label,
    Math.min(end?.index ?? line.text.length, stroke?.index ?? line.text.length, titleEnd(line.text)),
  );
  const [block] = inlineMarkup.test(traced.text) ? richBlocks(traced) : [];
  return block ?? traced;
};

/** A machine's title says so in front of it. */
const roleOf = (line: Line): 'machine-translation' | undefined =>
  /^(?:机器翻译|机译)(?:标题|题名)?\s?[:：]/u.test(line.text) ? 'machine-translation' : undefined;

export const repeatsTitle = (page: Page, line: Line): boolean =>
  line.text.length < 400 && page.draft.titles.some((title) => copyKey(title.value.text) === copyKey(line.text));
