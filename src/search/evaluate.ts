/** Evaluates a query against the index: which papers it finds, and what it means. */

import type { Catalogue, Core } from './catalogue.ts';
import type { ConceptFinder, Match } from './concepts.ts';
import type { Engine } from './engine.ts';
import { allPapers, intersection, union, without, type Found } from './found.ts';
import { isFunctionCharacter, isFunctionWord, mayJoin } from './function-words.ts';
import type { Query } from './query.ts';
import { papersWith } from './score.ts';
import { Texts, type Marks } from './texts.ts';
import { cutWords, type HanFold, type Piece } from './words.ts';

export interface Searched {
  /** Papers, and sections of pages by their numbers. */
  found: Found;
  /** Concepts that the query means, for the top of the list. */
  concepts: Match[];
  /** What to mark in the shown texts. */
  marks: Marks;
}

export interface Searcher {
  core: Core;
  /** Called where a query names years or facets. */
  catalogue: () => Promise<Catalogue>;
  engine: Engine;
  concepts: ConceptFinder;
  fold: HanFold;
}

/**
 * Finds all papers for a query, with reasons, and nothing else. With `wide`, the concepts include those that the words
 * are only a sign of, and broader ones than those that the words name.
 */
export async function evaluate(query: Query, searcher: Searcher, wide = false): Promise<Searched> {
  const run = new Run(searcher, wide);
  const found = await run.find(query, true);
  return { found, concepts: run.matches, marks: run.marks };
}

class Run {
  readonly matches: Match[] = [];
  readonly #searcher: Searcher;
  readonly #texts: Texts;
  readonly #size: number;
  readonly #wide: boolean;

  constructor(searcher: Searcher, wide: boolean) {
    this.#searcher = searcher;
    this.#texts = new Texts(searcher);
    this.#size = searcher.core.size;
    this.#wide = wide;
  }

  get marks(): Marks {
    return this.#texts.marks;
  }

  /** `wanted` is false inside NOT: excluded words are not marked, and their concepts are not offered. */
  async find(query: Query, wanted: boolean): Promise<Found> {
    switch (query.kind) {
      case 'all':
        return allPapers(this.#size);
      case 'words':
        return this.#words(query.words, wanted);
      case 'phrase':
        return this.#texts.phrase(query.text, wanted);
      case 'beginning':
        return this.#texts.beginning(query.text, wanted);
      case 'years':
        return (await import('./fielded.ts')).inYears(await this.#searcher.catalogue(), query);
      case 'field':
        return (await import('./fielded.ts')).inField(query, wanted, { ...this.#searcher, texts: this.#texts });
      case 'and':
        return this.#all(query.of, wanted);
      case 'or':
        return union(await Promise.all(query.of.map((side) => this.find(side, wanted))));
      case 'not':
        return without(allPapers(this.#size), await this.find(query.of, false));
    }
  }

  async #all(parts: readonly Query[], wanted: boolean): Promise<Found> {
    const asked = parts.filter((part) => part.kind !== 'not');
    const refused = parts.flatMap((part) => (part.kind === 'not' ? [part.of] : []));
    const [found, lost] = await Promise.all([
      Promise.all(asked.map((part) => this.find(part, wanted))),
      Promise.all(refused.map((part) => this.find(part, false))),
    ]);
    return lost.reduce(without, found.length ? intersection(found) : allPapers(this.#size));
  }

  /** Words side by side: a paper must have each of them in any form, or the concept that they name. */
  async #words(words: readonly string[], wanted: boolean): Promise<Found> {
    const matches = this.#searcher.concepts.find(words);
    if (wanted) this.matches.push(...matches);
    const spans = new Map<string, Match[]>();
    for (const match of matches) spans.set(match.span.join(), [...(spans.get(match.span.join()) ?? []), match]);
    const joins = this.#joins(words);
    const speaks = words.map((word) => !this.#saysLittle(word));
    const isAsked = (at: number): boolean => speaks[at] === true || (matches.length === 0 && !speaks.includes(true));
    const alone = (at: number): Promise<Found> => this.#part(words[at] ?? '', joins.get(at) ?? [], wanted);
    const parts: Promise<Found>[] = [];
    let at = 0;
    const until = (past: number): void => {
      for (; at < past; at++) if (isAsked(at)) parts.push(alone(at));
    };
    for (const named of spans.values()) {
      const [first, past] = named[0]?.span ?? [0, 0];
      until(first);
      const own = Array.from({ length: past - first }, (_, i) => first + i);
      const spoken = own.filter((i) => speaks[i]);
      parts.push(this.#named((spoken.length ? spoken : own).map(alone), named));
      at = past;
    }
    until(words.length);
    return intersection(await Promise.all(parts));
  }

  /** Whether a word only connects others. A word in capitals is an abbreviation: WHO, IT. */
  #saysLittle(word: string): boolean {
    if (/^\p{Lu}{2,}$/u.test(word)) return false;
    const pieces = cutWords(word, this.#searcher.fold);
    return pieces.every((piece) => piece.kind === 'word' && isFunctionWord(piece.form));
  }

  /** For words, by position, the forms that they make together with a neighbour: two words that others write as one. */
  #joins(words: readonly string[]): Map<number, string[]> {
    const joins = new Map<number, string[]>();
    const plain = words.map((word) => {
      const [only, ...more] = cutWords(word, this.#searcher.fold);
      return only?.kind === 'word' && more.length === 0 && /^[a-z]+$/.test(only.form) ? only.form : undefined;
    });
    plain.forEach((first, i) => {
      const second = plain[i + 1];
      if (first === undefined || second === undefined || !mayJoin(first, second)) return;
      for (const at of [i, i + 1]) joins.set(at, [...(joins.get(at) ?? []), first + second]);
    });
    return joins;
  }

  /** A word, or a joined form of it with its neighbour. */
  async #part(word: string, joined: readonly string[], wanted: boolean): Promise<Found> {
    const own = this.#word(word, wanted);
    if (joined.length === 0) return own;
    return union(await Promise.all([own, ...joined.map((form) => this.#texts.forms(form, wanted, true))]));
  }

  async #named(text: readonly Promise<Found>[], matches: readonly Match[]): Promise<Found> {
    const found = intersection(await Promise.all(text));
    return union([found, ...matches.flatMap((match) => this.#meaning(match))]);
  }

  #meaning({ concept, how }: Pick<Match, 'concept' | 'how'>): Found[] {
    const wide = this.#wide ? this.#searcher.concepts.above(concept).map((above) => papersWith(above, this.#size)) : [];
    return how === 'name' || this.#wide ? [papersWith(concept, this.#size), ...wide] : [];
  }

  /** One piece of a query without blanks: a word, a run of Chinese, or several of these joined by other signs. */
  async #word(text: string, wanted: boolean): Promise<Found> {
    const pieces = cutWords(text, this.#searcher.fold);
    const [only] = pieces;
    if (!only) return allPapers(this.#size);
    if (pieces.length === 1)
      return only.kind === 'han' ? this.#run(only, wanted) : this.#texts.forms(only.form, wanted);
    if (pieces.every((piece) => piece.kind === 'word')) return this.#texts.compound(pieces, wanted);
    // Where the script changes without a blank, the parts are side by side, or each is somewhere in the paper.
    const parts = pieces.map((piece) => (piece.kind === 'han' ? piece.chars.join('') : piece.form));
    return union([await this.#texts.row(pieces, wanted), await this.#words(parts, wanted)]);
  }

  /**
   * A run of Chinese as it is. Blanks separate no words in it, so where it contains names of concepts, papers with
   * these concepts and the rest of the words are found too.
   */
  async #run(run: Piece & { kind: 'han' }, wanted: boolean): Promise<Found> {
    const whole = await this.#texts.row([run], wanted);
    const named = this.#searcher.concepts.inRun(run.chars);
    const [first] = named;
    const isWhole = first?.span[0] === 0 && first.span[1] === run.chars.length;
    const rest =
      isWhole || !first
        ? undefined
        : restOf(
            run.chars,
            named.map(({ span }) => span),
          );
    if (!rest) return whole;
    if (wanted)
      for (const { concepts } of named)
        for (const concept of concepts) this.matches.push({ concept, span: [0, 1], how: 'name' });
    const parts = await Promise.all([
      ...named.map(async ({ concepts, span }) =>
        union([
          await this.#texts.row([hanOf(run.chars.slice(...span))], wanted),
          ...concepts.flatMap((concept) => this.#meaning({ concept, how: 'name' })),
        ]),
      ),
      ...rest.map((chars) => this.#texts.row([hanOf(chars)], wanted)),
    ]);
    return union([whole, intersection(parts)]);
  }
}

/** A new run of Chinese from characters of another. */
const hanOf = (chars: readonly string[]): Piece => ({
  kind: 'han',
  chars: [...chars],
  at: chars.map((_, i) => i),
  start: 0,
  end: chars.length,
});

/**
 * What remains of a run outside the spans, without function words. `undefined` if one character is left, because it
 * belongs to a word that a span cuts.
 */
function restOf(chars: readonly string[], spans: readonly (readonly [number, number])[]): string[][] | undefined {
  const rest: string[][] = [];
  let piece: string[] = [];
  const end = () => {
    if (piece.length) rest.push(piece);
    piece = [];
  };
  for (const [i, char] of chars.entries()) {
    const inside = spans.some(([first, past]) => i >= first && i < past);
    if (inside || isFunctionCharacter(char)) end();
    else piece.push(char);
  }
  end();
  return rest.some(({ length }) => length === 1) ? undefined : rest;
}
