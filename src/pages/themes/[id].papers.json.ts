/** The ids of the papers of a theme, where the browser makes the theme's files: `/themes/<id>.papers.json`. */

import type { APIRoute, GetStaticPaths } from 'astro';
import { themeFormats } from '#citations/index';
import { papersOf, type FacetConcept } from '../../site/index-review.ts';
import { review } from '../../site/review.ts';

export const getStaticPaths = (async () => {
  const { site, themes } = await review();
  return themeFormats[site.twins].length > 0
    ? []
    : themes.map((theme) => ({ params: { id: theme.id }, props: { theme } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ theme: FacetConcept }> = async ({ props: { theme } }) =>
  Response.json(papersOf(theme.ref, await review()).map(({ id }) => id));
