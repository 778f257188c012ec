/** Joins the lines of a source with the sentences that were read from them, and hides what may not be shown. */

import { isOmitted } from '#domain/excerpt';
import type { Outcome } from '#domain/ledger';
import type { Paper } from '#domain/paper';
import type { Place } from '#domain/place';
import { sentencesOf } from './evidence.ts';
import type { Piece, ViewRow } from './source-view.ts';

/** The stretch of a line that a sentence of the paper was read from, in columns as in `Place`. */
export interface SentencePlace {
  anchor: string;
  columns: readonly [number, number];
  /** True for the place that links to the sentence's source lead to: it has the anchor as its id. */
  first: boolean;
}

/** Where a sentence was read first; `undefined` if a person wrote it. */
export const placeOf = ({ from }: { from: readonly (Place | object)[] }): Place | undefined =>
  from.find((origin): origin is Place => 'line' in origin);

/** The places of a paper's sentences in one of its files, by line and in the order of columns. */
export function sentencePlaces(paper: Paper, file: string): ReadonlyMap<number, SentencePlace[]> {
  const places = new Map<number, SentencePlace[]>();
  for (const sentence of sentencesOf(paper).values()) {
    const first = placeOf(sentence);
    for (const origin of sentence.from) {
      if (!('line' in origin) || origin.file !== file) continue;
      const { line, columns } = origin;
      const place = { anchor: sentence.anchor, columns, first: origin === first };
      places.set(line, [...(places.get(line) ?? []), place]);
    }
  }
  for (const row of places.values()) row.sort((a, b) => a.columns[0] - b.columns[0]);
  return places;
}

/** Cuts the pieces of lines where sentences begin and end, and says of each which sentence it belongs to. */
export function markSentences(
  rows: readonly ViewRow[],
  places: ReadonlyMap<number, readonly SentencePlace[]>,
): ViewRow[] {
  return rows.map((row) => {
    const own = 'left' in row ? undefined : places.get(row.number);
    if ('left' in row || !own) return row;
    return { ...row, pieces: row.pieces.flatMap((piece) => cutAtSentences(piece, own)) };
  });
}

function cutAtSentences(piece: Piece, places: readonly SentencePlace[]): Piece[] {
  const past = piece.column + piece.text.length;
  const cut: Piece[] = [];
  let at = piece.column;
  const push = (end: number, place?: SentencePlace): void => {
    if (end <= at) return;
    const { left, ...rest } = piece;
    cut.push({
      ...rest,
      text: piece.text.slice(at - piece.column, end - piece.column),
      column: at,
      again: piece.again || at > piece.column,
      ...(end === past && left !== undefined ? { left } : {}),
      ...(place ? { sentence: { anchor: place.anchor, first: place.first } } : {}),
    });
    at = end;
  };
  for (const place of places) {
    const [from, to] = place.columns;
    if (to <= at || from >= past) continue;
    push(Math.max(from, at));
    push(Math.min(to, past), place);
  }
  push(past);
  return cut;
}

/** The pieces of a line in runs: those of one sentence together, so that one element has its anchor. */
export function bySentence(pieces: readonly Piece[]): { sentence: Piece['sentence']; pieces: Piece[] }[] {
  const runs: { sentence: Piece['sentence']; pieces: Piece[] }[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (last && piece.sentence?.anchor === last.sentence?.anchor) last.pieces.push(piece);
    else runs.push({ sentence: piece.sentence, pieces: [piece] });
  }
  return runs;
}

/** Fields that hold, or may hold, a text of which only an excerpt may be shown. */
const ofTexts = /(?:^|[.[\]/])(?:abstracts?|digest|all|replaces)(?:$|[.[\]/])/u;

/**
 * The rows as the site may publish them. Of a paper whose texts are excerpts they show the sentences of the excerpt and
 * the other values of the record; anything else may repeat the text, so it is only counted.
 */
export function shownRows(paper: Paper, rows: readonly ViewRow[]): ViewRow[] {
  const sentences = sentencesOf(paper);
  if (![...sentences.values()].some(isOmitted)) return [...rows];
  const isShown = ({ outcome, sentence }: Piece): boolean => {
    const own = sentence && sentences.get(sentence.anchor);
    return own ? !isOmitted(own) : isOtherField(outcome);
  };
  return rows.map((row) => {
    if ('left' in row) return row;
    return { ...row, pieces: countHidden(row.pieces, isShown) };
  });
}

/** Each run of pieces that are not shown as one, with the number of its characters; blanks within it go with it. */
function countHidden(pieces: readonly Piece[], isShown: (piece: Piece) => boolean): Piece[] {
  const rows: Piece[] = [];
  for (const piece of pieces) {
    const last = rows.at(-1);
    const isBlank = !piece.outcome && !piece.text.trim();
    if (isBlank ? last?.text !== '' : isShown(piece)) rows.push(piece);
    else if (last?.text === '') last.left = (last.left ?? 0) + piece.text.length + (piece.left ?? 0);
    else rows.push(counted(piece));
  }
  return rows;
}

const isOtherField = (outcome: Outcome | undefined): boolean =>
  outcome?.kind === 'field' && !ofTexts.test(outcome.field);
/** A piece of which nothing is shown but how long it is. */
const counted = ({ text, column, left = 0 }: Piece): Piece => ({
  text: '',
  column,
  outcome: { kind: 'furniture', rule: 'not-shown' },
  again: true,
  left: text.length + left,
});
