/** References that earlier builds formatted, and those that this build adds. */

import { appendFileSync, readFileSync } from 'node:fs';
import type { MarkedText } from './marked.ts';

/**
 * Formatting references takes longer than everything else on a paper's page. So a build gives the site a file with the
 * references that earlier builds have formatted, and at its end reads those that the site has added: one line each,
 * `[key, text, marks]` in JSON. Without a file, as in the live site, references are kept in memory only.
 */
const file = process.env['REVIEW_REFERENCES'];

export type LentReference = [key: string, text: string, marks: MarkedText['marks']];

/** The references by their keys; those of earlier builds are the lines of the file, of which few are asked for. */
function read(): Map<string, MarkedText | string> {
  if (file === undefined) return new Map();
  process.once('exit', giveBack);
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  // A key is a hash, and has no sign that JSON writes in another way.
  return new Map(lines.map((line) => [line.slice(2, line.indexOf('"', 2)), line]));
}

let known: Map<string, MarkedText | string> | undefined;
const added: LentReference[] = [];

function giveBack(): void {
  try {
    if (file !== undefined) appendFileSync(file, added.map((row) => `${JSON.stringify(row)}\n`).join(''));
  } catch {
    // The disk has no room for them: the next build formats them again, and other notices report the disk.
  }
}

export const lent = {
  get(key: string): MarkedText | undefined {
    const found = (known ??= read()).get(key);
    if (typeof found !== 'string') return found;
    const [, text, marks] = JSON.parse(found) as LentReference;
    return { text, marks };
  },
  set(key: string, { text, marks }: MarkedText): void {
    (known ??= read()).set(key, { text, marks });
    added.push([key, text, marks]);
  },
};
