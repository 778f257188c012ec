/** A paper's references in every style, as text and marks, as far as the review has files of each paper. */

import type { APIRoute, GetStaticPaths } from 'astro';
import type { Paper } from '#domain/paper';
import { paperReferences } from '../../site/references/of-paper.ts';
import { review } from '../../site/review.ts';

export const getStaticPaths = (async () => {
  const { all, site } = await review();
  return site.twins === 'none' ? [] : all.map((paper) => ({ params: { id: paper.id }, props: { paper } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ paper: Paper }> = ({ props: { paper } }) =>
  new Response(JSON.stringify(paperReferences(paper)), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
