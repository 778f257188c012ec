/** Chooses the title of a page, and its title in a second language, by weighed reasons. */

import { detectLanguage } from '#domain/language';
import type { Line } from './page.ts';
import { linesBetween, near, nearText, see } from './sight.ts';
import { sameLanguage, titleLanguage } from './texts.ts';
import { aboutness, canBeTitle, titleReasons, type TitleSight } from './titles.ts';
import { likely, ranked, weigh, type Reasons, type Weighed, type Weights } from './weigh.ts';

export const isOtherLanguage = (a: string, b: string): boolean => !sameLanguage(titleLanguage(a), titleLanguage(b));

/** Why a line is the title in a second language, beside one that is known, and why it is not. */
export const otherTitleReasons = (
  sight: TitleSight,
  first: Line | undefined,
  text: string,
  weights: Weights,
): Reasons<Line> => {
  const { page } = sight;
  const own = titleReasons(sight);
  const known = new Map<Line, number>();
  const points = (line: Line): number => {
    if (!known.has(line)) known.set(line, weigh(line, own, weights).points);
    return known.get(line) ?? 0;
  };
  const steps = (line: Line): number => (first ? linesBetween(page, first.index, line.index) : 99);
  const ratio = (line: Line): number => {
    const [latin, han] = see(page, line, 'han') ? [text, line.text] : [line.text, text];
    return latin.length / Math.max(1, han.length);
  };
  const isScript = (line: Line): boolean => see(page, line, 'han') !== /\p{Script=Han}{3}/u.test(text);
  return {
    'likely to be a title by itself': (line) => likely(points(line)),
    'can be a title': (line) => canBeTitle(page, line),
    'right beside the title': (line) => steps(line) === 0,
    'a line or two from it': (line) => steps(line) === 1 || steps(line) === 2,
    'some lines from it': (line) => steps(line) > 2 && steps(line) <= 12,
    'names and addresses between it and the title': (line) => {
      const [from, to] = first ? [Math.min(first.index, line.index), Math.max(first.index, line.index)] : [0, 0];
      const between = to - from > 40 ? [] : page.lines.slice(from + 1, to).filter((one) => one.text);
      return (
        between.length > 0 &&
        between.every((one) => see(page, one, 'byline') ?? see(page, one, 'furniture') ?? see(page, one, 'address'))
      );
    },
    'in another script': isScript,
    'as long as the same in the other script': (line) => isScript(line) && ratio(line) > 1.5 && ratio(line) < 7,
    'as long as the same in the other language': (line) =>
      !isScript(line) && Math.abs(line.text.length - text.length) < 0.5 * Math.max(line.text.length, text.length),
    'names below': (line) => {
      const [below] = nearText(page, line, 1);
      return below !== undefined && (see(page, below, 'names') !== undefined || see(page, below, 'row'));
    },
    'an abstract in its language below': (line) => {
      const below = near(page, line, 1, 14).find((one) => one.text.length > (see(page, one, 'han') ? 60 : 160));
      return below !== undefined && sameLanguage(detectLanguage(below.text), titleLanguage(line.text));
    },
    'speaks of the abstract': (line) => Math.max(0, sight.about(line.text)),
    'speaks of the title': (line) => (isScript(line) ? 0 : Math.max(0, aboutness(text)(line.text))),
    'a label of a title': (line) => see(page, line, 'label')?.field === 'title',
    'stands there twice': (line) => see(page, line, 'times') >= 2,
    'a sentence': (line) => /[。！.]$/u.test(line.text),
    'more than letters': (line) => /\d|[|/@]/u.test(line.text),
  };
};

/** What was chosen, and what was weighed for it. */
export interface TitleChoice {
  title?: Line;
  all: Weighed<Line>[];
}

/** Without a title a paper is lost or taken for another: a line that is a little less likely than not is taken. */
const leastTitle = -1;

/** The line that is most of all the title, if it is likely enough. */
export function chooseTitle(sight: TitleSight, lines: readonly Line[], weights: Weights): TitleChoice {
  const all = ranked(lines, titleReasons(sight), weights);
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
  const all = ranked(others, otherTitleReasons(sight, first, text, weights.title), weights.otherTitle);
  const [best] = all;
  return { ...(best && best.points > leastTitle ? { title: best.candidate } : {}), all };
}
