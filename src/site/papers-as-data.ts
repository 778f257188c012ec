/** The papers in the file of the whole review as data. */

import { citationFormats } from '#citations/index';
import type { Paper } from '#domain/paper';
import { recordHash } from './record-hash.ts';
import type { ZipFile } from './zip.ts';

/** The exports in it; every other format can be made of these, and the records are in it one by one. */
const exported = ['csl-json', 'ris', 'bibtex', 'csv'];

/** What the file has of the papers: a record of each and the exports, the records in one file, or nothing. */
export type Held = 'exports' | 'records' | 'nothing';

/**
 * Bytes of all records up to which each holds, so that the file is never larger than hosts take (25 MB): some 2,700
 * papers, and some 12,500. Records in one file are alike: with the ledger, 72 MB of them are packed to 18. What is not in
 * it is in files of its own.
 */
const most: Readonly<Record<Exclude<Held, 'nothing'>, number>> = { exports: 20_000_000, records: 90_000_000 };

/** Files by name, `papers/<id>.json` and `library.ris` or `papers.jsonl`, each in pieces, and what they are. */
export function papersAsData(papers: readonly Paper[], room = most): { files: ZipFile[]; held: Held } {
  const bytes = papers.reduce((sum, paper) => sum + recordHash(paper).bytes + 1, 0);
  if (bytes > room.records) return { files: [], held: 'nothing' };
  if (bytes > room.exports) return { files: [['papers.jsonl', linesOf(papers)]], held: 'records' };
  const each = papers.map((paper): ZipFile => [`papers/${paper.id}.json`, [...linesOf([paper])]]);
  const exports = citationFormats
    .filter(({ name }) => exported.includes(name))
    .map((format): ZipFile => [`library.${format.extension}`, [format.write(papers, {})]]);
  return { files: [...each, ...exports], held: 'exports' };
}

function* linesOf(papers: readonly Paper[]): Generator<string> {
  for (const paper of papers) yield `${JSON.stringify(paper)}\n`;
}
