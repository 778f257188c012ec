/** Reads one file of Pagefind's word index (1.6, `pagefind/index/*.pf_index`) without Pagefind's WebAssembly. */

import { nowhere, type Postings } from './postings.ts';

/**
 * The file is the word `pagefind_dcd`, then CBOR (RFC 8949): `[[[term, [page…], variants]…]]` with the terms
 * ascending. A page is `[number, [location…], [location in metadata…]]`. The number of a page is a difference to the
 * page before, and a location is a difference to the location before. A negative location is a weight for those after
 * it, which start again from 0.
 */
export interface Chunk {
  /** In ascending order of code units. */
  readonly terms: readonly string[];
  /** Pages and locations of a term; empty for a term that is not here. */
  postings(term: string): Postings;
}

/** The bytes are not such a file: another version wrote them, or they are damaged. */
class NoChunk extends Error {}

/** What a file begins with. */
export const signature = 'pagefind_dcd';
const [unsigned, negative, text, array] = [0, 1, 3, 4] as const;

export function readChunk(bytes: Uint8Array): Chunk {
  const cbor = new Cbor(bytes);
  cbor.skipSignature();
  cbor.expect(array);
  const terms: string[] = [];
  const at: number[] = [];
  for (let left = cbor.expect(array); left > 0; left--) {
    const parts = cbor.expect(array);
    const term = cbor.text();
    if (terms.length && !((terms.at(-1) ?? '') < term)) throw new NoChunk(`the terms do not ascend at ${term}`);
    terms.push(term);
    at.push(cbor.at);
    cbor.skipPages();
    // Variants are words with diacritics, which Pagefind removes; the terms of this index have none.
    if (parts > 2 && cbor.expect(array) > 0) throw new NoChunk(`the term ${term} has variants`);
    if (parts < 2 || parts > 3) throw new NoChunk(`the term ${term} has ${parts} parts`);
  }
  if (cbor.at !== bytes.length) throw new NoChunk('bytes are left over');
  const number = new Map(terms.map((term, i) => [term, i]));
  return {
    terms,
    postings(term) {
      const from = at[number.get(term) ?? -1];
      return from === undefined ? nowhere : cbor.pagesAt(from);
    },
  };
}

/** The part of CBOR that Pagefind writes: integers of up to 32 bits, text, arrays of known length. */
class Cbor {
  readonly #bytes: Uint8Array;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  skipSignature(): void {
    const begins = new TextDecoder().decode(this.#bytes.subarray(0, signature.length));
    if (begins !== signature) throw new NoChunk(`it does not begin with ${signature}`);
    this.at = signature.length;
  }

  /** The kind of the next item, 0 to 7. */
  #kind(): number {
    return (this.#bytes[this.at] ?? 0xff) >> 5;
  }

  /** The number in the head of the next item: a value, or a length. */
  #head(): number {
    const bytes = this.#bytes;
    const low = (bytes[this.at++] ?? 0xff) & 31;
    if (low < 24) return low;
    if (low > 26) throw new NoChunk(`a length of kind ${low} at byte ${this.at - 1}`);
    let value = 0;
    for (let left = 1 << (low - 24); left > 0; left--) value = value * 256 + (bytes[this.at++] ?? 0);
    if (this.at > bytes.length) throw new NoChunk('it ends too early');
    return value;
  }

  expect(kind: number): number {
    if (this.#kind() !== kind) throw new NoChunk(`kind ${this.#kind()} at byte ${this.at}, not ${kind}`);
    return this.#head();
  }

  text(): string {
    const length = this.expect(text);
    this.at += length;
    return new TextDecoder().decode(this.#bytes.subarray(this.at - length, this.at));
  }

  skipPages(): void {
    for (let pages = this.expect(array); pages > 0; pages--) {
      this.#page();
      for (let left = this.expect(array); left > 0; left--) {
        if (this.#kind() > negative) throw new NoChunk(`no location at byte ${this.at}`);
        this.#head();
      }
      if (this.expect(array) > 0) throw new NoChunk(`a location in metadata at byte ${this.at}`);
    }
  }

  /** The number of the next page, from its difference to the one before. */
  #page(): number {
    const parts = this.expect(array);
    if (parts !== 3) throw new NoChunk(`a page of ${parts} parts at byte ${this.at}`);
    return this.expect(unsigned);
  }

  /** The pages at a byte offset, which `skipPages` has passed before. */
  pagesAt(from: number): Postings {
    this.at = from;
    const count = this.expect(array);
    const papers = new Int32Array(count);
    const starts = new Int32Array(count + 1);
    const places: number[] = [];
    let paper = 0;
    for (let i = 0; i < count; i++) {
      paper += this.#page();
      papers[i] = paper;
      let place = 0;
      for (let left = this.expect(array); left > 0; left--) {
        const isPlace = this.#kind() === unsigned;
        const value = this.#head();
        place = isPlace ? place + value : 0;
        if (isPlace) places.push(place);
      }
      this.expect(array);
      starts[i + 1] = places.length;
    }
    return { papers, starts, places: Int32Array.from(places) };
  }
}
