/** The source page: each line with what became of each of its stretches. */

import type { Outcome, Stretch } from '#domain/ledger';
import type { SourceText } from '#domain/source';

/** A stretch of a line as the source page shows it; one without an outcome is blank. */
export interface Piece {
  text: string;
  /** From 1, in UTF-16 code units. */
  column: number;
  outcome?: Outcome;
  /** True where the piece has the same outcome as the one before, which need not be named again. */
  again: boolean;
  /** How many characters are left out at the end of the piece. */
  left?: number;
  /** The sentence that the piece is a part of; `first` where links to it lead to this place. */
  sentence?: { anchor: string; first: boolean };
}
export interface ViewLine {
  number: number;
  pieces: Piece[];
  /** True where the line began on the page before. */
  continued?: true;
}
/** Lines that are left out are given as their number. */
export type ViewRow = ViewLine | { left: number; after: number };

/** The lines that are shown, and where one line has many records, the columns. `to` is included, `past` is not. */
export interface Range {
  from: number;
  to: number;
  columns?: [number, number];
}

/** In a source with more characters than this, furniture is shortened; other stretches are always complete. */
const large = 400_000;
/** How many characters of a shortened stretch, and how many lines of furniture in a row, are shown. */
const kept = 300;
const keptLines = 3;

const outcomeKey = (outcome: Outcome | undefined): string => {
  if (!outcome) return '';
  if (outcome.kind === 'field') return `field ${outcome.field}`;
  if (outcome.kind === 'furniture') return `furniture ${outcome.rule}`;
  return outcome.kind === 'copy' ? `copy ${outcome.of.file}:${outcome.of.line}` : outcome.kind;
};

function cutLine(
  text: string,
  number: number,
  stretches: readonly Stretch[],
  [first, past]: [number, number],
): ViewLine {
  const pieces: Piece[] = [];
  let at = first;
  let last = '';
  const push = (from: number, to: number, outcome?: Outcome): void => {
    if (to <= from) return;
    const key = outcomeKey(outcome);
    pieces.push({
      text: text.slice(from - 1, to - 1),
      column: from,
      ...(outcome ? { outcome } : {}),
      again: outcome !== undefined && key === last,
    });
    if (outcome) last = key;
  };
  for (const { columns, outcome } of stretches) {
    const from = Math.max(columns[0], at);
    const to = Math.min(columns[1], past, text.length + 1);
    if (to <= from) continue;
    push(at, from);
    push(from, to, outcome);
    at = to;
  }
  push(at, Math.min(past, text.length + 1));
  return { number, pieces };
}

const isDull = (line: ViewLine): boolean =>
  line.pieces.every(({ outcome, text }) => (outcome ? outcome.kind === 'furniture' : text.trim() === ''));

/** Shortens a large source: furniture lines after the first few are only counted, and long furniture is cut. */
function shorten(lines: readonly ViewLine[]): ViewRow[] {
  const rows: ViewRow[] = [];
  for (let i = 0; i < lines.length;) {
    let end = i;
    while (end < lines.length && isDull(lines[end] as ViewLine)) end++;
    const run = lines.slice(i, Math.max(end, i + 1));
    const shown = end - i > keptLines + 1 ? run.slice(0, keptLines) : run;
    for (const line of shown)
      rows.push({
        ...line,
        pieces: line.pieces.map((piece) =>
          piece.outcome?.kind === 'furniture' && piece.text.length > 2 * kept
            ? { ...piece, text: piece.text.slice(0, kept), left: piece.text.length - kept }
            : piece,
        ),
      });
    if (shown.length < run.length) rows.push({ left: run.length - shown.length, after: shown.at(-1)?.number ?? 0 });
    i += run.length;
  }
  return rows;
}

/** A source, or a part of it, line by line, each stretch with its outcome. */
export function viewSource(source: SourceText, stretches: readonly Stretch[], range?: Range): ViewRow[] {
  const { text, lineStarts } = source;
  const byLine = Map.groupBy(stretches, (stretch) => stretch.line);
  const from = Math.max(1, range?.from ?? 1);
  const to = Math.min(lineStarts.length, range?.to ?? lineStarts.length);
  const lines: ViewLine[] = [];
  for (let number = from; number <= to; number++) {
    const line = text.slice(lineStarts[number - 1], lineStarts[number] ?? text.length).replace(/\r?\n$|\r$/u, '');
    if (number === to && line === '' && number === lineStarts.length && number > from) break;
    lines.push(cutLine(line, number, byLine.get(number) ?? [], range?.columns ?? [1, line.length + 1]));
  }
  const size = lines.reduce(
    (sum, line) => sum + line.pieces.reduce((all, { text: piece }) => all + piece.length, 0),
    0,
  );
  return size > large ? shorten(lines) : lines;
}
