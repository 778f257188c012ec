/**
 * Works in other languages than English in a style of Latin script: each style says where it has a translated title
 * and the language, and how it sets the names, the title and the container of works in Chinese. What a source or a
 * person romanises or translates comes first; pinyin is derived only for the reference.
 */

import { surnameOf } from '#domain/surnames';
import { hasHan } from '#text/han';
import { nameRoles, type CslItem, type CslName, type NameRole } from '../csl.ts';
import type { Romanise } from '../romanise.ts';
import type { Adapted } from './manual.ts';

/** True for a text of a work that is read in Chinese: Japanese has Chinese characters too, and no pinyin. */
const isRead = ({ language = '' }: Pick<CslItem, 'language'>, text: string | undefined): text is string =>
  hasHan(text) && !/^(?:ja|ko)\b/u.test(language) && !/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text ?? '');

/** The work's title where it is in Chinese. */
export const chineseTitle = (work: CslItem): string | undefined => (isRead(work, work.title) ? work.title : undefined);

/** A name in Latin letters, and in Chinese characters where they are known. */
export interface BothNames {
  latin: CslName;
  native?: string;
}

/** Authors or editors of a Chinese work in both scripts. */
function bothNames(work: CslItem, role: NameRole, romanise: Romanise): BothNames[] {
  const stated = work.custom?.native?.[role] ?? [];
  return (work[role] ?? []).map((name, i): BothNames => {
    const own = stated[i];
    if (!isRead(work, name.family ?? name.literal)) return { latin: name, ...(own ? { native: own } : {}) };
    if (!name.family) {
      const native = name.literal ?? '';
      return { latin: { literal: eachWord(romanise.words(native)) }, native };
    }
    const native = name.family + (name.given ?? '');
    return { latin: romanise.name(name.family, name.given ?? ''), native };
  });
}

/** True for a work whose names have the family name first: a style says in which order and letters it wants them. */
const familyFirst = (work: CslItem): boolean =>
  /^(?:zh|ja|ko)\b/u.test(work.language ?? '') || isRead(work, work.title);

/** Replaces the names that an item has left by names made of both scripts, where the work has the family name first. */
export function setNames(
  item: Adapted,
  work: CslItem,
  romanise: Romanise,
  make: (name: BothNames, role: NameRole) => CslName = ({ latin }) => latin,
): void {
  if (!familyFirst(work)) return;
  for (const role of nameRoles)
    if (item[role]) item[role] = bothNames(work, role, romanise).map((name) => make(name, role));
}

/** A name with the family name first, which keeps its order and has no comma: "Wang Xiaoming". */
export const asWritten = ({ latin, native }: BothNames): CslName =>
  native && latin.family && latin.given ? { literal: `${latin.family} ${latin.given}` } : latin;

/** True where the first of a work's names is such a name. */
export function keepsOrder(work: CslItem, role: NameRole): boolean {
  const [first] = work[role] ?? [];
  return (
    familyFirst(work) && first?.given !== undefined && (hasHan(first.family) || !!work.custom?.native?.[role]?.[0])
  );
}

/** The container in Chinese, where the work has one. */
export const containerIn = (work: CslItem): string | undefined =>
  work.custom?.containerZh ?? (isRead(work, work['container-title']) ? work['container-title'] : undefined);

/** The container's name in Latin letters that a source states: a translation. */
export const containerTranslated = (work: CslItem): string | undefined =>
  hasHan(work['container-title']) ? undefined : work['container-title'];

/** The abbreviation that a source states, where it is in Latin letters. */
export const abbreviation = (work: CslItem): string | undefined =>
  hasHan(work['container-title-short']) ? undefined : work['container-title-short'];

/** Publisher and place in Latin letters. */
export function romanisePublisher(item: Adapted, romanise: Romanise): void {
  for (const key of ['publisher', 'publisher-place', 'event-place'] as const)
    if (hasHan(item[key])) item[key] = eachWord(romanise.words(item[key] ?? ''));
}

/** A Chinese name cut at its family name, for styles that print it in its own script. */
export function nativeName(name: CslName, native: string | undefined): CslName {
  if (!native) return name;
  const family = surnameOf(native);
  return family ? { family, given: native.slice(family.length) } : { literal: native };
}

/** A title in capitals on each word: "Zhongguo Xinli Weisheng Zazhi". */
export const eachWord = (text: string): string => text.replace(/(?<=^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase());
