/** Writes the citation files of papers and of lists. */

import type { CitationFormat, Pieces } from '#citations/format';
import type { Paper } from '#domain/paper';
import { formattedList } from './references/index.ts';

/** The file of one paper as a response; the browser saves it under the paper's id. */
export const paperFile = (format: CitationFormat, paper: Paper): Response =>
  response(format, paper.id, format.write([paper], { single: true, ...referencesFor(format, [paper]) }));

/** A file of a list of papers, or of a part of it, as a response; references are numbered through the whole list. */
export const listFile = (
  format: CitationFormat,
  stem: string,
  papers: readonly Paper[],
  all: readonly Paper[] = papers,
): Response => response(format, stem, listText(format, papers, all));

const response = ({ mediaType, extension }: CitationFormat, stem: string, text: string): Response =>
  new Response(text, {
    headers: {
      'content-type': `${mediaType}; charset=utf-8`,
      'content-disposition': `attachment; filename="${stem}.${extension}"`,
    },
  });

const referencesFor = ({ name }: CitationFormat, papers: readonly Paper[]) =>
  name === 'text' ? { formatted: formattedList(papers) } : {};

/** A paper is in the library and in the lists of all its themes: each of them takes the same piece. */
function listText(format: CitationFormat, papers: readonly Paper[], all: readonly Paper[]): string {
  const { pieces } = format;
  if (!pieces) return format.write(papers, referencesFor(format, all));
  return pieces.file(
    papers.map((paper) => pieceOf(format, paper)),
    {},
  );
}

/** The text of a paper in every list of a format; empty for a format without pieces. */
function pieceOf({ pieces }: CitationFormat, paper: Paper): string {
  if (!pieces) return '';
  const kept = keptPieces(pieces);
  const known = kept.get(paper);
  if (known !== undefined) return known;
  const made = pieces.piece(paper, {});
  kept.set(paper, made);
  return made;
}

let last: { pieces: Pieces; kept: WeakMap<Paper, string> } | undefined;

/** The pieces of one format are kept, those of the format that was asked for last: all together are a site's size. */
function keptPieces(pieces: Pieces): WeakMap<Paper, string> {
  if (last?.pieces !== pieces) last = { pieces, kept: new WeakMap() };
  return last.kept;
}
