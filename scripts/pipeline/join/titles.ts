/** The forms in which titles compare. */

import { foldForMatching } from '#domain/text';
import { plainLetters } from '#text/letters';
import { simplified } from '../../formats/text/han.ts';
import { edits } from '#text/edits';
import { isRecurring, kindOf } from './title-kinds.ts';
import { differsInMeaning } from './opposite-words.ts';
import { oneSpelling } from './spelling.ts';
import type { TitleKey } from './candidate.ts';

/** What a database adds to the title of a retracted paper: "(Retracted article. See vol. 3, 2018)", "[Withdrawn]". */
const takenBack =
  /(?:(?<!\s)\s+)?(?:[([（【](?:(?:retracted|withdrawn)\b|已?撤[稿回])[^()[\]（）【】]*[)\]）】]|(?:[—–]|(?<=\s)-)\s?(?:retracted|withdrawn)(?: article)?)\s*\.?$/iu;

/** A table in which any word may be looked up. A Map, because a plain object would find "constructor". */
const table = (words: Readonly<Record<string, string>>): ReadonlyMap<string, string> => new Map(Object.entries(words));

/** Numbers as words, where another source may have digits. "One" is left out: it is often no number. */
const numerals = table({
  two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9', ten: '10', eleven: '11',
  twelve: '12', thirteen: '13', fourteen: '14', fifteen: '15', sixteen: '16', eighteen: '18', twenty: '20', thirty: '30',
}); // prettier-ignore

const ordinals = table({
  one: '1', ...Object.fromEntries(numerals),
  first: '1', second: '2', third: '3', fourth: '4', fifth: '5', sixth: '6', i: '1', ii: '2', iii: '3', iv: '4', v: '5',
  vi: '6', vii: '7', viii: '8', ix: '9', x: '10', 一: '1', 二: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8',
  九: '9', 十: '10', 上: '1', 中: '2', 下: '3',
}); // prettier-ignore
/** Words before a letter or numeral that counts. */
const counted =
  /\b(part|parts|study|studies|phase|phases|stage|paper|volume|vol|chapter|wave|type|no|number|series|version|update|experiment|case|group|day|week|month|year|grade|section|level|step|class|cycle|round|model|trial|report)\s+([a-e]|[ivx]{1,4}|\d{1,4}|one)\b/gu;

/**
 * Makes the key of a title. Signs with a meaning, such as plus in "CD4+" or the micro sign, become words before
 * punctuation is removed.
 */
export function titleKey(written: string): TitleKey {
  const taken = takenBack.test(written);
  const bare = foldForMatching(written.replace(/<\/?[a-z]{1,6}>/giu, '').replace(takenBack, ''));
  const folded = plainLetters(bare)
    .replace(/^\[(.*)\]\.?$/u, '$1')
    .replace(/\s?\[(?:internet|electronic resource|abstract|article|dissertation|letter|review)\]\.?$/u, '')
    .replace(/&(?:amp;)?/gu, ' and ')
    .replace(/['’]/gu, '');
  const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(folded);
  const plain = cjk ? simplified(folded) : folded;
  const words: string[] = [];
  const breaks: number[] = [];
  let length = 0;
  let past = 0;
  for (const match of plain.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (words.length && /[:.?!;—–(]|--| - /u.test(plain.slice(past, match.index))) breaks.push(length);
    const word = numerals.get(match[0]) ?? match[0];
    words.push(word);
    length += word.length + (cjk ? 0 : 1);
    past = match.index + match[0].length;
  }
  const text = words.join(cjk ? '' : ' ');
  const spelling = (cjk ? words : words.map(oneSpelling)).join('');
  const kind = kindOf(text, text.slice(breaks.at(-1) ?? text.length), taken);
  const cut = /(?:\.{3}|…)\s*$/u.test(written);
  return {
    text,
    words,
    spelling,
    numbers: numbersOf(text, words, cjk),
    kind,
    script: cjk ? 'cjk' : 'latin',
    breaks,
    cut,
  };
}

function numbersOf(text: string, words: readonly string[], cjk: boolean): string {
  const found: string[] = [];
  if (cjk) {
    for (const match of text.matchAll(/\d+|(?<=第)[一二三四五六七八九十]|[一二三四五六七八九十]$|[上中下]$/gu))
      found.push(ordinals.get(match[0]) ?? match[0]);
    return found.join(' ');
  }
  for (const word of words) {
    if (/\d/u.test(word)) found.push(word.replace(/^0+(?=\d)/u, ''));
    else if (/^(?:ii|iii|iv|vi|vii|viii|ix|first|second|third|fourth|fifth|sixth|one)$/u.test(word))
      found.push(ordinals.get(word) ?? word);
  }
  for (const [, what = '', which = ''] of text.matchAll(counted)) found.push(`${what} ${ordinals.get(which) ?? which}`);
  // "… : I" and "… II" at the very end are numbers too.
  const last = words.at(-1) ?? '';
  if (/^(?:i|v|x)$/u.test(last)) found.push(ordinals.get(last) ?? last);
  return found.sort().join(' ');
}

/** Whether a title distinguishes papers: it is neither a section's title, such as "Editorial", nor as short as 综述. */
export function isTelling(key: TitleKey): boolean {
  if (isRecurring(key.text)) return false;
  if (key.script === 'cjk') return key.text.length >= 8;
  return key.words.length >= 4 && key.text.length >= 22;
}

export interface TitleDistance {
  /**
   * `exact`, `close` (misprints), `beginning` (one lacks the subtitle of the other), `cut` (a database truncated it),
   * else `far`.
   */
  how: 'exact' | 'close' | 'beginning' | 'cut' | 'far';
  /** Edits divided by the length of the longer title, 0 to 1; 1 where counting was not worth while. */
  distance: number;
}

/**
 * The largest distance of two titles of one paper: set by judgement, tried on the pairs of `scripts/measure/join.ts`.
 */
const mostDistance = 0.08;

/** The shortest rest of a truncated title that still identifies its paper. */
const shortestCut = 40;

/** What one title has after all words of the other that makes it another paper: a protocol, a reply, the next part. */
const narrows =
  /\b(?:protocol|reply|response|rejoinder|comment|commentary|erratum|correction|corrigendum|retraction|retracted|addendum|follow ?up|updated?|pilot|extended|extension|part|rationale|letter|editorial|baseline|feasibility|interim|preliminary|nested|sub ?study|companion|supplement|process evaluation|economic evaluation|cost effectiveness|secondary analysis)\b|更正|勘误|撤稿|方案|回复|评论|续篇|预试验|二次分析|过程评价/u;

export function titleDistance(a: TitleKey, b: TitleKey): TitleDistance {
  if (a.text === b.text || a.spelling === b.spelling) return { how: 'exact', distance: 0 };
  if (a.script !== b.script) return { how: 'far', distance: 1 };
  const longest = Math.max(a.text.length, b.text.length);
  const limit = Math.min(24, Math.floor(longest * mostDistance));
  const count = edits(a.text.slice(0, 500), b.text.slice(0, 500), limit);
  if (count <= limit && a.numbers === b.numbers && !differsInMeaning(a, b))
    return { how: 'close', distance: count / longest };
  const [short, long] = a.text.length < b.text.length ? [a, b] : [b, a];
  if (long.text.startsWith(short.text)) {
    const rest = long.text.slice(short.text.length);
    const distance = 1 - short.text.length / longest;
    if (narrows.test(rest)) return { how: 'far', distance };
    if (long.breaks.includes(short.text.length + (long.script === 'cjk' ? 0 : 1)))
      return { how: 'beginning', distance };
    if (short.cut && short.text.length >= shortestCut) return { how: 'cut', distance };
  }
  return { how: 'far', distance: count <= limit ? count / longest : 1 };
}

/** The share of the shorter title's words that the other title has, 0 to 1. */
export function wordOverlap(a: TitleKey, b: TitleKey): number {
  if (a.script !== b.script) return 0;
  const list = (key: TitleKey) => (key.script === 'cjk' ? [...key.text] : key.words.filter((word) => word.length > 3));
  const [x, y] = [new Set(list(a)), new Set(list(b))];
  if (!x.size || !y.size) return 0;
  return [...x].filter((word) => y.has(word)).length / Math.min(x.size, y.size);
}

/** Whether a title is that of a notice or letter about another paper: its erratum, its retraction, a comment, a reply. */
export const isAboutPaper = (title: string): boolean => aboutPapers.has(titleKey(title).kind);
const aboutPapers = new Set(['erratum', 'retraction', 'concern', 'comment']);

/** Whether a title is that of a part of an issue, such as a list of its editors or a call for papers. */
export const isOfIssue = (title: string): boolean => isRecurring(titleKey(title).text);
