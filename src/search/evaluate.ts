import { zones, type Catalogue, type ConceptEntry, type Core, type FacetName, type Zone } from './catalogue.ts';
import type { ConceptFinder, Match } from './concepts.ts';
import type { Engine } from './engine.ts';
import { intersection, nothing, union, without, zoneBits, type Found } from './found.ts';
import { formsOf } from './forms.ts';
import { adjacent, merged, type Postings } from './postings.ts';
import { isLongBeginning, type Query } from './query.ts';
import { beginningTerm, rowOf, termsOf, wholeTerm } from './terms.ts';
import { conceptWeight, rarity, scored } from './score.ts';
import { cutWords, type HanFold, type Piece } from './words.ts';

export interface Searched {
  found: Found;
  /** Concepts that the query names, for the top of the list. */
  concepts: Match[];
  /** What to mark in the texts shown. */
  marks: Marks;
}

export interface Marks {
  words: Set<string>;
  beginnings: Set<string>;
  /** Runs of Chinese, folded. */
  runs: Set<string>;
}

export interface Searcher {
  core: Core;
  /** Asked for where a query names years or facets. */
  catalogue: () => Promise<Catalogue>;
  engine: Engine;
  concepts: ConceptFinder;
  fold: HanFold;
}

/** The zones that plain words are looked for in; where an author works is asked for by `affiliation:`. */
const plainZones = zoneBits(zones.filter((zone) => zone !== 'affiliation'));

/** Every paper that a query finds, with reasons: complete, and nothing else. */
export async function evaluate(query: Query, searcher: Searcher): Promise<Searched> {
  const matches: Match[] = [];
  const marks: Marks = { words: new Set(), beginnings: new Set(), runs: new Set() };
  const run = new Run(searcher, matches, marks);
  const found = await run.find(query, true);
  return { found, concepts: matches, marks };
}

class Run {
  readonly #searcher: Searcher;
  readonly #matches: Match[];
  readonly #marks: Marks;
  readonly #size: number;

  constructor(searcher: Searcher, matches: Match[], marks: Marks) {
    this.#searcher = searcher;
    this.#matches = matches;
    this.#marks = marks;
    this.#size = searcher.core.size;
  }

  /** `wanted` is false below NOT: what is excluded is not marked, and no concept of it is offered. */
  async find(query: Query, wanted: boolean): Promise<Found> {
    switch (query.kind) {
      case 'all':
        return this.#everything();
      case 'words':
        return this.#words(query.words, wanted);
      case 'phrase':
        return this.#phrase(query.text, plainZones, wanted);
      case 'beginning':
        return this.#beginning(query.text, wanted);
      case 'years':
        return this.#years(query.from, query.to);
      case 'field':
        return this.#field(query, wanted);
      case 'and':
        return this.#all(query.of, wanted);
      case 'or':
        return union(await Promise.all(query.of.map((side) => this.find(side, wanted))));
      case 'not':
        return without(this.#everything(), await this.find(query.of, false));
    }
  }

  async #all(parts: readonly Query[], wanted: boolean): Promise<Found> {
    const asked = parts.filter((part) => part.kind !== 'not');
    const refused = parts.flatMap((part) => (part.kind === 'not' ? [part.of] : []));
    const [found, lost] = await Promise.all([
      Promise.all(asked.map((part) => this.find(part, wanted))),
      Promise.all(refused.map((part) => this.find(part, false))),
    ]);
    return lost.reduce(without, found.length ? intersection(found) : this.#everything());
  }

  #everything(): Found {
    return new Map(Array.from({ length: this.#size }, (_, paper) => [paper, nothing()]));
  }

  /** Words side by side: each must be there, in any of its forms, or the paper must bear the concept that they name. */
  async #words(words: readonly string[], wanted: boolean): Promise<Found> {
    const matches = this.#searcher.concepts.find(words);
    if (wanted) this.#matches.push(...matches);
    const spans = new Map<string, Match[]>();
    for (const match of matches) spans.set(match.span.join(), [...(spans.get(match.span.join()) ?? []), match]);
    const parts: Promise<Found>[] = [];
    let at = 0;
    for (const named of spans.values()) {
      const [first, past] = named[0]?.span ?? [0, 0];
      for (; at < first; at++) parts.push(this.#word(words[at] ?? '', wanted));
      parts.push(this.#named(words.slice(first, past), named, wanted));
      at = past;
    }
    for (; at < words.length; at++) parts.push(this.#word(words[at] ?? '', wanted));
    return intersection(await Promise.all(parts));
  }

  async #named(words: readonly string[], matches: readonly Match[], wanted: boolean): Promise<Found> {
    const text = intersection(await Promise.all(words.map((word) => this.#word(word, wanted))));
    const written = words.some((word) => /\p{Script=Han}/u.test(word)) ? 2 : 1;
    const { writings } = this.#searcher.core;
    const bearing = matches.map(({ concept, whole }) =>
      this.#bearing(
        concept,
        whole ? concept.papers : concept.papers.filter((paper) => ((writings[paper] ?? 0) & written) === 0),
      ),
    );
    return union([text, ...bearing]);
  }

  #bearing(concept: ConceptEntry, papers = concept.papers): Found {
    const score = conceptWeight * rarity(concept.papers.length, this.#size);
    return new Map(papers.map((paper) => [paper, { score, zones: 0, concepts: [concept] }]));
  }

  /** One unbroken piece of a query: a word, a run of Chinese, or several words that something else than a blank joins. */
  async #word(text: string, wanted: boolean): Promise<Found> {
    const pieces = cutWords(text, this.#searcher.fold);
    const [only] = pieces;
    if (!only) return this.#everything();
    if (pieces.length > 1 || only.kind === 'han') return this.#row(pieces, wanted, true);
    const forms = formsOf(only.form);
    if (wanted) for (const form of forms) this.#marks.words.add(form);
    const found = await Promise.all(forms.map((form) => this.#searcher.engine.term(wholeTerm(form))));
    const scored = this.#scored(merged(found), plainZones);
    // The form that was typed stands a little above the others.
    for (const paper of found[0]?.papers ?? []) {
      const reasons = scored.get(paper);
      if (reasons) reasons.score *= 1.15;
    }
    return scored;
  }

  async #row(pieces: readonly Piece[], wanted: boolean, loosely: boolean): Promise<Found> {
    const found = [this.#scored(await this.#places(pieces), plainZones)];
    if (wanted) this.#mark(pieces);
    // What one writer joins by a hyphen another writes as one word.
    if (loosely && pieces.every((piece) => piece.kind === 'word')) {
      const joined = pieces.map(({ form }) => form).join('');
      if (wanted) this.#marks.words.add(joined);
      found.push(this.#scored(await this.#searcher.engine.term(wholeTerm(joined)), plainZones));
    }
    return union(found);
  }

  /** Where pieces stand one directly after the other; places of the first. */
  async #places(pieces: readonly Piece[]): Promise<Postings> {
    const { engine } = this.#searcher;
    const { terms, open } = rowOf(pieces);
    return adjacent(
      await Promise.all([
        ...terms.map((term) => engine.term(term)),
        ...(open === undefined ? [] : [engine.beginning(open)]),
      ]),
    );
  }

  /** A phrase: these words, in these forms, in this order, in one sentence; over sentences, each of them. */
  async #phrase(text: string, within: number, wanted: boolean): Promise<Found> {
    const pieces = cutWords(text, this.#searcher.fold);
    if (pieces.length === 0) return this.#everything();
    if (wanted) this.#mark(pieces);
    return this.#scored(await this.#places(pieces), within);
  }

  async #beginning(text: string, wanted: boolean): Promise<Found> {
    const pieces = cutWords(text, this.#searcher.fold);
    const last = pieces.at(-1);
    if (!last) return this.#everything();
    if (last.kind === 'han') return this.#row(pieces, wanted, false);
    if (wanted) this.#marks.beginnings.add(last.form);
    const { engine } = this.#searcher;
    const rows = await Promise.all([
      ...termsOf(pieces.slice(0, -1)).map((term) => engine.term(term)),
      engine.beginning(beginningTerm(last.form)),
    ]);
    return this.#scored(adjacent(rows), plainZones);
  }

  async #years(from: number | null, to: number | null): Promise<Found> {
    const { years } = await this.#searcher.catalogue();
    const found: Found = new Map();
    years.forEach((year, paper) => {
      if (year !== null && (from === null || year >= from) && (to === null || year <= to)) found.set(paper, nothing());
    });
    return found;
  }

  async #field(query: Query & { kind: 'field' }, wanted: boolean): Promise<Found> {
    switch (query.field) {
      case 'author':
      case 'journal':
      case 'title':
      case 'abstract':
      case 'keyword':
      case 'affiliation':
        return this.#inZone(query.value, query.field, query.exact, wanted);
      case 'doi':
        return this.#phrase(query.value, zoneBits(['identifier']), wanted);
      case 'lang':
        return this.#facet('lang', query.value);
      default:
        return this.#facet(query.field, query.value);
    }
  }

  async #inZone(value: string, zone: Zone, exact: boolean, wanted: boolean): Promise<Found> {
    const within = zoneBits([zone]);
    if (exact) return this.#phrase(value, within, wanted);
    const pieces = cutWords(value.replace(/(?<!\*)\*+$/, ''), this.#searcher.fold);
    const [only] = pieces;
    if (pieces.length !== 1 || only?.kind !== 'word') return this.#phrase(value, within, wanted);
    if (value.endsWith('*') && isLongBeginning(only.form))
      return this.#scored(await this.#searcher.engine.beginning(beginningTerm(only.form)), within);
    // Names have no forms.
    const forms = zone === 'author' || zone === 'journal' ? [only.form] : formsOf(only.form);
    if (wanted) for (const form of forms) this.#marks.words.add(form);
    return this.#scored(
      merged(await Promise.all(forms.map((form) => this.#searcher.engine.term(wholeTerm(form))))),
      within,
    );
  }

  /** Papers with a value of a facet: by its key, its name in either language, or a word that names the concept. */
  async #facet(name: FacetName, value: string): Promise<Found> {
    const { catalogue, concepts } = this.#searcher;
    const column = (await catalogue()).facets.find((facet) => facet.name === name);
    const plain = value.trim().toLowerCase();
    const wanted = new Set(
      (column?.values ?? []).flatMap(({ key, en, zh }, number) =>
        [key, en.toLowerCase(), zh].includes(plain) ? [number] : [],
      ),
    );
    const found: Found = new Map();
    column?.of.forEach((values, paper) => {
      if (values.some((number) => wanted.has(number))) found.set(paper, nothing());
    });
    if (wanted.size) return found;
    const named = concepts.find(value.split(/\s+/u)).filter(({ concept }) => facetOf(concept) === name);
    return union(named.map(({ concept }) => this.#bearing(concept)));
  }

  #mark(pieces: readonly Piece[]): void {
    for (const piece of pieces)
      if (piece.kind === 'word') this.#marks.words.add(piece.form);
      else this.#marks.runs.add(piece.chars.join(''));
  }

  #scored(postings: Postings, within: number): Found {
    return scored(postings, within, this.#searcher.core);
  }
}

const facetOf = (concept: ConceptEntry): string =>
  concept.ref.replace(/\/.*/, '').replace(/ies$/, 'y').replace(/s$/, '');
