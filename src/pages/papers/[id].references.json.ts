import type { APIRoute, GetStaticPaths } from 'astro';
import type { Paper } from '#domain/paper';
import { referencesOf } from '../../site/references/index.ts';
import { review } from '../../site/review.ts';

/** A paper's references in every style, as text and marks: the basket sets them. */
export const getStaticPaths = (async () =>
  (await review()).all.map((paper) => ({ params: { id: paper.id }, props: { paper } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ paper: Paper }> = ({ props: { paper } }) => {
  const made = Object.fromEntries(referencesOf(paper).map(({ style, reference }) => [style.id, reference]));
  return new Response(JSON.stringify(made), { headers: { 'content-type': 'application/json; charset=utf-8' } });
};
