/** The review itself in the formats of reference managers: `/review.ris`. */

import type { APIRoute, GetStaticPaths } from 'astro';
import type { CitationFormat } from '#citations/format';
import { paperFile } from '../site/exports.ts';
import { review } from '../site/review.ts';
import { reviewWork, workFormats } from '../site/works.ts';

interface Props {
  format: CitationFormat;
}

export const getStaticPaths = (() =>
  workFormats.map((format) => ({
    params: { extension: format.extension },
    props: { format },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props: { format } }) =>
  paperFile(format, reviewWork((await review()).site));
