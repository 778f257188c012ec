/**
 * Finds members of a draft's lists by a key, so that the time of a page does not grow with the square of its values.
 */

import type { Page } from './page.ts';

/** A list of a page's draft that only grows, by a key: each of its members is looked at once, however often one is asked for. */
export class Known<T> {
  readonly #list: readonly T[];
  readonly #keyOf: (one: T) => string;
  readonly #first = new Map<string, T>();
  #seen = 0;

  constructor(list: readonly T[], keyOf: (one: T) => string) {
    this.#list = list;
    this.#keyOf = keyOf;
  }

  /** The first member with a key. */
  find(key: string): T | undefined {
    for (; this.#seen < this.#list.length; this.#seen++) this.add(this.#list[this.#seen] as T);
    return this.#first.get(key);
  }

  /** A member whose key has become another is found under both. */
  add(one: T): void {
    const key = this.#keyOf(one);
    if (!this.#first.has(key)) this.#first.set(key, one);
  }
}

/** The index of a list for each page. */
export function knownOn<T>(listOf: (page: Page) => readonly T[], keyOf: (one: T) => string): (page: Page) => Known<T> {
  const byPage = new WeakMap<Page, Known<T>>();
  return (page) => {
    let known = byPage.get(page);
    if (!known) byPage.set(page, (known = new Known(listOf(page), keyOf)));
    return known;
  };
}
