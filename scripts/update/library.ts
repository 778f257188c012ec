/** Puts Crossref's answers into one file of records, which the import reads as any other source. */

import { z } from 'zod';
import { visible } from '#text/visible';
import { statusOfLink } from '../formats/values/retractions.ts';
import type { Work } from './crossref.ts';

/**
 * What is kept of a record: what the reader of the file knows (`scripts/formats/references/crossref-json.ts`). Counts and
 * dates of Crossref's own change every day, and would make each run a new source.
 */
const kept = [
  'DOI',
  'type',
  'subtype',
  'title',
  'subtitle',
  'original-title',
  'author',
  'editor',
  'container-title',
  'short-container-title',
  'volume',
  'issue',
  'page',
  'article-number',
  'issued',
  'published-print',
  'published-online',
  'ISSN',
  'ISBN',
  'publisher',
  'language',
  'abstract',
  'update-to',
  'updated-by',
  'relation',
  'license',
  'link',
];

/** The file of some records: Crossref's own form of a list, by DOI, each member of the records on a line of its own. */
export function libraryOf(works: readonly Work[]): string {
  const items = works
    .toSorted((a, b) => (a.DOI < b.DOI ? -1 : 1))
    .map((work) => Object.fromEntries(kept.flatMap((key) => (work[key] === undefined ? [] : [[key, work[key]]]))));
  return `${JSON.stringify({ status: 'ok', 'message-type': 'work-list', message: { items } }, null, 1)}\n`;
}

/** A DOI and the name of a register are shorter by far. */
const longestLine = 300;

const noticesSchema = z.array(
  z.looseObject({ DOI: z.string().optional(), type: z.string(), source: z.string().optional() }),
);

/** What became of a paper, as its record says: `retracted by 10.5555/notice (retraction-watch)`, without what moves a terminal. */
export const noticesOf = (work: Work): string[] =>
  (noticesSchema.safeParse(work['updated-by']).data ?? []).flatMap(({ DOI = 'a notice', type, source }) => {
    const status = statusOfLink(type);
    return status ? [visible(`${status} by ${DOI}${source ? ` (${source})` : ''}`).slice(0, longestLine)] : [];
  });
