/** How lines and labels of site files are compared with lines of a page. */

import { normalized } from '#text/normal';

/** A text as patterns compare it: compatibility forms as one, without blanks and case, each number as `#`. */
export const lineKey = (text: string): string =>
  normalized(text.slice(0, 4000), 'NFKC')
    .toLowerCase()
    .replace(/\s+/gu, '')
    .replace(/\d(?:[\d.,]*\d)?/gu, '#');

/** Whether a line is as a pattern says: `…` stands for any text, also for none. */
export const fitsLine = (pattern: string, line: string): boolean => fitsKey(pattern, lineKey(line));

/** Like `fitsLine`, but for the key of a line. Each part of the pattern is looked for once, in order. */
export function fitsKey(pattern: string, key: string): boolean {
  const [first = '', ...rest] = pattern.split('…').map(lineKey);
  const last = rest.pop();
  if (last === undefined) return key === first;
  if (!key.startsWith(first)) return false;
  let from = first.length;
  for (const part of rest) {
    const at = key.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return key.length - last.length >= from && key.endsWith(last);
}

/** Where the value begins on a line that begins with a label; `undefined` where it does not. */
export function pastLabel(label: string, line: string): number | undefined {
  const key = lineKey(label.replace(/(?<![\s:：|])[\s:：|]+$/u, ''));
  if (key === '') return undefined;
  const most = Math.min(line.length, 2 * label.length + 10);
  for (let end = 1; end <= most; end++) {
    if (lineKey(line.slice(0, end)) !== key) continue;
    const rest = /^\s*[:：|]?\s*/u.exec(line.slice(end))?.[0].length ?? 0;
    const isApart = rest > 0 || end === line.length || /[\p{Script=Han}\]】）)]$/u.test(line.slice(0, end));
    if (isApart) return end + rest;
  }
  return undefined;
}
