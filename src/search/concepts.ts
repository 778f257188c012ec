import type { ConceptEntry, ConceptNames, Core } from './catalogue.ts';
import { distance } from './distance.ts';
import { formsOf } from './forms.ts';
import { cutWords, type HanFold, type Piece } from './words.ts';

/** A concept that words of a query name. */
export interface Match {
  concept: ConceptEntry;
  /** `[first, past the last]` of the words that name it. */
  span: [number, number];
  /**
   * Whether they are a name of the concept itself. Others are signs of it that say less ("chatbot" for the digital
   * alliance): they stand for the concept only where a paper has no text in their language.
   */
  whole: boolean;
}

/** Finds the concepts that a row of words names, whatever the language, script or form they are written in. */
export interface ConceptFinder {
  /** The longest names first; no word names two at once unless the names are the same. */
  find(words: readonly string[]): Match[];
  /** Concepts with names nearest to a text that found nothing, best first. */
  near(text: string, most: number): ConceptEntry[];
}

/** A name as names are compared: its words, each by the first of its forms; Chinese without what parts it. */
export const nameKey = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (piece.kind === 'han' ? piece.chars.join('') : canonical(piece.form))).join(' ');

/** One form for a word's numbers and spellings: the shortest, then the first in order. Verbs keep their endings. */
function canonical(word: string): string {
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

export function conceptFinder(
  { concepts, names, pinyin }: Pick<Core, 'concepts' | 'names' | 'pinyin'>,
  fold: HanFold,
): ConceptFinder {
  const named = (words: readonly string[]): Omit<Match, 'span'>[] => {
    const pieces = words.flatMap((word) => cutWords(word, fold));
    const key = nameKey(pieces);
    const latin = pieces.map((piece) => (piece.kind === 'word' ? piece.form : ' ')).join('');
    // Tones written as numbers: kou3 yi4.
    const spelt = /^(?:[a-z]+[1-5])+$/.test(latin) ? latin.replace(/[1-5]/g, '') : latin;
    const reaches = new Map<number, number>();
    for (const [concept, reach] of [
      ...(key ? (own(names, key) ?? []) : []),
      ...(spelt.length >= shortestPinyin ? (own(pinyin, spelt) ?? []) : []),
    ])
      reaches.set(concept, Math.max(reach, reaches.get(concept) ?? 0));
    // "Trust" is the name of one concept and a part of "Power, culture and trust": the whole name has it.
    const least = Math.max(1, ...reaches.values());
    return [...reaches].flatMap(([number, reach]) => {
      const concept = concepts[number];
      return concept ? [{ concept, whole: reach >= least }] : [];
    });
  };

  return {
    find(words) {
      const matches: Match[] = [];
      let at = 0;
      while (at < words.length) {
        let length = Math.min(longestName, words.length - at);
        for (; length > 0; length--) {
          const found = named(words.slice(at, at + length));
          for (const one of found) matches.push({ ...one, span: [at, at + length] });
          if (found.length) break;
        }
        at += Math.max(1, length);
      }
      return matches;
    },

    near(text, most) {
      const wanted = nameKey(cutWords(text, fold)).slice(0, 60);
      if (wanted.length < 2) return [];
      const least = Math.ceil(wanted.length / 3);
      const scored = [...Object.entries(names), ...Object.entries(pinyin)].flatMap(([key, entries]) => {
        const far = distance(wanted, key, least);
        const near = sharesWord(wanted, key) ? Math.min(far, 1) : far;
        return near <= wanted.length / 3 ? entries.map(([concept]) => ({ concept, near })) : [];
      });
      scored.sort((a, b) => a.near - b.near);
      return [...new Set(scored.map(({ concept }) => concept))]
        .flatMap((number) => concepts[number] ?? [])
        .filter(({ papers }) => papers.length)
        .slice(0, most);
    },
  };
}

const own = (names: ConceptNames, key: string): ConceptNames[string] | undefined =>
  Object.hasOwn(names, key) ? names[key] : undefined;

const sharesWord = (a: string, b: string): boolean => {
  const words = new Set(b.split(' '));
  return a.split(' ').some((word) => word.length > 4 && words.has(word));
};
