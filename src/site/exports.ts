import type { CitationFormat } from '#citations/format';
import type { Paper } from '#domain/paper';
import { formattedList } from './references/index.ts';

/** A file of exported papers as a response; the browser saves it as `stem.extension`. */
export function exportFile(format: CitationFormat, stem: string, papers: readonly Paper[], single = false): Response {
  const text = format.write(papers, {
    single,
    ...(format.name === 'text' ? { formatted: formattedList(papers) } : {}),
  });
  return new Response(text, {
    headers: {
      'content-type': `${format.mediaType}; charset=utf-8`,
      'content-disposition': `attachment; filename="${stem}.${format.extension}"`,
    },
  });
}
