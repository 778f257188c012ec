/** Finds the values of a paper that a person should look at. */

import { isJournalField } from '#domain/fields';
import { isChinese } from '#domain/language';
import type { ToCheck } from '#domain/ledger';
import { hashOf } from '../../lib/store/index.ts';
import type { FiledCorrection } from '../decisions/read-decisions.ts';
import { namesOf, shownOf, type Shown } from './differences.ts';
import type { Member } from './members.ts';
import type { Body } from './reconcile.ts';

/** A row of the ledger before its paper has its id. */
export type ToCheckRow = Omit<ToCheck, 'paper'>;

/**
 * The values of a paper that a person should look at: each rests only on pages whose reader was not sure of the field. A
 * value that another source or a correction says too is sure, and so is one that a person has checked.
 */
export function unsureOf(
  body: Body,
  members: readonly Member[],
  corrections: readonly FiledCorrection[],
): ToCheckRow[] {
  const unsure = new Map(members.flatMap(({ file, toCheck }) => (toCheck ? [[file, new Set(toCheck)] as const] : [])));
  if (!unsure.size) return [];
  const byField = new Map<string, Shown[]>();
  for (const value of valuesOf(body)) {
    const name = readName(value.field);
    const isUnsure = value.from.every((origin) => 'line' in origin && unsure.get(origin.file)?.has(name));
    if (isUnsure && value.from.length) byField.set(value.field, [...(byField.get(value.field) ?? []), value]);
  }
  const rows = [...byField].flatMap(([field, values]): ToCheckRow[] => {
    const says = inShort(values.map(({ text }) => text).join('; '));
    const at = values[0]?.from.find((origin) => 'line' in origin);
    const member = members.find(({ file }) => file === at?.file);
    if (!member || !says) return [];
    const { file, draft } = member;
    return [{ file, ...(draft.record === undefined ? {} : { record: draft.record }), field, says }];
  });
  return rows.filter(({ field, says }) => !corrections.some(({ checked }) => checked[field] === says));
}

/** What readers see of a paper; of the names of its journal the one by which it is cited. */
function valuesOf(body: Body): Shown[] {
  const authors = {
    field: 'authors',
    text: namesOf(body.authors),
    words: '',
    from: body.authors.flatMap((it) => it.from),
  };
  const shown = [...shownOf(body).values()];
  const isZh = body.language !== undefined && isChinese(body.language.value);
  const names = isZh
    ? ['journalZh', 'journal', 'journalAbbreviation']
    : ['journal', 'journalAbbreviation', 'journalZh'];
  const cited = names.find((name) => shown.some(({ field }) => field === name));
  return [authors, ...shown.filter(({ field }) => !isJournalField(field) || field === 'publisher' || field === cited)];
}

/** The name in `npm run read -- --json` of a field of `npm run correct`. */
function readName(field: string): string {
  if (isJournalField(field) && field !== 'publisher') return 'journal';
  if (field === 'issued' || field === 'online') return 'date';
  const [name = '', language] = field.split('.');
  return language === 'zh' && name !== 'keywords' ? `${name}_zh` : name;
}

const longest = 160;

/** A value whole where it is short, else its beginning with its length and the hash of all of it. */
function inShort(text: string): string {
  const characters = [...text];
  if (characters.length <= longest) return text;
  return `${characters.slice(0, longest - 40).join('')}… (${characters.length} characters, ${hashOf(text).slice(0, 16)})`;
}
