/** The route of the citation files for the whole review. */

import type { APIRoute, GetStaticPaths } from 'astro';
import { libraryFormats } from '#citations/index';
import type { CitationFormat } from '#citations/format';
import type { Paper } from '#domain/paper';
import { partExtension, partsOfList } from '../site/export-parts.ts';
import { listFile } from '../site/exports.ts';
import { review } from '../site/review.ts';

interface Props {
  format: CitationFormat;
  papers: readonly Paper[];
}

/** All papers of the review in each format: `/library.<extension>`, and `/library.2.<extension>` of a large one. */
export const getStaticPaths = (async () => {
  const all = await review();
  return libraryFormats[all.site.twins].flatMap((format) =>
    partsOfList(format, all.papers).map((papers, index) => ({
      params: { extension: partExtension(format, index + 1) },
      props: { format, papers },
    })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props: { format, papers } }) =>
  listFile(format, 'library', papers, (await review()).papers);
