/** Compares names of journals: full, abbreviated, and in pinyin. */

import { plainLetters } from '#text/letters';
import { pinyin } from 'pinyin-pro';
import { hasHan } from '#text/han';
import { simplified } from '../../formats/text/han.ts';
import type { Agreement, Candidate, JournalKey } from './candidate.ts';

const stopWords = new Set('the of and in for on a an de la le les des du et der die das und fur y e da do'.split(' '));

/**
 * Whether a word consists of pinyin syllables without tones. Words of other languages may look so, but hardly a whole
 * name.
 */
const isSyllables = (word: string): boolean =>
  word.length < 30 &&
  /^(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])(?:i?ang?|i?ong?|uang?|[aeiu]ng?|i?ao|ia|iu|ie|i?e|ua?i|uo|ua|ue|[ae]i|ou|[aoeiu]))+$/u.test(
    word,
  );

const isPinyin = (words: readonly string[]): boolean =>
  words.length > 1 && words.join('').length >= 10 && words.every(isSyllables);

export function journalKey(name: string): JournalKey {
  const letters = plainLetters(name.replace(/\([^()]*\)/gu, ' ').replace(/&/gu, ' ')).replace(/[^\p{L}\p{N}]+/gu, ' ');
  const han = hasHan(letters);
  const written = (han ? simplified(letters) : letters).split(' ').filter(Boolean);
  const whole = written.join('');
  if (!han && isPinyin(written)) return { words: written, letters: whole, script: 'pinyin' };
  return { words: written.filter((word) => !stopWords.has(word)), letters: whole, script: han ? 'han' : 'latin' };
}

const spelt = new Map<string, string>();

function inPinyin(han: string): string {
  let letters = spelt.get(han);
  if (letters === undefined) {
    letters = pinyin(han, { toneType: 'none', type: 'array', nonZh: 'removed' }).join('').replaceAll('ü', 'u');
    spelt.set(han, letters);
  }
  return letters;
}

/**
 * Compares two names of journals: the same words, or one is the abbreviation of the other, each of its words the
 * beginning of a word in the full name.
 */
function sameJournal(a: JournalKey, b: JournalKey): Agreement {
  if (a.letters === b.letters || a.words.join('') === b.words.join('')) return 'same';
  if (a.script !== b.script) {
    const [han, other] = a.script === 'han' ? [a, b] : [b, a];
    const spells = han.script === 'han' && other.script === 'pinyin';
    // A name and its translation share no word, so a difference says nothing.
    return spells && inPinyin(han.letters) === other.letters ? 'same' : 'unknown';
  }
  const [short, long] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words];
  if (abbreviates(short, long) || (short.length === long.length && abbreviates(long, short))) return 'same';
  return 'different';
}

function abbreviates(short: readonly string[], long: readonly string[]): boolean {
  if (short[0]?.[0] !== long[0]?.[0]) return false;
  let at = 0;
  for (const word of short) {
    const found = long.findIndex((full, i) => i >= at && i <= at + 2 && beginsAs(full, word));
    if (found < 0) return false;
    at = found + 1;
  }
  // "Psychiatry" is not an abbreviation of "Psychiatry Research": few words may be left over.
  return long.length - at <= (short.length >= 3 ? 1 : 0);
}

/**
 * Whether a short word abbreviates a full one: "psychol" for "psychology", and contractions such as "natl" and "intl".
 */
const beginsAs = (full: string, short: string): boolean =>
  full.startsWith(short) ||
  (short.length >= 3 && full[0] === short[0] && full.length > short.length && isSubsequence(short, full));

function isSubsequence(short: string, full: string): boolean {
  let at = 0;
  for (const c of full) if (c === short[at]) at++;
  return at === short.length;
}

export function journals(a: Candidate, b: Candidate): Agreement {
  let best: Agreement = 'unknown';
  for (const one of a.journals)
    for (const other of b.journals) {
      const agreement = sameJournal(one, other);
      if (agreement === 'same') return 'same';
      if (agreement === 'different') best = 'different';
    }
  return best;
}
