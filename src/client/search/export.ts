import type { Paper } from '#domain/paper';
import { file } from '../../site/urls.ts';
import { offer } from '../basket/files.ts';
import { recordsOf } from '../basket/records.ts';

/** The formats that are offered for a list of results. */
export const exportFormats = [
  { name: 'ris', title: 'RIS' },
  { name: 'bibtex', title: 'BibTeX' },
  { name: 'csl-json', title: 'CSL-JSON' },
  { name: 'csv', title: 'CSV' },
] as const;

/** For more papers than this, one large file costs less than many small ones. */
const many = 100;

/** Saves papers, in order, in one of the formats. Returns how many were written. */
export async function saveResults(ids: readonly string[], name: string): Promise<number> {
  const [{ citationFormats }, papers] = await Promise.all([
    import('#citations/index'),
    ids.length > many ? fromLibrary(ids) : recordsOf(ids),
  ]);
  const format = citationFormats.find((known) => known.name === name);
  if (!format) throw new Error(`no format ${name}`);
  offer(format.write(papers), `search.${format.extension}`, format.mediaType);
  return papers.length;
}

/** The records of papers, from the file of all; that of a large review has further parts. */
async function fromLibrary(ids: readonly string[]): Promise<Paper[]> {
  const wanted = new Map(ids.map((id, n) => [id, n]));
  const papers: (Paper | undefined)[] = [];
  for (let part = 1; wanted.size > 0; part++) {
    const response = await fetch(file(part === 1 ? 'library.jsonl' : `library.${part}.jsonl`));
    // The last part was before this one.
    if (response.status === 404 && part > 1) break;
    if (!response.ok) throw new Error(`${response.status}`);
    for (const line of (await response.text()).split('\n')) {
      if (!line.trim()) continue;
      const paper = JSON.parse(line) as Paper;
      const place = wanted.get(paper.id);
      if (place === undefined) continue;
      papers[place] = paper;
      wanted.delete(paper.id);
    }
  }
  return papers.filter((paper) => paper !== undefined);
}
