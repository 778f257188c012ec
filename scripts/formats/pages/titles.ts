/** Which lines of a page can be its title, and what the rest of the page says about them. */

import { shareOfHan } from '#domain/language';
import { readLocator } from '../values/locators.ts';
import { isHanName, isPersonShape } from '../values/name-shapes.ts';
import { isAbbreviated } from './numbers.ts';
import type { Line, Page } from './page.ts';
import { near, nearText, see } from './sight.ts';
import { copyKey } from './texts.ts';
import type { Reasons } from './weigh.ts';

/** What speaks against a line as a paper's title, from its own words alone: none of it, and the line can be one. */
const faults: Readonly<Record<string, (page: Page, line: Line) => boolean>> = {
  'too long or too short': (page, line) => {
    const { text } = line;
    return text.length > 450 || !/\p{L}{2}/u.test(text) || text.length < (see(page, line, 'han') ? 6 : 12);
  },
  'an address of the web or a post': (_, { text }) =>
    /^https?:\/\/|^www\.|@\w|^[{[]"|^10\.\d{4}|\b(?:reply\s+retweet)\b|^(?:RT )?@|https?:\/\/|\borcid\b/iu.test(text),
  'words of a site': (page, line) => see(page, line, 'furniture') !== undefined || see(page, line, 'menu'),
  'a kind of article': (page, line) => see(page, line, 'type'),
  'a heading of the page': (page, line) => see(page, line, 'tail') !== undefined || see(page, line, 'section'),
  'a label and a number': (_, { text }) => /^[\p{L}\s]{2,20}:\s?[\d\s.-]+$/u.test(text),
  'a label of something else': (page, line) => {
    const label = see(page, line, 'label');
    return label !== undefined && label.field !== 'title';
  },
  'two words, or a person': (page, line) =>
    !see(page, line, 'han') && (see(page, line, 'words').length < 3 || isPersonShape(line.text)),
  'Chinese names': (page, line) =>
    see(page, line, 'han') && line.text.split(/[\s,，、]+/u).every((part) => isHanName(part)),
  'a publisher or an institution': (page, line) => see(page, line, 'publisher') || isInstitution(line.text),
  'an address, or an item of a list': (page, line) => see(page, line, 'address') || /^[•·▪◦]\s/u.test(line.text),
  names: (page, line) =>
    !sentenceWord.test(line.text) &&
    (/[,;，；、\d•*†]/u.test(line.text) || see(page, line, 'han')) &&
    (see(page, line, 'names') !== undefined || see(page, line, 'row')),
  'an identifier or a row between bars': (_, { text }) =>
    /\b(?:doi|issn|pmid|pub date|publication date)\s?[:：]|10\.\d{4,9}\/|(?:\s\|\s.*){2}/iu.test(text),
  'more than one sentence': (_, { text }) =>
    text.length > 120 &&
    /[.。!！]["”’)]?\s?(?=\p{Lu}\p{Ll}|\p{Script=Han})/u.test(text.replace(/\b(?:vs|Dr|St|U\.S|U\.K|No|Vol)\./gu, '')),
  'a stop inside, or an open end': (_, { text }) => /[。；]/u.test(text.slice(0, -1)) || /[,;:，、(（]$/u.test(text),
  'a place in a journal': (_, { text }) => isPlace(text),
  'an abbreviated name': (_, { text }) =>
    text.length < 80 && isAbbreviated(text.length < 60 ? text : text.replace(/\.$/u, '')),
};

/** Volume, issue or date with few words beside them. */
function isPlace(text: string): boolean {
  const { tokens, rest } = readLocator(text.slice(0, 300), false);
  const kinds = new Set(tokens.map((token) => token.kind));
  const spoken = rest.reduce((sum, piece) => sum + piece.text.length, 0);
  return (
    tokens.length > 0 &&
    (kinds.size >= 2 || spoken < 0.5 * text.length) &&
    (kinds.has('volume') || kinds.has('date') || kinds.has('online') || kinds.has('issue'))
  );
}

/** Whether a line can be a paper's title: some words, no sentence beyond its end, no label, name, address or number line. */
export function canBeTitle(page: Page, line: Line): boolean {
  let known = possible.get(line);
  if (known === undefined) possible.set(line, (known = !Object.values(faults).some((holds) => holds(page, line))));
  return known;
}

const possible = new WeakMap<Line, boolean>();

const bookUnderReview = /\. (?:By|Edited by|Edición de|Von|Par) \p{Lu}[^:]{5,200}\b(?:19|20)\d{2}\b/u;

/** A word that stands in sentences and never between names. */
const sentenceWord = /\s(?:in|an|for|on|with|from|how|among|between|during|after|before|as|is|are)\s/u;

/** An institution alone on its line, every word of it written like a name. */
const isInstitution = (text: string): boolean =>
  text.length < 90 &&
  /^(?:\p{Lu}[\p{L}.'’-]*|of|for|and|the|&|de|del|la|las|los|da|do|das|dos|y|e|für|di|du|des)(?:\s(?:\p{Lu}[\p{L}.'’-]*|of|for|and|the|&|de|del|la|las|los|da|do|das|dos|y|e|für|di|du|des))*$/u.test(
    text,
  ) &&
  /^(?=(?:\S+\s){0,5}\S+$).*\b(?:University|Université|Universidad|Universidade|Università|Universität)(?![\p{L}])|^(?:Universi(?:dad|dade|té|tà|tät|tat)|Fundación|Fundação|Fondazione|Institut[oe]?|Istituto|Facultad|Faculdade|Centro|Escuela|Escola|Ministerio|Ministério|Corporación|(?:University|Institute|Faculty|Ministry|Department|College) of)\s|\s(?:University|Universität|Institute|Press|Publishers?|Publishing)$/u.test(
    text,
  );

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
  /** How much a text speaks of what the abstracts speak of, from -1 to 1. */
  about: (text: string) => number;
  /** The same of all prose of the page. */
  aboutAll: (text: string) => number;
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
  // Of a chapter and its book the reference names the chapter first.
  const named = new Set(
    citedIn(page).flatMap((line) => {
      const text = see(page, line, 'key');
      const found = keys.filter((key) => key.length >= 8 && text.includes(key));
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
    about: aboutness(prose),
    aboutAll: aboutness(allProse(page)),
    rank: ranksOf(lines, possible),
    possible: possible.length,
    keys,
  };
}

/** How many of the possible lines stand before each. */
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

/** Where references or other papers begin, which have words under them; a menu names the headings one below the other. */
export const tailFrom = (page: Page): number =>
  headingOf(
    page,
    /^(?:references|related)$/u,
    (line) =>
      line.text.length >= 60 || /(?<!\d)(?:19|20)\d{2}(?!\d)/u.test(line.text) || see(page, line, 'dois').length > 0,
  );

/** Where the references begin: lines with a year or a number stand under their heading. */
export const referencesFrom = (page: Page): number =>
  headingOf(page, /^references$/u, ({ text }) => text.length >= 40 && /(?<!\d)(?:19|20)\d{2}(?!\d)|^\[?\d/u.test(text));

function headingOf(page: Page, headings: RegExp, isUnder: (line: Line) => boolean): number {
  const found = page.lines.find(
    (line) => line.index > 0 && headings.test(see(page, line, 'tail') ?? '') && near(page, line, 1, 4).some(isUnder),
  );
  return found?.index ?? page.lines.length;
}

/** The texts of lines that read like references, in one of which the page may name its own paper. */
export const citedIn = (page: Page): Line[] =>
  page.lines
    .filter(({ text }) => text.length > 60 && text.length < 900 && /(?:19|20)\d{2}/u.test(text))
    .filter(({ text }) => !/^[[(]?\d{1,3}[.\])]/u.test(text))
    .filter(
      (line) =>
        see(page, line, 'reference') || /^\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?,\s\p{Lu}\./u.test(line.text),
    );

/**
 * How much a text speaks of what the abstract speaks of: 1 where two thirds of its words stand there, -1 where none does.
 * An interface never does; a title in the abstract's script nearly always.
 */
export function aboutness(prose: string): (text: string) => number {
  const known = new Set(stemsOf(prose));
  const scripts = { han: shareOfHan(prose) > 0.05, latin: shareOfHan(prose) < 0.8 };
  return (text) => {
    // A sentence of the abstract that stands alone is no title of it.
    if (text.length > 60 && prose.includes(text.slice(0, 60))) return 0;
    const stems = [...new Set(stemsOf(text))];
    const written = shareOfHan(text) > 0.3 ? scripts.han : scripts.latin;
    if (known.size < 20 || stems.length < 2 || !written) return 0;
    const share = stems.filter((stem) => known.has(stem)).length / stems.length;
    return share === 0 ? (stems.length < 3 ? 0 : -1) : Math.min(1, share * 1.5);
  };
}

/** The beginnings of a text's longer words, and its pairs of Chinese characters. */
export const stemsOf = (text: string): string[] => [
  ...(text.toLowerCase().match(/\p{Script=Latin}{4,}/gu) ?? []).map((word) => word.slice(0, 5)),
  ...(text.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) =>
    Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2)),
  ),
];

const notice =
  /^(?:(?:author|publisher)\s)?(?:corrigendum|correction|erratum|retraction|expression of concern|corrección|fe de erratas|errata|更正|勘误)(?![\p{L}])/iu;
/** "A preprint service of the Society …", "Part of the Elm group". */
const tagline =
  /^(?:an?|the|your|our|official|part|published|powered|hosted|supported|provided|brought|member|home)\s.{0,60}\b(?:service|platform|portal|database|repository|library|network|journal|publication|archive|gateway|community|group|society|association|university|you)\b/iu;
const siteName = /(?:平台|网|网站|数据库|系统|首页|杂志|学报|期刊|中心|大全|论文网|图书馆)$/u;

/** A line that says where a paper stands: its DOI, or its journal's numbers. */
const isPlaced = (page: Page, line: Line): boolean =>
  line.text.length < 250 &&
  (see(page, line, 'dois').length > 0 ||
    ['volume', 'issue', 'pages'].some((kind) => see(page, line, 'kinds').has(kind as 'volume')));

const isNames = (page: Page, line: Line | undefined): boolean =>
  line !== undefined && (see(page, line, 'names') !== undefined || see(page, line, 'label')?.field === 'authors');

/** Why a line is the paper's title, and why it is not. */
export const titleReasons = (sight: TitleSight): Reasons<Line> => {
  const { page } = sight;
  const below = (line: Line) => nearText(page, line, 1)[0];
  const second = (line: Line) => nearText(page, line, 1, 2)[1];
  const above = (line: Line) => nearText(page, line, -1)[0];
  const isCited = (line: Line) => sight.named.has(see(page, line, 'key'));
  return {
    ...Object.fromEntries(Object.entries(faults).map(([name, holds]) => [name, (line: Line) => holds(page, line)])),
    'names below': (line) => isNames(page, below(line)),
    'names in the second line below': (line) => !isNames(page, below(line)) && isNames(page, second(line)),
    'a row of names below': (line) =>
      !isNames(page, below(line)) && [below(line), second(line)].some((one) => one && see(page, one, 'row')),
    'an institution below': (line) => (below(line) && see(page, below(line) as Line, 'address')) ?? false,
    'names above': (line) => isNames(page, above(line)),
    // A review's title is the reference of the book: "Title. By Author. Publisher, 2012, 288 pp."
    'a book under review': (line) => bookUnderReview.test(line.text),
    'the kind of article above': (line) =>
      [above(line), near(page, line, -1)[0]].some((one) => one && see(page, one, 'type')),
    'a title in another script beside it': (line) =>
      [above(line), below(line)].some(
        (one) => one && see(page, one, 'han') !== see(page, line, 'han') && canBeTitle(page, one),
      ),
    'speaks of what the abstract speaks of': (line) => Math.max(0, sight.about(line.text)),
    'speaks of nothing in the abstract': (line) => Math.max(0, -sight.about(line.text)),
    'speaks of what the page speaks of': (line) => Math.max(0, sight.aboutAll(line.text)),
    'a line of the abstract': (line) => sight.zones.some(({ from, to }) => line.index >= from && line.index < to),
    'the browser names it': (line) => sight.head.length >= 8 && line.index > 0 && see(page, line, 'key') === sight.head,
    'stands there twice': (line) => line.text.length >= 25 && see(page, line, 'times') >= 2,
    'a reference names it': (line) => isCited(line),
    'a notice of another paper': (line) =>
      notice.test(line.text) &&
      sight.keys.some(
        (key) => key !== see(page, line, 'key') && key.length > 15 && see(page, line, 'key').endsWith(key),
      ),
    'a label of a title': (line) => see(page, line, 'label')?.field === 'title',
    'as many words as titles have': (line) =>
      Math.min(1, see(page, line, 'han') ? line.text.length / 18 : see(page, line, 'words').length / 9),
    'few words in capitals': (line) => see(page, line, 'capitals') && see(page, line, 'words').length <= 5,
    'a journal by its words': (line) =>
      see(page, line, 'journalWord') && see(page, line, 'capitals') && see(page, line, 'words').length <= 8,
    'above the numbers of a journal': (line) => {
      const next = near(page, line, 1)[0];
      return (
        next !== undefined &&
        next.text.length < 200 &&
        (see(page, next, 'kinds').has('volume') || see(page, next, 'kinds').has('issue'))
      );
    },
    'cited as a journal': (line) => isCitedAsJournal(page, line),
    'a term below a label of terms': (line) => isValueOfTerms(page, line),
    'a neighbour or a related paper': (line) =>
      /^(?:next|previous) article|^(?:上|下)一篇|^related/iu.test(near(page, line, -1)[0]?.text ?? ''),
    'its numbers or DOI near': (line) => [below(line), second(line)].some((one) => one && isPlaced(page, one)),
    'speaks to the reader': (line) => line.text.length < 80 && see(page, line, 'appeal'),
    'an unknown label': (line) => /^[\p{L}\s'’-]{2,25}[:：]\s?\S/u.test(line.text) && line.text.length < 70,
    'the name of a site': (line) => siteName.test(line.text) || (line.index <= 1 && /\s[-–—|]\s/u.test(line.text)),
    'a date or a number inside': (line) => /\d{4}|\d{1,2}[:/]\d{2}/u.test(line.text),
    'ends like a sentence': (line) => /[.!。！]$/u.test(line.text),
    'what a site says it is': (line) => tagline.test(line.text),
    'among buttons': (line) =>
      [...near(page, line, -1, 2), ...near(page, line, 1, 2)].filter((one) => see(page, one, 'furniture')).length / 4,
    'in a column of short lines': (line) => (see(page, line, 'short') ? see(page, line, 'column') : 0),
    'below the abstract': (line) => line.index > sight.end,
    'among other papers': (line) => line.index > sight.tail,
    'the only line that can be a title': (line) =>
      sight.rank.get(line) === 0 && sight.possible === 1 && canBeTitle(page, line),
    'the first line of the page': (line) => near(page, line, -1).length === 0,
    'other candidates before it': (line) => Math.min(8, sight.rank.get(line) ?? 0) / 8,
  };
};

/** What stands below "Keywords" or another label of terms is none. */
function isValueOfTerms(page: Page, line: Line): boolean {
  const [above] = near(page, line, -1);
  const label = above && see(page, above, 'label');
  return (
    label !== undefined &&
    label.alone &&
    /^(?:keywords|subjects|classification|funding|correspondence)$/u.test(label.field)
  );
}

/** Whether a line nearby is this text with volume, issue or pages after it: the page itself shows it to be a journal's name. */
export function isCitedAsJournal(page: Page, line: Line): boolean {
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

/** What no title is, whatever stands around it. */
const never = [
  'an address of the web or a post',
  'words of a site',
  'a label of something else',
  'Chinese names',
  'an address, or an item of a list',
  'names',
] as const;

/** No page has its title behind so many other lines that could be one. */
const mostLines = 1500;

/** Lines above `tail` that may be a title at all: what is left out is no candidate, whatever its neighbours are. */
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
        !never.some((name) => faults[name]?.(page, line)),
    )
    .slice(0, mostLines);
