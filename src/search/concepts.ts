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
  /**
   * Whether the label is a name of the concept itself. Others are signs of it that say less ("chatbot" for the digital
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

/** The words and characters of a concept's preferred names. */
function nameOf({ en, zh }: ConceptEntry, fold: HanFold): { words: string[]; chars: string[] } {
  const piecesOf = (text: string) => cutWords(text, fold);
  return {
    words: piecesOf(en).flatMap((piece) => (piece.kind === 'word' && !joining.has(piece.form) ? [piece.form] : [])),
    chars: piecesOf(zh).flatMap((piece) => (piece.kind === 'han' ? piece.chars.filter((c) => !endings.has(c)) : [])),
  };
}

/**
 * How much of a concept's name a label says: 2 all of it, 1 a part and nothing else, 0 something else. Words count as
 * said in another form of one root, or misspelt.
 */
function reachOf(pieces: readonly Piece[], { words, chars }: ReturnType<typeof nameOf>): 0 | 1 | 2 {
  const said = pieces.flatMap((piece) => (piece.kind === 'word' && !joining.has(piece.form) ? [piece.form] : []));
  const written = pieces.flatMap((piece) => (piece.kind === 'han' ? piece.chars.filter((c) => !endings.has(c)) : []));
  if (!said.every((word) => words.some((own) => isOfOneRoot(word, own)))) return 0;
  if (!written.every((char) => chars.includes(char))) return 0;
  return (said.length > 0 && said.length >= words.length) || (written.length > 0 && written.length >= chars.length)
    ? 2
    : 1;
}

/** What makes a person or a thing of a Chinese word, and changes no meaning here. */
const endings = new Set(['者', '员', '们', '的', '性']);
const joining = new Set(['and', 'or', 'of', 'the', 'a', 'in', 's']);

function isOfOneRoot(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  const same = Math.min(6, Math.max(4, shorter - 2));
  if (a === b || (shorter >= same && a.slice(0, same) === b.slice(0, same))) return true;
  return shorter >= 6 && distance(a.slice(0, shorter), b.slice(0, shorter), 2) <= 2;
}

export function conceptFinder(catalogue: Catalogue, fold: HanFold): ConceptFinder {
  type Named = Omit<Match, 'span' | 'whole'> & { reach: 0 | 1 | 2 };
  const byKey = new Map<string, Named[]>();
  const byPinyin = new Map<string, Named[]>();
  const put = (map: typeof byKey, key: string, named: Named) => {
    const list = map.get(key) ?? [];
    const known = list.find(({ concept }) => concept === named.concept);
    if (known) known.reach = named.reach > known.reach ? named.reach : known.reach;
    else list.push(named);
    if (key) map.set(key, list);
  };
  for (const concept of catalogue.concepts) {
    const names = nameOf(concept, fold);
    for (const label of [...concept.labels.en, ...concept.labels.zh]) {
      const pieces = cutWords(label, fold);
      put(byKey, keyOf(pieces), { concept, label, reach: reachOf(pieces, names) });
    }
    for (const [label, spelt] of concept.pinyin) {
      const named = { concept, label, reach: reachOf(cutWords(label, fold), names) };
      for (const key of spelt.includes('ü') ? [spelt.replaceAll('ü', 'u'), spelt.replaceAll('ü', 'v')] : [spelt])
        put(byPinyin, key, named);
    }
  }

  const named = (words: readonly string[]) => {
    const pieces = words.flatMap((word) => cutWords(word, fold));
    const found = byKey.get(keyOf(pieces));
    const latin = pieces.map((piece) => (piece.kind === 'word' ? piece.form : ' ')).join('');
    // Tones written as numbers: kou3 yi4.
    const spelt = /^(?:[a-z]+[1-5])+$/.test(latin) ? latin.replace(/[1-5]/g, '') : latin;
    const sounding = spelt.length >= 4 ? (byPinyin.get(spelt) ?? []) : [];
    const all = [...(found ?? [])];
    for (const one of sounding) {
      const known = all.findIndex(({ concept }) => concept === one.concept);
      if (known < 0) all.push(one);
      else if (one.reach > (all[known]?.reach ?? 0)) all[known] = one;
    }
    if (all.length === 0) return undefined;
    // "Trust" is the name of one concept and a part of "Power, culture and trust": the whole name has it.
    const least = all.some(({ reach }) => reach === 2) ? 2 : 1;
    return all.map(({ concept, label, reach }) => ({ concept, label, whole: reach >= least }));
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
          for (const one of found) matches.push({ ...one, span: [at, at + length] });
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
