import { surnameOf } from '#domain/surnames';
import type { CslItem, CslName } from '../csl.ts';
import type { Romanise } from '../romanise.ts';
import type { Adapted } from './manual.ts';

/**
 * Works in other languages than English in a style of Latin script: each style says where a translated title and the language
 * stand, and of works in Chinese what stands for the names, the title and the container. What a source or a person
 * romanises or translates comes first; pinyin is derived for the reference alone.
 */

export const isHan = (text: string | undefined): boolean => /\p{Script=Han}/u.test(text ?? '');

/** A name in Latin letters and in its own, as far as they are known. */
export interface BothNames {
  latin: CslName;
  native?: string;
}

/** Authors or editors of a Chinese work in both scripts. */
export function bothNames(work: CslItem, role: 'author' | 'editor', romanise: Romanise): BothNames[] {
  const stated = work.custom?.native?.[role] ?? [];
  return (work[role] ?? []).map((name, i): BothNames => {
    const own = stated[i];
    if (!isHan(name.family ?? name.literal)) return { latin: name, ...(own ? { native: own } : {}) };
    if (!name.family) return { latin: name };
    const native = name.family + (name.given ?? '');
    return { latin: romanise.name(name.family, name.given ?? ''), native };
  });
}

/** True for a work in Chinese, whose names are put in the order and the letters that a style wants. */
const inChinese = ({ language = '', title }: CslItem): boolean => /^zh\b/u.test(language) || isHan(title);

/** Puts names made of both scripts in the place of an item's own, where the work is in Chinese. */
export function setNames(
  item: Adapted,
  work: CslItem,
  romanise: Romanise,
  make: (name: BothNames) => CslName = ({ latin }) => latin,
): void {
  if (!inChinese(work)) return;
  for (const role of ['author', 'editor'] as const)
    if (work[role]) item[role] = bothNames(work, role, romanise).map(make);
}

/** A name that keeps its order and has no comma: "Wang Xiaoming". */
export const asWritten = ({ latin }: BothNames): CslName =>
  latin.family && latin.given ? { literal: `${latin.family} ${latin.given}` } : latin;

/** The container in Chinese, where the work has one. */
export const containerIn = (work: CslItem): string | undefined =>
  work.custom?.containerZh ?? (isHan(work['container-title']) ? work['container-title'] : undefined);

/** The container's name in Latin letters that a source states: a translation. */
export const containerTranslated = (work: CslItem): string | undefined =>
  isHan(work['container-title']) ? undefined : work['container-title'];

/** The abbreviation that a source states, where it is in Latin letters. */
export const abbreviation = (work: CslItem): string | undefined =>
  isHan(work['container-title-short']) ? undefined : work['container-title-short'];

/** Publisher and place in Latin letters. */
export function romanisePublisher(item: Adapted, romanise: Romanise): void {
  for (const key of ['publisher', 'publisher-place', 'event-place'] as const)
    if (isHan(item[key])) item[key] = eachWord(romanise.words(item[key] ?? ''));
}

/** A Chinese name cut at its family name, for styles that print it in its own script. */
export function nativeName(name: CslName, native: string | undefined): CslName {
  if (!native) return name;
  const family = surnameOf(native);
  return family ? { family, given: native.slice(family.length) } : { literal: native };
}

/** A title in capitals on each word: "Zhongguo Xinli Weisheng Zazhi". */
export const eachWord = (text: string): string => text.replace(/(?<=^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase());
