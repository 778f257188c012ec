/** Which lines of a page can be its title, and what the rest of the page says about them. */

import { readLocator } from '../values/locators.ts';
import { isHanName, isPersonShape } from '../values/name-shapes.ts';
import { aboutness } from './aboutness.ts';
import { faultOf } from './impossible.ts';
import { isAbbreviated } from './numbers.ts';
import type { Line, Page } from './page.ts';
import { citedIn, tailFrom } from './page-tail.ts';
import { near, see } from './sight.ts';
import { copyKey } from './state-titles.ts';
import type { Reasons } from './weigh.ts';

/** What speaks against a line as a paper's title, from its own words alone: none of it, and the line can be one. */
const faults: Reasons<Line, Pick<TitleSight, 'page'>> = {
  'too long or too short': (line, { page }) =>
    line.text.length > 450 || !/\p{L}{2}/u.test(line.text) || line.text.length < (see(page, line, 'han') ? 6 : 12),
  'an address of the web or a post': ({ text }) =>
    /^https?:\/\/|^www\.|@\w|^[{[]"|^10\.\d{4}|\b(?:reply\s+retweet)\b|^(?:RT )?@|https?:\/\/|\borcid\b/iu.test(text),
  'words of a site': (line, { page }) => see(page, line, 'furniture') !== undefined || see(page, line, 'menu'),
  'what no title looks like': ({ text }) => faultOf('title', text) !== undefined,
  'a kind of article': (line, { page }) => see(page, line, 'type'),
  'a heading of the page': (line, { page }) => see(page, line, 'tail') !== undefined || see(page, line, 'section'),
  'a degree, a numbered heading or a row of terms': ({ text }) =>
    /^(?:Doctor|Master|Bachelor) of [\p{L}() ]{3,40}$/u.test(text) ||
    /^\d{1,2}(?:\.\d{1,2}){0,2}[、.]?\s\p{Script=Han}.{0,20}$|^[一二三四五六七八九十]{1,2}\s?[、.．]/u.test(text) ||
    /;\s[^;]{2,60};\s/u.test(text),
  'one of numbered lines': (line, { page }) => isNumbered(line, page),
  'a label and a number': ({ text }) => /^[\p{L}\s]{2,20}:\s?[\d\s.-]+$/u.test(text),
  'a label of something else': (line, { page }) => (see(page, line, 'label')?.field ?? 'title') !== 'title',
  'two words, or a person': (line, { page }) =>
    !see(page, line, 'han') && (see(page, line, 'words').length < 3 || isPersonShape(line.text)),
  'Chinese names': (line, { page }) =>
    see(page, line, 'han') && line.text.split(/[\s,，、]+/u).every((part) => isHanName(part)),
  'a publisher or an institution': (line, { page }) => see(page, line, 'publisher') || see(page, line, 'institution'),
  'an address, or an item of a list': (line, { page }) => see(page, line, 'address') || /^[•·▪◦-]\s/u.test(line.text),
  names: (line, { page }) =>
    !sentenceWord.test(line.text) &&
    (/[,;，；、\d•*†]/u.test(line.text) || see(page, line, 'han')) &&
    (see(page, line, 'names') !== undefined || see(page, line, 'row')),
  'an identifier or a row between bars': ({ text }) =>
    /\b(?:doi|issn|pmid|pub date|publication date)\s?[:：]|10\.\d{4,9}\/|(?:\s\|\s.*){2}/iu.test(text),
  'more than one sentence': ({ text }) =>
    text.length > 120 &&
    /[.。!！]["”’)]?\s?(?=\p{Lu}\p{Ll}|\p{Script=Han})/u.test(text.replace(/\b(?:vs|Dr|St|U\.S|U\.K|No|Vol)\./gu, '')),
  'a stop inside, or an open end': ({ text }) =>
    /[。；]/u.test(text.slice(0, -1)) ||
    /[,;:，、(（]$|\s[-–—]$/u.test(text) ||
    (/。$/u.test(text) && /[,，]/u.test(text)),
  'a place in a journal': (line, { page }) => see(page, line, 'place'),
  'the numbers of a journal': (line, { page }) => isCitationLine(page, line),
  'an abbreviated name': ({ text }) =>
    text.length < 80 && isAbbreviated(text.length < 60 ? text : text.replace(/\.$/u, '')),
};

/** "6. Results" above "7. Discussion": an item of a table of contents. */
function isNumbered(line: Line, page: Page): boolean {
  const numberOf = (one: Line | undefined): number => Number(/^(\d{1,2})\.\s/u.exec(one?.text ?? '')?.[1]);
  return (['previous', 'next'] as const).some(
    (side) => Math.abs(numberOf(see(page, line, side)) - numberOf(line)) === 1,
  );
}

/** "CARE: Nursing and Care: July 2020 - Volume 38 - Issue 7 - p 331-337": numbers and dates, and a name at most. */
function isCitationLine(page: Page, line: Line): boolean {
  const spoken = see(page, line, 'locator').rest.reduce((sum, { text }) => sum + text.length, 0);
  return see(page, line, 'kinds').size >= 3 && spoken < 0.6 * line.text.length;
}

/** Whether a line can be a paper's title: some words, no sentence beyond its end, no label, name, address or number line. */
export function canBeTitle(page: Page, line: Line): boolean {
  let known = possible.get(line);
  if (known === undefined) possible.set(line, (known = !Object.values(faults).some((holds) => holds(line, { page }))));
  return known;
}

const possible = new WeakMap<Line, boolean>();

const bookUnderReview = /\. (?:By|Edited by|Edición de|Von|Par) \p{Lu}[^:]{5,200}\b(?:19|20)\d{2}\b/u;

/** A word that is in sentences and never between names. */
const sentenceWord = /\s(?:in|an|for|on|with|from|how|among|between|during|after|before|as|is|are)\s/u;

/** What the whole page tells of its titles. */
export interface TitleSight {
  page: Page;
  /** The text of what is taken for the abstracts, and the index of the line where the first begins. */
  prose: string;
  zones: readonly { from: number; to: number }[];
  end: number;
  /** The first index of references or related papers. */
  tail: number;
  /** What the first line says without the site's name, by its key. */
  head: string;
  /** Texts that references on the page name, by key. */
  named: ReadonlySet<string>;
  /** How much a line speaks of what the abstracts speak of, from -1 to 1. */
  about: (line: Line) => number;
  /** How much a line speaks of what all prose of the page speaks of, from -1 to 1. */
  aboutAll: (line: Line) => number;
  /** Lines that can be titles before each line. */
  rank: ReadonlyMap<Line, number>;
  /** How many lines can be titles. */
  possible: number;
  keys: readonly string[];
}

/** The part of a browser's title that is the paper's: `Title | Site`, `Title - Site`, `Title [Site]`. */
const siteSuffix = /\s(?:[|·»–—-]\s[^|·»–—]{2,80}|\[[^\]]{2,60}\])$/u;

/** The key of what a browser's title says of the paper. */
export const browserTitle = (text: string): string => copyKey(text.replace(/^Title:\s/u, '').replace(siteSuffix, ''));

export function titleSight(
  page: Page,
  lines: readonly Line[],
  { prose, zones, end }: Pick<TitleSight, 'prose' | 'zones' | 'end'>,
): TitleSight {
  const keys = lines.slice(0, 200).map((line) => see(page, line, 'key'));
  const top = page.lines.find((line) => line.text);
  // For a chapter and its book the reference names the chapter first.
  const named = new Set(
    citedIn(page).flatMap((line) => {
      const text = see(page, line, 'key');
      const found = keys.filter((key) => key.length >= 8 && text !== key && text.includes(key));
      return found.sort((a, b) => text.indexOf(a) - text.indexOf(b) || b.length - a.length).slice(0, 1);
    }),
  );
  const possible = lines.filter((line) => canBeTitle(page, line));
  return {
    page,
    prose,
    zones,
    end,
    tail: tailFrom(page),
    head: browserTitle(top?.text ?? ''),
    named,
    about: ofLine(aboutness(prose)),
    aboutAll: ofLine(aboutness(allProse(page))),
    rank: ranksOf(lines, possible),
    possible: possible.length,
    keys,
  };
}

/** What a text is measured by, of a line: measured once. */
function ofLine(measure: (text: string) => number): (line: Line) => number {
  const known = new Map<Line, number>();
  return (line) => {
    let found = known.get(line);
    if (found === undefined) known.set(line, (found = measure(line.text)));
    return found;
  };
}

/** How many of the possible lines are before each. */
function ranksOf(lines: readonly Line[], possible: readonly Line[]): ReadonlyMap<Line, number> {
  const is = new Set(possible);
  let before = 0;
  return new Map(
    lines.map((line) => {
      const rank = before;
      if (is.has(line)) before++;
      return [line, rank];
    }),
  );
}

/** The first paragraphs of a page, whatever they are. */
const allProse = (page: Page): string =>
  page.lines
    .filter((line) => line.text && see(page, line, 'prose'))
    .slice(0, 12)
    .map(({ text }) => text.slice(0, 3000))
    .join(' ');

/** What a site sets before a title that it shows a second time. */
const access = /^(?:free|(?:open|full|free)\saccess)\s/iu;
/** "A preprint service of the Society …", "Part of the Elm group", "Our community"; not "The association between …". */
const tagline =
  /^(?:an?|the|your|our|official)\s(?:[\p{L}-]+\s){0,4}(?:service|platform|portal|database|repository|library|journal|publication|archive|gateway|(?:network|community|group|society|association|university)[.!]?$)\b|^(?:part|published|powered|hosted|supported|provided|brought|member|home)\s.{0,60}\b(?:service|platform|portal|database|repository|library|network|journal|publication|archive|gateway|community|group|society|association|university|you)\b/iu;
const siteName = /(?:平台|网|网站|数据库|系统|首页|杂志|学报|期刊|中心|大全|论文网|图书馆)$/u;

/** A line that says where a paper appeared: its DOI, or its journal's numbers. */
const isPlaced = (page: Page, line: Line): boolean =>
  line.text.length < 250 &&
  (see(page, line, 'dois').length > 0 ||
    ['volume', 'issue', 'pages'].some((kind) => see(page, line, 'kinds').has(kind as 'volume')));

const isNames = (page: Page, line: Line | undefined): boolean =>
  line !== undefined && (see(page, line, 'names') !== undefined || see(page, line, 'label')?.field === 'authors');

/** Why a line is the paper's title, and why it is not. */
export const titleReasons: Reasons<Line, TitleSight> = {
  ...faults,
  'names below': (line, { page }) => isNames(page, see(page, line, 'below')),
  'names in the second line below': (line, { page }) =>
    !isNames(page, see(page, line, 'below')) && isNames(page, see(page, line, 'second')),
  'an institution below': (line, { page }) => oneOf(page, [see(page, line, 'below')], 'address'),
  'names above': (line, { page }) => isNames(page, see(page, line, 'above')),
  // A review's title is the reference of the book: "Title. By Author. Publisher, 2012, 288 pp."
  'a book under review': (line) => bookUnderReview.test(line.text),
  'the kind of article above': (line, { page }) =>
    oneOf(page, [see(page, line, 'above'), see(page, line, 'previous')], 'type'),
  'a title in another script beside it': (line, { page }) =>
    [see(page, line, 'above'), see(page, line, 'below')].some(
      (one) => one && see(page, one, 'han') !== see(page, line, 'han') && canBeTitle(page, one),
    ),
  'speaks of what the abstract speaks of': (line, { about }) => Math.max(0, about(line)),
  'speaks of nothing in the abstract': (line, { about }) => Math.max(0, -about(line)),
  'speaks of what the page speaks of': (line, { aboutAll }) => Math.max(0, aboutAll(line)),
  'a line of the abstract': (line, { zones }) => zones.some(({ from, to }) => line.index >= from && line.index < to),
  'the browser names it': (line, { page, head }) =>
    head.length >= 8 && line.index > 0 && see(page, line, 'key') === head,
  'is there twice': (line, { page }) => line.text.length >= 25 && see(page, line, 'times') >= 2,
  'a reference names it': (line, { page, named }) => named.has(see(page, line, 'key')),
  'a word of access before another candidate': (line, { page, keys }) =>
    access.test(line.text) &&
    keys.some((key) => key !== see(page, line, 'key') && key.length > 15 && see(page, line, 'key').endsWith(key)),
  'as many words as titles have': (line, { page }) =>
    Math.min(1, see(page, line, 'han') ? line.text.length / 18 : see(page, line, 'words').length / 9),
  'few words in capitals': (line, { page }) => see(page, line, 'capitals') && see(page, line, 'words').length <= 5,
  'a journal by its words': (line, { page }) =>
    see(page, line, 'journalWord') && see(page, line, 'capitals') && see(page, line, 'words').length <= 8,
  'cited as a journal': (line, { page }) => isCitedAsJournal(page, line),
  'a term below a label of terms': (line, { page }) => isValueOfTerms(page, line),
  'a neighbour or a related paper': (line, { page }) => neighbour.test(see(page, line, 'previous')?.text ?? ''),
  'its numbers or DOI near': (line, { page }) => belowOf(page, line).some((one) => one && isPlaced(page, one)),
  'speaks to the reader': (line, { page }) => line.text.length < 80 && see(page, line, 'appeal'),
  'an unknown label': (line) => /^[\p{L}\s'’-]{2,25}[:：]\s?\S/u.test(line.text) && line.text.length < 70,
  'the name of a site': (line) => siteName.test(line.text) || (line.index <= 1 && /\s[-–—|]\s/u.test(line.text)),
  'a date or a number inside': (line) => /\d{4}|\d{1,2}[:/]\d{2}/u.test(line.text),
  'ends like a sentence': (line, { page }) => isSentence(line) && !isStoppedPair(page, line),
  // A title in a second language may be there.
  'a sentence below the abstract': (line, { page, end }) =>
    line.index > end && isSentence(line) && page.draft.titles.length === 0,
  'what a site says it is': (line) => tagline.test(line.text),
  'among buttons': (line, { page }) =>
    [...near(page, line, -1, 2), ...near(page, line, 1, 2)].filter((one) => see(page, one, 'furniture')).length / 4,
  'in a column of short lines': (line, { page }) => (see(page, line, 'short') ? see(page, line, 'column') : 0),
  'below the abstract': (line, { end }) => line.index > end,
  'among other papers': (line, { tail }) => line.index > tail,
  // Below the abstract a sentence may be the only such line of a page that has no title.
  'the only line that can be a title': (line, { page, rank, possible, end }) =>
    rank.get(line) === 0 && possible === 1 && canBeTitle(page, line) && !(line.index > end && isSentence(line)),
  'cut short': ({ text }) => /\S\s?(?:…|\.{3})/u.test(text),
  'the first line of the page': (line, { page }) => see(page, line, 'previous') === undefined,
  'other candidates before it': (line, { rank }) => Math.min(8, rank.get(line) ?? 0) / 8,
};

const isSentence = ({ text }: Line): boolean => /[.!。！]$/u.test(text);

/** A title and its translation, both with the stop in which PubMed ends every title. */
const isStoppedPair = (page: Page, line: Line): boolean =>
  [see(page, line, 'above'), see(page, line, 'below')].some(
    (one) =>
      one && see(page, one, 'han') !== see(page, line, 'han') && /[.。]$/u.test(one.text) && canBeTitle(page, one),
  );

/** The two lines below one that are not buttons. */
const belowOf = (page: Page, line: Line): (Line | undefined)[] => [see(page, line, 'below'), see(page, line, 'second')];

/** Whether one of some lines shows this. */
const oneOf = (page: Page, lines: readonly (Line | undefined)[], what: 'address' | 'type'): boolean =>
  lines.some((line) => line && see(page, line, what));

/** "Previous article", "上一篇": what is below such a line is another paper's. */
const neighbour = /^(?:next|previous) article|^(?:上|下)一篇|^related/iu;

/** What is below "Keywords" or another label of terms is not a title. */
function isValueOfTerms(page: Page, line: Line): boolean {
  const [above] = near(page, line, -1);
  const label = above && see(page, above, 'label');
  return (
    label !== undefined &&
    label.alone &&
    /^(?:keywords|subjects|classification|funding|correspondence|type|language|catalogue)$/u.test(label.field)
  );
}

/** Whether a line nearby is this text with volume, issue or pages after it: the page itself shows it to be a journal's name. */
function isCitedAsJournal(page: Page, line: Line): boolean {
  const { text } = line;
  if (text.length > 130) return false;
  return page.lines
    .slice(Math.max(0, line.index - 20), line.index + 60)
    .some(
      (other) =>
        other !== line &&
        other.text.length > text.length + 3 &&
        other.text.length < 300 &&
        other.text.startsWith(text) &&
        /^[.,;:]?\s?[(\d,.;:]|^[.,;:]?\s(?:vol|v\.|no|núm|第|20|19)/iu.test(other.text.slice(text.length)) &&
        readLocator(other.text.slice(text.length)).tokens.some((token) => /^(?:volume|issue|pages)$/u.test(token.kind)),
    );
}

/** What no title is, whatever is around it. */
const never = [
  'an address of the web or a post',
  'words of a site',
  'what no title looks like',
  'a label of something else',
  'the numbers of a journal',
  'Chinese names',
  'an address, or an item of a list',
  'one of numbered lines',
  'names',
] as const;

/** More lines are not looked at: no page has its title after so many others that could be one. */
const mostLines = 1500;

/** Lines above `tail` that may be a title at all: what is left out is not a candidate, whatever its neighbours are. */
export const titleCandidates = (page: Page, tail: number): Line[] =>
  page.lines
    .filter(
      (line) =>
        line.index < tail &&
        line.text.length >= 5 &&
        line.text.length <= 450 &&
        /\p{L}{2}/u.test(line.text) &&
        page.isFreeLine(line) &&
        see(page, line, 'tail') === undefined &&
        !never.some((name) => faults[name]?.(line, { page })),
    )
    .slice(0, mostLines);
