/** Reads a citation line from left to right: volume, issue, pages, article number and dates. */

import { dateAt, type FoundDate } from './dates.ts';
import words from '../words/locators.json' with { type: 'json' };
import { anyOf, everyWord, type Words } from '../words/words.ts';

/** A part of a citation that says where a paper is in its journal. */
export interface Token {
  kind: 'date' | 'online' | 'volume' | 'issue' | 'pages' | 'article' | 'skip';
  value: string;
  until?: string;
  start: number;
  end: number;
}

const one = '[A-Za-z]{0,6}\\d{1,9}(?:[A-Za-z]\\d{0,3})?(?![\\w])';

const range = `${one}(?:\\s?[-–—~～]\\s?${one}|\\s(?:à|to|bis)\\s${one})?`;

/** "Volume twelve": a number in words. */
const inWords = `(?:${anyOf(words.numerals.en)})\\b`;

const num = `[A-Za-z]{0,3}\\d{1,5}(?!\\d)(?:[A-Za-z](?![A-Za-z]))?(?:[-–/]\\d{1,4})?|[IVXLC]{1,7}\\b|${inWords}`;

/** "第十二卷": a number in characters. */
const hanNum = `[${words.numerals.zh.join('')}十]{1,4}`;

const issueWord =
  '(?!(?:19|20)\\d{2}[)）])(?:\\d{1,4}(?:[-–/]\\d{1,4})?|Suppl(?:ement)?[._]?\\s?\\d{0,3}|S\\d{1,2}|Pt\\s?\\d{1,2}|[A-Z]{1,2}\\d{1,3}(?!\\d)|\\d{1,3}\\s?Suppl(?:\\.|ement)?\\s?\\d{0,2}|Special Issue|spec no)';

/** A number before the word that says what it is of, as in "12. évfolyam". */
const behind = (of: Words, number: string): RegExp =>
  new RegExp(`(${number})\\.?\\s?(?:${anyOf(everyWord(of))})(?!\\p{L})`, 'iuy');

/** How each part is written; groups in the order of `kinds`. Sticky: each is tried where a word or number begins. */
const patterns: readonly { kinds: readonly Token['kind'][]; re: RegExp }[] = [
  // Acta Panis 68 (4), 2023: 709-718 · 2(18), 2014, 77–91
  {
    kinds: ['volume', 'issue', 'date', 'pages'],
    re: new RegExp(
      `(\\d{1,4})\\s?[(（](${issueWord})[)）],?\\s((?:19|20)\\d{2})\\s?[:：,]\\s?(?:pp?\\.?\\s?)?(${range})(?![\\w.]*\\/)`,
      'iuy',
    ),
  },
  // 113:102469 · 7(8):e17204 · 25(1):424 · 38(6) · 8(3), 73 · 61(2):p 285-297 · 53(4), 349-361
  {
    kinds: ['volume', 'issue', 'pages'],
    re: new RegExp(
      `(\\d{1,4})\\s?[(（](${issueWord})[)）]\\s?[:：,;]\\s?(?:pp?\\.?\\s?)?(${range})(?![\\w.]*\\/)`,
      'iuy',
    ),
  },
  // After a year in brackets: (2021) 4, S. 77–90
  { kinds: ['volume', 'pages'], re: /(?<=\d{4}[)）]\s)(\d{1,4}),\s(?:S|pp?)\.\s?(\d{1,5}[-–]\d{1,5})/uy },
  // Springer: 58, 933–945 (2022)
  { kinds: ['volume', 'pages', 'date'], re: /(\d{1,4}),\s(\d{1,5}[-–]\d{1,5})\s[(（]((?:19|20)\d{2})[)）]/uy },
  { kinds: ['volume', 'article', 'date'], re: /(\d{1,4}),\s(\d{1,7})\s[(（]((?:19|20)\d{2})[)）]/uy },
  // Elsevier: Care Quarterly 9 (2017) 41–52
  {
    kinds: ['volume', 'date', 'pages'],
    re: /(?<=\p{L}\.?\s)(\d{1,4})\s[(（]((?:19|20)\d{2})[)）]\s(\d{1,5}[-–]\d{1,5}|[a-z]?\d{5,7})(?!\d)/uy,
  },
  // German journals: Suizidprophylaxe 41 (2014) Heft 2
  {
    kinds: ['volume', 'date', 'issue'],
    re: /(?<=\p{L}\.?\s)(\d{1,4})\s[(（]((?:19|20)\d{2})[)）],?\s(?:Heft|Nr\.|No\.|Issue)\s?(\d{1,3})(?!\d)/uy,
  },
  // Cairn: 2018/2 (n° 39) · CNKI: 2020,(08)
  { kinds: ['date', 'issue'], re: /((?:19|20)\d{2})\/(\d{1,2})\s\(n[°º]\s?\d{1,4}\)/iuy },
  { kinds: ['date', 'issue'], re: /((?:19|20)\d{2}),\s?[(（](\d{1,2})[)）]/uy },
  // PhilPapers: Studia Panis 1 (2008)
  { kinds: ['volume', 'date'], re: /(?<=\p{L}\.?\s)(\d{1,4})\s[(（]((?:19|20)\d{2})[)）]$/uy },
  // SciELO: Cad. Saúde Ment. Colet. 38 • 2022
  { kinds: ['volume', 'date'], re: /(?<=\p{L}\.?\s)(\d{1,4})\s•\s((?:19|20)\d{2})(?!\d)/uy },
  // Taylor & Francis: 78:2, 134-140 · XXIX:3 (2014), 201-218
  {
    kinds: ['volume', 'issue', 'pages'],
    re: /(\d{1,4}|[IVXLC]{1,7}):(\d{1,3}),\s(\d{1,5}[-–]\d{1,5})(?![\d-])/uy,
  },
  {
    kinds: ['volume', 'issue', 'date', 'pages'],
    re: /(\d{1,4}|[IVXLC]{1,7})(?::|,\s)(\d{1,3})\s[(（]((?:19|20)\d{2})[)）][,:]\s(?:pp?\.\s)?(\d{1,5}[-–]\d{1,5})(?![\d-])/uy,
  },
  // № 2(18) 2014 · «Name» 2(18) 2014: the number in the year, and in all
  {
    kinds: ['issue', 'skip'],
    re: /(?:№\s?|(?<=[\p{Script=Cyrillic}»”"],?\s))(\d{1,2})\s?[(（](\d{2,4})[)）](?=[\s,.;]|$)/uy,
  },
  // After a journal's name: "Psychiatry 24, a1290", "Quarterly, 18, 12–20"
  {
    kinds: ['volume', 'pages'],
    re: /(?<=[\p{L}.,]\s)(\d{1,3}),\s(?:pp?\.\s?)?(\d{1,5}[-–]\d{1,5}(?![\d-])|[ae]\d{2,7}(?!\w))/uy,
  },
  { kinds: ['volume', 'issue'], re: new RegExp(`(\\d{1,4})\\s?[(（](${issueWord})[)）]`, 'iuy') },
  // 臺灣期刊論文索引: 28:3 民112.09 · 19:4=76 2012.10
  { kinds: ['volume', 'issue'], re: /(\d{1,3}):(\d{1,3})(?:=\d{1,4})?(?=\s(?:民|[(（]?(?:19|20)\d{2}[.年]))/uy },
  // A library's row: 15 | 1 | March | 51-69
  {
    kinds: ['volume', 'issue', 'skip', 'pages'],
    re: /(\d{1,4})\s\|\s(\d{1,3})\s\|\s(\p{L}{3,12})\s\|\s(\d{1,5}[-–]\d{1,5})/uy,
  },
  // Embase: 10:2 (77-84)
  { kinds: ['volume', 'issue', 'pages'], re: /(\d{1,4}):(\d{1,4})\s[(（](\d{1,5}[-–]\d{1,5})[)）]/uy },
  {
    kinds: ['volume', 'pages'],
    re: new RegExp(`(\\d{1,4})\\s?[:：]\\s?(?:pp?\\.?\\s?)?(${range})(?![\\w.]*\\/)(?!:\\d)`, 'uy'),
  },
  { kinds: ['issue', 'pages'], re: /第?\s?(\d{1,3})\s?期\s?[:：,]?\s?(\d{1,5}[-–]\d{1,5})\s?页?/uy },
  // 第27卷第6期 · 27卷6期 · 2024年06期
  // J-STAGE: 34 巻 (2016) 2 号
  {
    kinds: ['volume', 'date', 'issue'],
    re: /第?\s?(\d{1,4})\s?[卷巻]\s?[(（]((?:19|20)\d{2})[)）]\s?(\d{1,3})\s?[号期]/uy,
  },
  {
    kinds: ['volume', 'issue'],
    re: /第?\s?(\d{1,4})\s?[卷巻]\s?[,，]?\s?第?\s?[(（]?\s?(\d{1,4}(?:[-–]\d{1,3})?)\s?[)）]?\s?[期号]?/uy,
  },
  { kinds: ['volume', 'issue'], re: new RegExp(`第(${hanNum})卷\\s?[,，]?\\s?第?(${hanNum})期`, 'uy') },
  // Korean indexes: 제9권 제2호
  { kinds: ['volume', 'issue'], re: /제?\s?(\d{1,4})\s?권\s?[,，]?\s?제?\s?(\d{1,4})\s?호/uy },
  { kinds: ['volume'], re: /제?\s?(\d{1,4})\s?권/uy },
  { kinds: ['volume'], re: /第?\s?(\d{1,4})\s?[卷巻]/uy },
  { kinds: ['issue'], re: /第?\s?(\d{1,4}(?:[-–]\d{1,3})?|[Zz]\d|增刊\s?\d?)\s?期/uy },
  {
    kinds: ['pages'],
    re: new RegExp(
      `(?:第|[页頁][码碼]?\\s?[:：]?|起止页码?\\s?[:：]?)\\s?(\\d{1,5}\\s\\/\\s\\d{1,5}|${range})\\s?[页頁]?`,
      'uy',
    ),
  },
  { kinds: ['pages'], re: /(\d{1,5}[-–]\d{1,5})\s?页/uy },
  // 维普: 1995年第5期295-298,321,共5页
  { kinds: ['pages'], re: /(\d{1,5}[-–]\d{1,5}(?:[,，]\d{1,5}){1,3})(?=[,，]共\d{1,3}页)/uy },
  // The number of pages follows them: 157 - 179 (23page)
  { kinds: ['pages'], re: /(\d{1,5}\s?[-–]\s?\d{1,5})\s?[(（]\d{1,4}\s?(?:pages?|pp?\.?|쪽|면)[)）]/iuy },
  { kinds: ['skip'], re: /共\s?(\d{1,4})\s?页/uy },
  // ERIC: v19 n1 p33-47
  {
    kinds: ['volume', 'issue', 'pages'],
    re: new RegExp(`v(\\d{1,4})\\s?n(\\d{1,4}(?:[-–/]\\d{1,4})?)\\s?pp?\\.?(${range})`, 'iuy'),
  },
  { kinds: ['volume', 'issue'], re: /v(\d{1,4})\s?n(\d{1,4}(?:[-–/]\d{1,4})?)(?!\w)/uy },
  { kinds: ['volume', 'issue'], re: new RegExp(`v(?:ol)?\\.\\s?(\\d{1,4})\\s?[(（](${issueWord})[)）]`, 'iuy') },
  // Vol. 53 · Volume twelve · v.12 · Jg. 45
  {
    kinds: ['volume'],
    re: new RegExp(`(?:${anyOf(everyWord(words.volume))})(?:\\.\\s?|\\s|[:：]\\s?|(?=\\d))#?(${num})`, 'iuy'),
  },
  // Año 12: a year of the journal is its volume, and a year of our time is not.
  {
    kinds: ['volume'],
    re: new RegExp(
      `(?:${anyOf(everyWord(words.yearOfPublication))})(?:\\.\\s?|\\s|[:：]\\s?)(\\d{1,3}(?!\\d)|[IVXLC]{1,7}\\b)`,
      'iuy',
    ),
  },
  // a. XXIX, n. 3
  { kinds: ['volume', 'issue'], re: /a\.\s([IVXLC]{1,7}|\d{1,3}),\sn\.\s?(\d{1,4})(?!\d)/iuy },
  // 45. Jahrgang · XII. évfolyam, 3. szám, 45–60. oldal
  { kinds: ['volume'], re: behind(words.volumeBehind, '\\d{1,4}|[IVXLC]{1,7}') },
  { kinds: ['issue'], re: behind(words.issueBehind, '\\d{1,4}(?:[-–/]\\d{1,3})?') },
  { kinds: ['pages'], re: behind(words.pagesBehind, '\\d{1,5}(?:\\s?[-–]\\s?\\d{1,5})?') },
  // Lantern Studies 53/2008 · nr 4/2019
  {
    kinds: ['issue', 'date'],
    re: new RegExp(
      `(?:${anyOf(everyWord(words.issue))})(?:\\.\\s?|\\s|[:：]\\s?)(\\d{1,3})\\/((?:19|20)\\d{2})(?!\\d)`,
      'iuy',
    ),
  },
  { kinds: ['issue', 'date'], re: /(?<=\p{L}\.?\s)(\d{1,3})\/((?:19|20)\d{2})(?=$|[,.:;]\s|\s[(（|])/uy },
  {
    kinds: ['issue', 'pages'],
    re: new RegExp(`(?:issue|no\\.?|number)\\s?[(（]?(\\d{1,4})[)）]?\\s?[:：]\\s?(?:pp?\\.?\\s?)?(${range})`, 'iuy'),
  },
  { kinds: ['volume'], re: /v\.\s?(\d{1,4})(?![\d.])/iuy },
  {
    kinds: ['issue'],
    re: new RegExp(
      `(?:${anyOf(everyWord(words.issue))})(?:\\.\\s?|\\s|[:：]\\s?)?[(（]?#?(${issueWord}|${inWords})[)）]?`,
      'iuy',
    ),
  },
  // Jg. 45, H. 2 · R. 12, z. 3 · T. 12, n. 4
  { kinds: ['issue'], re: /(?:n|(?<=\d[,;]?\s)[hčz])\.\s?(\d{1,4})(?![\d.])/iuy },
  {
    kinds: ['article'],
    re: new RegExp(
      `(?:article(?:\\s(?:number|no\\.?|id))?|art\\.?(?:\\sno\\.?)?|artículo|artigo|article\\snumber)\\s?[:：]?\\s?([A-Za-z]{0,6}\\d[\\dA-Za-z.]{0,18})`,
      'iuy',
    ),
  },
  {
    kinds: ['pages'],
    re: new RegExp(
      `(?:${anyOf(everyWord(words.pages))}|[sс](?=\\.))(?:\\.\\s?|\\s|[:：]\\s?)(?:pp?\\.\\s?)?(${range})`,
      'iuy',
    ),
  },
  { kinds: ['pages'], re: /[Pp](\d{1,5}\s?[-–]\s?\d{1,5})(?!\w)/uy },
  // An electronic number has no label: e17204, CD011849, S0272-7358(24)00078-9
  { kinds: ['article'], re: /(e\d{4,9}|CD\d{6})(?!\w)/uy },
];

const onlineWord =
  /(?:mis en ligne(?:\ssur\s\S{2,40})?(?:\sle)?|publié en ligne(?:\sle)?|online veröffentlicht(?:\sam)?|epub(?:\s?(?:date|:))?|(?:first\s)?published\s(?:online|ahead of print)(?:\sby\s[\p{L}\s]{3,40})?(?:\son)?|available online|first published|online(?:\sdate)?|advance (?:access|online) publication|e-?pub(?:\sahead of print)?|version published|posted(?:\sonline)?(?:\son)?|网络(?:出版|首发)(?:时间|日期)?)\s?[:：]?\s{0,3}/iuy;

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

/** "2024-04-18 20:30", "2019-02-11T08:14:55Z" */
const hour = /(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?Z?(?![\d:])/uy;

const hours: Reader = ({ text, at, tokens }) => {
  const last = tokens.at(-1);
  // "2021 Oct 13;8:39" is a volume and a page.
  if (last?.value.length !== 10 || !/^(?:[\s,]{0,2}|T(?:\d\d:)?)$/u.test(text.slice(last.end, at))) return undefined;
  const clock = matchAt(hour, text, at)?.[0];
  return clock === undefined ? undefined : { tokens: [], end: at + clock.length, dropsDay: true };
};

/**
 * Whether any part is written at a place: most words are not a part, and are tried once instead of against every
 * pattern.
 */
const anyPart = new RegExp(patterns.map(({ re }) => `(?:${re.source})`).join('|'), 'iuy');

/** "twelve" and "十二" as 12; what is no number in words as it is. */
function figuresOf(text: string): string {
  const word = words.numerals.en.indexOf(text.toLowerCase());
  if (word >= 0) return String(word + 1);
  const [, tens, ten, ones] = /^([^十]?)(十?)([^十]?)$/u.exec(text) ?? [];
  const digit = (one = ''): number => words.numerals.zh.indexOf(one) + 1;
  if (!ten) return digit(tens || ones) > 0 ? String(digit(tens || ones)) : text;
  return String((tens ? digit(tens) : 1) * 10 + digit(ones));
}

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
      return { kind, value: figuresOf(value.trim()), start: at + start, end: at + start + value.trimEnd().length };
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
