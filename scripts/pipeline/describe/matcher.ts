import { hierarchyOf } from '#domain/broader';
import { allLabels, namesOf, type ConceptRef, type VocabularyFile } from '#domain/concept';
import type { Facet } from '#domain/facets';
import { wordsOf, type Word } from '#domain/words';
import { foldedWord } from '../../formats/text/han.ts';

/** Words of a concept found in a text: the concepts that they show, and `[start, end)` in UTF-16 code units. */
export interface Found {
  concepts: readonly ConceptRef[];
  start: number;
  end: number;
}

/** What the phrase that ends here is to a concept: a name, a sign, or a phrase that does not mean it. */
type Kind = 'names' | 'signs' | 'except';

interface Node extends Record<Kind, ConceptRef[]> {
  next: Map<string, Node>;
  /** For labels in capitals, such as ACT or PTSD: the words as they must be written. */
  exact?: string;
  /** Concepts that this is a proper name of, which small letters do not write: Turkey is no turkey. */
  proper?: Set<ConceptRef>;
}

const node = (): Node => ({ next: new Map(), names: [], signs: [], except: [] });
const han = /\p{Script=Han}/u;
const capitals = /^[\p{Lu}\p{N}]{2,6}$/u;
const properFacets: ReadonlySet<Facet> = new Set(['countries']);

/** Finds words of concepts in a text. Its time grows with the text's length alone: labels stand in a tree of words or characters. */
export type Matcher = (text: string) => Found[];

/** A matcher of every concept's names and signs, in both languages and all scripts of Chinese. */
export function makeMatcher(vocabulary: readonly VocabularyFile[]): Matcher {
  const words = node();
  const characters = node();
  /** Exceptions of one word, by the word as it is written: "turkeys" is no "Turkey", though it is a form of it. */
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
 * A word inside a longer name of the same facet means what the longer means ("meta-ethnography" is no "ethnography"),
 * unless that is broader: "training and supervision" speaks of supervision. A longer sign takes nothing away. `hits`
 * stand in order of start, the longer first.
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
  // A text all in small letters, as keywords may be, says nothing by them.
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
      // A sentence's end between two words ends the phrase as well, as does a word of Chinese.
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

/** What stops are found for, without what a phrase that does not mean it holds or begins: a non-psychotic disorder is none. */
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
