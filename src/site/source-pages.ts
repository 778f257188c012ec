/** Cuts the sources of a paper into pages of bounded size. */

import { onceEach, onceInARow } from '#citations/once';
import type { Paper, Sentence } from '#domain/paper';
import { segments } from '#text/visible';
import { sentencesOf } from './evidence.ts';
import { ledger } from './ledger.ts';
import type { Review } from './review.ts';
import { placeOf } from './source-sentences.ts';
import type { Piece, ViewLine, ViewRow } from './source-view.ts';
import { sourcesOf, type SourceOfPaper } from './sources.ts';
import { paths } from './urls.ts';

/**
 * A paper's sources, cut into pages of bounded size. A page holds whole lines; a line too long for one continues on
 * the next, and its anchor is where it begins.
 */

/** What a page may hold of lines, in bytes of HTML; the frame around them takes some 20,000 more. */
export const pageRoom = 70_000;
/** Of it, what the name of a source and its counts take. */
const headRoom = 2000;
/** The maximum length of a stretch of a piece, in UTF-16 units: a longer line is cut. */
const longestPiece = 12_000;

/** A source, or a part of it, on one page. */
export interface SourceShown {
  source: SourceOfPaper;
  /** From 0, among the sources of the paper. */
  index: number;
  /** Absent if the file is not among the sources. */
  rows: ViewRow[] | undefined;
  /** True on the page that the source begins on. */
  begins: boolean;
}

/** The bytes of a line beside its pieces. */
const besidePieces = 180;

/** The bytes of a row in HTML, by the markup around it; a character that is shown as a token takes much more. */
function weightOf(row: ViewRow): number {
  if ('left' in row) return 100;
  return row.pieces.reduce((sum, piece) => sum + weightOfPiece(piece), besidePieces);
}

function weightOfPiece({ text, outcome, sentence }: Piece): number {
  const tokens = segments(text).filter(({ token }) => token).length;
  return (
    (outcome ? 160 : 0) +
    (sentence ? 70 : 0) +
    Buffer.byteLength(text) +
    5 * (text.match(/[&<>"]/gu)?.length ?? 0) +
    50 * tokens
  );
}

interface Weighed {
  row: ViewRow;
  weight: number;
}

/** A row as rows that a page can hold: a long line in stretches. */
function fitting(row: ViewRow, room: number): Weighed[] {
  const whole = { row, weight: weightOf(row) };
  if ('left' in row || whole.weight <= room) return [whole];
  const lines: { row: ViewLine; weight: number }[] = [];
  for (const piece of row.pieces.flatMap(cutPiece)) {
    const weight = weightOfPiece(piece);
    const last = lines.at(-1);
    if (last && last.weight + weight <= room) {
      last.row.pieces.push(piece);
      last.weight += weight;
    } else {
      const continued = last ? { continued: true as const } : {};
      lines.push({ row: { ...row, pieces: [piece], ...continued }, weight: besidePieces + weight });
    }
  }
  return lines;
}

function cutPiece(piece: Piece): Piece[] {
  const cut: Piece[] = [];
  for (let at = 0; at < piece.text.length;) {
    let end = Math.min(at + longestPiece, piece.text.length);
    // Not between the two halves of a character.
    if (end < piece.text.length && /[\ud800-\udbff]/u.test(piece.text[end - 1] ?? '')) end--;
    const { left, ...rest } = piece;
    const isLast = end === piece.text.length;
    cut.push({
      ...rest,
      text: piece.text.slice(at, end),
      column: piece.column + at,
      again: at > 0 || piece.again,
      ...(isLast && left !== undefined ? { left } : {}),
    });
    at = end;
  }
  return cut;
}

/** Sources cut into pages; one page at least. */
export function cutIntoPages(sources: readonly SourceOfPaper[], room = pageRoom): SourceShown[][] {
  const pages: SourceShown[][] = [[]];
  let used = 0;
  for (const [index, source] of sources.entries()) {
    let shown: SourceShown = { source, index, rows: source.rows && [], begins: true };
    pages.at(-1)?.push(shown);
    used += headRoom;
    for (const { row, weight } of (source.rows ?? []).flatMap((it) => fitting(it, room - headRoom))) {
      if (used + weight > room) {
        // A source of which no line has come yet begins on the new page.
        if (shown.rows?.length) shown = { ...shown, rows: [], begins: false };
        else pages.at(-1)?.pop();
        if (pages.at(-1)?.length) pages.push([]);
        pages.at(-1)?.push(shown);
        used = headRoom;
      }
      shown.rows?.push(row);
      used += weight;
    }
  }
  return pages;
}

// All pages of a paper are made in a row. The sources of many papers would fill the memory.
const pagesOf = onceEach((review: Review) => onceInARow((paper: Paper) => cutIntoPages(sourcesOf(paper, review))));

export const sourcePagesOf = (paper: Paper, review: Review): SourceShown[][] => pagesOf(review)(paper);

/** Where the pages after the first begin: the place of the source, and in it the line and column. */
type Begin = [index: number, line: number, column: number];

const beginsOf = onceEach((review: Review) =>
  onceEach((paper: Paper): Begin[] => {
    if (isSmall(paper)) return [];
    return sourcePagesOf(paper, review)
      .slice(1)
      .map(([first]) => [first?.index ?? 0, ...firstPlace(first?.rows ?? [])]);
  }),
);

/** The line and column that a page begins with; a line that begins there does so at column 1, whatever is left out. */
function firstPlace([row]: readonly ViewRow[]): [line: number, column: number] {
  if (!row) return [1, 1];
  if ('left' in row) return [row.after + 1, 1];
  return [row.number, row.continued ? (row.pieces[0]?.column ?? 1) : 1];
}

/** Whether the ledger's counts alone say that one page is enough: most papers' sources are not cut to find that out. */
function isSmall(paper: Paper): boolean {
  let bytes = 0;
  for (const file of new Set(paper.sources.map((source) => source.file))) {
    const entry = ledger().get(file);
    if (!entry) return false;
    bytes += headRoom + entry.tally.total * 8 + entry.stretches * 340 + sentencesOf(paper).size * 240;
  }
  return bytes < pageRoom;
}

/** How many pages the sources of a paper take. */
export const countSourcePages = (paper: Paper, review: Review): number => beginsOf(review)(paper).length + 1;

/** The page, without language, that shows a place of a paper's sources; `index` is the source's. */
function pagePath(paper: Paper, review: Review, [index, line, column]: Begin): string {
  const isBefore = ([at, from, first]: Begin): boolean =>
    at !== index ? at < index : from !== line ? from < line : first <= column;
  return paths.numbered(paths.source(paper.id), beginsOf(review)(paper).filter(isBefore).length + 1);
}

/** Where a line of a paper's source is shown, without language: `papers/x/source/page/2/#L7`. `index` is the source's. */
export const linePath = (paper: Paper, review: Review, index: number, line: number): string =>
  `${pagePath(paper, review, [index, line, 1])}#${lineAnchor(index, line)}`;

/**
 * Where a sentence is marked in the source that it was read from, without language: `papers/x/source/#s-1a2b3c4d`.
 * `undefined` if a person wrote it, or the file is not among the sources.
 */
export function sentencePath(
  paper: Paper,
  review: Review,
  sentence: Sentence,
): { path: string; line: number } | undefined {
  const place = placeOf(sentence);
  if (!place || !ledger().has(place.file)) return undefined;
  const { file, line, columns } = place;
  const index = [...new Set(paper.sources.map((source) => source.file))].indexOf(file);
  if (index < 0) return undefined;
  return { path: `${pagePath(paper, review, [index, line, columns[0]])}#${sentence.anchor}`, line };
}

/** The anchor of a line: `L7` in the first source of a paper, `S2L7` in the second. */
export const lineAnchor = (index: number, line: number): string => `${index > 0 ? `S${index + 1}` : ''}L${line}`;
