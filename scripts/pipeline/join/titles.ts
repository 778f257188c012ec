import { Converter } from 'opencc-js/t2cn';
import { foldForMatching } from '#domain/text';

/** A title as titles are compared: its words, without case, accents, punctuation and markup. */
export interface TitleKey {
  /** Words joined by single spaces; Chinese characters stand together. */
  text: string;
  words: string[];
  /** Numbers, Roman numerals, ordinals and letters that count a part, study or year: `2 2019 b`. */
  numbers: string;
  /** `erratum`, `comment`, `retracted` … where the title begins with such a word. */
  kind: string;
  /** Han, kana and hangul titles are compared by character. */
  script: 'latin' | 'cjk';
  /** Offsets in `text` at which the written title has a colon, dash, full stop or question mark. */
  breaks: number[];
  /** Ends in an ellipsis: a database cut it. */
  cut: boolean;
}

/** Words at a title's beginning that make it another paper than the one it names. */
const kinds: readonly [RegExp, string][] = [
  [/^(?:author |publisher )?(?:correction|corrigendum|corrigenda|erratum|errata|correction notice|correction to)\b/u, 'erratum'],
  [/^(?:勘误|更正|更正启事|勘误声明)/u, 'erratum'],
  [/^(?:retraction|retraction note|notice of retraction|撤稿)\b/u, 'retraction'],
  [/^(?:retracted|retracted article|withdrawn)\b/u, 'retracted'],
  [/^(?:expression of concern|editorial expression of concern)\b/u, 'concern'],
  [/^(?:comments? (?:on|to)|commentary(?: on)?|invited commentary|response (?:to|by)|reply(?: to| by)?|authors? (?:reply|response)|letter to the editor|re|in reply|in response)\b/u, 'comment'],
]; // prettier-ignore

/** The same at a title's end: "… (Erratum)", "… : retraction notice", 《…》一文更正. */
const endings: readonly [RegExp, string][] = [
  [/\b(?:erratum|corrigendum|correction)$/u, 'erratum'],
  [/(?:更正|勘误|勘误表)$/u, 'erratum'],
  [/\b(?:retraction|retraction (?:note|notice))$|撤稿(?:声明|通知)?$/u, 'retraction'],
  [/\bexpression of concern$/u, 'concern'],
];

/** What a database adds to the title of a paper that was taken back: "(Retracted article. See vol. 3, 2018)". */
const takenBack = /\s*\((?:retracted|withdrawn)\b[^()]*\)\s*\.?$/iu;

/** Numbers as words, which one source writes and another has as digits. "One" is as often no number. */
const numerals: Readonly<Record<string, string>> = {
  two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9', ten: '10', eleven: '11',
  twelve: '12', thirteen: '13', fourteen: '14', fifteen: '15', sixteen: '16', eighteen: '18', twenty: '20', thirty: '30',
}; // prettier-ignore

/** One form of characters for Chinese from the mainland and from Taiwan or Hong Kong. */
export const simplified: (text: string) => string = Converter({ from: 't', to: 'cn' });

const ordinals: Readonly<Record<string, string>> = {
  one: '1', ...numerals,
  first: '1', second: '2', third: '3', fourth: '4', fifth: '5', sixth: '6', i: '1', ii: '2', iii: '3', iv: '4', v: '5',
  vi: '6', vii: '7', viii: '8', ix: '9', x: '10', 一: '1', 二: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8',
  九: '9', 十: '10', 上: '1', 中: '2', 下: '3',
}; // prettier-ignore
/** Words after which a letter or numeral counts. */
const counted =
  /\b(part|parts|study|studies|phase|phases|stage|paper|volume|vol|chapter|wave|type|no|number|series|version|update|experiment|case|group|day|week|month|year|grade|section|level|step|class|cycle|round|model|trial|report)\s+([a-e]|[ivx]{1,4}|\d{1,4}|one)\b/gu;

/** Signs that mean something, before they fold away: plus and minus in "CD4+", the micro sign. */
export function titleKey(written: string): TitleKey {
  const taken = takenBack.test(written);
  const folded = foldForMatching(written.replace(/<\/?[a-z]{1,6}>/giu, '').replace(takenBack, ''))
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/^\[(.*)\]\.?$/u, '$1')
    .replace(/\s*\[(?:internet|electronic resource|abstract|article|dissertation|letter|review)\]\.?$/u, '')
    .replace(/&(?:amp;)?/gu, ' and ')
    .replace(/ß/gu, 'ss')
    .replace(/ø/gu, 'o')
    .replace(/æ/gu, 'ae')
    .replace(/['’]/gu, '');
  const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(folded);
  const plain = cjk ? simplified(folded) : folded;
  const words: string[] = [];
  const breaks: number[] = [];
  let length = 0;
  let past = 0;
  for (const match of plain.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (words.length && /[:.?!;—–(]|--| - /u.test(plain.slice(past, match.index))) breaks.push(length);
    const word = numerals[match[0]] ?? match[0];
    words.push(word);
    length += word.length + (cjk ? 0 : 1);
    past = match.index + match[0].length;
  }
  const text = words.join(cjk ? '' : ' ');
  const kind =
    kinds.find(([pattern]) => pattern.test(text))?.[1] ??
    endings.find(([pattern]) => pattern.test(text))?.[1] ??
    (taken ? 'retracted' : '');
  const cut = /(?:\.{3}|…)\s*$/u.test(written);
  return { text, words, numbers: numbersOf(text, words, cjk), kind, script: cjk ? 'cjk' : 'latin', breaks, cut };
}

function numbersOf(text: string, words: readonly string[], cjk: boolean): string {
  const found: string[] = [];
  if (cjk) {
    for (const match of text.matchAll(/\d+|(?<=第)[一二三四五六七八九十]|[一二三四五六七八九十]$|[上中下]$/gu))
      found.push(ordinals[match[0]] ?? match[0]);
    return found.join(' ');
  }
  for (const word of words) {
    if (/\d/u.test(word)) found.push(word.replace(/^0+(?=\d)/u, ''));
    else if (/^(?:ii|iii|iv|vi|vii|viii|ix|first|second|third|fourth|fifth|sixth|one)$/u.test(word))
      found.push(ordinals[word] ?? word);
  }
  for (const [, what = '', which = ''] of text.matchAll(counted)) found.push(`${what} ${ordinals[which] ?? which}`);
  // "… : I" and "… II" at the very end count too.
  const last = words.at(-1) ?? '';
  if (/^(?:i|v|x)$/u.test(last)) found.push(ordinals[last] ?? last);
  return found.sort().join(' ');
}

/** A title too short to tell papers apart: "Editorial", "Book review", 综述. */
export function isTelling(key: TitleKey): boolean {
  if (key.script === 'cjk') return key.text.length >= 8;
  return key.words.length >= 4 && key.text.length >= 22;
}

/** Edits between two strings, at most `limit`; `limit + 1` where there are more. Optimal string alignment in a band. */
export function edits(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) [endA, endB] = [endA - 1, endB - 1];
  const x = a.slice(start, endA);
  const y = b.slice(start, endB);
  if (!x || !y) return Math.max(x.length, y.length);
  let previous = new Int32Array(y.length + 1).map((_, j) => j);
  let before = new Int32Array(y.length + 1);
  let current = new Int32Array(y.length + 1);
  for (let i = 1; i <= x.length; i++) {
    current.fill(limit + 1);
    const from = Math.max(1, i - limit);
    const to = Math.min(y.length, i + limit);
    current[from - 1] = from === 1 ? i : limit + 1;
    let least = limit + 1;
    for (let j = from; j <= to; j++) {
      const same = x[i - 1] === y[j - 1];
      let cost = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && x[i - 1] === y[j - 2] && x[i - 2] === y[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      current[j] = cost;
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    [before, previous, current] = [previous, current, before];
  }
  return Math.min(previous[y.length] ?? limit + 1, limit + 1);
}

/** Words that differ by a letter or two and mean another paper: a difference of these is never a slip of the pen. */
const opposites: readonly (readonly [string, string])[] = [
  ['men', 'women'], ['male', 'female'], ['males', 'females'], ['man', 'woman'], ['with', 'without'], ['in', 'on'],
  ['hypo', 'hyper'], ['pre', 'post'], ['inpatient', 'outpatient'], ['inpatients', 'outpatients'], ['acute', 'chronic'],
  ['adult', 'adults'], ['boys', 'girls'], ['mother', 'father'], ['mothers', 'fathers'], ['maternal', 'paternal'],
  ['prenatal', 'postnatal'], ['intra', 'inter'], ['able', 'unable'], ['direct', 'indirect'], ['primary', 'secondary'],
]; // prettier-ignore
const isOpposite = (a: string, b: string): boolean =>
  opposites.some(([x, y]) => (a === x && b === y) || (a === y && b === x)) ||
  /^(?:un|in|im|non|dis|hypo|hyper|pre|post|intra|inter)/u.test(a) !==
    /^(?:un|in|im|non|dis|hypo|hyper|pre|post|intra|inter)/u.test(b);

export interface TitleDistance {
  /** `exact`, `close` (slips of the pen), `beginning` (one lacks the other's subtitle, or was `cut`), else `far`. */
  how: 'exact' | 'close' | 'beginning' | 'cut' | 'far';
  /** Edits by the length of the longer one, 0 to 1; 1 where it was not worth counting. */
  distance: number;
}

/** Edits that two titles of one paper differ by, by length: set by judgement, tried on the pairs of `scripts/measure/join.ts`. */
const mostDistance = 0.08;

/** A title that was cut tells its paper if so much of it was left. */
const shortestCut = 40;

/** What one title has after all of the other's words and makes it another paper: the protocol, the reply, the next part. */
const narrows =
  /\b(?:protocol|reply|response|rejoinder|comment|commentary|erratum|correction|corrigendum|retraction|retracted|addendum|follow ?up|updated?|pilot|extended|extension|part|rationale|letter|editorial)\b|更正|勘误|撤稿|方案|回复|评论|续篇/u;

export function titleDistance(a: TitleKey, b: TitleKey): TitleDistance {
  const joined = (key: TitleKey) => key.text.replaceAll(' ', '');
  if (a.text === b.text || joined(a) === joined(b)) return { how: 'exact', distance: 0 };
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

/** True where a word of one stands for another word of the other, rather than for its own misspelling. */
function differsInMeaning(a: TitleKey, b: TitleKey): boolean {
  if (a.script === 'cjk') return false;
  const onlyA = a.words.filter((word) => !b.words.includes(word));
  const onlyB = b.words.filter((word) => !a.words.includes(word));
  if (onlyA.length === onlyB.length)
    return onlyA.some((word, i) => isOpposite(word, onlyB[i] ?? '') && !isOneSlip(word, onlyB[i] ?? ''));
  // A word more or less, such as "the": none that negates or narrows.
  return [...onlyA, ...onlyB].some((word) =>
    /^(?:not|no|non|without|un\w+|re\w{0,2}|follow|up|updated?|protocol|pilot|extended)$/u.test(word),
  );
}

const isOneSlip = (a: string, b: string): boolean =>
  a.length > 4 && edits(a, b, 1) <= 1 && !opposites.some(([x, y]) => (a === x && b === y) || (a === y && b === x));

/** How much of the words of the shorter title the other has, 0 to 1. */
export function wordOverlap(a: TitleKey, b: TitleKey): number {
  if (a.script !== b.script) return 0;
  const list = (key: TitleKey) => (key.script === 'cjk' ? [...key.text] : key.words.filter((word) => word.length > 3));
  const [x, y] = [new Set(list(a)), new Set(list(b))];
  if (!x.size || !y.size) return 0;
  return [...x].filter((word) => y.has(word)).length / Math.min(x.size, y.size);
}
