/**
 * The files of a list of papers in one format. Hosts refuse large files (Cloudflare Pages: 25 MiB), and reference
 * managers choke on them: a list of more bytes comes in numbered parts, `library.ris`, `library.2.ris` …
 */

import type { CitationFormat } from '#citations/format';
import { libraryFormats, themeFormats } from '#citations/index';
import type { Paper } from '#domain/paper';
import { papersOf } from './index-review.ts';
import { pieceBytes } from './piece-bytes.ts';
import { recordHash } from './record-hash.ts';
import { aggregate } from './slice.ts';

/** The maximum bytes of a file of exported papers. */
export const mostBytes = 25_000_000;

/** In no format a paper's piece has more bytes than this number times those of its record. */
const most = 3;

/** The papers of each part; one part at least. A paper that is larger than a part is alone in one. */
export function partsOfList(format: CitationFormat, papers: readonly Paper[], room = mostBytes): (readonly Paper[])[] {
  // Most reviews are far below, which their records show: no format need be written to find that out.
  if (papers.reduce((sum, paper) => sum + recordHash(paper).bytes, 0) * most < room) return [papers];
  // The beginning and the end of a file.
  const frame = 1000;
  const parts: Paper[][] = [[]];
  let used = frame;
  for (const paper of papers) {
    const size = pieceBytes(paper)[format.name] ?? 0;
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

/**
 * In how many parts the papers of a theme, or all, come in each format that is a file of the site, by its name; asked on
 * each page of the list.
 */
export const countParts = aggregate('parts of exports', (review, theme): Record<string, number> => {
  const formats = (theme === '' ? libraryFormats : themeFormats)[review.site.twins];
  const papers = theme === '' ? review.papers : papersOf(theme, review);
  return Object.fromEntries(formats.map((format) => [format.name, partsOfList(format, papers).length]));
});
