/** The list of export formats, and which of them are files of the site. */

import type { Site } from '#domain/site';
import type { CitationFormat } from './format.ts';
import { biblatex } from './biblatex.ts';
import { bibtex } from './bibtex.ts';
import { csl } from './csl.ts';
import { csv } from './csv.ts';
import { endnote } from './endnote.ts';
import { enw } from './enw.ts';
import { json } from './json.ts';
import { jsonl } from './jsonl.ts';
import { markdown } from './markdown.ts';
import { mods } from './mods.ts';
import { nbib } from './nbib.ts';
import { plain } from './plain.ts';
import { ris } from './ris.ts';
import { citationStyles, type CitationStyle } from './styles.ts';

/** In the order in which people are offered them. */
export const citationFormats: readonly CitationFormat[] = [
  ris,
  bibtex,
  biblatex,
  csl,
  enw,
  endnote,
  nbib,
  mods,
  csv,
  plain,
  markdown,
  json,
  jsonl,
];

/** The formats that each paper is offered in as a file of its own; the browser makes the others. */
export const paperFormats: readonly CitationFormat[] = [ris, bibtex, csl, plain, json];

/** Those formats of a paper that are files of the site, by `twins` in `site.yaml`. Pages read none of them. */
export const twinFormats: Readonly<Record<Site['twins'], readonly CitationFormat[]>> = {
  all: paperFormats,
  bib: [bibtex, json],
  none: [],
};

/**
 * The formats that all papers are offered in as files; the browser makes the others. Where files are few, these are what
 * reference managers, spreadsheets, people and programs read; the others say the same in further words.
 */
export const libraryFormats: Readonly<Record<Site['twins'], readonly CitationFormat[]>> = {
  all: citationFormats,
  bib: citationFormats,
  none: [ris, bibtex, csl, csv, plain, jsonl],
};

/** The formats that each theme is offered in as files of its own; the browser makes the others. */
export const themeFormats: Readonly<Record<Site['twins'], readonly CitationFormat[]>> = {
  all: citationFormats,
  bib: citationFormats,
  none: [],
};

/**
 * The styles that the build sets the references of papers in; the browser sets the others. Where files are few, papers
 * are many, and setting their references takes a good part of a build: then these are a style of the social sciences,
 * one of medicine and one of China.
 */
export const builtStyles: Readonly<Record<Site['twins'], readonly CitationStyle[]>> = {
  all: citationStyles,
  bib: citationStyles,
  none: citationStyles.filter(({ id }) => ['apa', 'vancouver', 'gb-t-7714-numeric'].includes(id)),
};
