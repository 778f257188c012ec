import type { PartialDate } from '#domain/date';
import { monthOf } from './months.ts';

/** What a text says of a date; a season or a range keeps only what is sure: the year, the first month. */
export interface DateParts {
  year?: number;
  month?: number;
  day?: number;
}

const year = (text: string | undefined): number | undefined => {
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
  if (compact && year(compact[1])) return parts(year(compact[1]), within(compact[2], 12), within(compact[3], 31));
  const month6 = /^(\d{4})(\d{2})$/.exec(plain);
  if (month6 && year(month6[1]) && within(month6[2], 12))
    return parts(year(month6[1]), within(month6[2], 12), undefined);
  const reversed = /^(?:(\d{1,2})[-/.])?(\d{1,2})[-/.](\d{4})$/.exec(plain);
  if (reversed) return dayFirst(reversed[1], reversed[2], reversed[3]);
  const numeric = /^(\d{4})(?:\s*[-/.年]\s*|\s+(?=\d))(\d{0,2})(?:(?:\s*[-/.月]\s*|\s+(?=\d))(\d{0,2}))?(?!\d)/u.exec(
    plain,
  );
  if (numeric && year(numeric[1])) return parts(year(numeric[1]), within(numeric[2], 12), within(numeric[3], 31));
  const word = /(?<!\p{L})(\p{L}{3,})/gu;
  const yearText = /(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)/.exec(plain)?.[1];
  for (const match of plain.matchAll(word)) {
    const month = monthOf(match[1] ?? '');
    if (month === undefined) continue;
    const after = /^[./\s-]{0,3}(\d{1,2})(?!\d)/.exec(plain.slice(match.index + match[0].length))?.[1];
    const before = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\.?\s*(?:de\s+)?$/i.exec(plain.slice(0, match.index))?.[1];
    return parts(year(yearText), month, within(after ?? before, 31));
  }
  return parts(year(yearText), undefined, undefined);
}

/** `15/01/2008` and `01/15/2008` say a day only where one number can be no month; `01/2008` is a month. */
function dayFirst(first: string | undefined, second: string | undefined, y: string | undefined): DateParts {
  if (first === undefined) return parts(year(y), within(second, 12), undefined);
  const [a, b] = [Number(first), Number(second)];
  if (a > 12 && b <= 12) return parts(year(y), within(second, 12), within(first, 31));
  if (b > 12 && a <= 12) return parts(year(y), within(first, 12), within(second, 31));
  return a === b ? parts(year(y), within(first, 12), within(second, 31)) : parts(year(y), undefined, undefined);
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

export const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
