/** Reads dates as sources write them, in several languages and as precise as they are. */

import type { PartialDate } from '#domain/date';
import words from '../words/months.json' with { type: 'json' };

/** The names of each month, by language. */
const names: Readonly<Record<string, readonly (readonly string[])[]>> = words;
const numbers = new Map(
  Object.values(names).flatMap((months) => months.flatMap((some, i) => some.map((word) => [word, i + 1] as const))),
);

/** Every name and abbreviation, longest first, for patterns. */
const allNames: readonly string[] = [...numbers.keys()].sort((a, b) => b.length - a.length);

/** The number of a month: its name or abbreviation in any of the languages, with a point or without, or its digits. */
function monthOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,2}$/u.test(text)) return Number(text);
  return numbers.get(text.toLowerCase().replace(/\.$/u, ''));
}

export interface FoundDate {
  value: PartialDate;
  /** The last month of an issue for several months. */
  until?: PartialDate;
  start: number;
  end: number;
}

const month = `(?:${allNames.join('|')})\\.?(?![\\p{L}])`;
const year = '(?:19|20)\\d{2}(?!\\d|-\\d{3}[\\dX])';
const until = `(?:\\s?[-–/]\\s?(${month}))?`;

/** The year before the first of an era that dates are counted by: 民國108年 is 2019, 令和3年 is 2021. */
const eras: ReadonlyMap<string, number> = new Map([
  ['中華民國', 1911], ['民國', 1911], ['民国', 1911], ['民', 1911], ['令和', 2018], ['平成', 1988], ['昭和', 1925],
]); // prettier-ignore

/** Patterns with groups y, m, d and the last month of a range; the first that fits at a place counts. */
const patterns: { re: RegExp; of: (groups: string[]) => (string | undefined)[] }[] = [
  {
    re: new RegExp(`(${year})\\s?[年년]\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일]`, 'uy'),
    of: ([y, m, d]) => [y, m, d],
  },
  { re: new RegExp(`(${year})\\s?[年년]\\s?(\\d{1,2})\\s?[月월]`, 'uy'), of: ([y, m]) => [y, m] },
  {
    re: new RegExp(
      `(${[...eras.keys()].join('|')})\\s?(\\d{1,3})\\s?(?:年(?:\\s?(\\d{1,2})\\s?月(?:\\s?(\\d{1,2})\\s?日)?)?|\\.(\\d{1,2})(?!\\d))`,
      'uy',
    ),
    of: ([era = '', y, m, d, after]) => [String((eras.get(era) ?? 0) + Number(y)), m ?? after, d],
  },
  { re: /((?:19|20)\d{2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d|\.\d)/uy, of: ([y, , m, d]) => [y, m, d] },
  { re: /((?:19|20)\d{2})[-/](0[1-9]|1[0-2])(?![\d-])/uy, of: ([y, m]) => [y, m] },
  {
    re: new RegExp(`(${year}),?\\s(${month})${until}(?:\\s(\\d{1,2})(?!\\d|\\())?`, 'iuy'),
    of: ([y, m, to, d]) => [y, m, to ? undefined : d, to],
  },
  {
    re: new RegExp(
      `(\\d{1,2})(?:st|nd|rd|th|º)?\\.?\\s(?:de\\s|of\\s)?(${month}),?\\s(?:de\\s|del\\s)?(${year})`,
      'iuy',
    ),
    of: ([d, m, y]) => [y, m, d],
  },
  { re: new RegExp(`(${month})\\s(\\d{1,2})(?:st|nd|rd|th)?,?\\s(${year})`, 'iuy'), of: ([m, d, y]) => [y, m, d] },
  {
    re: new RegExp(`(${month})${until},?\\s(?:de\\s|del\\s)?(${year})`, 'iuy'),
    of: ([m, to, y]) => [y, m, undefined, to],
  },
  // EBSCO's "Mar2019".
  { re: new RegExp(`(${allNames.join('|')})(${year})`, 'iuy'), of: ([m, y]) => [y, m] },
  // Points set the day first, as German and Nordic pages do; slashes may be either way.
  { re: /(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.((?:19|20)\d{2})(?!\d)/uy, of: ([d, m, y]) => [y, m, d] },
  {
    re: /(0?[1-9]|[12]\d|3[01])[/-](0?[1-9]|1[0-2])[/-]((?:19|20)\d{2})(?![\d-])/uy,
    of: ([d, m, y]) => dayFirst(d, m, y),
  },
  // "5-2019" and nothing else: a month; among other words it may be an issue and its year.
  { re: /(?<![^])(0?[1-9]|1[0-2])-((?:19|20)\d{2})(?![^])/uy, of: ([m, y]) => [y, m] },
  // Korean indexes: 2022.5
  { re: /((?:19|20)\d{2})\.(0?[1-9]|1[0-2])(?![\d.-])/uy, of: ([y, m]) => [y, m] },
  { re: new RegExp(`(${year})\\s?[年년]`, 'uy'), of: ([y]) => [y] },
];
// JMIR's "(2020): August"
patterns.push({ re: new RegExp(`(${year})[)）]\\s?[:,]\\s?(${month})`, 'iuy'), of: ([y, m]) => [y, m] });
const bareYear = new RegExp(`(${year})`, 'uy');

/** Whether any date is written at a place. */
const anyDate = new RegExp(
  [...patterns.map(({ re }) => re), bareYear].map(({ source }) => `(?:${source})`).join('|'),
  'iuy',
);

/** 13/05/2020 is the thirteenth of May; 03/05/2020 may be March or May, so only its year is stated. */
function dayFirst(d: string | undefined, m: string | undefined, y: string | undefined): (string | undefined)[] {
  return Number(d) > 12 || d === m ? [y, m, d] : [y];
}

const two = (n: number): string => String(n).padStart(2, '0');

function build(parts: (string | undefined)[]): Pick<FoundDate, 'value' | 'until'> | undefined {
  const [y, m, d, to] = parts;
  if (!y) return undefined;
  const first = monthOf(m);
  const last = monthOf(to);
  if (m !== undefined && (first === undefined || first < 1 || first > 12)) return undefined;
  if (first === undefined) return { value: y };
  const day = d === undefined ? undefined : Number(d);
  if (day !== undefined && (day < 1 || day > new Date(Date.UTC(Number(y), first, 0)).getUTCDate())) return undefined;
  return {
    value: `${y}-${two(first)}${day === undefined ? '' : `-${two(day)}`}`,
    ...(last && last > first ? { until: `${y}-${two(last)}` } : {}),
  };
}

/** The date that begins at `at`; a year alone counts where `years` says so. */
export function dateAt(text: string, at: number, years = false): FoundDate | undefined {
  anyDate.lastIndex = at;
  if (!anyDate.test(text)) return undefined;
  for (const { re, of } of years ? [...patterns, { re: bareYear, of: (groups: string[]) => groups }] : patterns) {
    re.lastIndex = at;
    const match = re.exec(text);
    const built = match && build(of(match.slice(1)));
    if (match && built) return { ...built, start: at, end: at + match[0].length };
  }
  return undefined;
}

/** The first date in a text; a year alone counts where `years` says so and there is no fuller date. */
export function findDate(text: string, from = 0, years = false): FoundDate | undefined {
  for (const wantYear of years ? [false, true] : [false]) {
    const begin = /(?<![\p{L}\p{N}])[\p{L}\d]/gu;
    begin.lastIndex = from;
    for (let match = begin.exec(text); match; match = begin.exec(text)) {
      const found = dateAt(text, match.index, wantYear);
      if (found) return found;
    }
  }
  return undefined;
}

/** What a text says of a date; a season or a range keeps only what is sure: the year, the first month. */
export interface DateParts {
  year?: number;
  month?: number;
  day?: number;
}

const yearOf = (text: string | undefined): number | undefined => {
  const value = Number(text);
  return value >= 1500 && value <= 2100 ? value : undefined;
};
const within = (text: string | undefined, most: number): number | undefined => {
  const value = Number(text);
  return value >= 1 && value <= most ? value : undefined;
};

function parts(y: number | undefined, m: number | undefined, d: number | undefined): DateParts {
  return {
    ...(y === undefined ? {} : { year: y }),
    ...(m === undefined ? {} : { month: m }),
    ...(m === undefined || d === undefined ? {} : { day: d }),
  };
}

/** Reads `2015-07-16`, `2019/10//`, `20180327`, `2016 Apr 19`, `JUN 19`, `25 Aug 2004`, `Jul-Aug 2015`, `2014年5月`. */
export function readDate(text: string): DateParts {
  const plain = text.trim().slice(0, 80);
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (compact && yearOf(compact[1])) return parts(yearOf(compact[1]), within(compact[2], 12), within(compact[3], 31));
  const month6 = /^(\d{4})(\d{2})$/.exec(plain);
  if (month6 && yearOf(month6[1]) && within(month6[2], 12))
    return parts(yearOf(month6[1]), within(month6[2], 12), undefined);
  const ahead = /^(?:(\d{1,2})[-/.])?(\d{1,2})[-/.](\d{4})$/.exec(plain);
  if (ahead) return reversed(ahead[1], ahead[2], ahead[3]);
  const numeric = /^(\d{4})(?:\s*[-/.年]\s*|\s+(?=\d))(\d{0,2})(?:(?:\s*[-/.月]\s*|\s+(?=\d))(\d{0,2}))?(?!\d)/u.exec(
    plain,
  );
  if (numeric && yearOf(numeric[1])) return parts(yearOf(numeric[1]), within(numeric[2], 12), within(numeric[3], 31));
  const word = /(?<!\p{L})(\p{L}{3,})/gu;
  const yearText = /(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)/.exec(plain)?.[1];
  for (const match of plain.matchAll(word)) {
    const month = monthOf(match[1] ?? '');
    if (month === undefined) continue;
    const after = /^[./\s-]{0,3}(\d{1,2})(?!\d)/.exec(plain.slice(match.index + match[0].length))?.[1];
    // For a range of days the first: "23–27 May".
    const before =
      /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\.?(?:\s?(?:[-–—]{1,2}|\/|to|bis|al?)\s?\d{1,2}\.?)?\s*(?:de\s+)?$/iu.exec(
        plain.slice(0, match.index),
      )?.[1];
    return parts(yearOf(yearText), month, within(after ?? before, 31));
  }
  return parts(yearOf(yearText), undefined, undefined);
}

/** `15/01/2008` and `01/15/2008` say a day only where one number can be no month; `01/2008` is a month. */
function reversed(first: string | undefined, second: string | undefined, y: string | undefined): DateParts {
  if (first === undefined) return parts(yearOf(y), within(second, 12), undefined);
  const [a, b] = [Number(first), Number(second)];
  if (a > 12 || a === b) return parts(yearOf(y), within(second, 12), within(first, 31));
  return b > 12 ? parts(yearOf(y), within(first, 12), within(second, 31)) : parts(yearOf(y), undefined, undefined);
}

export function toDate({ year: y, month, day }: DateParts): PartialDate | undefined {
  if (y === undefined) return undefined;
  const pad = (n: number) => String(n).padStart(2, '0');
  if (month === undefined) return String(y);
  if (day === undefined || day > new Date(Date.UTC(y, month, 0)).getUTCDate()) return `${y}-${pad(month)}`;
  return `${y}-${pad(month)}-${pad(day)}`;
}

/** The number of a month that BibTeX and PubMed XML give alone: `4`, `04`, `apr`, `Apr`. */
export const monthNumber = (text: string): number | undefined =>
  /^\d{1,2}$/.test(text.trim()) ? within(text, 12) : monthOf(text.trim());
