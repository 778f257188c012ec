/** An essay in the formats of reference managers: `/themes/<id>/essay.ris`. */

import type { APIRoute, GetStaticPaths } from 'astro';
import type { CitationFormat } from '#citations/format';
import type { Paper } from '#domain/paper';
import { workOfTheme } from '../../../site/essay-works.ts';
import { paperFile } from '../../../site/exports.ts';
import { review } from '../../../site/review.ts';
import { workFormats } from '../../../site/works.ts';

interface Props {
  format: CitationFormat;
  work: Paper;
}

export const getStaticPaths = (async () => {
  const { themes } = await review();
  const works = await Promise.all(
    themes.map(async ({ id, ...theme }) => ({ id, work: await workOfTheme({ id, ...theme }) })),
  );
  return works.flatMap(({ id, work }) =>
    work ? workFormats.map((format) => ({ params: { id, extension: format.extension }, props: { format, work } })) : [],
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = ({ props: { format, work } }) => paperFile(format, work);
