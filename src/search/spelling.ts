/** Finds the word of the index that a mistyped word most likely means. */

import { edits } from '#text/edits';
import type { Engine } from './engine.ts';
import { isFunctionWord, mayJoin } from './function-words.ts';
import { adjacent } from './postings.ts';
import { beginningTerm, plainTerm, wholeTerm } from './terms.ts';

/** A shorter word is one edit away from many others. */
const shortest = 5;
/** The number of first letters that must be right: misprints are rare there, and many words differ there. */
const sure = 2;

/** The first letter of a word, then its consonants that are heard; doubled ones count once. */
const heard = (word: string): string =>
  word.charAt(0) +
  word
    .slice(1)
    .replace(/[aeiouyhw]/g, '')
    .replace(/(.)\1+/g, '$1');

const slipsIn = (word: string): number => (word.length < shortest ? 0 : word.length < 9 ? 1 : 2);

/**
 * The word of the index for which an unknown word is most likely a misprint; of equally near ones the most frequent.
 */
export async function nearestWord(word: string, engine: Engine): Promise<string | undefined> {
  const most = slipsIn(word);
  if (most === 0 || !/^[a-z]+$/.test(word)) return undefined;
  const sound = heard(word);
  let best: { word: string; far: number; papers: number } | undefined;
  for (const [term, papers] of await engine.terms(beginningTerm(word.slice(0, sure)))) {
    const other = plainTerm(term);
    if (other === undefined || !/^[a-z]{4,}$/.test(other)) continue;
    const allowed = heard(other) === sound ? most + 1 : most;
    const far = edits(word, other, allowed);
    if (far > allowed) continue;
    if (!best || far < best.far || (far === best.far && papers > best.papers)) best = { word: other, far, papers };
  }
  return best?.word;
}

/** A word as two, where these are side by side in some paper. */
export async function partedWord(word: string, engine: Engine): Promise<string | undefined> {
  if (!/^[a-z]{6,}$/.test(word)) return undefined;
  for (let at = 3; at <= word.length - 2; at++) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    if (isFunctionWord(first) || !mayJoin(first, second)) continue;
    const begun = await engine.term(wholeTerm(first));
    if (begun.papers.length === 0) continue;
    if (adjacent([begun, await engine.term(wholeTerm(second))]).papers.length) return `${first} ${second}`;
  }
  return undefined;
}
