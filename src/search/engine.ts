/** Where something stands: paper number -> places in it, ascending. */
export type Postings = ReadonlyMap<number, readonly number[]>;

/** What answers for the full text: Pagefind in the browser and in tests, a plain scan to prove it against. */
export interface Engine {
  /** Papers that hold a term, with every place. */
  term(term: string): Promise<Postings>;
  /** Papers that hold a term that begins so, with every place. */
  beginning(beginning: string): Promise<Postings>;
  /** Papers that hold terms one directly after the other, with the first place. */
  row(terms: readonly string[]): Promise<Postings>;
}
