import { pinyin } from 'pinyin-pro';
import type { HanFold } from '#search/words';
import { simplified } from '../formats/text/han.ts';

let table: HanFold | undefined;

/** Every Chinese character that is written otherwise in Simplified Chinese -> that character (tables of OpenCC). */
export function hanFold(): HanFold {
  if (table) return table;
  const pairs: [string, string][] = [];
  for (const [first, last] of [
    [0x3400, 0x9fff],
    [0x20000, 0x2ebe0],
  ] as const)
    for (let code = first; code <= last; code++) {
      const char = String.fromCodePoint(code);
      const simple = simplified(char);
      if (simple !== char && [...simple].length === 1) pairs.push([char, simple]);
    }
  // What an odd character folds to may itself fold on: all forms of a character must end at one.
  const direct = new Map(pairs);
  const last = (char: string, steps = 4): string => {
    const next = direct.get(char);
    return next && steps > 0 ? last(next, steps - 1) : char;
  };
  table = new Map(pairs.map(([char]) => [char, last(char)]));
  return table;
}

/** A Chinese name in the Latin alphabet: without tones, without spaces, `ü` kept. */
export const spellPinyin = (text: string): string =>
  pinyin(text, { toneType: 'none', type: 'array', nonZh: 'removed' }).join('').toLowerCase();
