/** Tables of Chinese for the search index: Traditional to Simplified characters, and pinyin. */

import { pinyin } from 'pinyin-pro';
import { surnameOf } from '#domain/surnames';
import type { HanFold } from '#search/words';
import { foldedHan } from '../formats/text/han.ts';

let table: HanFold | undefined;

/** Chinese characters with a different form in Simplified Chinese -> that form. */
export function hanFold(): HanFold {
  if (table) return table;
  const pairs = new Map<string, string>();
  for (const [first, last] of [
    [0x3400, 0x9fff],
    [0x20000, 0x2ebe0],
  ] as const)
    for (let code = first; code <= last; code++) {
      const char = String.fromCodePoint(code);
      const folded = foldedHan(char);
      if (folded !== char) pairs.set(char, folded);
    }
  table = pairs;
  return table;
}

/** A Chinese name in pinyin: without tones and spaces; `ü` is kept. */
export const spellPinyin = (text: string): string =>
  pinyin(text, { toneType: 'none', type: 'array', nonZh: 'removed' }).join('').toLowerCase();

/** A Chinese person's name in pinyin, with the surname first and last; the given name is one word. */
export function spellName(text: string): string[] {
  const family = surnameOf(text);
  if (family === undefined || family === text) return [];
  const spelt = (part: string, mode: 'surname' | 'normal') =>
    pinyin(part, { toneType: 'none', type: 'array', mode }).join('').toLowerCase().replaceAll('ü', 'u');
  const [first, last] = [spelt(family, 'surname'), spelt(text.slice(family.length), 'normal')];
  return [`${first} ${last}`, `${last} ${first}`];
}

/**
 * The most common Chinese characters by pronunciation, for readers who type pinyin: a syllable without tone, then its
 * characters, all separated by blanks. They are level 1 of GB 2312, which is ordered by pronunciation.
 */
export function syllables(): string {
  const decoder = new TextDecoder('gbk');
  const bySound = new Map<string, string>();
  for (let lead = 0xb0; lead <= 0xd7; lead++)
    for (let trail = 0xa1; trail <= (lead === 0xd7 ? 0xf9 : 0xfe); trail++) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      const sound = spellPinyin(char).replaceAll('ü', 'v');
      bySound.set(sound, (bySound.get(sound) ?? '') + char);
    }
  return [...bySound].flat().join(' ');
}
