/** Chooses the numbers of a page's paper by weighed reasons: volume, issue, pages, dates and DOI, which may be another's. */

import { readAlike } from '#domain/text';
import { readExtent } from '../values/extents.ts';
import { findDois } from '../values/identifiers.ts';
import type { Token } from '../values/locator-patterns.ts';
import { faultOf } from './impossible.ts';
import {
  choiceOfNumber,
  numberReasons,
  type NumberCandidate,
  type NumberChoice,
  type NumberSight,
} from './number-reasons.ts';
import type { Line, NumberField, Page } from './page.ts';
import { abbreviates } from './self.ts';
import { see } from './sight.ts';
import { copyKey } from './state-titles.ts';
import { referencesFrom, tailFrom } from './page-tail.ts';
import { ranked, type Weighed } from './weigh.ts';
import { slice, type Traced } from '../text/traced.ts';

/** More lines are not looked at: no page says its own numbers after so many lines with numbers of others. */
const mostLines = 400;

/** Every value that may be the paper's, each once: what a reader heard, and what lines say that no reader took. */
function numberCandidates(page: Page): NumberCandidate[] {
  const found = new Map<string, NumberCandidate>();
  const titles = page.draft.titles.map((title) => copyKey(title.value.text)).filter((title) => title.length > 12);
  // "A review of papers from 1998 to 2016": years that the title speaks of.
  const isOfTitle = (field: NumberField, value: string, line: Line): boolean =>
    field === 'issued' &&
    titles.some((title) => title.includes(value.slice(0, 4)) && see(page, line, 'key').startsWith(title.slice(0, 40)));
  const add = (field: NumberField, value: string, traced: Traced, line: Line, heard: boolean): void => {
    if (isOfTitle(field, value, line)) return;
    const key = `${field} ${value.toLowerCase()}`;
    const had = found.get(key) ?? { field, value, seen: [], heard };
    had.heard ||= heard;
    if (had.seen.length < 20 && !had.seen.some((one) => one.line === line)) had.seen.push({ traced, line });
    found.set(key, had);
  };
  for (const { field, value, traced } of page.numbers) {
    const line = page.lineOf(traced);
    if (!line) continue;
    add(field, value, traced, line, true);
  }
  let count = 0;
  for (const line of page.lines) {
    if (!line.text || line.text.length > 700 || !/\d/u.test(line.text)) continue;
    const { tokens } = see(page, line, 'locator');
    const dois = findDois(line.text);
    if (tokens.length === 0 && dois.length === 0) continue;
    if (++count > mostLines) break;
    for (const { value, start, end } of dois) add('doi', value, slice(line.traced, start, end), line, false);
    for (const token of tokens) {
      const said = numberOf(token);
      if (said) add(...said, slice(line.traced, token.start, token.end), line, false);
    }
  }
  return [...found.values()];
}

/** What a token says of a paper; a page that is no range is the number that an article has instead. */
function numberOf({ kind, value }: Token): [NumberField, string] | undefined {
  if (kind === 'skip') return undefined;
  if (kind === 'date') return ['issued', value];
  if (kind === 'online') return ['online', value];
  if (kind === 'article') return ['articleNumber', value];
  if (kind !== 'pages') return faultOf(kind, value) ? undefined : [kind, value];
  const { pages, articleNumber = pages } = readExtent(value);
  if (pages && /[-,;]/u.test(pages)) return ['pages', pages];
  return articleNumber ? ['articleNumber', articleNumber] : undefined;
}

/** Whether a page is a thesis's: it says so as its kind, or at the head of a line. */
export const isThesis = ({ draft, lines }: Page): boolean =>
  /thesis/u.test(draft.type?.value ?? '') ||
  lines.some(({ text }) =>
    /^.{0,40}(?:(?:doctoral|master['’]?s?|ph\.?d\.?) (?:thesis|dissertation)|学位论文|學位論文|学位授予|dissertação|tesis)/iu.test(
      text.slice(0, 120),
    ),
  );

function sightOf(page: Page, anchor: number, all: readonly NumberCandidate[]): NumberSight {
  const { journal, journalZh, journalAbbreviation } = page.draft;
  const isOfJournal = !journal || abbreviates(journalAbbreviation?.value ?? '', journal.value);
  return {
    page,
    anchor,
    tail: tailFrom(page),
    references: referencesFrom(page),
    journals: [journal, journalZh, isOfJournal ? journalAbbreviation : undefined].flatMap((one) =>
      one ? [one.value.toLowerCase()] : [],
    ),
    all,
    isThesis: isThesis(page),
  };
}

/**
 * Takes of each number what the whole page shows to be the paper's own; what is rather another's is taken out. The DOI
 * is first, because it shows which lines are of the paper, and then the volume or issue, beside which the other
 * numbers are.
 */
export function decideNumbers(page: Page, anchor: number): void {
  const all = numberCandidates(page);
  const look = (kind: NumberChoice, best?: readonly Line[]) =>
    ranked(
      all.filter(({ field }) => choiceOfNumber[field] === kind),
      { ...sightOf(page, anchor, all), best },
      numberReasons[kind],
      page.weights[kind],
    );
  // What cites the paper is not measured by a DOI that may be another's.
  const { doi } = page.draft;
  delete page.draft.doi;
  const dois = look('doi');
  if (doi) page.draft.doi = doi;
  settle(page, 'doi', dois);
  const [best] = look('numbers').filter(({ candidate: { field } }) => field === 'volume' || field === 'issue');
  const lines = best && best.points > -1 ? best.candidate.seen.map(({ line }) => line) : undefined;
  settle(page, 'numbers', look('numbers', lines));
  settle(page, 'dates', look('dates', lines));
}

/** States the best of each field of a kind, and takes out what is rather another paper's. */
function settle(page: Page, kind: NumberChoice, weighed: readonly Weighed<NumberCandidate>[]): void {
  const chosen = new Set<NumberCandidate>();
  for (const fields of weighedTogether[kind]) {
    if (fields.some((field) => isStated(page, field, weighed))) continue;
    const best = bestOf(weighed, fields);
    if (best) chosen.add(best);
    for (const field of fields) {
      const had = page.draft[field];
      const isRight =
        best?.field === field
          ? had && readAlike(had.value, best.value)
          : had && best && isBeside(weighed, had.value, field, best);
      if (isRight) continue;
      delete page.draft[field];
      if (field === 'issued') delete page.draft.issuedUntil;
      const at = best?.field === field ? best.seen.flatMap(({ traced }) => page.take(traced)) : [];
      if (best && at.length > 0) page.draft[field] = { value: best.value, at };
    }
  }
  page.chose(
    kind,
    weighed,
    (one) => chosen.has(one),
    ({ field, value, seen: [first] }) => ({ line: first?.line.index ?? 0, text: `${field} ${value}` }),
  );
}

/** What a record, metadata or a site file state is not weighed, nor what was put together of several values. */
function isStated(page: Page, field: NumberField, weighed: readonly Weighed<NumberCandidate>[]): boolean {
  const had = page.draft[field];
  if (!had) return false;
  return (
    page.taught.has(field) ||
    had.at.some((place) => place.pointer !== undefined || !page.lineAt(place)) ||
    !weighed.some(({ candidate }) => candidate.field === field && readAlike(candidate.value, had.value))
  );
}

/** Fields of each kind; a paper has pages, or the number that it has instead. */
const weighedTogether: Readonly<Record<NumberChoice, readonly (readonly NumberField[])[]>> = {
  numbers: [['volume'], ['issue'], ['pages', 'articleNumber']],
  dates: [['issued'], ['online']],
  doi: [['doi']],
};

/** From how many points on a value is stated that no reader of lines took: a page has the days of many things. */
const stated: Readonly<Record<NumberChoice, number>> = { numbers: 1, dates: 3, doi: 1 };

/** Below how many points one is dropped that a reader took. */
const dropped = -2;

/** The best that is rather the paper's than not; of dates a fuller one that begins with it. */
function bestOf(all: readonly Weighed<NumberCandidate>[], fields: readonly NumberField[]): NumberCandidate | undefined {
  const likely = all.filter(
    ({ candidate: { heard, field }, points }) =>
      fields.includes(field) && points > (heard ? dropped : stated[choiceOfNumber[field]]),
  );
  const [first] = likely;
  const fuller =
    first?.candidate.field === 'issued'
      ? likely.find(
          ({ candidate: { value }, points }) =>
            points > Math.min(dropped, first.points - 3) &&
            value.length > Math.max(4, first.candidate.value.length) &&
            value.startsWith(first.candidate.value),
        )
      : undefined;
  const best = (fuller ?? first)?.candidate;
  return (best && withoutZero(all, best)) ?? best;
}

/** "5" where a page has it as "05" too, as in the number of a file. */
const withoutZero = (all: readonly Weighed<NumberCandidate>[], { field, value }: NumberCandidate) =>
  /^0\d*$/u.test(value)
    ? all.find(
        ({ candidate, points }) =>
          points > dropped && candidate.field === field && candidate.value === value.replace(/^0+/u, ''),
      )?.candidate
    : undefined;

/** Whether a value is beside the best one, and likely: the pages beside an article's number, and the other way round. */
const isBeside = (
  weighed: readonly Weighed<NumberCandidate>[],
  value: string,
  field: NumberField,
  best: NumberCandidate,
): boolean =>
  weighed.some(
    ({ candidate, points }) =>
      points > 0 &&
      candidate.field === field &&
      readAlike(candidate.value, value) &&
      candidate.seen.some(({ line }) => best.seen.some((other) => other.line === line)),
  );
