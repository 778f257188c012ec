import { appendFileSync, readFileSync } from 'node:fs';
import type { MarkedText } from './marked.ts';

/**
 * Formatting a reference takes longer than all else on a paper's page. So a build lends the site what the builds before it
 * have formatted, in a file of this build alone, and takes back what the site has added at its end: a line each, `[key,
 * text, marks]` in JSON. The site keeps nothing itself. Without a file, as in the live site, memory alone remembers.
 */
const file = process.env['REVIEW_REFERENCES'];

export type LentReference = [key: string, text: string, marks: MarkedText['marks']];

function read(): Map<string, MarkedText> {
  if (file === undefined) return new Map();
  process.once('exit', giveBack);
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return new Map(
    lines.map((line) => {
      const [key, text, marks] = JSON.parse(line) as LentReference;
      return [key, { text, marks }];
    }),
  );
}

let known: Map<string, MarkedText> | undefined;
const added: LentReference[] = [];

function giveBack(): void {
  try {
    if (file !== undefined) appendFileSync(file, added.map((row) => `${JSON.stringify(row)}\n`).join(''));
  } catch {
    // A disk without room for them: the next build formats them again, and its own notices tell of the disk.
  }
}

export const lent = {
  get: (key: string): MarkedText | undefined => (known ??= read()).get(key),
  set(key: string, { text, marks }: MarkedText): void {
    (known ??= read()).set(key, { text, marks });
    added.push([key, text, marks]);
  },
};
