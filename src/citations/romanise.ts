/**
 * Romanises Chinese in pinyin where no source does. The result is for references only: records and files do not have
 * it.
 */

import { pinyin } from 'pinyin-pro';
import { hasHan } from '#text/han';

/** Pinyin of Chinese text. */
export interface Romanise {
  /** "Wang Xiaoming": the family name of a Chinese name, and the given name joined. */
  name: (family: string, given: string) => { family: string; given: string };
  /** "Xinli zhiliao: yi xiang yanjiu": a capital at the beginning, syllables joined to words (GB/T 16159). */
  words: (text: string) => string;
  /** "Xin li zhi liao: yi xiang yan jiu": syllable by syllable, as the National Library of Medicine has it. */
  syllables: (text: string) => string;
}

const segmenter = new Intl.Segmenter('zh-Hans', { granularity: 'word' });
/** Words of this field that a general dictionary takes for two. */
const joined = /(质性|元分析|患者|照护|共病|焦虑|抑郁|联盟)/u;
/** A number and its measure word are two words, and a particle after a word is one of its own. */
const apart = /^([一二三四五六七八九十两几各每]+)(?=[^一二三四五六七八九十])|(?<=.)(?=[的地得之]$)/u;

/** Chinese signs as Latin text has them, with the spaces that belong to them. */
const signs: Readonly<Record<string, string>> = {
  '：': ': ', '，': ', ', '、': ', ', '。': '. ', '；': '; ', '？': '? ', '！': '! ', '（': ' (', '）': ') ', '《': '“', '》': '”',
  '〈': '“', '〉': '”', '—': '—', '“': ' “', '”': '” ', '·': ' ',
}; // prettier-ignore

const syllablesOf = (text: string): string[] => pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive' });

/** What makes one word with the word before it: "xinlixue" (GB/T 16159, 6.1.1). */
const endings = /^[学者员家师性化]$/u;

/** A name of four characters that consists of two words is written as two (GB/T 16159, 6.1.1). */
const halves = (word: string): string[] => {
  if (!/^\p{Script=Han}{4}$/u.test(word)) return [word];
  const parts = [word.slice(0, 2), word.slice(2)];
  return parts.every((part) => [...segmenter.segment(part)].length === 1) ? parts : [word];
};

const wordsOf = (text: string): string[] =>
  text
    .split(joined)
    .flatMap((piece) => (joined.test(piece) ? [piece] : [...segmenter.segment(piece)].map(({ segment }) => segment)))
    .flatMap((word) => (hasHan(word) && word.length > 1 ? word.split(apart).filter(Boolean) : [word]))
    .flatMap(halves)
    .reduce<string[]>((words, word) => {
      const before = words.at(-1) ?? '';
      return endings.test(word) && /^\p{Script=Han}{2,}$/u.test(before)
        ? [...words.slice(0, -1), before + word]
        : [...words, word];
    }, []);

const tidy = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/ (?=[,.;:?!)”])/gu, '')
    .replace(/(?<=[(“]) /gu, '')
    .trim();

/** Where two syllables of a word would be read as other ones, an apostrophe separates them: "Xi'an". */
const join = (syllables: readonly string[]): string =>
  syllables.map((one, i) => (i > 0 && /^[aeo]/u.test(one) ? `'${one}` : one)).join('');

const written = (text: string, between: '' | ' '): string => {
  const pieces = wordsOf(text).map((word) => {
    if (!hasHan(word)) return signs[word] ?? word;
    // A country and a people are one word to the library too.
    const whole = between === '' || /^(?:中国|中华)$/u.test(word);
    return ` ${whole ? join(syllablesOf(word)) : syllablesOf(word).join(' ')} `;
  });
  return tidy(pieces.join(''));
};

export const capital = (text: string): string => text.replace(/\p{L}/u, (letter) => letter.toUpperCase());

export const romanise: Romanise = {
  name: (family, given) => {
    const read = (part: string, surname: 'head' | 'off'): string =>
      hasHan(part) ? capital(join(pinyin(part, { toneType: 'none', type: 'array', surname }))) : part;
    return { family: read(family, 'head'), given: read(given, 'off') };
  },
  words: (text) => capital(written(text, '')),
  syllables: (text) => capital(written(text, ' ')),
};
