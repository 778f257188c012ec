/** Chooses the title of a page, and its title in a second language, by weighed reasons. */

import { detectLanguage } from '#domain/language';
import type { Line } from './page.ts';
import { linesBetween, near, see } from './sight.ts';
import { sameLanguage, titleLanguage } from './state-titles.ts';
import { canBeTitle, titleReasons, type TitleSight } from './titles.ts';
import { likely, ranked, weigh, type Reasons, type Weighed, type Weights } from './weigh.ts';

export const isOtherLanguage = (a: string, b: string): boolean => !sameLanguage(titleLanguage(a), titleLanguage(b));

/** What the page tells of its title in a second language, beside one that is known. */
interface OtherTitleSight extends TitleSight {
  /** The line of the known title, if it is one. */
  first: Line | undefined;
  /** The words of the known title. */
  text: string;
  weights: Weights;
}

/** Why a line is the title in a second language, and why it is not. */
const otherTitleReasons: Reasons<Line, OtherTitleSight> = {
  'likely to be a title by itself': (line, sight) => likely(weigh(line, sight, titleReasons, sight.weights).points),
  'can be a title': (line, { page }) => canBeTitle(page, line),
  'right beside the title': (line, sight) => stepsFrom(line, sight) === 0,
  'a line or two from it': (line, sight) => stepsFrom(line, sight) === 1 || stepsFrom(line, sight) === 2,
  'some lines from it': (line, sight) => stepsFrom(line, sight) > 2 && stepsFrom(line, sight) <= 12,
  'names and addresses between it and the title': (line, sight) => isBehindNames(line, sight),
  'in another script': (line, sight) => isOtherScript(line, sight),
  'as long as the same in the other script': (line, sight) =>
    isOtherScript(line, sight) && ratioOf(line, sight) > 1.5 && ratioOf(line, sight) < 7,
  'as long as the same in the other language': (line, sight) =>
    !isOtherScript(line, sight) &&
    Math.abs(line.text.length - sight.text.length) < 0.5 * Math.max(line.text.length, sight.text.length),
  'names below': (line, { page }) => {
    const below = see(page, line, 'below');
    return below !== undefined && (see(page, below, 'names') !== undefined || see(page, below, 'row'));
  },
  'an abstract in its language below': (line, { page }) => {
    const below = near(page, line, 1, 14).find((one) => one.text.length > (see(page, one, 'han') ? 60 : 160));
    return below !== undefined && sameLanguage(detectLanguage(below.text), titleLanguage(line.text));
  },
  'speaks of the abstract': (line, { about }) => Math.max(0, about(line)),
  'is there twice': (line, { page }) => see(page, line, 'times') >= 2,
  'a sentence': (line) => /[。！.]$/u.test(line.text),
  'more than letters': (line) => /\d|[|/@]/u.test(line.text),
};

const stepsFrom = (line: Line, { page, first }: OtherTitleSight): number =>
  first ? linesBetween(page, first.index, line.index) : 99;

const isOtherScript = (line: Line, { page, text }: OtherTitleSight): boolean =>
  see(page, line, 'han') !== /\p{Script=Han}{3}/u.test(text);

/** How many Latin characters there are to a Chinese one, where the two say the same. */
function ratioOf(line: Line, { page, text }: OtherTitleSight): number {
  const [latin, han] = see(page, line, 'han') ? [text, line.text] : [line.text, text];
  return latin.length / Math.max(1, han.length);
}

function isBehindNames(line: Line, { page, first }: OtherTitleSight): boolean {
  const [from, to] = first ? [Math.min(first.index, line.index), Math.max(first.index, line.index)] : [0, 0];
  const between = to - from > 40 ? [] : page.lines.slice(from + 1, to).filter((one) => one.text);
  return (
    between.length > 0 &&
    between.every((one) => see(page, one, 'byline') ?? see(page, one, 'furniture') ?? see(page, one, 'address'))
  );
}

/** What was chosen, and what was weighed for it. */
export interface TitleChoice {
  title?: Line;
  all: Weighed<Line>[];
}

/** Without a title a paper is lost or taken for another: a line that is a little less likely than not is taken. */
const leastTitle = -1;

/** The line that is most of all the title, if it is likely enough. */
export function chooseTitle(sight: TitleSight, lines: readonly Line[], weights: Weights): TitleChoice {
  const all = ranked(lines, sight, titleReasons, weights);
  const [best] = all;
  return { ...(best && best.points > leastTitle ? { title: best.candidate } : {}), all };
}

/** The best title in a language that the first is not in. */
export function chooseOther(
  sight: TitleSight,
  lines: readonly Line[],
  first: Line | undefined,
  text: string,
  weights: { title: Weights; otherTitle: Weights },
): TitleChoice {
  const others = lines.filter((line) => line !== first && isOtherLanguage(line.text, text));
  const beside = { ...sight, first, text, weights: weights.title };
  const all = ranked(others, beside, otherTitleReasons, weights.otherTitle);
  const [best] = all;
  return { ...(best && best.points > leastTitle ? { title: best.candidate } : {}), all };
}
