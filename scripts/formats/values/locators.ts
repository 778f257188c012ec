/** Reads a citation line from left to right: volume, issue, pages, article number and dates. */

import { dateAt, type FoundDate } from './dates.ts';
import { anyPart, figuresOf, patterns, type Token } from './locator-patterns.ts';
import words from '../words/locators.json' with { type: 'json' };
import { anyOf, everyWord } from '../words/words.ts';

const onlineWord =
  /(?:mis en ligne(?:\ssur\s\S{2,40})?(?:\sle)?|publié en ligne(?:\sle)?|online veröffentlicht(?:\sam)?|epub(?:\s?(?:date|:))?|(?:first\s)?published\s(?:online|ahead of print)(?:\sby\s[\p{L}\s]{3,40})?(?:\son)?|available online|disponible (?:en ligne|sur internet)(?:\sle)?|first published|online(?:\sdate)?|advance (?:access|online) publication|e-?pub(?:\sahead of print)?|version published|posted(?:\sonline)?(?:\son)?|网络(?:出版|首发)(?:时间|日期)?)\s?[:：]?\s{0,3}/iuy;

const otherDate = new RegExp(
  `(?:${anyOf(everyWord(words.otherDates))})(?:\\s(?:on|el|em|in revised form))?\\s?[:：]?\\s?`,
  'iuy',
);

const skipWord =
  /(?:epub ahead of print|online ahead of print|ecollection|published|publicado(?:\sem)?|出版日期|发布日期|刊出日期|print)\s?[:：]?\s?/iuy;

/** The parts of a citation line, left to right, and the rest of the line. */
export interface Locator {
  tokens: Token[];
  /** Stretches between the tokens that hold letters or numbers. */
  rest: { text: string; start: number; end: number }[];
}

/** A reading of one text, as far as it has come. */
interface Progress {
  text: string;
  at: number;
  tokens: readonly Token[];
  /** Whether a year alone is a date. */
  years: boolean;
}

/** What a reader took at `at`: its parts, and where it ends. */
interface Taken {
  tokens: Token[];
  end: number;
  /** Only what is posted has an hour: the day in front of it is not a date of the paper. */
  dropsDay?: true;
}

type Reader = (progress: Progress) => Taken | 'nothing' | undefined;

function matchAt(re: RegExp, text: string, at: number): RegExpExecArray | null {
  re.lastIndex = at;
  return re.exec(text);
}

const dateAs = (kind: Token['kind'], date: FoundDate, start: number): Taken => ({
  tokens: [{ kind, value: date.value, start, end: date.end }],
  end: date.end,
});

/** "Received 12 May 2020": a date of the paper's way to print, which no citation has. */
const otherDates: Reader = ({ text, at }) => {
  const word = matchAt(otherDate, text, at);
  const date = word ? dateAt(text, at + word[0].length, true) : undefined;
  return date && dateAs('skip', date, at);
};

const onlineDates: Reader = ({ text, at }) => {
  const word = matchAt(onlineWord, text, at);
  const start = at + (word?.[0].length ?? 0);
  const date = word ? dateAt(text, start, true) : undefined;
  // "Suicidology Online 2011; 2:1-7": a word of the journal's name.
  const isName = date?.value.length === 4 && /^;\s?\d/u.test(text.slice(date.end));
  return date && !isName ? dateAs('online', date, start) : undefined;
};

const wordsBeforeDates: Reader = ({ text, at }) => {
  const word = matchAt(skipWord, text, at)?.[0];
  if (word === undefined) return undefined;
  const end = at + word.length;
  return dateAt(text, end, true) || /ahead|ecollection/iu.test(word) ? { tokens: [], end } : undefined;
};

const dates: Reader = ({ text, at, years }) => {
  const isPage = /[(（]?\d+[)）]?\s?[:：]\s?$/u.test(text.slice(Math.max(0, at - 8), at));
  const date = dateAt(text, at, years && !isPage);
  if (!date) return undefined;
  const isVolume =
    date.value.length === 4 &&
    /^\s?[:(（]\d/u.test(text.slice(date.end, date.end + 3)) &&
    /\d/u.test(text[at - 1] ?? ' ');
  if (isVolume) return undefined;
  const { value, until, end } = date;
  return { tokens: [{ kind: 'date', value, ...(until ? { until } : {}), start: at, end }], end };
};

/** The number of a grant or a trial is not part of a citation. */
const otherNumbers: Reader = ({ text, at }) =>
  /(?:award|grant|registration|trial|patent|project|protocol|reference|serial|approval)[\s/]{0,2}$/iu.test(
    text.slice(Math.max(0, at - 14), at),
  )
    ? 'nothing'
    : undefined;

/** "2024-04-18 20:30", and of "2019-02-11T08:44:55Z" what is behind the hour. */
const hour = /[0-5]?\d:[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?Z?(?![\d:])/uy;

const hours: Reader = ({ text, at, tokens }) => {
  const last = tokens.at(-1);
  // "2021 Oct 13;8:39" is a volume and a page.
  if (last?.value.length !== 10 || !/^(?:[\s,]{0,2}|T(?:\d\d:)?)$/u.test(text.slice(last.end, at))) return undefined;
  const clock = matchAt(hour, text, at)?.[0];
  return clock === undefined ? undefined : { tokens: [], end: at + clock.length, dropsDay: true };
};

/** "Fascicolo 2018/1": the year and the issue. */
const withoutYear = (issue: string): string => issue.trim().replace(/^(?:19|20)\d{2}\/(?=\d{1,2}$)/u, '');

const parts: Reader = ({ text, at }) => {
  if (!matchAt(anyPart, text, at)) return undefined;
  for (const { kinds, re } of patterns) {
    const match = matchAt(re, text, at);
    if (!match || kinds.some((_, i) => match[i + 1] === undefined)) continue;
    let search = 0;
    const tokens = kinds.map((kind, i): Token => {
      const value = match[i + 1] ?? '';
      const start = match[0].indexOf(value, search);
      search = start + value.length;
      return {
        kind,
        value: figuresOf(kind === 'issue' ? withoutYear(value) : value.trim()),
        start: at + start,
        end: at + start + value.trimEnd().length,
      };
    });
    return { tokens, end: at + match[0].length };
  }
  return undefined;
};

/** Tried in this order wherever a part can begin. */
const readers: readonly Reader[] = [otherDates, onlineDates, wordsBeforeDates, dates, otherNumbers, hours, parts];

/** Parts begin where a word, a number or a Chinese character begins, and where a number follows letters that are not Latin. */
const beginning =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}№]|(?=\p{Script=Han})[\p{L}\p{N}]|(?<=\p{Script=Han})[\p{L}\p{N}№]|(?<=\p{L})(?<!\p{Script=Latin})\d/gu;

/** The stretch of a text between two tokens without its punctuation; nothing without a letter or number. */
function stretch(text: string, from: number, to: number): Locator['rest'] {
  const piece = text.slice(from, to);
  const lead = /^[\s.,;:，。；：|·›»«()（）/\\\-–—]*/u.exec(piece)?.[0].length ?? 0;
  const trail = /(?<![\s,;:，。；：|·›»«(（/\\\-–—])[\s,;:，。；：|·›»«(（/\\\-–—]+$/u.exec(piece)?.[0].length ?? 0;
  const end = piece.length - trail;
  if (end <= lead || !/[\p{L}\p{N}]/u.test(piece)) return [];
  return [{ text: piece.slice(lead, end), start: from + lead, end: from + end }];
}

/** A citation line is shorter: what is after this many characters is not read. */
const longest = 1500;

export function readLocator(text: string, years = true): Locator {
  const tokens: Token[] = [];
  const rest: Locator['rest'] = [];
  let from = 0;
  let at = 0;
  for (;;) {
    at = matchAt(beginning, text, at)?.index ?? longest;
    if (at >= longest) break;
    const taken = firstOf(readers, { text, at, tokens, years });
    if (taken === undefined || taken === 'nothing') {
      // A letter of two code units is passed as a whole: a search from its middle would find it again.
      at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
      continue;
    }
    const last = tokens.at(-1);
    if (taken.dropsDay && last) last.kind = 'skip';
    tokens.push(...taken.tokens);
    rest.push(...stretch(text, from, at));
    from = at = taken.end;
  }
  rest.push(...stretch(text, from, text.length));
  takePagesAlone(tokens, rest);
  takeNumberAtEnd(tokens, rest);
  return { tokens, rest };
}

function firstOf(all: readonly Reader[], progress: Progress): ReturnType<Reader> {
  for (const reader of all) {
    const taken = reader(progress);
    if (taken) return taken;
  }
  return undefined;
}

const isPlace = ({ kind }: Token): boolean => kind === 'pages' || kind === 'article';

/** A range alone, or before the ISSN and the price of a copy that APA prints behind it. */
const openRange = /^[A-Z]?\d{1,5}\s?[-–—~～]\s?[A-Z]?\d{1,5}(?=$|\s\d{4}-\d{3}[\dX]\/\d)/u;

/** "2020年第28卷第4期 835-840": a range alone after volume or issue is of pages. */
function takePagesAlone(tokens: Token[], rest: Locator['rest']): void {
  const index = rest.findIndex((piece) => openRange.test(piece.text));
  const open = rest[index];
  const value = openRange.exec(open?.text ?? '')?.[0] ?? '';
  const placed = tokens.find(({ kind }) => kind === 'volume' || kind === 'issue');
  if (!open || !placed || placed.end > open.start || tokens.some(isPlace)) return;
  const end = open.start + value.length;
  const left = { text: open.text.slice(value.length + 1), start: end + 1, end: open.end };
  rest.splice(index, 1, ...(left.text ? [left] : []));
  tokens.push({ kind: 'pages', value, start: open.start, end });
}

/** "Volume 301, July 2021, 113984": a number alone at the end is the article's. */
function takeNumberAtEnd(tokens: Token[], rest: Locator['rest']): void {
  const last = rest.at(-1);
  if (!last || !tokens.some(({ kind }) => kind === 'volume') || tokens.some(isPlace)) return;
  const number = /^((?:[A-Za-z]{1,8})?\d{2,9}(?:\.[A-Za-z]?\d{1,6})?)[.,;]?$/u.exec(last.text)?.[1];
  if (!number || last.start <= Math.min(...tokens.map((token) => token.end))) return;
  rest.pop();
  tokens.push({ kind: 'article', value: number, start: last.start, end: last.start + number.length });
}
