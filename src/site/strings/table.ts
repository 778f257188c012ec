/** A word or sentence that the site itself says. `{name}` is a place for a value; English has its two grammatical numbers. */
export interface Entry {
  en: string | { one: string; other: string };
  zh: string;
}

/** A table of strings whose keys stay known to the compiler. */
export const strings = <const T extends Record<string, Entry>>(table: T): T => table;
