import type { Catalogue, ConceptEntry } from './catalogue.ts';
import { formsOf } from './forms.ts';
import { cutWords, type HanFold, type Piece } from './words.ts';

/** A concept that words of a query name. */
export interface Match {
  concept: ConceptEntry;
  /** `[first, past the last]` of the words that name it. */
  span: [number, number];
  /** The label that matched, as the vocabulary writes it. */
  label: string;
}

/** Finds the concepts that a row of words names, whatever the language, script or form they are written in. */
export interface ConceptFinder {
  /** The longest names first; no word names two at once unless the names are the same. */
  find(words: readonly string[]): Match[];
  /** Concepts with names nearest to a text that found nothing, best first. */
  near(text: string, most: number): ConceptEntry[];
}

/** A label as it is compared: its words, each by the first of its forms; Chinese without what parts it. */
function keyOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (piece.kind === 'han' ? piece.chars.join('') : canonical(piece.form))).join(' ');
}

/** One form for all forms of a word: the shortest, then the first in order, that has this one among its own. */
function canonical(word: string): string {
  const forms = formsOf(word).filter((form) => formsOf(form).includes(word));
  return forms.reduce(
    (best, form) => (form.length < best.length || (form.length === best.length && form < best) ? form : best),
    word,
  );
}

const longestName = 8;

export function conceptFinder(catalogue: Catalogue, fold: HanFold): ConceptFinder {
  const byKey = new Map<string, { concept: ConceptEntry; label: string }[]>();
  const byPinyin = new Map<string, { concept: ConceptEntry; label: string }[]>();
  const put = (map: typeof byKey, key: string, concept: ConceptEntry, label: string) => {
    const list = map.get(key) ?? [];
    if (!list.some((entry) => entry.concept === concept)) list.push({ concept, label });
    if (key) map.set(key, list);
  };
  for (const concept of catalogue.concepts) {
    for (const label of [...concept.labels.en, ...concept.labels.zh])
      put(byKey, keyOf(cutWords(label, fold)), concept, label);
    for (const spelt of concept.pinyin) {
      put(byPinyin, spelt, concept, concept.zh);
      if (spelt.includes('ü')) for (const u of ['u', 'v']) put(byPinyin, spelt.replaceAll('ü', u), concept, concept.zh);
    }
  }

  const named = (words: readonly string[]) => {
    const pieces = words.flatMap((word) => cutWords(word, fold));
    const found = byKey.get(keyOf(pieces));
    if (found) return found;
    const latin = pieces.map((piece) => (piece.kind === 'word' ? piece.form : ' ')).join('');
    // Tones written as numbers: kou3 yi4.
    const spelt = /^(?:[a-z]+[1-5])+$/.test(latin) ? latin.replace(/[1-5]/g, '') : latin;
    return spelt.length >= 4 ? byPinyin.get(spelt) : undefined;
  };

  return {
    find(words) {
      const matches: Match[] = [];
      let at = 0;
      while (at < words.length) {
        let length = Math.min(longestName, words.length - at);
        for (; length > 0; length--) {
          const found = named(words.slice(at, at + length));
          if (!found) continue;
          for (const { concept, label } of found) matches.push({ concept, span: [at, at + length], label });
          break;
        }
        at += Math.max(1, length);
      }
      return matches;
    },
    near(text, most) {
      const wanted = keyOf(cutWords(text, fold)).slice(0, 60);
      if (wanted.length < 2) return [];
      const scored = [...byKey, ...byPinyin].flatMap(([key, entries]) => {
        const far = distance(wanted, key, Math.ceil(wanted.length / 3));
        const shares = sharesWord(wanted, key);
        return far <= wanted.length / 3 || shares
          ? entries.map(({ concept }) => ({ concept, far: shares ? Math.min(far, 1) : far }))
          : [];
      });
      scored.sort((a, b) => a.far - b.far || b.concept.papers.length - a.concept.papers.length);
      return [...new Set(scored.map(({ concept }) => concept))].filter(({ papers }) => papers.length).slice(0, most);
    },
  };
}

const sharesWord = (a: string, b: string): boolean => {
  const words = new Set(b.split(' '));
  return a.split(' ').some((word) => word.length > 4 && words.has(word));
};

/** Levenshtein's distance, or `most + 1` where it is larger. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    row = next;
  }
  return Math.min(row[b.length] ?? 0, most + 1);
}
