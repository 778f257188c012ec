/**
 * What a page is made of. A page reads the review only through sources: a record, the text of a file, a term, a list.
 * Each source has a name, and a build notes which of them a page has read: these are the page's slice. A page is made
 * again when its code, its own data or an answer in its slice differs from that of the build before.
 */

import { onceEach, onceForText, reading } from '#citations/once';
import type { Review } from './index-review.ts';

/** What the program that renders the pages asks the site, through `globalThis`, because it is not bundled with it. */
export interface Slices {
  /** By the name of a source: what it answers to a question. */
  answers: Map<string, (of: string) => unknown>;
  /** A record or a text with a hash of it, so that no list of records need be read again. */
  hashes: WeakMap<object, string>;
  /** Makes a page; returns it with the names of what was read for it. */
  read: <T>(make: () => Promise<T>) => Promise<{ made: T; reads: ReadonlySet<string> }>;
}

const shared = globalThis as { allianceReviewSlices?: Partial<Slices> };
/** Present where a build notes what is read. */
const slices = shared.allianceReviewSlices;
const answers = new Map<string, (of: string) => unknown>();
const hashes = new WeakMap<object, string>();

/** The names of what is being read; `undefined` if nobody asks. */
let noted: Set<string> | undefined;

/** Makes something and notes what was read for it; whoever uses it has read that too. */
function note<Out>(make: () => Out): () => Out {
  const before = noted;
  const reads = new Set<string>();
  noted = reads;
  try {
    const made = make();
    return () => {
      if (noted) for (const read of reads) noted.add(read);
      return made;
    };
  } finally {
    noted = before;
  }
}

if (slices) {
  reading.note = note;
  Object.assign(slices, { answers, hashes, read });
}

async function read<T>(make: () => Promise<T>): Promise<{ made: T; reads: ReadonlySet<string> }> {
  const reads = new Set<string>();
  noted = reads;
  try {
    return { made: await make(), reads };
  } finally {
    noted = undefined;
  }
}

/** Whether reads are noted. */
export const isNoted = slices !== undefined;

/** Says what a record is, in few characters. */
export const setHash = (value: object, hash: string): void => void hashes.set(value, hash);

/** Runs without a note: what is read is part of an answer that is noted itself. */
function unnoted<T>(make: () => T): T {
  const before = noted;
  noted = undefined;
  try {
    return make();
  } finally {
    noted = before;
  }
}

/**
 * A source of pages: it answers a question, and the answer is part of the slice of the page that asks. The answer is
 * data, or a function of data that `data` gives.
 */
export function source<T>(
  name: string,
  answer: (of: string) => T,
  data: (of: string) => unknown = answer,
): (of: string) => T {
  if (!isNoted) return answer;
  answers.set(name, (of) => unnoted(() => data(of)));
  return (of) => {
    noted?.add(`${name}:${of}`);
    return unnoted(() => answer(of));
  };
}

let whole: Review | undefined;

/** Says which review aggregates are made of, when a build asks for them. */
export function setReview(review: Review): void {
  whole = review;
}

/**
 * What is made of a whole review and is small: counts, a grid. It is made once for a review and a question, and is in the
 * slice of a page by what it is. `data` says what it is, where it has functions.
 */
export function aggregate<T>(
  name: string,
  make: (review: Review, of: string) => T,
  data: (made: T, review: Review) => unknown = (made) => made,
): (review: Review, of?: string) => T {
  const made = onceEach((review: Review) => onceForText((of: string) => make(review, of)));
  if (!isNoted) return (review, of = '') => made(review)(of);
  answers.set(name, (of) => unnoted(() => whole && data(made(whole)(of), whole)));
  return (review, of = '') => {
    noted?.add(`${name}:${of}`);
    return unnoted(() => made(review)(of));
  };
}

/**
 * A map of which a page reads single values, each a source, or all. `data` says which part of a value is in the slice,
 * where the value is itself a source.
 */
export function sourceMap<K extends string, V>(
  name: string,
  map: ReadonlyMap<K, V>,
  data: (value: V | undefined) => unknown = (value) => value,
): ReadonlyMap<K, V> {
  if (!isNoted) return map;
  const at = (of: string): V | undefined => map.get(of as K);
  const get = source(name, at, (of) => data(at(of)));
  const has = source(`${name} has`, (of) => map.has(of as K));
  const all = source(`${name} all`, () => map);
  return new Proxy(map, {
    get(target, property) {
      if (property === 'get') return get;
      if (property === 'has') return has;
      const value: unknown = Reflect.get(all(''), property, target);
      return typeof value === 'function' ? (value as (...args: unknown[]) => unknown).bind(target) : value;
    },
  });
}

/** A list of which a page reads only the length, or all. */
export function sourceList<V>(name: string, of: string, list: readonly V[]): readonly V[] {
  if (!isNoted) return list;
  const proxied = listed.get(list);
  if (proxied) return proxied as readonly V[];
  const made = new Proxy(list, {
    get(target, property) {
      noted?.add(property === 'length' ? `${name} length:${of}` : `${name}:${of}`);
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === 'function' ? (value as (...args: unknown[]) => unknown).bind(target) : value;
    },
  });
  listed.set(list, made);
  return made;
}

const listed = new WeakMap<object, object>();
