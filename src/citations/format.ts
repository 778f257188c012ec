import type { Paper } from '#domain/paper';

/** A reference as text and as HTML made of text, `i`, `b`, `sub`, `sup` and `a` alone. */
export interface FormattedReference {
  style: string;
  text: string;
  /** True where the style's list goes by author, whatever order the papers came in. */
  byAuthor?: true;
}

export interface ExportOptions {
  /** Abstracts are written unless this is `false`. */
  abstracts?: boolean;
  /** True for a paper's own file: JSON then is the record itself, not an array of one. */
  single?: boolean;
  /** References in the citation styles, made elsewhere: formatting them takes a style engine, writing them does not. */
  formatted?: (paper: Paper) => readonly FormattedReference[];
}

/** One export format. Pure: papers in, the whole file's text out; `[]` gives a valid empty file. */
export interface CitationFormat {
  name: string;
  title: { en: string; zh: string };
  /** After the file's stem and a dot: `/papers/<id>.<extension>`. */
  extension: string;
  mediaType: string;
  write: (papers: readonly Paper[], options?: ExportOptions) => string;
}
