/** The words for what is below the results of a search, or in place of them. */

import type { InterfaceLanguage } from '#domain/language';
import { searchMore } from '../../site/strings/search-more.ts';
import { say, type Values } from '../../site/strings/table.ts';

export type MoreKey = keyof typeof searchMore extends `search.${infer K}` ? K : never;
export type SayMore = (key: MoreKey, values?: Values) => string;

/** The strings for what is below a search's list or in place of it, by the end of their key. */
export const sayingMore =
  (lang: InterfaceLanguage): SayMore =>
  (key, values) =>
    say(searchMore[`search.${key}`], lang, values);
