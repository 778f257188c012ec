/** The papers in the file of the whole review as data. */

import { citationFormats } from '#citations/index';
import type { Paper } from '#domain/paper';

/** The exports in it; every other format can be made of these, and the records are in it one by one. */
const exported = ['csl-json', 'ris', 'bibtex', 'csv'];

/**
 * Up to this size of all records in bytes, some 2,700 papers, the exports are in it too. Those of a larger review would make
 * the file larger than hosts take (25 MB); they are files of their own.
 */
const mostRecords = 20_000_000;

/** Files by name, `papers/<id>.json` and `library.ris`, and whether the exports are among them. */
export function papersAsData(
  papers: readonly Paper[],
  room = mostRecords,
): { files: Record<string, string>; hasExports: boolean } {
  const files: Record<string, string> = {};
  let bytes = 0;
  for (const paper of papers) {
    const text = `${JSON.stringify(paper)}\n`;
    files[`papers/${paper.id}.json`] = text;
    bytes += Buffer.byteLength(text);
  }
  const hasExports = bytes <= room;
  if (hasExports)
    for (const format of citationFormats)
      if (exported.includes(format.name)) files[`library.${format.extension}`] = format.write(papers, {});
  return { files, hasExports };
}
