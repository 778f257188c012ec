/** The words for what is beside the results of a search. */

import type { InterfaceLanguage } from '#domain/language';
import { searchBeside } from '../../site/strings/search-beside.ts';
import { say, type Values } from '../../site/strings/table.ts';

type BesideKey = keyof typeof searchBeside extends `search.${infer K}` ? K : never;
export type SayBeside = (key: BesideKey, values?: Values) => string;

/** The strings for what is beside and below the results, by the end of their key. */
export const sayingBeside =
  (lang: InterfaceLanguage): SayBeside =>
  (key, values) =>
    say(searchBeside[`search.${key}`], lang, values);
