/** The words of the basket's page. */

import type { InterfaceLanguage } from '#domain/language';
import { basket } from '../../site/strings/basket.ts';
import { say, type Values } from '../../site/strings/table.ts';

export type BasketKey = keyof typeof basket extends `basket.${infer K}` ? K : never;
export type SayBasket = (key: BasketKey, values?: Values) => string;

/** The strings of the basket in one language, by the end of their key. */
export const saying =
  (lang: InterfaceLanguage): SayBasket =>
  (key, values) =>
    say(basket[`basket.${key}`], lang, values);
