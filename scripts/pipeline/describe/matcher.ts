/** Finds the words of the vocabulary in a text. */

import { hierarchyOf } from '#domain/broader';
import { allLabels, namesOf, type ConceptRef, type VocabularyFile } from '#domain/concept';
import type { Facet } from '#domain/facets';
import { wordsOf, type Word } from '#domain/words';
import { foldedWord } from '../../formats/text/han.ts';

/**
 * Words of a concept that were found in a text: the concepts that they show, and where: `[start, end)` in UTF-16 code
 * units.
 */
interface Found {
  concepts: readonly ConceptRef[];
  start: number;
  end: number;
}

/** What a phrase means for a concept: its name, a sign of it, or an exception that does not mean it. */
type Kind = 'names' | 'signs' | 'except';

interface Node extends Record<Kind, ConceptRef[]> {
  next: Map<string, Node>;
  /** For labels in capitals, such as ACT or PTSD: the spelling that the text must have. */
  exact?: string;
  /** Concepts that have this word as a proper name. A word in small letters is not a match: a turkey is not Turkey. */
  proper?: Set<ConceptRef>;
}

const node = (): Node => ({ next: new Map(), names: [], signs: [], except: [] });
const han = /\p{Script=Han}/u;
const capitals = /^[\p{Lu}\p{N}]{2,6}$/u;
const properFacets: ReadonlySet<Facet> = new Set(['countries']);

/**
 * Finds words of concepts in a text. Labels are in a tree of words or characters, so the time depends only on the
 * length of the text.
 */
export type Matcher = (text: string) => Found[];

/**
 * Makes a matcher for the names and signs of all concepts, in both languages and in simplified and traditional Chinese.
 */
export function makeMatcher(vocabulary: readonly VocabularyFile[]): Matcher {
  const words = node();
  const characters = node();
  /** Exceptions of one word, by their exact spelling: "turkeys" is not "Turkey", though the two have one word form. */
  const exceptWords = new Map<string, Set<ConceptRef>>();
  const add = (label: string, concept: ConceptRef, kind: Kind, isProper: boolean): void => {
    const chinese = han.test(label);
    const read = chinese ? [] : wordsOf(label);
    const [only] = read;
    if (kind === 'except' && only && read.length === 1) {
      exceptWords.set(only.plain, (exceptWords.get(only.plain) ?? new Set()).add(concept));
      return;
    }
    let at = chinese ? characters : words;
    const steps = chinese ? [...foldedWord(label)] : read.map((it) => it.stem);
    if (!steps.length) return;
    for (const step of steps) {
      let next = at.next.get(step);
      if (!next) at.next.set(step, (next = node()));
      at = next;
    }
    if (!at[kind].includes(concept)) at[kind].push(concept);
    if (chinese) return;
    if (capitals.test(label)) at.exact = label;
    if (isProper) (at.proper ??= new Set()).add(concept);
  };
  for (const { facet, concepts } of vocabulary)
    for (const concept of concepts) {
      const ref = `${facet}/${concept.id}`;
      const isProper = properFacets.has(facet);
      for (const label of namesOf(concept)) add(label, ref, 'names', isProper);
      for (const label of allLabels(concept.signs)) add(label, ref, 'signs', isProper);
      for (const phrase of allLabels(concept.except)) add(phrase, ref, 'except', false);
    }
  const { above } = hierarchyOf(vocabulary);
  return (text) => {
    const hits = walkWords(words, exceptWords, text).concat(han.test(text) ? walkCharacters(characters, text) : []);
    hits.sort((a, b) => a.start - b.start || b.end - a.end);
    return withoutParts(hits, above);
  };
}

interface Hit {
  names: readonly ConceptRef[];
  signs: readonly ConceptRef[];
  start: number;
  end: number;
}

/**
 * Removes matches inside a longer name of the same facet: "meta-ethnography" is not "ethnography". A match stays where
 * the longer name is a broader concept: "training and supervision" is also about supervision. A longer sign removes
 * nothing. `hits` are ordered by start, the longer first.
 */
function withoutParts(hits: readonly Hit[], above: (ref: ConceptRef) => readonly ConceptRef[]): Found[] {
  const facetOf = (ref: ConceptRef): string => ref.slice(0, ref.indexOf('/'));
  const kept: Found[] = [];
  let open: Hit[] = [];
  for (const it of hits) {
    open = open.filter((longer) => longer.end > it.start);
    const meant = [...it.names, ...it.signs].filter(
      (ref) =>
        !open.some(
          (longer) =>
            longer.end >= it.end &&
            longer.end - longer.start > it.end - it.start &&
            longer.names.some((other) => facetOf(other) === facetOf(ref) && !above(ref).includes(other)),
        ),
    );
    if (meant.length) kept.push({ concepts: [...new Set(meant)], start: it.start, end: it.end });
    open.push(it);
  }
  return kept;
}

interface Stop {
  node: Node;
  start: number;
  end: number;
}

function walkWords(root: Node, exceptWords: ReadonlyMap<string, ReadonlySet<ConceptRef>>, text: string): Hit[] {
  const words: Word[] = wordsOf(text);
  // In a text without capitals, as keywords may be, case says nothing.
  const tellsCase = /\p{Lu}/u.test(text);
  const stops: Stop[] = [];
  for (let i = 0; i < words.length; i++) {
    let at: Node | undefined = root;
    for (let j = i; j < words.length; j++) {
      const word = words[j] as Word;
      at = at.next.get(word.stem);
      if (!at) break;
      const start = (words[i] as Word).start;
      if (isEnd(at) && (at.exact === undefined || text.slice(start, word.end).replace(/s$/u, '') === at.exact))
        stops.push({ node: at, start, end: word.end });
      // A phrase ends where a sentence ends between two words, or where a Chinese character comes between them.
      if (/[.!?;:]\s|[。，；、]|\p{Script=Han}/u.test(text.slice(word.end, words[j + 1]?.start ?? word.end))) break;
    }
  }
  const excepted = words.flatMap(({ plain, start, end }) => {
    const concepts = exceptWords.get(plain);
    return concepts ? [{ concepts, start, end }] : [];
  });
  const isWritten = ({ node: { proper }, start, end }: Stop, concept: ConceptRef): boolean =>
    !(tellsCase && proper?.has(concept)) || /\p{Lu}/u.test(text.slice(start, end));
  return hitsAt(
    stops,
    (stop, concept) =>
      isWritten(stop, concept) &&
      !excepted.some((it) => it.start <= stop.start && it.end >= stop.end && it.concepts.has(concept)),
  );
}

function walkCharacters(root: Node, text: string): Hit[] {
  const stops: Stop[] = [];
  const folded: { character: string; at: number; past: number }[] = [];
  let offset = 0;
  for (const character of text) {
    for (const plain of foldedWord(character))
      folded.push({ character: plain, at: offset, past: offset + character.length });
    offset += character.length;
  }
  for (let i = 0; i < folded.length; i++) {
    let at: Node | undefined = root;
    for (let j = i; j < folded.length; j++) {
      const { character, past } = folded[j] as (typeof folded)[number];
      at = at.next.get(character);
      if (!at) break;
      if (isEnd(at)) stops.push({ node: at, start: (folded[i] as (typeof folded)[number]).at, end: past });
    }
  }
  return hitsAt(stops, () => true);
}

const isEnd = ({ names, signs, except }: Node): boolean => names.length + signs.length + except.length > 0;

/**
 * What was found at these ends of phrases. A match inside or at the start of an exception is removed: "non-psychotic
 * disorder" does not mean psychosis.
 */
function hitsAt(stops: readonly Stop[], isMeant: (stop: Stop, concept: ConceptRef) => boolean): Hit[] {
  const exceptions = stops.filter((stop) => stop.node.except.length);
  return stops.flatMap((stop) => {
    const { start, end } = stop;
    const meant = (concepts: readonly ConceptRef[]) =>
      concepts.filter(
        (concept) =>
          isMeant(stop, concept) &&
          !exceptions.some(
            (it) =>
              it.node.except.includes(concept) &&
              it.start <= start &&
              (it.end >= end || (it.start < start && it.end > start)),
          ),
      );
    const [names, signs] = [meant(stop.node.names), meant(stop.node.signs)];
    return names.length + signs.length ? [{ names, signs, start, end }] : [];
  });
}
