import { formatNotice, type Notice } from '#domain/notice';

const weight = { error: 0, warning: 1, info: 2 } as const;

/** Notices as they are printed together: errors first, then by file. Equal ones are one. */
export function sorted(notices: readonly Notice[]): Notice[] {
  const known = new Map(notices.map((notice) => [JSON.stringify(notice), notice]));
  const place = ({ place: at }: Notice): string => at.file;
  return [...known.values()].sort(
    (a, b) => weight[a.severity] - weight[b.severity] || (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0),
  );
}

export const countOf = (notices: readonly Notice[], severity: Notice['severity']): number =>
  notices.filter((notice) => notice.severity === severity).length;

/** Of errors of one kind in one file, so many are printed: who mends them sees the pattern, and the next run shows the rest. */
const mostOfAKind = 20;

/** Prints notices to standard error, as people read them: errors first. Warnings, which end nothing, are all printed. */
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

/** So many changed values are listed; the records themselves say the rest. */
const mostChanges = 50;

/** Prints what readers see otherwise than before. */
export function printChanges(changes: readonly string[]): void {
  for (const line of changes.slice(0, mostChanges)) process.stderr.write(`${line}\n`);
  if (changes.length > mostChanges) process.stderr.write(`and ${changes.length - mostChanges} more values changed.\n`);
}

/** 0; 1 where something is an error or, with `strict`, a warning. */
export const exitCode = (notices: readonly Notice[], strict: boolean): number =>
  countOf(notices, 'error') || (strict && countOf(notices, 'warning')) ? 1 : 0;

/** "1 paper", "5 papers". */
export const many = (count: number, word: string, words = `${word}s`): string =>
  `${count} ${count === 1 ? word : words}`;
