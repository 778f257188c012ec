/** Finds words and phrases in the texts of papers and sections. */

import type { Core, Zone } from './catalogue.ts';
import type { Engine } from './engine.ts';
import { allPapers, union, zoneBits, type Found } from './found.ts';
import { formsOf } from './forms.ts';
import { adjacent, merged, type Postings } from './postings.ts';
import { isLongBeginning } from './query.ts';
import { scored } from './score.ts';
import { beginningTerm, rowOf, termsOf, wholeTerm } from './terms.ts';
import { cutWords, type HanFold, type Piece } from './words.ts';

/** What to mark in the shown texts. */
export interface Marks {
  words: Set<string>;
  beginnings: Set<string>;
  /** Runs of Chinese, folded. */
  runs: Set<string>;
}

/** The zones that plain words are searched in. Affiliations need `affiliation:`. */
const plainZones = ~zoneBits(['affiliation']);
/** The zones for phrases: two words of a phrase do not match one word of the text. */
const quotedZones = ~zoneBits(['affiliation', 'parted']);

/** Finds words in the texts of papers and sections. `wanted`: the words are marked where they are shown. */
export class Texts {
  readonly marks: Marks = { words: new Set(), beginnings: new Set(), runs: new Set() };
  readonly #core: Core;
  readonly #engine: Engine;
  readonly #fold: HanFold;

  constructor({ core, engine, fold }: { core: Core; engine: Engine; fold: HanFold }) {
    this.#core = core;
    this.#engine = engine;
    this.#fold = fold;
  }

  /** A word in all its forms; `isJoined` where it is made from two typed words. */
  async forms(form: string, wanted: boolean, isJoined = false): Promise<Found> {
    const forms = formsOf(form);
    if (wanted) for (const one of forms) this.marks.words.add(one);
    const found = await Promise.all(forms.map((one) => this.#engine.term(wholeTerm(one))));
    const scored = this.#scored(merged(found), plainZones);
    // The form that was typed scores a little higher than the others.
    if (!isJoined)
      for (const paper of found[0]?.papers ?? []) {
        const reasons = scored.get(paper);
        if (reasons) reasons.score *= 1.15;
      }
    return scored;
  }

  /** A hyphenated word, in any form, also written as one word. */
  async compound(pieces: readonly (Piece & { kind: 'word' })[], wanted: boolean): Promise<Found> {
    const forms = pieces.map(({ form }) => formsOf(form));
    if (wanted) for (const form of forms.flat()) this.marks.words.add(form);
    const rows = await Promise.all(
      forms.map(async (all) => merged(await Promise.all(all.map((form) => this.#engine.term(wholeTerm(form)))))),
    );
    const joined = this.forms(pieces.map(({ form }) => form).join(''), wanted, true);
    return union([this.#scored(adjacent(rows), plainZones), await joined]);
  }

  async row(pieces: readonly Piece[], wanted: boolean): Promise<Found> {
    if (wanted) this.#mark(pieces);
    return this.#scored(await this.#places(pieces), plainZones);
  }

  /** Where pieces are directly one after the other, as places of the first. */
  async #places(pieces: readonly Piece[]): Promise<Postings> {
    const { terms, open } = rowOf(pieces);
    return adjacent(
      await Promise.all([
        ...terms.map((term) => this.#engine.term(term)),
        ...(open === undefined ? [] : [this.#engine.beginning(open)]),
      ]),
    );
  }

  /**
   * A phrase: these words in these forms and this order, in one sentence. A phrase of several sentences needs each of
   * them.
   */
  async phrase(text: string, wanted: boolean, within = quotedZones): Promise<Found> {
    const pieces = cutWords(text, this.#fold);
    if (pieces.length === 0) return allPapers(this.#core.size);
    if (wanted) this.#mark(pieces);
    return this.#scored(await this.#places(pieces), within);
  }

  async beginning(text: string, wanted: boolean): Promise<Found> {
    const pieces = cutWords(text, this.#fold);
    const last = pieces.at(-1);
    if (!last) return allPapers(this.#core.size);
    if (last.kind === 'han') return this.row(pieces, wanted);
    if (wanted) this.marks.beginnings.add(last.form);
    const rows = await Promise.all([
      ...termsOf(pieces.slice(0, -1)).map((term) => this.#engine.term(term)),
      this.#engine.beginning(beginningTerm(last.form)),
    ]);
    return this.#scored(adjacent(rows), plainZones);
  }

  /**
   * The words of a field: several are a phrase; one matches in all its forms, except in names; with `*` it is a
   * beginning.
   */
  async inZone(value: string, zone: Zone, wanted: boolean): Promise<Found> {
    const within = zoneBits([zone]);
    const pieces = cutWords(value.replace(/(?<!\*)\*+$/, ''), this.#fold);
    const [only] = pieces;
    if (pieces.length !== 1 || only?.kind !== 'word') return this.phrase(value, wanted, within);
    if (value.endsWith('*') && isLongBeginning(only.form))
      return this.#scored(await this.#engine.beginning(beginningTerm(only.form)), within);
    const forms = zone === 'author' || zone === 'journal' ? [only.form] : formsOf(only.form);
    if (wanted) for (const form of forms) this.marks.words.add(form);
    return this.#scored(merged(await Promise.all(forms.map((form) => this.#engine.term(wholeTerm(form))))), within);
  }

  #mark(pieces: readonly Piece[]): void {
    for (const piece of pieces)
      if (piece.kind === 'word') this.marks.words.add(piece.form);
      else this.marks.runs.add(piece.chars.join(''));
  }

  #scored(postings: Postings, within: number): Found {
    return scored(postings, within, this.#core);
  }
}
