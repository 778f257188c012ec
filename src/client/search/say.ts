/** The words that every search needs. */

import type { InterfaceLanguage } from '#domain/language';
import { search } from '../../site/strings/search.ts';
import { say, type Values } from '../../site/strings/table.ts';

export type SearchKey = keyof typeof search extends `search.${infer K}` ? K : never;
export type SaySearch = (key: SearchKey, values?: Values) => string;

/** The strings of search in one language, by the end of their key. */
export const saying =
  (lang: InterfaceLanguage): SaySearch =>
  (key, values) =>
    say(search[`search.${key}`], lang, values);
