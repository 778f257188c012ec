import type { PartialDate } from '#domain/date';
import { monthNames, monthOf } from './months.ts';

export interface FoundDate {
  value: PartialDate;
  /** The last month of an issue for several months. */
  until?: PartialDate;
  start: number;
  end: number;
}

const month = `(?:${monthNames.join('|')})\\.?(?![\\p{L}])`;
const year = '(?:19|20)\\d{2}(?!\\d|-\\d{3}[\\dX])';
const until = `(?:\\s?[-–/]\\s?(${month}))?`;

/** Patterns with groups y, m, d and the last month of a range; the first that fits at a place counts. */
const patterns: { re: RegExp; of: (groups: string[]) => (string | undefined)[] }[] = [
  { re: new RegExp(`(${year})\\s?年\\s?(\\d{1,2})\\s?月\\s?(\\d{1,2})\\s?日`, 'uy'), of: ([y, m, d]) => [y, m, d] },
  { re: new RegExp(`(${year})\\s?年\\s?(\\d{1,2})\\s?月`, 'uy'), of: ([y, m]) => [y, m] },
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
  { re: new RegExp(`(${monthNames.join('|')})(${year})`, 'iuy'), of: ([m, y]) => [y, m] },
  // Points set the day first, as German and Nordic pages do; slashes may be either way.
  { re: /(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.((?:19|20)\d{2})(?!\d)/uy, of: ([d, m, y]) => [y, m, d] },
  {
    re: /(0?[1-9]|[12]\d|3[01])\/(0?[1-9]|1[0-2])\/((?:19|20)\d{2})(?!\d)/uy,
    of: ([d, m, y]) => dayFirst(d, m, y),
  },
  { re: new RegExp(`(${year})\\s?年`, 'uy'), of: ([y]) => [y] },
];
// JMIR's "(2020): August"
patterns.push({ re: new RegExp(`(${year})[)）]\\s?[:,]\\s?(${month})`, 'iuy'), of: ([y, m]) => [y, m] });
const bareYear = new RegExp(`(${year})`, 'uy');

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
  for (const { re, of } of years ? [...patterns, { re: bareYear, of: (groups: string[]) => groups }] : patterns) {
    re.lastIndex = at;
    const match = re.exec(text);
    const built = match && build(of(match.slice(1)));
    if (match && built) return { ...built, start: at, end: at + match[0].length };
  }
  return undefined;
}

/** The first date in a text; a year alone counts where `years` says so and no fuller date stands there. */
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
