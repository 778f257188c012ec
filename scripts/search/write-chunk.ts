/**
 * Writes one file of Pagefind's word index: the form that `src/search/chunk.ts` reads, and describes. Weights are left
 * out: all places of this index have the one that Pagefind takes where none is stated.
 */

import { signature } from '#search/chunk';
import type { Postings } from '#search/postings';

/** Major types of CBOR (RFC 8949, 3.1). */
const [unsigned, text, array] = [0, 3, 4] as const;

/** Writes the parts of a file, one after another. */
export class ChunkWriter {
  #bytes = new Uint8Array(1 << 12);
  #length = 0;

  /** A term with its pages. */
  item(term: string, { papers, starts, places }: Postings): Uint8Array {
    this.#length = 0;
    // Term, pages, and variants with diacritics, of which there are none.
    this.#head(array, 3);
    const written = Buffer.from(term);
    this.#head(text, written.length);
    this.#room(written.length).set(written, this.#length);
    this.#length += written.length;
    this.#head(array, papers.length);
    let before = 0;
    for (const [i, paper] of papers.entries()) {
      this.#head(array, 3);
      this.#head(unsigned, paper - before);
      before = paper;
      const [from = 0, to = 0] = [starts[i], starts[i + 1]];
      this.#head(array, to - from);
      for (let at = from; at < to; at++)
        this.#head(unsigned, (places[at] ?? 0) - (at > from ? (places[at - 1] ?? 0) : 0));
      this.#head(array, 0);
    }
    this.#head(array, 0);
    return this.#bytes.slice(0, this.#length);
  }

  /** What stands before the items of a file. */
  begin(count: number): Uint8Array {
    this.#length = 0;
    this.#head(array, 1);
    this.#head(array, count);
    return Buffer.concat([Buffer.from(signature), this.#bytes.subarray(0, this.#length)]);
  }

  /** The head of an item, in the fewest bytes that hold the number (RFC 8949, 4.2.1). */
  #head(kind: number, value: number): void {
    const bytes = this.#room(5);
    const first = kind << 5;
    if (value < 24) bytes[this.#length++] = first | value;
    else {
      const size = value < 0x100 ? 0 : value < 0x10000 ? 1 : 2;
      bytes[this.#length++] = first | (24 + size);
      for (let left = (1 << size) - 1; left >= 0; left--) bytes[this.#length++] = (value >>> (8 * left)) & 0xff;
    }
  }

  #room(more: number): Uint8Array {
    if (this.#length + more > this.#bytes.length) {
      const larger = new Uint8Array(2 * (this.#length + more));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    return this.#bytes;
  }
}
