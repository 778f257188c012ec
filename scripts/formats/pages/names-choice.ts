/** Chooses the lines of a page that name its authors, by weighed reasons. */

import { isGroupName } from '../values/names.ts';
import { isMenuWord } from '../values/name-shapes.ts';
import { isMononym, type BylineShape } from './bylines.ts';
import type { Line, Page } from './page.ts';
import { linesBetween, near, nearText, see } from './sight.ts';
import { ranked, type Reasons, type Weighed, type Weights } from './weigh.ts';

/** What the page tells of its authors' lines. */
export interface NamesSight {
  page: Page;
  /** The indexes of the lines that say the title. */
  titles: readonly number[];
  /** Where the abstract begins and ends; both the page's length where there is none. */
  abstract: readonly [number, number];
  tail: number;
  /** Where the references begin. */
  end: number;
  /** References on the page that name the title, in small letters. */
  own: readonly string[];
  /** Whether a label announces authors, or a record lists them. */
  labelled: boolean;
  /** The run that most of all holds names, where one was found before. */
  best?: Run | undefined;
}

/** Lines of names that follow on one another, with addresses, marks and links at most between them. */
export type Run = readonly Line[];

/** Words with which institutions begin, in the languages of their countries; no person's name does. */
const institution =
  /^(?:École|Faculté|Facoltà|Facultad|Faculdade|Fakultät|Fachbereich|Hôpital|Ospedale|Institut\p{L}{0,3}|Istituto|Universi\p{L}{2,7}|Department|Departamento|Dipartimento|Département|School|Centre|Center|Klinik|College|Laborato\p{L}{2,5})\s/u;

/** Lines that may hold names of authors: in some shape that a reader of names knows. */
const canHoldNames = (page: Page, line: Line): boolean =>
  line.text.length > 1 &&
  line.text.length <= 2500 &&
  page.isFreeLine(line) &&
  !see(page, line, 'interface') &&
  !institution.test(line.text) &&
  !(see(page, line, 'label') && see(page, line, 'label')?.field !== 'authors') &&
  (see(page, line, 'byline') !== undefined || see(page, line, 'row') || isGroup(page, line));

/** A group's name below the last of its people, whose line goes on. */
const isGroup = (page: Page, line: Line): boolean =>
  (isGroupName(line.text) || isMononym(line.text)) &&
  !see(page, line, 'address') &&
  line.text.length <= 120 &&
  goesOn(near(page, line, -1)[0]?.text ?? '');

const goesOn = (text: string): boolean => /(?:[,，]|\band|&|for the)$|on behalf of/u.test(text);

/** No page has its authors' names behind so many other lines that look like names. */
const mostRuns = 300;

/** The runs of lines that may hold names, above the references. */
export function runsOfNames({ page, titles, end }: NamesSight): Run[] {
  const runs: Line[][] = [];
  let run: Line[] = [];
  for (const line of page.lines) {
    if (line.index >= end || runs.length >= mostRuns) break;
    if (!canHoldNames(page, line)) continue;
    const last = run.at(-1);
    const between = last ? page.lines.slice(last.index + 1, line.index).filter((one) => one.text) : [];
    const others = between.filter((one) => !isOfAPerson(page, one));
    const isBroken =
      others.length > 1 ||
      between.length > 12 ||
      others.some((one) => titles.includes(one.index) || see(page, one, 'tail') || see(page, one, 'label')?.alone);
    if (!last || isBroken) runs.push((run = []));
    run.push(line);
  }
  return runs;
}

/** What a page prints of a person below the name: buttons, an address, a link, a mark, a role, what it repeats for each. */
const isOfAPerson = (page: Page, line: Line): boolean =>
  see(page, line, 'furniture') !== undefined ||
  see(page, line, 'address') ||
  see(page, line, 'link') ||
  see(page, line, 'appeal') ||
  see(page, line, 'times') > 1 ||
  /^[,，]/u.test(line.text) ||
  line.text.length <= 4 ||
  /^(?:affiliation|correspondence)$/u.test(see(page, line, 'label')?.field ?? '') ||
  /^(?:Affiliation|Roles?)s?\b/u.test(line.text);

const familiesOf = (page: Page, run: Run): string[] =>
  run.flatMap((line) =>
    (see(page, line, 'byline')?.pieces ?? []).flatMap(({ traced: { text } }) =>
      /\p{Script=Han}/u.test(text) ? [text] : (text.toLowerCase().match(/[\p{L}'’-]{3,}/gu) ?? []),
    ),
  );

/** Why a run of lines holds the authors' names, and why it does not. */
export const namesReasons = (sight: NamesSight): Reasons<Run> => {
  const { page, abstract } = sight;
  const first = (run: Run): Line => run[0] as Line;
  const last = (run: Run): Line => run.at(-1) as Line;
  const share = (run: Run, holds: (line: Line) => boolean): number => run.filter(holds).length / run.length;
  const steps = (from: number, to: number): number => linesBetween(page, from, to);
  const below = (run: Run): number =>
    Math.min(99, ...sight.titles.filter((at) => at < first(run).index).map((at) => steps(at, first(run).index)));
  const above = (run: Run): number =>
    Math.min(99, ...sight.titles.filter((at) => at > last(run).index).map((at) => steps(at, last(run).index)));
  const shape = (of: BylineShape) => (run: Run) => share(run, (line) => see(page, line, 'byline')?.shape === of);
  const count = (run: Run): number =>
    run.reduce((sum, line) => sum + (see(page, line, 'byline')?.pieces.length ?? 0), 0);
  const labelAbove = (run: Run): string | undefined => {
    const [one] = near(page, first(run), -1);
    const label = one && see(page, one, 'label');
    return label?.alone ? label.field : undefined;
  };
  const around = (run: Run): Line[] => [...near(page, first(run), -1, 2), ...near(page, last(run), 1, 2)];
  const cited = (run: Run): number => {
    const families = familiesOf(page, run);
    return families.length === 0
      ? 0
      : Math.max(0, ...sight.own.map((text) => families.filter((one) => text.includes(one)).length / families.length));
  };
  const gap = (run: Run): number | undefined =>
    sight.best && sight.best !== run
      ? Math.min(steps(last(run).index, first(sight.best).index), steps(first(run).index, last(sight.best).index))
      : undefined;
  return {
    'names and nothing else': shape('names'),
    'names over several lines': shape('names over several lines'),
    'names with their addresses': shape('names with their addresses'),
    'a name and its address': shape('a name and its address'),
    'a name and something else': shape('a name and something else'),
    'a name and others': shape('a name and others'),
    'a row of names, some odd': (run) =>
      share(run, (line) => see(page, line, 'byline') === undefined && see(page, line, 'row')),
    'a group': (run) => share(run, (line) => see(page, line, 'byline') === undefined && !see(page, line, 'row')),
    'two names or more': (run) => count(run) >= 2,
    'four names or more': (run) => count(run) >= 4,
    'more names than most papers have': (run) => count(run) > 25,
    'several names on one line': (run) => run.some((line) => (see(page, line, 'byline')?.pieces.length ?? 0) >= 2),
    'names between semicolons': (run) =>
      share(run, (line) => /[;；]/u.test(line.text) && see(page, line, 'byline') !== undefined),
    'marks on the names': (run) => share(run, (line) => /\p{L}\s?(?:\d|[*†‡§])/u.test(line.text)),
    'lines that end in a comma': (run) => share(run, (line) => /[,，;；]$/u.test(line.text)),
    'Chinese names': (run) => share(run, (line) => see(page, line, 'han')),
    'right below a title': (run) => below(run) === 0,
    'a line or two below a title': (run) => below(run) === 1 || below(run) === 2,
    'some lines below a title': (run) => below(run) > 2 && below(run) <= 10,
    'far below a title': (run) => below(run) > 10 && below(run) <= 40,
    'right above a title': (run) => above(run) === 0,
    'several names right above a title': (run) => above(run) === 0 && count(run) >= 2,
    'above all titles': (run) => below(run) === 99 && above(run) > 0,
    'between title and abstract': (run) => below(run) < 99 && first(run).index < abstract[0],
    'below the abstract': (run) => first(run).index >= abstract[1],
    'inside the abstract': (run) => first(run).index >= abstract[0] && first(run).index < abstract[1],
    'among references or other papers': (run) => first(run).index > sight.tail,
    'below a heading of the page': (run) =>
      page.lines
        .slice(Math.max(0, first(run).index - 40), first(run).index)
        .some(
          (one) =>
            one.index > (sight.titles[0] ?? 0) &&
            one.text &&
            !/^(?:author-biographies)?$/u.test(see(page, one, 'tail') ?? ''),
        ),
    'an institution below': (run) => nearText(page, last(run), 1).some((next) => see(page, next, 'address')),
    'institutions between': (run) =>
      run.length > 1 &&
      page.lines
        .slice(first(run).index, last(run).index)
        .some((line) => line.text && !run.includes(line) && see(page, line, 'address')),
    'a label of authors above': (run) => labelAbove(run) === 'authors',
    'a label of other people above': (run) => /^(?:editors|correspondence|statement)$/u.test(labelAbove(run) ?? ''),
    'another label above': (run) =>
      !/^(?:authors|editors|correspondence|statement)$/u.test(labelAbove(run) ?? 'authors'),
    'authors behind a label elsewhere': () => sight.labelled,
    'above the numbers of a journal': (run) =>
      near(page, last(run), 1, 2).some(
        (next) =>
          next.text.length < 200 && (see(page, next, 'kinds').has('volume') || see(page, next, 'kinds').has('issue')),
      ),
    'words in small letters elsewhere': (run) => share(run, (line) => see(page, line, 'common')),
    'words of a site': (run) => share(run, (line) => see(page, line, 'furniture') !== undefined),
    'a kind of article': (run) => share(run, (line) => see(page, line, 'type')),
    'a publisher': (run) => share(run, (line) => see(page, line, 'publisher')),
    'a journal by its words': (run) =>
      share(run, (line) => see(page, line, 'journalWord') && see(page, line, 'byline')?.shape === 'names'),
    'words that no name has': (run) =>
      share(run, (line) => isMenuWord(line.text) && see(page, line, 'byline')?.shape === 'names'),
    'a heading': (run) => share(run, (line) => see(page, line, 'section') || see(page, line, 'tail') !== undefined),
    'in a column of short lines': (run) =>
      run.length === 1 && see(page, first(run), 'short') ? see(page, first(run), 'column') : 0,
    'among buttons': (run) => around(run).filter((one) => see(page, one, 'furniture')).length / 4,
    'a reference to the paper names them': cited,
    'near the best names': (run) => (gap(run) ?? 99) <= 6,
    'some lines from the best names': (run) => (gap(run) ?? 0) > 6 && (gap(run) ?? 99) <= 30,
    'far from the best names': (run) => (gap(run) ?? 0) > 30,
    'the best names again': (run) => {
      const best = sight.best && sight.best !== run ? familiesOf(page, sight.best) : [];
      return familiesOf(page, run).some((one) => best.includes(one));
    },
    'as many names in another script': (run) =>
      sight.best !== undefined &&
      sight.best !== run &&
      see(page, first(run), 'han') !== see(page, first(sight.best), 'han') &&
      count(run) === count(sight.best),
    'a role of other people': (run) =>
      /\b(?:edit(?:or|ed)|review(?:er|ed)|advisor|supervis|chair|committee|director|translat|posted|uploaded|correspond|contact)\w{0,6}\b|导师|编辑|审稿|责任|通[讯信]/iu.test(
        `${near(page, first(run), -1)[0]?.text.slice(0, 60) ?? ''} ${first(run).text.slice(0, 60)}`,
      ),
  };
};

/** The lines that rather hold the authors' names than not. */
export function chooseNames(sight: NamesSight, weights: Weights): { chosen: ReadonlySet<Line>; all: Weighed<Run>[] } {
  const runs = runsOfNames(sight);
  const [best] = ranked(runs, namesReasons(sight), weights);
  const all = ranked(runs, namesReasons(best && best.points > 0 ? { ...sight, best: best.candidate } : sight), weights);
  return { chosen: new Set(all.filter(({ points }) => points > 0).flatMap(({ candidate }) => [...candidate])), all };
}
