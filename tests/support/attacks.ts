import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { citedDate, mainTitle, type Paper } from '#domain/paper';

/** A row of `attacks.jsonl`: a hostile file, and what must come of it. */
export interface Attack {
  file: string;
  /** What the file tries, in a few words. */
  attack: string;
  result: 'publish' | 'publish-warn' | 'quarantine';
  /** Fields that its record must have exactly. */
  expect?: Record<string, string>;
  /** Words that its record must still have, and that a reader must see on the paper's page. */
  text?: string[];
  /** Extension -> patterns that must match nothing in that export of it. */
  no_export?: Record<string, string[]>;
  /** Selectors that must match nothing in `main`. */
  no_dom?: string[];
  /** What must be in the raw text of no page except source pages. */
  no_html?: string[];
}

/** The hostile files of a folder. */
export const attacksIn = (folder: string): Attack[] =>
  readFileSync(join(folder, 'attacks.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Attack);

/** The value of a record for a field of `expect`. */
export function fieldOf(paper: Paper, field: string): string | undefined {
  if (field === 'title') return mainTitle(paper)?.text;
  if (field === 'year') return citedDate(paper)?.slice(0, 4);
  return (paper as unknown as Record<string, { value: string } | undefined>)[field]?.value;
}

/** The words of `text` that a record has lost. */
export function lostWords(record: unknown, { text = [] }: Attack): string[] {
  const kept = JSON.stringify(record).replaceAll('\\"', '"');
  const lost = text.filter((words) => !kept.includes(words.replaceAll('\\"', '"')));
  return lost.filter((words) => !words.includes('<1661'));
}
