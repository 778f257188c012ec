/** The route of the citation files for one paper. */

import type { APIRoute, GetStaticPaths } from 'astro';
import { twinFormats } from '#citations/index';
import type { CitationFormat } from '#citations/format';
import type { Paper } from '#domain/paper';
import { paperFile } from '../../site/exports.ts';
import { review } from '../../site/review.ts';

interface Props {
  paper: Paper;
  format: CitationFormat;
}

/** The files beside a paper's page: `/papers/<id>.bib`, `.ris`, `.csl.json`, `.txt`, `.json`, as far as the review has them. */
export const getStaticPaths = (async () => {
  const { all, site } = await review();
  return all.flatMap((paper) =>
    twinFormats[site.twins].map((format) => ({
      params: { id: paper.id, extension: format.extension },
      props: { paper, format },
    })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = ({ props: { paper, format } }) => paperFile(format, paper);
