/** Words for what became of each part of a source, for readers of the source page. */

import type { Outcome } from '#domain/ledger';
import type { InterfaceLanguage } from '#domain/language';
import { sayLanguage } from './display.ts';
import { table, type Say, type StringKey } from './strings/index.ts';

const isKey = (key: string): key is StringKey => Object.hasOwn(table, key);

/**
 * A field's path in the draft as words for readers: `abstracts.zh-Hans` is "abstract · Chinese". A part without a word,
 * such as an index, is left out; a path without any word is shown as it is.
 */
export function sayField(path: string, lang: InterfaceLanguage, t: Say): string {
  const parts = path.split(/[.[\]/]+/u).filter((part) => part && !/^\d+$/u.test(part) && part !== 'records');
  const said = parts.flatMap((part) => {
    const key = `source.field.${part}`;
    if (isKey(key)) return [t(key)];
    return /^[a-z]{2}(-[A-Z][a-z]{3})?$/u.test(part) ? [sayLanguage(part, lang)] : [];
  });
  return said.length > 0 ? said.join(' · ') : path;
}

/** What a stretch of a source became, in a few words. `file` is the file that is shown. */
export function sayOutcome(outcome: Outcome, file: string, lang: InterfaceLanguage, t: Say): string {
  switch (outcome.kind) {
    case 'field':
      return sayField(outcome.field, lang, t);
    case 'furniture':
      return t('source.furniture', { rule: outcome.rule });
    case 'copy':
      return outcome.of.file === file
        ? t('source.copy', { line: String(outcome.of.line) })
        : t('source.copyOther', { file: outcome.of.file, line: String(outcome.of.line) });
    case 'unclassified':
      return t('source.unclassified');
  }
}
