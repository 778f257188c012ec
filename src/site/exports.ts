import type { CitationFormat, Pieces } from '#citations/format';
import type { Paper } from '#domain/paper';
import { formattedList } from './references/index.ts';

/** A file of exported papers as a response; the browser saves it as `stem.extension`. */
export function exportFile(format: CitationFormat, stem: string, papers: readonly Paper[], single = false): Response {
  return new Response(
    single ? format.write(papers, { single, ...referencesFor(format, papers) }) : listText(format, papers),
    {
      headers: {
        'content-type': `${format.mediaType}; charset=utf-8`,
        'content-disposition': `attachment; filename="${stem}.${format.extension}"`,
      },
    },
  );
}

const referencesFor = ({ name }: CitationFormat, papers: readonly Paper[]) =>
  name === 'text' ? { formatted: formattedList(papers) } : {};

/** A paper is in the library and in the lists of all its themes: each of them takes the same piece. */
function listText(format: CitationFormat, papers: readonly Paper[]): string {
  const { pieces } = format;
  if (!pieces) return format.write(papers, referencesFor(format, papers));
  const kept = keptPieces(pieces);
  const texts = papers.map((paper) => {
    const known = kept.get(paper);
    if (known !== undefined) return known;
    const made = pieces.piece(paper, {});
    kept.set(paper, made);
    return made;
  });
  return pieces.file(texts, {});
}

let last: { pieces: Pieces; kept: WeakMap<Paper, string> } | undefined;

/** The pieces of one format are kept, those of the format that was asked for last: all together are a site's size. */
function keptPieces(pieces: Pieces): WeakMap<Paper, string> {
  if (last?.pieces !== pieces) last = { pieces, kept: new WeakMap() };
  return last.kept;
}
