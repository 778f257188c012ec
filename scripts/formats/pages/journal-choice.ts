/** Chooses the journal of a page by weighed reasons: its name, abbreviation and Chinese name. */

import { shareOfHan } from '#domain/language';
import { hasHan } from '#text/han';
import { isPersonShape } from '../values/name-shapes.ts';
import { isJournalName } from './citations.ts';
import { isThesis } from './number-choice.ts';
import { journalWord, readJournalName, type JournalField } from './numbers.ts';
import type { JournalWay, Line, Page } from './page.ts';
import { near, see } from './sight.ts';
import { copyKey } from './state-titles.ts';
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

/** More names are not looked at: no page names its journal after so many others. */
const mostNames = 200;

/** Every name that may be the journal's, each once, with the ways in which the page shows it. */
function journalCandidates(sight: JournalSight): JournalCandidate[] {
  const { page } = sight;
  const found = new Map<string, JournalCandidate>();
  const add = (name: Traced, way: JournalWay, line: number): void => {
    const read = readJournalName(name);
    if (!read) return;
    const key = copyKey(read.value);
    // "Berg, Ana" is not a long form of "Berg, A.", which another line has.
    if (!key || (/,/u.test(read.value) && isPersonShape(read.value))) return;
    const had = found.get(key) ?? { field: read.field, value: read.value, seen: [] };
    if (had.seen.length < 20) had.seen.push({ way, traced: slice(read.traced, 0, read.end), line });
    found.set(key, had);
  };
  for (const { name, way, line } of page.journals) add(name, way, line);
  for (const line of page.lines) {
    const way = wayOfNeighbours(page, line);
    if (way) add(line.traced, way, line.index);
    const head = beforeButtons(page, line);
    if (head) add(head, 'above', line.index);
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
      if (line.text.length <= 120 && line.text.length > value.length && isShort(value, line.text))
        add(line.traced, 'alone', line.index);
  const all = [...found.values()];
  // "J Relig Ment Health" is an abbreviation where the page has the name that it is of.
  for (const one of all.slice(0, 60))
    if (one.field === 'journal' && all.some((other) => abbreviates(one.value, other.value)))
      one.field = 'journalAbbreviation';
  return all;
}

/** What a journal's own menu has, and no other: its submissions and board, and what indexes say of it. */
const journalButtons =
  /\s[|•·]\s(?:submit|submissions?|for authors|editorial (?:board|policies|team)|editors|aims (?:and|&) scope|impact factor|scopus|(?:sjr )?q[1-4])(?![\p{L}\d])/iu;

/** "Journal of Care | Submit | Scopus Q2": the name before a journal's buttons, or before any above its numbers. */
function beforeButtons(page: Page, line: Line): Traced | undefined {
  const name = line.text.length < 200 ? /^([^|•·]{4,90}?)\s[|•·]\s/u.exec(line.text)?.[1] : undefined;
  return name &&
    journalWord.test(name) &&
    isJournalName(name) &&
    (journalButtons.test(line.text) || isAboveNumbers(page, line))
    ? slice(line.traced, 0, name.length)
    : undefined;
}

/** Whether the line below is the place of a journal and nothing else. */
function isAboveNumbers(page: Page, line: Line): boolean {
  const [below] = near(page, line, 1);
  const { tokens, rest } = below ? see(page, below, 'locator') : { tokens: [], rest: [] };
  return rest.length === 0 && tokens.some(({ kind }) => kind === 'volume' || kind === 'issue');
}

/** A short line below a journal's label, or above its numbers and nothing else: "来源期刊", "护理与心身", "2015年15卷8期". */
function wayOfNeighbours(page: Page, line: Line): JournalWay | undefined {
  const { text } = line;
  if (text.length < 3 || text.length > 100 || !isJournalName(text) || /[.!?。]\s|[:：]/u.test(text)) return undefined;
  if (see(page, line, 'label') ?? see(page, line, 'furniture') ?? see(page, line, 'tail')) return undefined;
  // "BMC Psychiatry 医学-精神病学" is a name and its subject.
  if (hasHan(text) && /\p{Script=Latin}{2}/u.test(text)) return undefined;
  const [above] = near(page, line, -1);
  const label = above && see(page, above, 'label');
  if (label?.alone && label.field === 'journal') return 'label';
  return isAboveNumbers(page, line) && (see(page, line, 'han') ? text.length <= 24 : see(page, line, 'capitals'))
    ? 'above'
    : undefined;
}

/** "liber." of "Liberabit": the first letters of one word. */
const isBeginning = (short: string, name: string): boolean =>
  /^\p{Lu}\p{L}+$/u.test(name) &&
  copyKey(name).startsWith(copyKey(short)) &&
  copyKey(short).length > 3 &&
  copyKey(name) !== copyKey(short);

const isShort = (short: string, name: string): boolean => abbreviates(short, name) || isBeginning(short, name);

type Add = (name: Traced, way: JournalWay, line: number) => void;

/** The names that a line may hold: the whole of it, what is before its numbers, and the steps of a path. */
function addOfLine(sight: JournalSight, line: Line, add: Add): void {
  const { page } = sight;
  const { text } = line;
  // The name beside its picture, its owner, or a word for this page of the site.
  const logo = /^(.{2,60}?)\s(?:logo(?:\s?Link to .*)?|手机版|官方网站|官网|首页|©\s(?:19|20)\d{2}\s.{4,60})$/u.exec(
    text,
  )?.[1];
  const name = logo ?? text;
  const isName = name.length <= 100 && isJournalName(name) && /^[\p{Lu}《\p{Script=Han}]/u.test(name);
  if (isName && !see(page, line, 'label')) {
    if (logo) add(slice(line.traced, 0, logo.length), 'logo', line.index);
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

/** Words of menus that are in no name of a journal. */
const menuWords =
  /\b(?:log ?in|sign (?:in|up)|search|menu|home|cart|register|subscribe|resource cent(?:er|re)|submit|browse|email|address|contact|about|download|issue|volume|article|authors?|editors?|snapshots?|events?|status|access|reviewers?|figures?|tables?|references|export|cite|share|document|details?|registration|manuscripts?)\b|位置|首页|顯示|显示|登录|检索|上一|下一|星级|下载/iu;

/** What the page tells of its journal, beside all the names that may be its. */
interface NameSight extends JournalSight {
  all: readonly JournalCandidate[];
  text: string;
  /** The keys of the titles. */
  titles: readonly string[];
  isThesis: boolean;
}

/** The number of characters of a page in which mentions of a name are counted. */
const mostText = 200_000;

const nameSight = (sight: JournalSight, all: readonly JournalCandidate[]): NameSight => ({
  ...sight,
  all,
  text: sight.page.lines
    .map((line) => line.text)
    .join('\n')
    .slice(0, mostText),
  titles: sight.page.draft.titles.map((title) => copyKey(title.value.text)),
  isThesis: isThesis(sight.page),
});

/** Why a name is the journal's, and why it is not. */
const journalReasons: Reasons<JournalCandidate, NameSight> = {
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
  'alone above the title': ({ seen }, { anchor }) => seen.some(({ way, line }) => way === 'alone' && line < anchor),
  'alone below the title': ({ seen }, { anchor }) => seen.some(({ way, line }) => way === 'alone' && line > anchor),
  'in two ways': ({ seen }) => new Set(seen.map(({ way }) => way)).size >= 2,
  'said twice or more': ({ value }, { text }) => isSaid(text, value, 2),
  'said four times or more': ({ value }, { text }) => isSaid(text, value, 4),
  'words of journals': ({ value }) => journalWord.test(value) || journalWord.test(titled(value)),
  'in a column of short lines': (one, { page }) =>
    one.seen.every(({ way }) => way === 'alone' || way === 'path')
      ? Math.max(0, ...linesOf(page, one).map((line) => see(page, line, 'column')))
      : 0,
  'the first words of a menu': ({ seen }, { anchor }) =>
    seen.every(({ way, line }) => way === 'alone' && line < 4 && line < anchor),
  // Chinese, Japanese and Korean names are one word.
  'few words': ({ value, seen }) =>
    wordsOf(value).length === 1 &&
    /\p{Script=Latin}/u.test(value) &&
    shareOfHan(value) < 0.3 &&
    seen.every(({ way }) => way !== 'label'),
  'many words': ({ value }) => wordsOf(value).length > 8,
  'more than letters': ({ value }) => /[^\p{L}\s&:,.'’()-]/u.test(value),
  'small letters': ({ value }) => shareOfHan(value) < 0.3 && wordsOf(value).some((word) => /^\p{Ll}{4,}/u.test(word)),
  'all in capitals': ({ value }) => /^[\p{Lu}\s&:,.-]{6,}$/u.test(value),
  'speaks to the reader': (one, { page }) =>
    some(page, one, (line) => see(page, line, 'appeal')) || /\b(?:your|you|we|our|my)\b/iu.test(one.value),
  'words of a menu': ({ value }) => menuWords.test(value),
  'a few characters': ({ value }) => shareOfHan(value) > 0.3 && value.length < 4,
  'a colon inside': ({ value }) => /[:：]/u.test(value),
  'words of a site': (one, { page }) => some(page, one, (line) => see(page, line, 'furniture') !== undefined),
  'a name of a person': ({ value }) => isPersonShape(value),
  'a row of names': (one, { page }) =>
    some(page, one, (line) => see(page, line, 'row') || (see(page, line, 'names')?.length ?? 0) > 1),
  'names of the authors': ({ value }, { page: { draft } }) =>
    draft.authors.filter(({ value: { name } }) => /\s/u.test(name.written) && value.includes(name.written)).length > 1,
  'a row of a menu': (one, { page }) => some(page, one, (line) => see(page, line, 'menu')),
  'a publisher or an institution': (one, { page }) =>
    some(page, one, (line) => see(page, line, 'publisher')) || ofInstitutions.test(one.value),
  'a title': ({ value }, { titles }) => titles.includes(copyKey(value)),
  'among references or other papers': ({ seen }, { tail }) => seen.every(({ line }) => line > tail),
  'below the title': ({ seen }, { anchor }) => seen.every(({ line }) => line > anchor + 40),
  'at the head of the page': ({ seen }) => seen.some(({ line }) => line <= 12),
  'near the title': ({ seen }, { anchor }) => seen.some(({ line }) => Math.abs(line - anchor) <= 8),
  'beside a DOI': (one, { page }) => some(page, one, (line) => see(page, line, 'dois').length > 0),
  'above an ISSN or a measure': (one, { page }) =>
    some(page, one, (line) => measures.test(see(page, line, 'next')?.text ?? '')),
  'above a kind of article': (one, { page }) =>
    some(page, one, (line) => near(page, line, 1).some((next) => see(page, next, 'type'))),
  'behind a ©': ({ value }, { text }) => {
    const at = text.indexOf(value, Math.max(0, text.indexOf('©')));
    return at >= 0 && text.slice(Math.max(0, at - 22), at).includes('©');
  },
  'an abbreviation of another candidate': ({ value }, { all }) => all.some((other) => isShort(value, other.value)),
  'abbreviated by another candidate': ({ value }, { all }) => all.some((other) => isShort(other.value, value)),
  'above what abbreviates it': ({ value, seen: [{ line } = { line: 0 }] }, { all }) =>
    all.some(
      (other) => abbreviates(other.value, value) && other.seen.some((one) => one.line > line && one.line <= line + 12),
    ),
  abbreviated: ({ field }) => field === 'journalAbbreviation',
  Chinese: ({ field }) => field === 'journalZh',
  'part of a longer candidate': ({ value, seen }, { all }) =>
    all.some(
      (other) =>
        other.value.length > value.length + 2 && other.value.includes(value) && other.seen.length >= seen.length,
    ),
  // A thesis is in no journal: a name alone on its page is a repository's.
  'on a thesis’s page, and alone': ({ seen }, sight) =>
    sight.isThesis && seen.every(({ way }) => way === 'alone' || way === 'path'),
};

/** A name that the page shows in this way. */
function by(way: JournalWay): (one: JournalCandidate) => boolean {
  return ({ seen }) => seen.some((one) => one.way === way);
}

const linesOf = (page: Page, { seen }: JournalCandidate): Line[] => seen.flatMap(({ line }) => page.lines[line] ?? []);

const some = (page: Page, one: JournalCandidate, holds: (line: Line) => boolean): boolean =>
  linesOf(page, one).some(holds);

const wordsOf = (value: string): string[] => value.split(/\s+/u);

/** Whether a text has a value at least so often. */
function isSaid(text: string, value: string, least: number): boolean {
  let count = 0;
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length))
    if (++count >= least) return true;
  return false;
}

/** Words of houses, and of what is not a journal. */
const ofInstitutions =
  /\b(?:University|Universi\p{L}+|Press|Publishing|Institute|Library|Repository|Database|Group|Ltd|Inc|Society|Association|ClinicalTrials|Home|Manuscripts?|Research (?:Online|Explorer|Portal)|E-?Prints)\b|大学|数据库|图书馆|出版社|平台|网$/u;

/** What journals print of themselves below their names. */
const measures =
  /^(?:[•·]\s)?(?:abbreviation:|impact factor|(?:(?:e|p|l|online|print|electronic)[\s-]?)?issn|5-year|citescore|versión (?:on-line|impresa))/iu;

/** The best name of each kind that is rather the journal's than not. */
export function chooseJournal(
  sight: JournalSight,
  weights: Weights,
): { chosen: JournalCandidate[]; all: Weighed<JournalCandidate>[] } {
  const candidates = journalCandidates(sight);
  const all = ranked(candidates, nameSight(sight, candidates), journalReasons, weights);
  const chosen: JournalCandidate[] = [];
  for (const { candidate, points } of all) {
    if (points <= 0) break;
    if (!chosen.some((one) => one.field === candidate.field)) chosen.push(candidate);
  }
  return { chosen, all };
}
