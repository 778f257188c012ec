/** All words of the interface, in both languages: one table for each area, and the function that says them. */

import type { InterfaceLanguage } from '#domain/language';
import { accessibility } from './accessibility.ts';
import { basket } from './basket.ts';
import { browse } from './browse.ts';
import { changes } from './changes.ts';
import { citations } from './citations.ts';
import { compare } from './compare.ts';
import { common } from './common.ts';
import { keys } from './keys.ts';
import { findings } from './findings.ts';
import { map } from './map.ts';
import { method } from './method.ts';
import { offline } from './offline.ts';
import { paper } from './paper.ts';
import { prisma } from './prisma.ts';
import { searchBeside } from './search-beside.ts';
import { searchMore } from './search-more.ts';
import { searchPage } from './search-page.ts';
import { search } from './search.ts';
import { source } from './source.ts';
import { say, type Values } from './table.ts';
import { theme } from './theme.ts';
import { wholeReview } from './review.ts';
import { trust } from './trust.ts';

/** The tables by area. */
export const areas = {
  accessibility,
  basket,
  browse,
  changes,
  citations,
  common,
  compare,
  findings,
  keys,
  map,
  method,
  offline,
  paper,
  prisma,
  search,
  searchBeside,
  searchMore,
  searchPage,
  source,
  theme,
  trust,
  wholeReview,
};

/** Every string of the site; no two areas share a key. */
export const table = {
  ...accessibility,
  ...basket,
  ...browse,
  ...changes,
  ...citations,
  ...common,
  ...compare,
  ...findings,
  ...keys,
  ...map,
  ...method,
  ...offline,
  ...paper,
  ...prisma,
  ...search,
  ...searchBeside,
  ...searchMore,
  ...searchPage,
  ...source,
  ...theme,
  ...trust,
  ...wholeReview,
};
export type StringKey = keyof typeof table;
export { say };

export type Say = (key: StringKey, values?: Values) => string;

/** `const t = words(lang)`, then `t('paper.doi')`. */
export const words =
  (lang: InterfaceLanguage): Say =>
  (key, values) =>
    say(table[key], lang, values);
