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

/** Every export format, in the order in which people are offered them. */
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

/** The formats that each paper has as a file of its own; the browser makes the others. */
export const paperFormats: readonly CitationFormat[] = [ris, bibtex, csl, plain, json];
