import type { APIRoute, GetStaticPaths } from 'astro';
import { citationFormats } from '#citations/index';
import type { CitationFormat } from '#citations/format';
import { exportFile } from '../site/exports.ts';
import { review } from '../site/review.ts';

/** All papers of the review in each format: `/library.<extension>`. */
export const getStaticPaths = (() =>
  citationFormats.map((format) => ({
    params: { extension: format.extension },
    props: { format },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ format: CitationFormat }> = async ({ props: { format } }) =>
  exportFile(format, 'library', (await review()).papers);
