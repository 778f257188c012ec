import type { ConceptEntry, ConceptWords, Core } from './catalogue.ts';
import { formsOf } from './forms.ts';
import { cutWords, type HanFold, type Piece } from './words.ts';

/** A concept that words of a query mean. */
export interface Match {
  concept: ConceptEntry;
  /** `[first, past the last]` of the words that mean it. */
  span: [number, number];
  /** Whether they are a name of it, or a sign that says less ("chatbot" for the digital alliance). */
  how: 'name' | 'sign';
}

/** Concepts that stand for characters of a run of Chinese: `[first, past the last]` of them. */
export interface RunMatch {
  concepts: readonly ConceptEntry[];
  span: [number, number];
}

/** Finds the concepts that a row of words means, whatever the language, script or form they are written in. */
export interface ConceptFinder {
  /** The longest names first; no word means two at once unless the names are the same. */
  find(words: readonly string[]): Match[];
  /** The names in a run of Chinese that are written without a blank between them, the longest first, in their order. */
  inRun(chars: readonly string[]): RunMatch[];
  /** All that are above a concept, the nearest first. */
  above(concept: ConceptEntry): ConceptEntry[];
}

/** A name as names are compared: its words, each by the first of its forms; Chinese without what parts it. */
export const nameKey = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (piece.kind === 'han' ? piece.chars.join('') : canonical(piece.form))).join(' ');

/** A phrase as it is written, but for case, width, script and what parts its words. */
export const exactKey = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (piece.kind === 'han' ? piece.chars.join('') : piece.form)).join(' ');

/** One form for a word's numbers and spellings: the shortest, then the first in order. Verbs keep their endings. */
export function canonical(word: string): string {
  const ending = /(ed|ings?)$/.exec(word)?.[0].slice(0, 2);
  const alike = (form: string) => /(ed|ings?)$/.exec(form)?.[0].slice(0, 2) === ending && formsOf(form).includes(word);
  return formsOf(word).reduce(
    (best, form) =>
      (form.length < best.length || (form.length === best.length && form < best)) && alike(form) ? form : best,
    word,
  );
}

const longestName = 8;
/** Shorter runs of letters are words of many languages before they are Chinese. */
const shortestPinyin = 4;
/** A single character of a run of Chinese is part of a word more often than one. */
const shortestInRun = 2;

type Words = Pick<Core, 'concepts' | 'names' | 'hidden' | 'signs' | 'pinyin' | 'excepted'>;

export function conceptFinder(core: Words, fold: HanFold): ConceptFinder {
  const { concepts, names, hidden, signs, pinyin, excepted } = core;
  const entries = (numbers: Iterable<number>): ConceptEntry[] =>
    [...numbers].flatMap((number) => concepts[number] ?? []);

  const named = (words: readonly string[], lost: ReadonlySet<number>): Omit<Match, 'span'>[] => {
    const pieces = words.flatMap((word) => cutWords(word, fold));
    const key = nameKey(pieces);
    const latin = pieces.map((piece) => (piece.kind === 'word' ? piece.form : ' ')).join('');
    // Tones written as numbers: kou3 yi4.
    const spelt = /^(?:[a-z]+[1-5])+$/.test(latin) ? latin.replace(/[1-5]/g, '') : latin;
    const isSpelt = spelt.length >= shortestPinyin;
    const meant = (written: readonly ConceptWords[], sounding: ConceptWords): Set<number> => {
      const all = [...written.flatMap((lists) => own(lists, key)), ...(isSpelt ? own(sounding, spelt) : [])];
      return new Set(all.filter((number) => !lost.has(number)));
    };
    const whole = meant([names, hidden], pinyin.names);
    const part = [...meant([signs], pinyin.signs)].filter((number) => !whole.has(number));
    return [
      ...entries(whole).map((concept) => ({ concept, how: 'name' as const })),
      ...entries(part).map((concept) => ({ concept, how: 'sign' as const })),
    ];
  };

  return {
    find(words) {
      const exceptions = exceptionsIn(words, excepted, fold);
      const matches: Match[] = [];
      let at = 0;
      while (at < words.length) {
        let length = Math.min(longestName, words.length - at);
        for (; length > 0; length--) {
          const span: Match['span'] = [at, at + length];
          const found = named(words.slice(...span), lostIn(span, exceptions));
          for (const one of found) matches.push({ ...one, span });
          if (found.length) break;
        }
        at += Math.max(1, length);
      }
      return matches;
    },

    inRun(chars) {
      const matches: RunMatch[] = [];
      const exceptions = runExceptions(chars, excepted);
      for (let at = 0; at < chars.length;) {
        let length = Math.min(longestName * 2, chars.length - at);
        for (; length >= shortestInRun; length--) {
          const span: Match['span'] = [at, at + length];
          const lost = lostIn(span, exceptions);
          const found = entries(own(names, chars.slice(...span).join('')).filter((number) => !lost.has(number)));
          if (found.length === 0) continue;
          matches.push({ concepts: found, span });
          break;
        }
        at += length >= shortestInRun ? length : 1;
      }
      return matches;
    },

    above(concept) {
      const all = new Set(concept.broader);
      for (const number of all) for (const further of concepts[number]?.broader ?? []) all.add(further);
      return entries(all);
    },
  };
}

interface Exception {
  span: [number, number];
  concepts: readonly number[];
  /** Whether a name may be written so. */
  isName: boolean;
}

/** The phrases of a row of words that do not mean the concepts whose words they hold. */
function exceptionsIn(words: readonly string[], excepted: ConceptWords, fold: HanFold): Exception[] {
  const found: Exception[] = [];
  for (let at = 0; at < words.length; at++)
    for (let past = at + 1; past <= Math.min(words.length, at + longestName); past++) {
      const pieces = words.slice(at, past).flatMap((word) => cutWords(word, fold));
      const key = exactKey(pieces);
      const concepts = own(excepted, key);
      if (concepts.length) found.push({ span: [at, past], concepts, isName: key === nameKey(pieces) });
    }
  return found;
}

function runExceptions(chars: readonly string[], excepted: ConceptWords): Exception[] {
  const found: Exception[] = [];
  for (let at = 0; at < chars.length; at++)
    for (let past = at + 1; past <= Math.min(chars.length, at + longestName * 2); past++) {
      const concepts = own(excepted, chars.slice(at, past).join(''));
      if (concepts.length) found.push({ span: [at, past], concepts, isName: true });
    }
  return found;
}

/** The concepts that words do not mean, for they lie in an exception or go on from one. */
const lostIn = ([first, past]: Match['span'], exceptions: readonly Exception[]): Set<number> =>
  new Set(
    exceptions
      .filter(({ span: [from, to], isName }) =>
        from === first && to === past ? !isName : from <= first && (to >= past || (from < first && to > first)),
      )
      .flatMap(({ concepts }) => concepts),
  );

/** The concepts of a key; none for a key that every object has. */
export const own = (words: ConceptWords, key: string): readonly number[] =>
  key !== '' && Object.hasOwn(words, key) ? (words[key] ?? []) : [];
