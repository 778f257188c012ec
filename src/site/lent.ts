/** What earlier builds have made of records and lend to this build, and what this build adds. */

import { appendFileSync, readFileSync } from 'node:fs';

/**
 * Formatting references takes longer than everything else on a paper's page, and all pieces of large lists are written
 * only to know how long they are. So a build gives the site a file with what earlier builds have made of the same records,
 * and at its end reads what the site has added: one line each, `[key, made]` in JSON. Without a file, as in the live site,
 * all of it is kept in memory only.
 */
const file = process.env['REVIEW_LENT'];

/** The key says what it is and what decides it beside the code. It has no sign that JSON writes in another way. */
export type LentRow = [key: string, made: unknown];

/** What is made, by its keys; what earlier builds made are the lines of the file, of which few are asked for. */
function read(): Map<string, LentRow | string> {
  if (file === undefined) return new Map();
  process.once('exit', giveBack);
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return new Map(lines.map((line) => [line.slice(2, line.indexOf('"', 2)), line]));
}

let known: Map<string, LentRow | string> | undefined;
const added: LentRow[] = [];

function giveBack(): void {
  try {
    if (file !== undefined) appendFileSync(file, added.map((row) => `${JSON.stringify(row)}\n`).join(''));
  } catch {
    // The disk has no room for them: the next build makes them again, and other notices report the disk.
  }
}

/** All that is lent of one kind, by a hash of what decides it. */
export const lentOf = <Made>(kind: string) => ({
  get(key: string): Made | undefined {
    const found = (known ??= read()).get(`${kind} ${key}`);
    const [, made] = typeof found === 'string' ? (JSON.parse(found) as LentRow) : (found ?? []);
    return made as Made | undefined;
  },
  set(key: string, made: Made): void {
    const row: LentRow = [`${kind} ${key}`, made];
    (known ??= read()).set(row[0], row);
    added.push(row);
  },
});
