/** Exports the results of a search as a file. */

import { offer } from '../basket/files.ts';
import { recordsOf } from '../records.ts';

/** Saves papers, in order, in one of the formats. Returns how many were written. */
export async function saveResults(ids: readonly string[], name: string): Promise<number> {
  const [{ citationFormats }, papers] = await Promise.all([import('#citations/index'), recordsOf(ids)]);
  const format = citationFormats.find((known) => known.name === name);
  if (!format) throw new Error(`no format ${name}`);
  offer(format.write(papers), `search.${format.extension}`, format.mediaType);
  return papers.length;
}
