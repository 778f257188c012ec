/** The words of the page that shows papers side by side. */

import type { InterfaceLanguage } from '#domain/language';
import { compare } from '../../site/strings/compare.ts';
import { say, type Values } from '../../site/strings/table.ts';

type CompareKey = keyof typeof compare extends `compare.${infer K}` ? K : never;
export type SayCompare = (key: CompareKey, values?: Values) => string;

/** The strings in one language, by the end of their key. */
export const saying =
  (lang: InterfaceLanguage): SayCompare =>
  (key, values) =>
    say(compare[`compare.${key}`], lang, values);
