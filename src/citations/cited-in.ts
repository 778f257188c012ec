/** Offers the ways in which a paper can be cited, among them the Chinese ones. */

import { isChinese } from '#domain/language';
import type { Paper } from '#domain/paper';
import { toCsl, type CslItem } from './csl.ts';
import { containerIn, nativeName } from './manuals/foreign.ts';
import { onceEach } from './once.ts';

/** How a work can be cited: as each style has it, or in Chinese, whatever the style. */
export type Choice = 'style' | 'zh';

/** A Chinese work with its names and its journal in their own script. */
function inOwnScript(item: CslItem): CslItem {
  const own = containerIn(item);
  const names = (role: 'author' | 'editor') => {
    const native = item.custom?.native?.[role];
    return native && item[role] ? { [role]: item[role].map((name, i) => nativeName(name, native[i])) } : {};
  };
  return { ...item, ...names('author'), ...names('editor'), ...(own ? { 'container-title': own } : {}) };
}

/**
 * The ways in which a paper can be cited, the usual one first. There is a second one where the work is in Chinese, or where a
 * person gave it a Chinese title: its terms, "et al." and quotation marks are Chinese then.
 */
export const citedIn = onceEach((paper: Paper): { choice: Choice; item: CslItem }[] => {
  const item = toCsl(paper);
  const usual = { choice: 'style' as const, item };
  const chinese = (made: CslItem) => ({
    choice: 'zh' as const,
    item: { ...made, custom: { ...made.custom, inChinese: true } },
  });
  if (item.language && isChinese(item.language)) return [usual, chinese(inOwnScript(item))];
  const title = paper.titles.find(({ language, role }) => isChinese(language) && role !== 'machine-translation');
  if (!title) return [usual];
  const translated: Paper = {
    ...paper,
    language: { value: title.language, from: title.from },
    titles: [{ ...title, role: 'original' }],
  };
  return [usual, chinese(toCsl(translated))];
});
