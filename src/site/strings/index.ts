import type { InterfaceLanguage } from '#domain/language';
import { browse } from './browse.ts';
import { citations } from './citations.ts';
import { common } from './common.ts';
import { map } from './map.ts';
import { paper } from './paper.ts';
import { search } from './search.ts';
import { source } from './source.ts';
import type { Entry } from './table.ts';
import { theme } from './theme.ts';

const areas = { browse, citations, common, map, paper, search, source, theme };

/** Every string of the site; a key begins with its area's name, so that no two areas share one. */
export const table = { ...browse, ...citations, ...common, ...map, ...paper, ...search, ...source, ...theme };
export const areaNames = Object.keys(areas);
export type StringKey = keyof typeof table;
export type Values = Readonly<Record<string, string | number>>;

const plural = new Intl.PluralRules('en');

/** An entry in one language; `count` chooses English's number, and numbers are grouped. */
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

export type Say = (key: StringKey, values?: Values) => string;

/** `const t = words(lang)`, then `t('paper.doi')`. */
export const words =
  (lang: InterfaceLanguage): Say =>
  (key, values) =>
    say(table[key], lang, values);
