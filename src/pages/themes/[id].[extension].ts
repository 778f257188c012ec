/** The route of the citation files for one theme. */

import type { APIRoute, GetStaticPaths } from 'astro';
import { themeFormats } from '#citations/index';
import type { CitationFormat } from '#citations/format';
import type { Paper } from '#domain/paper';
import { partExtension, partsOfList } from '../../site/export-parts.ts';
import { listFile } from '../../site/exports.ts';
import { papersOf, type FacetConcept } from '../../site/index-review.ts';
import { review } from '../../site/review.ts';

interface Props {
  theme: FacetConcept;
  format: CitationFormat;
  papers: readonly Paper[];
}

/**
 * The papers of a theme in each format: `/themes/<id>.<extension>`, and `/themes/<id>.2.<extension>` of many. All files of
 * a format come together, because they share pieces.
 */
export const getStaticPaths = (async () => {
  const all = await review();
  return themeFormats[all.site.twins].flatMap((format) =>
    all.themes.flatMap((theme) =>
      partsOfList(format, papersOf(theme.ref, all)).map((papers, index) => ({
        params: { id: theme.id, extension: partExtension(format, index + 1) },
        props: { theme, format, papers },
      })),
    ),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props: { theme, format, papers } }) =>
  listFile(format, theme.id, papers, papersOf(theme.ref, await review()));
