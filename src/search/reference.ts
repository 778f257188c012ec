/** Finds the papers that a pasted reference or title means. */

import type { Card, Core } from './catalogue.ts';
import { edits } from '#text/edits';
import type { Engine } from './engine.ts';
import { hasZone, type Found } from './found.ts';
import { formsOf } from './forms.ts';
import { isFunctionWord } from './function-words.ts';
import { merged } from './postings.ts';
import { scored } from './score.ts';
import { rowOf, wholeTerm } from './terms.ts';
import { cutWords, withoutBreaks, type HanFold, type Piece } from './words.ts';

/** A word, or a Chinese character. */
type Unit = string;

/** A text with fewer is a question, not a reference. */
const shortestReference = { words: 6, characters: 12 };
/** The share of a title that must be in a reference to the paper, misprints included. */
const leastShare = 0.75;
/** How many papers' titles are compared closely. */
const mostLookedAt = 6;
const mostUnits = 120;

/** Words and Chinese characters of a text, in order. */
const unitsOf = (pieces: readonly Piece[]): Unit[] =>
  pieces.flatMap((piece) => (piece.kind === 'word' ? [piece.form] : piece.chars)).slice(0, mostUnits);

/** Whether a text is long enough to be a reference or a title. */
export function looksLikeReference(text: string, fold: HanFold): boolean {
  const pieces = cutWords(text, fold);
  const words = pieces.filter(({ kind }) => kind === 'word').length;
  const characters = pieces.reduce((sum, piece) => sum + (piece.kind === 'han' ? piece.chars.length : 0), 0);
  return words >= shortestReference.words || words + characters >= shortestReference.characters;
}

/**
 * The papers whose title is in a text, which may be a reference in any style, with misprints: most of the title's words
 * in order, or all of a short title together with an author or the year.
 */
export async function papersCited(
  text: string,
  { core, engine, fold, card }: { core: Core; engine: Engine; fold: HanFold; card: (paper: number) => Promise<Card> },
): Promise<number[]> {
  const pieces = cutWords(withoutBreaks(text), fold);
  const titled = await titleWords(pieces, core, engine);
  const likely = [...titled].sort(([a, x], [b, y]) => y.score - x.score || a - b).slice(0, mostLookedAt);
  const cited = unitsOf(pieces);
  const looked = await Promise.all(
    likely.map(async ([paper]) => ({ paper, share: shareOf(await card(paper), cited, fold) })),
  );
  const best = Math.max(0, ...looked.map(({ share }) => share));
  return looked.filter(({ share }) => share >= leastShare && share === best).map(({ paper }) => paper);
}

/** Papers by the number of words in their titles; rare words count more. */
async function titleWords(pieces: readonly Piece[], core: Core, engine: Engine): Promise<Found> {
  const asked = new Map<string, Piece>();
  for (const piece of pieces) {
    if (piece.kind === 'han')
      for (let i = 0; i + 1 < piece.chars.length; i++) {
        const pair = piece.chars.slice(i, i + 2);
        asked.set(pair.join(''), { ...piece, chars: pair });
      }
    else if (piece.form.length > 2 && !isFunctionWord(piece.form) && !/^\d+$/.test(piece.form))
      asked.set(piece.form, piece);
  }
  const found: Found = new Map();
  await Promise.all(
    [...asked.values()].slice(0, mostUnits).map(async (piece) => {
      const forms = piece.kind === 'word' ? formsOf(piece.form).map(wholeTerm) : rowOf([piece]).terms;
      const postings = merged(await Promise.all(forms.map((term) => engine.term(term))));
      for (const [paper, reasons] of scored(postings, 1, core)) {
        if (paper >= core.size || !hasZone(reasons, 'title')) continue;
        const had = found.get(paper);
        if (had) had.score += reasons.score;
        else found.set(paper, { ...reasons });
      }
    }),
  );
  return found;
}

/** The share of a paper's title that is in a text; none where that is too little to mean this paper. */
function shareOf({ titles, authors, year }: Card, cited: readonly Unit[], fold: HanFold): number {
  const surnames = unitsOf(cutWords(authors, fold)).filter((unit) => unit.length > 2 || isHan(unit));
  const isSupported =
    surnames.some((unit) => cited.includes(unit)) || (year !== undefined && cited.includes(String(year)));
  return Math.max(
    0,
    ...titles.map(({ text }) => {
      const title = unitsOf(cutWords(text, fold));
      const same = alike(title, cited);
      const enough = title.some(isHan) ? 8 : 5;
      return same >= enough || (same === title.length && same >= 2 && isSupported) ? same / title.length : 0;
    }),
  );
}

const isHan = (unit: Unit): boolean => /^\p{Script=Han}$/u.test(unit);

/** The length of the longest common subsequence. */
function alike(a: readonly Unit[], b: readonly Unit[]): number {
  let row = b.map(() => 0);
  for (const unit of a) {
    const next: number[] = [];
    for (const [j, other] of b.entries())
      next.push(Math.max(row[j] ?? 0, next[j - 1] ?? 0, isSame(unit, other) ? (row[j - 1] ?? 0) + 1 : 0));
    row = next;
  }
  return row.at(-1) ?? 0;
}

function isSame(a: Unit, b: Unit): boolean {
  if (a === b) return true;
  if (a.length < 4 || b.length < 4) return false;
  const most = Math.min(a.length, b.length) >= 8 ? 2 : 1;
  return edits(a, b, most) <= most || formsOf(a).includes(b);
}
