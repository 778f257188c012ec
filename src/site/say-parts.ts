/** Words for the parts of a record that a version changed. */

import type { InterfaceLanguage } from '#domain/language';
import { say, table, type StringKey } from './strings/index.ts';

const isKey = (key: string): key is StringKey => Object.hasOwn(table, key);

/**
 * The parts of a record that a version changed, in words: "title, abstract". A version that another release of the
 * program saved may name parts that have no word.
 */
export const sayParts = (parts: readonly string[], lang: InterfaceLanguage): string =>
  parts
    .map((part) => {
      const key = `changes.part.${part}`;
      return isKey(key) ? say(table[key], lang) : part;
    })
    .join(lang === 'zh' ? '、' : ', ');
