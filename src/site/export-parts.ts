/**
 * The files of a list of papers in one format. Hosts refuse large files (Cloudflare Pages: 25 MiB), and reference
 * managers choke on them: a list of more bytes comes in numbered parts, `library.ris`, `library.2.ris` …
 */

import { toCsl } from '#citations/csl';
import type { CitationFormat } from '#citations/format';
import { citationFormats } from '#citations/index';
import { onceEach } from '#citations/once';
import type { Paper } from '#domain/paper';
import { pieceOf } from './exports.ts';
import { papersOf } from './index-review.ts';
import { paperReferencesOf } from './references/index.ts';
import { aggregate } from './slice.ts';

/** The maximum bytes of a file of exported papers. */
export const mostBytes = 25_000_000;

/** For a format the bytes of each paper's piece, whichever lists it is in. */
const bytesIn = onceEach((format: CitationFormat) => onceEach((paper: Paper) => bytesOf(format, paper)));

/** The text between two pieces, and the number that a list gives to one, take fewer bytes than this. */
const between = 16;

function bytesOf(format: CitationFormat, paper: Paper): number {
  const texts =
    format.name === 'text'
      ? paperReferencesOf(toCsl(paper)).map(({ reference }) => reference.text)
      : [pieceOf(format, paper)];
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text) + between, 0);
}

/** In no format a paper's piece has more bytes than this number times those of its record. */
const most = 3;
const recordBytes = onceEach((paper: Paper): number => Buffer.byteLength(JSON.stringify(paper)));

/** The papers of each part; one part at least. A paper that is larger than a part is alone in one. */
export function partsOfList(format: CitationFormat, papers: readonly Paper[], room = mostBytes): (readonly Paper[])[] {
  // Most reviews are far below, which their records show: no format need be written to find that out.
  if (papers.reduce((sum, paper) => sum + recordBytes(paper), 0) * most < room) return [papers];
  const bytes = bytesIn(format);
  // The beginning and the end of a file.
  const frame = 1000;
  const parts: Paper[][] = [[]];
  let used = frame;
  for (const paper of papers) {
    const size = bytes(paper);
    if (used + size > room && parts.at(-1)?.length) {
      parts.push([]);
      used = frame;
    }
    parts.at(-1)?.push(paper);
    used += size;
  }
  return parts;
}

/** The extension of a part, with its number from the second on: `ris`, `2.ris`. */
export const partExtension = ({ extension }: CitationFormat, part: number): string =>
  part === 1 ? extension : `${part}.${extension}`;

/** In how many parts the papers of a theme, or all, come in each format, by its name; asked on each page of the list. */
export const countParts = aggregate('parts of exports', (review, theme): Record<string, number> => {
  const papers = theme === '' ? review.papers : papersOf(theme, review);
  return Object.fromEntries(citationFormats.map((format) => [format.name, partsOfList(format, papers).length]));
});
