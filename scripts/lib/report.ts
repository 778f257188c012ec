/** Prints notices and lists of changes to the terminal, and makes the exit code from them. */

import { formatNotice, type Notice } from '#domain/notice';
import { visible } from '#text/visible';

const weight = { error: 0, warning: 1, info: 2 } as const;

/** Notices in the order in which they are printed: errors first, then by file. Equal ones are one. */
export function sorted(notices: readonly Notice[]): Notice[] {
  const known = new Map(notices.map((notice) => [JSON.stringify(notice), notice]));
  const place = ({ place: at }: Notice): string => at.file;
  return [...known.values()].sort(
    (a, b) => weight[a.severity] - weight[b.severity] || (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0),
  );
}

export const countOf = (notices: readonly Notice[], severity: Notice['severity']): number =>
  notices.filter((notice) => notice.severity === severity).length;

/**
 * How many errors of one kind in one file are printed. A person who fixes them sees the pattern, and the next run shows
 * the rest.
 */
const mostOfAKind = 20;

/** Prints notices to standard error, for people: errors first. All warnings are printed. */
export function print(notices: readonly Notice[]): void {
  for (const alike of Map.groupBy(sorted(notices), kindOf).values()) {
    const [first] = alike;
    if (!first) continue;
    const { severity, rule, place } = first;
    const shown = severity === 'error' ? alike.slice(0, mostOfAKind) : alike;
    for (const notice of shown) process.stderr.write(`${formatNotice(notice)}\n`);
    const more = alike.length - shown.length;
    if (more) process.stderr.write(`${severity}: ${place.file} [${rule}]: and ${more} more like these\n`);
  }
}

const kindOf = ({ severity, rule, place }: Notice): string => `${severity} ${rule} ${place.file}`;

/** How many changed values are listed; the records themselves show the rest. */
const mostChanges = 50;

/** Prints what readers will see differently. */
export function printChanges(changes: readonly string[]): void {
  for (const line of changes.slice(0, mostChanges)) process.stderr.write(`${line}\n`);
  if (changes.length > mostChanges) process.stderr.write(`and ${changes.length - mostChanges} more values changed.\n`);
}

/** How many papers with values to check are listed; the ledger names them all. */
const mostToCheck = 50;

/** Prints what a person should look at: a line for each paper. */
export function printToCheck(lines: readonly string[]): void {
  for (const line of lines.slice(0, mostToCheck)) process.stdout.write(`${visible(line)}\n`);
  if (lines.length > mostToCheck)
    process.stdout.write(
      `and ${lines.length - mostToCheck} more papers to check: "toCheck" in ledger.json lists them.\n`,
    );
}

/** The exit code: 1 where there is an error or, with `strict`, a warning; else 0. */
export const exitCode = (notices: readonly Notice[], strict: boolean): number =>
  countOf(notices, 'error') || (strict && countOf(notices, 'warning')) ? 1 : 0;

/** "1 paper", "5 papers". */
export const many = (count: number, word: string, words = `${word}s`): string =>
  `${count} ${count === 1 ? word : words}`;
