/** Chooses the journal of a page by weighed reasons: its name, abbreviation and Chinese name. */

import { shareOfHan } from '#domain/language';
import { isPersonShape } from '../values/name-shapes.ts';
import { isJournalName } from './citations.ts';
import { journalWord, readJournalName, type JournalField } from './numbers.ts';
import type { JournalWay, Line, Page } from './page.ts';
import { near, see } from './sight.ts';
import { copyKey } from './texts.ts';
import { ranked, type Reasons, type Weighed, type Weights } from './weigh.ts';
import { slice, trim, type Traced } from '../text/traced.ts';
import { abbreviates } from './self.ts';

/** A name that may be the journal's, with all that the page shows of it. */
export interface JournalCandidate {
  field: JournalField;
  value: string;
  /** Where it was seen, in what way: the first stands for it. */
  seen: { way: JournalWay; traced: Traced; line: number }[];
}

/** What the page tells of its journal. */
export interface JournalSight {
  page: Page;
  /** The title's first line; 0 where there is none. */
  anchor: number;
  tail: number;
}

/** No page names its journal behind so many other names. */
const mostNames = 200;

/** Every name that may be the journal's, each once, with the ways in which the page shows it. */
export function journalCandidates(sight: JournalSight): JournalCandidate[] {
  const { page } = sight;
  const found = new Map<string, JournalCandidate>();
  const add = (name: Traced, way: JournalWay, line: number): void => {
    const read = readJournalName(name);
    if (!read) return;
    const key = copyKey(read.value);
    if (!key) return;
    const had = found.get(key) ?? { field: read.field, value: read.value, seen: [] };
    if (had.seen.length < 20) had.seen.push({ way, traced: slice(read.traced, 0, read.end), line });
    found.set(key, had);
  };
  for (const { name, way, line } of page.journals) add(name, way, line);
  for (const line of page.lines) {
    const way = wayOfNeighbours(page, line);
    if (way) add(line.traced, way, line.index);
  }
  for (const line of page.lines) {
    if (!line.text || line.text.length > 400) continue;
    addOfLine(sight, line, add);
    if (found.size >= mostNames) break;
  }
  // "Ter Psicol" beside its numbers, and "Terapia psicológica" somewhere: the whole name.
  const numbered = [...found.values()]
    .slice(0, 60)
    .filter(({ field, seen }) => field !== 'journalZh' && seen.some(({ way }) => way !== 'alone'));
  for (const { value } of numbered)
    for (const line of page.lines)
      if (
        line.text.length <= 120 &&
        line.text.length > value.length &&
        (abbreviates(value, line.text) || isBeginning(value, line.text))
      )
        add(line.traced, 'alone', line.index);
  const all = [...found.values()];
  // "J Relig Ment Health" is an abbreviation where the page has the name that it is of.
  for (const one of all.slice(0, 60))
    if (one.field === 'journal' && all.some((other) => abbreviates(one.value, other.value)))
      one.field = 'journalAbbreviation';
  return all;
}

/** A short line below a journal's label, or above its numbers and nothing else: "来源期刊", "护理与心身", "2015年15卷8期". */
function wayOfNeighbours(page: Page, line: Line): JournalWay | undefined {
  const { text } = line;
  if (text.length < 3 || text.length > 100 || !isJournalName(text) || /[.!?。]\s|[:：]/u.test(text)) return undefined;
  if (see(page, line, 'label') ?? see(page, line, 'furniture') ?? see(page, line, 'tail')) return undefined;
  // "BMC Psychiatry 医学-精神病学" is a name and its subject.
  if (/\p{Script=Han}/u.test(text) && /\p{Script=Latin}{2}/u.test(text)) return undefined;
  const [above] = near(page, line, -1);
  const label = above && see(page, above, 'label');
  if (label?.alone && label.field === 'journal') return 'label';
  const [below] = near(page, line, 1);
  const { tokens, rest } = below ? see(page, below, 'locator') : { tokens: [], rest: [] };
  const isNumbers = rest.length === 0 && tokens.some(({ kind }) => kind === 'volume' || kind === 'issue');
  return isNumbers && (see(page, line, 'han') ? text.length <= 24 : see(page, line, 'capitals')) ? 'above' : undefined;
}

/** "liber." of "Liberabit": the first letters of one word. */
const isBeginning = (short: string, name: string): boolean =>
  /^\p{Lu}\p{L}+$/u.test(name) &&
  copyKey(name).startsWith(copyKey(short)) &&
  copyKey(short).length > 3 &&
  copyKey(name) !== copyKey(short);

type Add = (name: Traced, way: JournalWay, line: number) => void;

/** The names that a line may hold: the whole of it, what is before its numbers, and the steps of a path. */
function addOfLine(sight: JournalSight, line: Line, add: Add): void {
  const { page } = sight;
  const { text } = line;
  if (
    text.length <= 100 &&
    isJournalName(text) &&
    /^[\p{Lu}《\p{Script=Han}]/u.test(text) &&
    !see(page, line, 'label')
  ) {
    const logo = /^(.{2,60}?)\slogo(?:\s?Link to .*)?$/u.exec(text);
    if (logo?.[1]) add(slice(line.traced, 0, logo[1].length), 'logo', line.index);
    else if (isAloneLikeAName(page, line)) add(line.traced, 'alone', line.index);
  }
  const { tokens, rest } = see(page, line, 'locator');
  const [first] = rest;
  const isNumbered = tokens.some(({ kind }) => /^(?:volume|issue|pages|article)$/u.test(kind));
  if (first && isNumbered && tokens.every((token) => token.start > first.start) && isJournalName(first.text))
    add(trim(slice(line.traced, first.start, first.end)), 'numbers', line.index);
  if (/[›»>/|·•]/u.test(text) && text.length < 300)
    for (const step of text.matchAll(/(?<=^|[›»>/|·•]\s?)[^›»>/|·•]{4,90}(?=$|\s?[›»>/|·•])/gu))
      if (isJournalName(step[0].trim()) && journalWord.test(step[0]))
        add(trim(slice(line.traced, step.index, step.index + step[0].length)), 'path', line.index);
}

/** A short line that is written like a name: each word in capitals, or Chinese with a word of journals. */
const isAloneLikeAName = (page: Page, line: Line): boolean =>
  see(page, line, 'han')
    ? line.text.length <= 24 &&
      journalWord.test(line.text.split(/[(（]/u)[0] ?? '') &&
      !/^[^(（]*\p{Script=Latin}{2}/u.test(line.text)
    : see(page, line, 'capitals') &&
      see(page, line, 'words').length <= 10 &&
      (/\p{Ll}/u.test(line.text) || journalWord.test(titled(line.text)));

/** "CARE REVIEW" as "Care Review". */
const titled = (text: string): string =>
  text.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (first) => first.toUpperCase());

/** Words that stand in menus and in no name of a journal. */
const menuWords =
  /\b(?:log ?in|sign (?:in|up)|search|menu|home|cart|register|subscribe|resource cent(?:er|re)|submit|browse|email|address|contact|about|download|issue|volume|article|authors?|editors?|snapshots?|events?|status|access|reviewers?|figures?|tables?|references|export|cite|share|document|details?|registration|manuscripts?)\b|位置|首页|顯示|显示|登录|检索|上一|下一|星级|下载/iu;

/** Why a name is the journal's, and why it is not. */
export const journalReasons = (sight: JournalSight, all: readonly JournalCandidate[]): Reasons<JournalCandidate> => {
  const { page } = sight;
  const by = (way: JournalWay) => (one: JournalCandidate) => one.seen.some((seen) => seen.way === way);
  const text = page.lines
    .map((line) => line.text)
    .join('\n')
    .slice(0, 200_000);
  const times = new Map<JournalCandidate, number>();
  const countOf = (one: JournalCandidate): number => {
    if (!times.has(one)) times.set(one, text.split(one.value).length - 1);
    return times.get(one) ?? 0;
  };
  const linesOf = (one: JournalCandidate): Line[] => one.seen.flatMap((seen) => page.lines[seen.line] ?? []);
  const some = (one: JournalCandidate, holds: (line: Line) => boolean): boolean => linesOf(one).some(holds);
  const words = (one: JournalCandidate): string[] => one.value.split(/\s+/u);
  const titles = page.draft.titles.map((title) => copyKey(title.value.text));
  return {
    'behind a label of the journal': by('label'),
    'behind a label of a source': by('source'),
    'in a record': by('record'),
    'before its numbers': by('citation'),
    'in front of numbers on its line': by('numbers'),
    'in a reference to the paper': by('own'),
    'above its numbers': by('above'),
    'before other labels': by('segment'),
    'the name of a logo': by('logo'),
    'a step of a path': by('path'),
    'alone on its line': by('alone'),
    'alone above the title': (one) => one.seen.some(({ way, line }) => way === 'alone' && line < sight.anchor),
    'alone below the title': (one) => one.seen.some(({ way, line }) => way === 'alone' && line > sight.anchor),
    'in two ways': (one) => new Set(one.seen.map(({ way }) => way)).size >= 2,
    'said twice or more': (one) => countOf(one) >= 2,
    'said four times or more': (one) => countOf(one) >= 4,
    'words of journals': (one) => journalWord.test(one.value) || journalWord.test(titled(one.value)),
    'in a column of short lines': (one) =>
      one.seen.every(({ way }) => way === 'alone' || way === 'path')
        ? Math.max(0, ...linesOf(one).map((line) => see(page, line, 'column')))
        : 0,
    'the first words of a menu': (one) =>
      one.seen.every(({ way, line }) => way === 'alone' && line < 4 && line < sight.anchor),
    'few words': (one) => words(one).length === 1 && shareOfHan(one.value) < 0.3,
    'many words': (one) => words(one).length > 8,
    'more than letters': (one) => /[^\p{L}\s&:,.'’()-]/u.test(one.value),
    'small letters': (one) =>
      shareOfHan(one.value) < 0.3 && words(one).filter((word) => /^\p{Ll}{4,}/u.test(word)).length > 0,
    'all in capitals': (one) => /^[\p{Lu}\s&:,.-]{6,}$/u.test(one.value),
    'speaks to the reader': (one) =>
      some(one, (line) => see(page, line, 'appeal')) || /\b(?:your|you|we|our|my)\b/iu.test(one.value),
    'words of a menu': (one) => menuWords.test(one.value),
    'a few characters': (one) => shareOfHan(one.value) > 0.3 && one.value.length < 4,
    'a colon inside': (one) => /[:：]/u.test(one.value),
    'words of a site': (one) => some(one, (line) => see(page, line, 'furniture') !== undefined),
    'a name of a person': (one) => isPersonShape(one.value),
    'a row of names': (one) =>
      some(one, (line) => see(page, line, 'row') || (see(page, line, 'names')?.length ?? 0) > 1),
    'names of the authors': (one) =>
      page.draft.authors.filter(({ value: { name } }) => /\s/u.test(name.written) && one.value.includes(name.written))
        .length > 1,
    'a row of a menu': (one) => some(one, (line) => see(page, line, 'menu')),
    'a publisher or an institution': (one) =>
      some(one, (line) => see(page, line, 'publisher')) ||
      /\b(?:University|Universi\p{L}+|Press|Publishing|Institute|Library|Repository|Database|Group|Ltd|Inc|Society|Association|ClinicalTrials|Home|Manuscripts?)\b|大学|数据库|图书馆|出版社|平台|网$/u.test(
        one.value,
      ),
    'a title': (one) => titles.some((title) => title === copyKey(one.value)),
    'inside a title': (one) =>
      titles.some((title) => title !== copyKey(one.value) && title.includes(copyKey(one.value))),
    'among references or other papers': (one) => one.seen.every(({ line }) => line > sight.tail),
    'below the title': (one) => one.seen.every(({ line }) => line > sight.anchor + 40),
    'at the head of the page': (one) => one.seen.some(({ line }) => line <= 12),
    'near the title': (one) => one.seen.some(({ line }) => Math.abs(line - sight.anchor) <= 8),
    'beside a DOI': (one) => some(one, (line) => see(page, line, 'dois').length > 0),
    'above an ISSN or a measure': (one) =>
      some(one, (line) =>
        /^(?:impact factor|(?:(?:e|p|l|online|print|electronic)[\s-]?)?issn|5-year|citescore|versión (?:on-line|impresa))/iu.test(
          near(page, line, 1)[0]?.text ?? '',
        ),
      ),
    'above a kind of article': (one) =>
      some(one, (line) => near(page, line, 1).some((next) => see(page, next, 'type'))),
    'behind a ©': (one) => {
      const at = text.indexOf(one.value, Math.max(0, text.indexOf('©')));
      return at >= 0 && text.slice(Math.max(0, at - 22), at).includes('©');
    },
    'an abbreviation of another candidate': (one) =>
      all.some((other) => abbreviates(one.value, other.value) || isBeginning(one.value, other.value)),
    'abbreviated by another candidate': (one) =>
      all.some((other) => abbreviates(other.value, one.value) || isBeginning(other.value, one.value)),
    abbreviated: (one) => one.field === 'journalAbbreviation',
    Chinese: (one) => one.field === 'journalZh',
    'cut short': (one) => /(?:…|\.\.\.|&)$/u.test(one.value),
    'part of a longer candidate': (one) =>
      all.some(
        (other) =>
          other !== one &&
          other.value.length > one.value.length + 2 &&
          other.value.includes(one.value) &&
          other.seen.length >= one.seen.length,
      ),
    'a heading or a label': (one) =>
      some(
        one,
        (line) => see(page, line, 'section') || see(page, line, 'tail') !== undefined || see(page, line, 'type'),
      ),
  };
};

/** The best name of each kind that is rather the journal's than not. */
export function chooseJournal(
  sight: JournalSight,
  weights: Weights,
): { chosen: JournalCandidate[]; all: Weighed<JournalCandidate>[] } {
  const candidates = journalCandidates(sight);
  const all = ranked(candidates, journalReasons(sight, candidates), weights);
  const chosen: JournalCandidate[] = [];
  for (const { candidate, points } of all) {
    if (points <= 0) break;
    if (!chosen.some((one) => one.field === candidate.field)) chosen.push(candidate);
  }
  return { chosen, all };
}
