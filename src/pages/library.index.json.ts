/**
 * Every paper as `[id, title, year, DOI, PMID]`, with which the basket compares the review and a reader's own library.
 */

import type { APIRoute } from 'astro';
import { toReference } from '#citations/reference';
import { review } from '../site/review.ts';

export const GET: APIRoute = async () => {
  const rows = (await review()).papers.map((paper) => {
    const r = toReference(paper);
    return [paper.id, r.title?.text ?? '', r.issued?.slice(0, 4) ?? '', r.doi ?? '', r.pmid ?? ''];
  });
  return new Response(JSON.stringify(rows), { headers: { 'content-type': 'application/json; charset=utf-8' } });
};
