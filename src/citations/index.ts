import type { CitationFormat } from './format.ts';
import { bibtex } from './bibtex.ts';
import { biblatex } from './biblatex.ts';
import { csl } from './csl.ts';
import { enw } from './enw.ts';
import { json } from './json.ts';
import { plain } from './plain.ts';
import { ris } from './ris.ts';

/** Every export format, in the order in which people are offered them. */
export const citationFormats: readonly CitationFormat[] = [ris, bibtex, biblatex, csl, enw, json, plain];

/** The formats that each paper has as a file of its own; the browser makes the others. */
export const paperFormats: readonly CitationFormat[] = [ris, bibtex, csl, plain, json];
