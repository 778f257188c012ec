import type { APIRoute, GetStaticPaths } from 'astro';
import { citationFormats } from '#citations/index';
import type { CitationFormat } from '#citations/format';
import { exportFile } from '../../site/exports.ts';
import { review, type FacetConcept } from '../../site/review.ts';

interface Props {
  theme: FacetConcept;
  format: CitationFormat;
}

/** The papers of a theme in each format: `/themes/<id>.<extension>`. All of a format come together: they share pieces. */
export const getStaticPaths = (async () => {
  const { themes } = await review();
  return citationFormats.flatMap((format) =>
    themes.map((theme) => ({
      params: { id: theme.id, extension: format.extension },
      props: { theme, format },
    })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props: { theme, format } }) => {
  const { tagged } = await review();
  return exportFile(
    format,
    theme.id,
    (tagged.get(theme.ref) ?? []).map(({ paper }) => paper),
  );
};
