/** Finds the concepts that words of a query name. */

import type { ConceptEntry, ConceptWords, Core } from './catalogue.ts';
import { formsOf } from './forms.ts';
import { cutWords, type HanFold, type Piece } from './words.ts';

/** A concept that words of a query mean. */
export interface Match {
  concept: ConceptEntry;
  /** The words that mean it, as `[first, past the last]`. */
  span: [number, number];
  /** Whether they are its name, or a vaguer word ("chatbot" for the digital alliance). */
  how: 'name' | 'sign';
}

/** Concepts that some characters in a run of Chinese name: `[first, past the last]` of the characters. */
interface RunMatch {
  concepts: readonly ConceptEntry[];
  span: [number, number];
}

/** Finds the concepts that words mean, in any language, script or form. */
export interface ConceptFinder {
  /**
   * The matches in the order of the words. At each word the longest name counts, and its words are not used again, so
   * two concepts share words only where they have the same name.
   */
  find(words: readonly string[]): Match[];
  /** The names in a run of Chinese, which has no blanks between words; at each character the longest name counts. */
  inRun(chars: readonly string[]): RunMatch[];
  /** All concepts above this one, the nearest first. */
  above(concept: ConceptEntry): ConceptEntry[];
}

/** A name in the form for comparing: its words, each in its canonical form; Chinese without separators. */
export const nameKey = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (piece.kind === 'han' ? piece.chars.join('') : canonical(piece.form))).join(' ');

/** A phrase as it is written, except for case, width, script and separators. */
export const exactKey = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (piece.kind === 'han' ? piece.chars.join('') : piece.form)).join(' ');

/**
 * One form for a word in singular and plural and in all spellings: the shortest, then the first in order. Verbs keep
 * their endings.
 */
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
/** Shorter runs of letters are more likely words of other languages than pinyin. */
const shortestPinyin = 4;
/** A single character in a run of Chinese is more often part of a word than a word. */
const shortestInRun = 2;

type Span = Match['span'];
type Words = Pick<Core, 'concepts' | 'names' | 'hidden' | 'signs' | 'pinyin' | 'excepted'>;

export function conceptFinder(core: Words, fold: HanFold): ConceptFinder {
  const { concepts, names, excepted } = core;
  const entries = (numbers: Iterable<number>): ConceptEntry[] =>
    [...numbers].flatMap((number) => concepts[number] ?? []);
  return {
    find(words) {
      const exceptions = exceptionsIn(words, excepted, fold);
      const meaning = (span: Span): Omit<Match, 'span'>[] => {
        const { named, signed } = meantBy(words.slice(...span), lostIn(span, exceptions), core, fold);
        return [
          ...entries(named).map((concept) => ({ concept, how: 'name' as const })),
          ...entries(signed).map((concept) => ({ concept, how: 'sign' as const })),
        ];
      };
      return longestWith(meaning, { length: words.length, least: 1, most: longestName }).flatMap(({ span, found }) =>
        found.map((one) => ({ ...one, span })),
      );
    },

    inRun(chars) {
      const exceptions = runExceptions(chars, excepted);
      const meaning = (span: Span): ConceptEntry[] => {
        const lost = lostIn(span, exceptions);
        return entries(own(names, chars.slice(...span).join('')).filter((number) => !lost.has(number)));
      };
      const limits = { length: chars.length, least: shortestInRun, most: longestName * 2 };
      return longestWith(meaning, limits).map(({ span, found }) => ({ concepts: found, span }));
    },

    above(concept) {
      const all = new Set(concept.broader);
      for (const number of all) for (const further of concepts[number]?.broader ?? []) all.add(further);
      return entries(all);
    },
  };
}

/** From left to right the longest spans for which `meaning` finds something; the next span begins after it. */
function longestWith<T>(
  meaning: (span: Span) => readonly T[],
  { length, least, most }: { length: number; least: number; most: number },
): { span: Span; found: readonly T[] }[] {
  const all: { span: Span; found: readonly T[] }[] = [];
  for (let at = 0; at < length;) {
    let size = Math.min(most, length - at);
    for (; size >= least; size--) {
      const span: Span = [at, at + size];
      const found = meaning(span);
      if (found.length === 0) continue;
      all.push({ span, found });
      break;
    }
    at += Math.max(1, size);
  }
  return all;
}

/** The numbers of the concepts that words name, and of those that they are only a sign of; without the `lost` ones. */
function meantBy(
  words: readonly string[],
  lost: ReadonlySet<number>,
  { names, hidden, signs, pinyin }: Words,
  fold: HanFold,
): { named: Set<number>; signed: number[] } {
  const pieces = words.flatMap((word) => cutWords(word, fold));
  const key = nameKey(pieces);
  const latin = pieces.map((piece) => (piece.kind === 'word' ? piece.form : ' ')).join('');
  // Tones may be written as numbers: kou3 yi4.
  const spelt = /^(?:[a-z]+[1-5])+$/.test(latin) ? latin.replace(/[1-5]/g, '') : latin;
  const isSpelt = spelt.length >= shortestPinyin;
  const meant = (written: readonly ConceptWords[], sounding: ConceptWords): Set<number> => {
    const all = [...written.flatMap((lists) => own(lists, key)), ...(isSpelt ? own(sounding, spelt) : [])];
    return new Set(all.filter((number) => !lost.has(number)));
  };
  const named = meant([names, hidden], pinyin.names);
  return { named, signed: [...meant([signs], pinyin.signs)].filter((number) => !named.has(number)) };
}

interface Exception {
  span: [number, number];
  concepts: readonly number[];
  /** Whether a name may be written like this. */
  isName: boolean;
}

/** The phrases among the words that do not mean the concepts whose words they contain. */
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

/** Whether the words at a position do not mean a concept, because they are in an exception or overlap its end. */
const lostIn = ([first, past]: Span, exceptions: readonly Exception[]): Set<number> =>
  new Set(
    exceptions
      .filter(({ span: [from, to], isName }) =>
        from === first && to === past ? !isName : from <= first && (to >= past || (from < first && to > first)),
      )
      .flatMap(({ concepts }) => concepts),
  );

/** The concepts of a key; none for a key such as "constructor", which every object has. */
export const own = (words: ConceptWords, key: string): readonly number[] =>
  key !== '' && Object.hasOwn(words, key) ? (words[key] ?? []) : [];
