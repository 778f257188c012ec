/** What a citation format is: its name, its file, and the function that writes papers. */

import type { Paper } from '#domain/paper';

/** A reference as text and as HTML made only of text, `i`, `b`, `sub`, `sup` and `a`. */
export interface FormattedReference {
  style: string;
  text: string;
  /** True where the style's list goes by author, whatever order the papers came in. */
  byAuthor?: true;
}

export interface ExportOptions {
  /** Abstracts are written unless this is `false`. */
  abstracts?: boolean;
  /** True for a paper's own file: JSON is then indented, and the record itself is not an array of one. */
  single?: boolean;
  /** References in the citation styles, made elsewhere: formatting them takes a style engine, writing them does not. */
  formatted?: (paper: Paper) => readonly FormattedReference[];
}

/** What every export format says of itself. */
interface Described {
  name: string;
  title: { en: string; zh: string };
  /** After the file's stem and a dot: `/papers/<id>.<extension>`. */
  extension: string;
  mediaType: string;
}

/**
 * How a file is put together from a piece of text for each paper. A paper's piece is the same in every list, so that a
 * build makes it once for all of them; what depends on the place in the list is the file's.
 */
export interface Pieces {
  piece: (paper: Paper, options: ExportOptions) => string;
  file: (pieces: readonly string[], options: ExportOptions) => string;
}

/** One export format. Pure: papers in, the whole file's text out; `[]` gives a valid empty file. */
export interface CitationFormat extends Described {
  write: (papers: readonly Paper[], options?: ExportOptions) => string;
  /** Absent where a paper's text depends on the papers beside it. */
  pieces?: Pieces;
}

/** A format whose files consist of a piece for each paper. */
export const formatOfPieces = ({ piece, file, ...described }: Described & Pieces): CitationFormat => ({
  ...described,
  pieces: { piece, file },
  write: (papers, options = {}) =>
    file(
      papers.map((paper) => piece(paper, options)),
      options,
    ),
});

/** Pieces one after another, each ended by `end` and separated from the next by another. */
export const endedBy =
  (end: string) =>
  (pieces: readonly string[]): string =>
    pieces.map((piece) => piece + end).join(end);
