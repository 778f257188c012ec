/** Whether a text has the shape of a person's name, in Latin letters or in Chinese. */

import { isGroupName, isInitials, isParticle, isSuffix } from './names.ts';
import { surnameOf } from '#domain/surnames';
import { simplified } from '../text/han.ts';
import surnames from '../words/surnames.json' with { type: 'json' };
import words from '../words/not-names.json' with { type: 'json' };
import { anyOf, everyWord } from '../words/words.ts';

/** Words of menus and headings that are written like names. */
const menuWord = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${anyOf(everyWord(words.menus))})(?![\\p{L}\\p{N}-])`, 'iu');

export const isMenuWord = (text: string): boolean => menuWord.test(text);

/** What columns of a journal are called, also with a dot between. */
const subject = new RegExp(anyOf(everyWord(words.columns)), 'u');

/** Headings and buttons of four characters, some of which begin like a surname: 相关阅读, 文章导读, 全文下载. */
const heading = new RegExp(`^(?:${anyOf(everyWord(words.beginnings))})|(?:${anyOf(everyWord(words.endings))})$`, 'u');

/** Two to four Chinese characters that begin with a surname, or a foreign name set with a dot. */
export const isHanName = (text: string): boolean => {
  const name = text.replace(/\s/gu, '');
  if (/^\p{Script=Han}{1,6}(?:[·•・]\p{Script=Han}{1,6}){1,3}$/u.test(name)) return !subject.test(name);
  return (
    /^\p{Script=Han}{2,4}$/u.test(name) &&
    surnameOf(name) !== undefined &&
    !isGroupName(name) &&
    !(name.length === 4 && heading.test(simplified(name)))
  );
};

const japanese = new RegExp(
  `^(?:${anyOf(surnames.ja)})\\s[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]{1,4}$`,
  'u',
);

/** A frequent Japanese surname, a space and a given name. */
export const isJapaneseName = (text: string): boolean => japanese.test(text);

const korean = new RegExp(`^(?:${anyOf(surnames.ko)})\\s?\\p{Script=Hangul}{1,2}$`, 'u');

/** A Korean surname and a given name of one or two syllables. */
export const isKoreanName = (text: string): boolean => korean.test(text);

const word = /^(?:\p{Lu}[\p{L}\p{M}.'’‘ʼ`-]*|[dDlLO]['’]\p{Lu}[\p{L}\p{M}'’-]*|al-\p{Lu}[\p{L}-]*)$/u;

/** Words of titles in which every word has a capital: none is in a name. */
const betweenThings =
  /(?<!\p{L})(?:About|After|Among|As|Before|Between|During|For|From|How|Through|Towards?|Under|With|Without)(?!\p{L})/u;

/**
 * Whether a text has the shape of a person's name in Latin letters: two to six capitalised words with particles, or
 * `Family, Given`. A shape only: the reader asks it where a page has authors.
 */
export function isPersonShape(text: string): boolean {
  if (text.length > 60 || /[\d:;!?()[\]{}@/\\|"“”<>=_#&*+%]/u.test(text)) return false;
  const parts = text.split(/,\s*/u);
  if (parts.length > 2 || parts.some((part) => !part)) return false;
  const tokens = parts.join(' ').split(' ');
  if (tokens.length < 2 || tokens.length > 6) return false;
  let capitals = 0;
  for (const token of tokens) {
    if (word.test(token) || isSuffix(token)) capitals++;
    else if (!isParticle(token) && !/^(?:los|las)$/u.test(token)) return false;
  }
  return (
    capitals >= 2 &&
    !isGroupName(text) &&
    !menuWord.test(text) &&
    !betweenThings.test(text) &&
    (/\p{Ll}/u.test(text) || (tokens.some(isInitials) && !tokens.every(isInitials))) &&
    !/\.$/u.test(text.replace(/(?:(?<![\p{L}])(?:\p{Lu}|Jr|Sr)\.[\s-]?){1,12}$/u, ''))
  );
}
