import type { APIRoute, GetStaticPaths } from 'astro';
import { citationFormats } from '#citations/index';
import type { CitationFormat } from '#citations/format';
import { exportFile } from '../../site/exports.ts';
import { review, type FacetConcept } from '../../site/review.ts';

interface Props {
  theme: FacetConcept;
  format: CitationFormat;
}

/** The papers of a theme in each format: `/themes/<id>.<extension>`. */
export const getStaticPaths = (async () => {
  const { themes } = await review();
  return themes.flatMap((theme) =>
    citationFormats.map((format) => ({
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
