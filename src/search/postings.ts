/** Lists of the places of a term in the index, and how such lists are combined. */

/** Where something is: paper numbers, ascending, each with its places, ascending. */
export interface Postings {
  readonly papers: Int32Array;
  /** The places of the i-th paper are `places` from `starts[i]` to before `starts[i + 1]`. */
  readonly starts: Int32Array;
  readonly places: Int32Array;
}

export const nowhere: Postings = { papers: new Int32Array(0), starts: new Int32Array(1), places: new Int32Array(0) };

/** Postings under construction, paper by paper; room for `papers` papers and `places` places. */
class Growing {
  readonly #papers: Int32Array;
  readonly #starts: Int32Array;
  readonly #places: Int32Array;
  #count = 0;
  #filled = 0;

  constructor(papers: number, places: number) {
    this.#papers = new Int32Array(papers);
    this.#starts = new Int32Array(papers + 1);
    this.#places = new Int32Array(places);
  }

  place(place: number): void {
    this.#places[this.#filled++] = place;
  }

  placesOf({ starts, places }: Postings, at: number): void {
    const own = places.subarray(starts[at], starts[at + 1]);
    this.#places.set(own, this.#filled);
    this.#filled += own.length;
  }

  /** Ends a paper with the places added since the last one; without places the paper is left out. */
  end(paper: number, inOrder = true): void {
    const start = this.#starts[this.#count] ?? 0;
    if (this.#filled === start) return;
    if (!inOrder) this.#places.subarray(start, this.#filled).sort();
    this.#papers[this.#count++] = paper;
    this.#starts[this.#count] = this.#filled;
  }

  done(): Postings {
    return {
      papers: this.#papers.subarray(0, this.#count),
      starts: this.#starts.subarray(0, this.#count + 1),
      places: this.#places.subarray(0, this.#filled),
    };
  }
}

const many = 8;

/** The postings of several terms as one. */
export function merged(all: readonly Postings[]): Postings {
  const some = all.filter(({ papers }) => papers.length);
  const [only = nowhere] = some;
  if (some.length < 2) return only;
  // Every paper looks at every term, so many terms are merged in halves first.
  if (some.length > many) {
    const half = some.length >> 1;
    return merged([merged(some.slice(0, half)), merged(some.slice(half))]);
  }
  const places = some.reduce((sum, one) => sum + one.places.length, 0);
  const papers = some.reduce((sum, one) => sum + one.papers.length, 0);
  const grown = new Growing(papers, places);
  const at = some.map(() => 0);
  for (;;) {
    let paper = Infinity;
    for (let i = 0; i < some.length; i++) paper = Math.min(paper, some[i]?.papers[at[i] ?? 0] ?? Infinity);
    if (paper === Infinity) return grown.done();
    let holders = 0;
    for (const [i, one] of some.entries())
      if (one.papers[at[i] ?? 0] === paper) {
        grown.placesOf(one, at[i] ?? 0);
        at[i] = (at[i] ?? 0) + 1;
        holders++;
      }
    grown.end(paper, holders < 2);
  }
}

/** Places where the rows are directly one after the other, as places of the first. */
export function adjacent(rows: readonly Postings[]): Postings {
  const [first = nowhere, ...rest] = rows;
  if (rest.length === 0) return first;
  const grown = new Growing(first.papers.length, first.places.length);
  const at = rest.map(() => 0);
  paper: for (const [i, paper] of first.papers.entries()) {
    for (const [r, { papers }] of rest.entries()) {
      let n = at[r] ?? 0;
      while (n < papers.length && (papers[n] ?? 0) < paper) n++;
      at[r] = n;
      if (n === papers.length) break paper;
      if (papers[n] !== paper) continue paper;
    }
    // Each row is read once for each paper, because the wanted places ascend with those of the first row.
    const next = rest.map(({ starts }, r) => starts[at[r] ?? 0] ?? 0);
    for (let p = first.starts[i] ?? 0; p < (first.starts[i + 1] ?? 0); p++) {
      const place = first.places[p] ?? 0;
      if (
        rest.every(({ starts, places }, r) => {
          const wanted = place + r + 1;
          const past = starts[(at[r] ?? 0) + 1] ?? 0;
          let n = next[r] ?? 0;
          while (n < past && (places[n] ?? 0) < wanted) n++;
          next[r] = n;
          return n < past && places[n] === wanted;
        })
      )
        grown.place(place);
    }
    grown.end(paper);
  }
  return grown.done();
}
