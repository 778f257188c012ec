import { distance } from './distance.ts';
import type { Engine } from './engine.ts';
import { isFunctionWord, mayJoin } from './function-words.ts';
import { adjacent } from './postings.ts';
import { beginningTerm, plainTerm, wholeTerm } from './terms.ts';

/** Shorter words are one slip from many others. */
const shortest = 5;
/** A slip in the first letters is rarer than the words that begin otherwise are many. */
const sure = 2;

/** What of a word is heard: its first letter and its consonants, each once where it is doubled. */
const heard = (word: string): string =>
  word.charAt(0) +
  word
    .slice(1)
    .replace(/[aeiouyhw]/g, '')
    .replace(/(.)\1+/g, '$1');

const slipsIn = (word: string): number => (word.length < shortest ? 0 : word.length < 9 ? 1 : 2);

/** The word of the index that one which stands nowhere is most likely a slip for; of equally near ones the most frequent. */
export async function nearestWord(word: string, engine: Engine): Promise<string | undefined> {
  const most = slipsIn(word);
  if (most === 0 || !/^[a-z]+$/.test(word)) return undefined;
  const sound = heard(word);
  let best: { word: string; far: number; papers: number } | undefined;
  for (const [term, papers] of await engine.terms(beginningTerm(word.slice(0, sure)))) {
    const other = plainTerm(term);
    if (other === undefined || !/^[a-z]{4,}$/.test(other)) continue;
    const allowed = heard(other) === sound ? most + 1 : most;
    const far = distance(word, other, allowed);
    if (far > allowed) continue;
    if (!best || far < best.far || (far === best.far && papers > best.papers)) best = { word: other, far, papers };
  }
  return best?.word;
}

/** A word as two, where they stand side by side in some paper. */
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
