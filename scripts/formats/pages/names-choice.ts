/** Chooses the lines of a page that name its authors, by weighed reasons. */

import { hasHan } from '#text/han';
import { isGroupName } from '../values/names.ts';
import { isMenuWord } from '../values/name-shapes.ts';
import { isMononym, type BylineShape } from './bylines.ts';
import type { Line, Page } from './page.ts';
import { isNumbered, linesBetween, near, nearText, see } from './sight.ts';
import { copyKey } from './state-titles.ts';
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
  /** The run that most probably holds names, where one was found before. */
  best?: Run | undefined;
}

/** Lines of names that follow on one another, with addresses, marks and links at most between them. */
export interface Run {
  lines: readonly Line[];
  first: Line;
  last: Line;
  /** How many names they hold. */
  count: number;
  /** The family names, in small letters; Chinese names whole. */
  families: readonly string[];
  /** How many lines that say anything are between it and the nearest title above, and below; 99 where there is none. */
  below: number;
  above: number;
  /** The label alone on the line above. */
  label: string | undefined;
}

/** Words with which institutions begin, in the languages of their countries; no person's name does. */
const institution =
  /^(?:École|Faculté|Facoltà|Facultad|Faculdade|Fakultät|Fachbereich|Hôpital|Ospedale|Institut\p{L}{0,3}|Istituto|Universi\p{L}{2,7}|Department|Departamento|Dipartimento|Département|School|Centre|Center|Klinik|College|Laborato\p{L}{2,5}|Sistema|Red|Revista|Uniwersytet|Instytut|Univerzita|Wydział|Katedra|Ústav)\s/u;

/** Lines that may hold names of authors: in some shape that a reader of names knows. */
const canHoldNames = (page: Page, line: Line): boolean =>
  line.text.length > 1 &&
  line.text.length <= 2500 &&
  page.isFreeLine(line) &&
  !see(page, line, 'interface') &&
  !institution.test(line.text) &&
  // "1. 目标一致": a heading of the text.
  !/^\d{1,2}[.、．]\s?\p{Script=Han}{2,8}$/u.test(line.text) &&
  !(see(page, line, 'label') && see(page, line, 'label')?.field !== 'authors') &&
  // The number of an address is on the line above it.
  !(see(page, line, 'address') && /^\d{1,2}$/u.test(see(page, line, 'previous')?.text ?? '')) &&
  // "Quaderni Poradnictwa, nr 5, 2008": a name of two words with a place behind it is a journal's.
  !(see(page, line, 'byline')?.shape === 'a name and something else' && isNumbered(page, line)) &&
  (see(page, line, 'byline') !== undefined || see(page, line, 'row') || isGroup(page, line));

/** A group's name below the last of its people, whose line goes on. */
const isGroup = (page: Page, line: Line): boolean =>
  (isGroupName(line.text) || isMononym(line.text)) &&
  !see(page, line, 'address') &&
  line.text.length <= 120 &&
  goesOn(near(page, line, -1)[0]?.text ?? '');

const goesOn = (text: string): boolean => /(?:[,，]|\band|&|for the)$|on behalf of/u.test(text);

/** More runs are not looked at: no page has its authors' names after so many others. */
const mostRuns = 300;

/** The runs of lines that may hold names, above the references. */
function runsOfNames(sight: NamesSight): Run[] {
  const { page, titles, end } = sight;
  const keys = page.draft.titles.map(({ value }) => copyKey(value.text));
  // A line of the title that a PDF file has on several lines.
  const isOfTitle = (line: Line): boolean =>
    see(page, line, 'words').length >= 4 && keys.some((key) => key.includes(see(page, line, 'key')));
  const runs: Line[][] = [];
  let run: Line[] = [];
  for (const line of page.lines) {
    if (line.index >= end || runs.length >= mostRuns) break;
    if (!canHoldNames(page, line) || isOfTitle(line)) continue;
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
  return runs.map((lines) => runOf(sight, lines));
}

function runOf({ page, titles }: NamesSight, lines: readonly Line[]): Run {
  const [first, last] = [lines[0] as Line, lines.at(-1) as Line];
  const pieces = lines.flatMap((line) => see(page, line, 'byline')?.pieces ?? []);
  const nearest = (heads: readonly number[], from: Line): number =>
    Math.min(99, ...heads.map((at) => linesBetween(page, at, from.index)));
  const previous = see(page, first, 'previous');
  const label = previous && see(page, previous, 'label');
  return {
    lines,
    first,
    last,
    count: pieces.length,
    families: pieces.flatMap(({ traced: { text } }) => familiesIn(text)),
    below: nearest(
      titles.filter((at) => at < first.index),
      first,
    ),
    above: nearest(
      titles.filter((at) => at > last.index),
      last,
    ),
    label: label?.alone ? label.field : undefined,
  };
}

const familiesIn = (name: string): string[] =>
  hasHan(name) ? [name] : (name.toLowerCase().match(/[\p{L}'’-]{3,}/gu) ?? []);

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

/** Labels of people: the authors, and others. */
const ofAuthors = 'authors';
const ofOthers = /^(?:editors|correspondence|statement)$/u;
/** Labels whose value is on the line below. */
const ofValues = /^(?:journal|source|publisher|title|keywords|subjects|affiliation|type|language|classification)$/u;

/** Why a run of lines holds the authors' names, and why it does not. */
const namesReasons: Reasons<Run, NamesSight> = {
  'names and nothing else': shape('names'),
  'names with their addresses': shape('names with their addresses'),
  'a name and its address': shape('a name and its address'),
  'a name and something else': shape('a name and something else'),
  'a row of names, some odd': share((line, page) => !see(page, line, 'byline') && see(page, line, 'row')),
  'two names or more': ({ count }) => count >= 2,
  'four names or more': ({ count }) => count >= 4,
  'several names on one line': ({ lines }, { page }) =>
    lines.some((line) => (see(page, line, 'byline')?.pieces.length ?? 0) >= 2),
  'names between semicolons': share(
    (line, page) => /[;；]/u.test(line.text) && see(page, line, 'byline') !== undefined,
  ),
  'marks on the names': share((line) => /\p{L}\s?(?:\d|[*†‡§])/u.test(line.text)),
  'lines that end in a comma': share((line) => /[,，;；]$/u.test(line.text)),
  'Chinese names': share((line, page) => see(page, line, 'han')),
  'a line or two below a title': ({ below }) => below === 1 || below === 2,
  'some lines below a title': ({ below }) => below > 2 && below <= 10,
  'far below a title': ({ below }) => below > 10 && below <= 40,
  'right above a title': ({ above }) => above === 0,
  'several names right above a title': ({ above, count }) => above === 0 && count >= 2,
  'above all titles': ({ above, below }) => below === 99 && above > 0 && above < 99,
  'between title and abstract': ({ below, first }, { abstract: [from] }) => below < 99 && first.index < from,
  'below the abstract': ({ first }, { abstract: [, to] }) => first.index >= to,
  'among references or other papers': ({ first }, { tail }) => first.index > tail,
  'below a heading of the page': (run, sight) => isBelowHeading(run, sight),
  'an institution below': ({ last }, { page }) => nearText(page, last, 1).some((next) => see(page, next, 'address')),
  'institutions between': (run, { page }) =>
    run.lines.length > 1 &&
    page.lines
      .slice(run.first.index, run.last.index)
      .some((line) => line.text && !run.lines.includes(line) && see(page, line, 'address')),
  'a label of authors above': ({ label }) => label === ofAuthors,
  'a label of other people above': ({ label }) => ofOthers.test(label ?? ''),
  'the value of another label': ({ label }) => ofValues.test(label ?? ''),
  'authors behind a label elsewhere': ({ label }, { labelled }) => labelled && label !== ofAuthors,
  'above the numbers of a journal': ({ last }, { page }) =>
    near(page, last, 1, 2).some((next) => isNumbered(page, next)),
  'words in small letters elsewhere': share((line, page) => see(page, line, 'common')),
  'words of a site': share((line, page) => see(page, line, 'furniture') !== undefined),
  'a journal by its words': share((line, page) => see(page, line, 'journalWord') && isOfNames(page, line)),
  'words that no name has': share((line, page) => isMenuWord(line.text) && isOfNames(page, line)),
  'a heading': share((line, page) => see(page, line, 'section') || see(page, line, 'tail') !== undefined),
  'in a column of short lines': ({ lines, first }, { page }) =>
    lines.length === 1 && see(page, first, 'short') ? see(page, first, 'column') : 0,
  'among buttons': ({ first, last }, { page }) =>
    [...near(page, first, -1, 2), ...near(page, last, 1, 2)].filter((one) => see(page, one, 'furniture')).length / 4,
  'a reference to the paper names them': ({ families }, { own }) =>
    families.length === 0
      ? 0
      : Math.max(0, ...own.map((text) => families.filter((one) => text.includes(one)).length / families.length)),
  'near the best names': (run, sight) => (gapToBest(run, sight) ?? 99) <= 6,
  'some lines from the best names': (run, sight) => between(gapToBest(run, sight) ?? 0, 7, 30),
  'far from the best names': (run, sight) => (gapToBest(run, sight) ?? 0) > 30,
  'the best names again': (run, { best }) =>
    best !== undefined && best !== run && run.families.some((one) => best.families.includes(one)),
  'as many names in another script': (run, { page, best }) =>
    best !== undefined &&
    best !== run &&
    see(page, run.first, 'han') !== see(page, best.first, 'han') &&
    run.count === best.count,
  'a role of other people': ({ first }, { page }) =>
    otherRole.test(`${see(page, first, 'previous')?.text.slice(0, 60) ?? ''} ${first.text.slice(0, 60)}`),
};

/** How many of a run's lines a fact holds of, from 0 to 1. */
function share(holds: (line: Line, page: Page) => boolean): (run: Run, sight: NamesSight) => number {
  return ({ lines }, { page }) => lines.filter((line) => holds(line, page)).length / lines.length;
}

/** How many of a run's lines are written in this way. */
function shape(of: BylineShape): (run: Run, sight: NamesSight) => number {
  return share((line, page) => see(page, line, 'byline')?.shape === of);
}

const between = (count: number, least: number, most: number): boolean => count >= least && count <= most;

const isOfNames = (page: Page, line: Line): boolean => see(page, line, 'byline')?.shape === 'names';

/** Whether a heading of another part of the page is above, below the title. */
const isBelowHeading = ({ first }: Run, { page, titles }: NamesSight): boolean =>
  page.lines
    .slice(Math.max(0, first.index - 40), first.index)
    .some(
      (one) =>
        one.index > (titles[0] ?? 0) && one.text && !/^(?:author-biographies)?$/u.test(see(page, one, 'tail') ?? ''),
    );

/** How many lines are between a run and the best one. */
const gapToBest = (run: Run, { page, best }: NamesSight): number | undefined =>
  best && best !== run
    ? Math.min(
        linesBetween(page, run.last.index, best.first.index),
        linesBetween(page, run.first.index, best.last.index),
      )
    : undefined;

/** Words of people who are named beside a paper and did not write it. */
const otherRole =
  /\b(?:edit(?:or|ed)|review(?:er|ed)|advisor|supervis|chair|committee|director|translat|posted|uploaded|correspond|contact)\w{0,6}\b|导师|编辑|审稿|责任|通[讯信]/iu;

/** Lines that more probably than not hold the authors' names. */
export function chooseNames(sight: NamesSight, weights: Weights): { chosen: ReadonlySet<Line>; all: Weighed<Run>[] } {
  // Below a heading of editors, reviewers or supervisors are their names, whatever else speaks for them.
  const runs = runsOfNames(sight).filter(({ label }) => label !== 'editors');
  const first = ranked(runs, sight, namesReasons, weights);
  const best = first[0] && first[0].points > 0 ? first[0].candidate : undefined;
  const all = best ? ranked(runs, { ...sight, best }, namesReasons, weights) : first;
  return { chosen: new Set(all.filter(({ points }) => points > 0).flatMap(({ candidate: { lines } }) => lines)), all };
}
