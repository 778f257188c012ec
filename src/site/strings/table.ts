/** Makes tables of words in two languages, and says an entry of one. */

import type { InterfaceLanguage } from '#domain/language';

/** A word or sentence of the site itself. `{name}` is replaced by a value; English has singular and plural. */
export interface Entry {
  en: string | { one: string; other: string };
  zh: string;
}

/** A table of strings whose keys the compiler knows. */
export const strings = <const T extends Record<string, Entry>>(table: T): T => table;

export type Values = Readonly<Record<string, string | number>>;

const plural = new Intl.PluralRules('en');

/** An entry in one language. `count` chooses singular or plural in English; numbers are grouped. */
export function say(entry: Entry, lang: InterfaceLanguage, values: Values = {}): string {
  const said = entry[lang];
  const template =
    typeof said === 'string' ? said : said[plural.select(Number(values['count'])) === 'one' ? 'one' : 'other'];
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? value.toLocaleString('en-GB') : value;
  });
}

/** What follows the area in the keys of a table: `found` for `search.found`. */
type KeyIn<Area extends string, T> = keyof T extends infer K
  ? K extends `${Area}.${infer Rest}`
    ? Rest
    : never
  : never;

/** The strings of one table in a language, by the end of their key: `t('found')`. */
export function wordsIn<Area extends string, const T extends Record<string, Entry>>(area: Area, table: T) {
  const entries = new Map<string, Entry>(Object.entries(table));
  return (lang: InterfaceLanguage) =>
    (key: KeyIn<Area, T>, values?: Values): string => {
      const entry = entries.get(`${area}.${key}`);
      return entry ? say(entry, lang, values) : key;
    };
}
