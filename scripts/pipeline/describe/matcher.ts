import type { VocabularyFile } from '#domain/concept';
import { wordsOf, type Word } from '#domain/words';
import { normalized } from '#text/normal';

/** A label found in a text: the concepts that bear it, and `[start, end)` in UTF-16 code units. */
export interface Found {
  concepts: readonly string[];
  start: number;
  end: number;
}

interface Node {
  next: Map<string, Node>;
  /** Concepts whose label ends here. */
  concepts: string[];
  /** Concepts for which a phrase that ends here is no evidence. */
  except: string[];
  /** For labels in capitals, such as ACT or PTSD: the words as they must be written. */
  exact?: string;
}

const node = (): Node => ({ next: new Map(), concepts: [], except: [] });
const han = /\p{Script=Han}/u;
const capitals = /^[\p{Lu}\p{N}]{2,6}$/u;

/** Finds labels in a text. Its time grows with the text's length alone: labels stand in a tree of words or characters. */
export type Matcher = (text: string) => Found[];

/** A matcher of every concept's preferred and alternative labels, in both languages. */
export function makeMatcher(vocabulary: readonly VocabularyFile[]): Matcher {
  const words = node();
  const characters = node();
  const add = (label: string, concept: string, kind: 'concepts' | 'except'): void => {
    const chinese = han.test(label);
    let at = chinese ? characters : words;
    const steps = chinese ? [...plainHan(label)] : wordsOf(label).map((it) => it.stem);
    if (!steps.length) return;
    for (const step of steps) {
      let next = at.next.get(step);
      if (!next) at.next.set(step, (next = node()));
      at = next;
    }
    if (!at[kind].includes(concept)) at[kind].push(concept);
    if (!chinese && capitals.test(label)) at.exact = label;
  };
  for (const { facet, concepts } of vocabulary)
    for (const concept of concepts) {
      const ref = `${facet}/${concept.id}`;
      const labels = [
        concept.prefLabel.en,
        concept.prefLabel.zh,
        ...(concept.altLabel?.en ?? []),
        ...(concept.altLabel?.zh ?? []),
      ];
      for (const label of labels) add(label, ref, 'concepts');
      for (const phrase of [...(concept.except?.en ?? []), ...(concept.except?.zh ?? [])]) add(phrase, ref, 'except');
    }
  const ancestors = ancestorsOf(vocabulary);
  return (text) => {
    const found = walkWords(words, text).concat(han.test(text) ? walkCharacters(characters, text) : []);
    found.sort((a, b) => a.start - b.start || b.end - a.end);
    return withoutParts(found, ancestors);
  };
}

/** For each concept all that are broader, at any distance. */
function ancestorsOf(vocabulary: readonly VocabularyFile[]): Map<string, Set<string>> {
  const broader = new Map<string, string[]>();
  for (const { facet, concepts } of vocabulary)
    for (const concept of concepts)
      broader.set(
        `${facet}/${concept.id}`,
        concept.broader.map((name) => (name.includes('/') ? name : `${facet}/${name}`)),
      );
  const above = (ref: string, known: Set<string>): Set<string> => {
    for (const name of broader.get(ref) ?? []) if (!known.has(name)) above(name, known.add(name));
    return known;
  };
  return new Map([...broader.keys()].map((ref) => [ref, above(ref, new Set())]));
}

/**
 * A label inside of a longer one of the same facet means the longer ("meta-ethnography" is no "ethnography"), unless its
 * concept is the broader of the two. `found` stands in order of start, the longer first.
 */
function withoutParts(found: readonly Found[], ancestors: ReadonlyMap<string, ReadonlySet<string>>): Found[] {
  const facetOf = (ref: string): string => ref.slice(0, ref.indexOf('/'));
  const kept: Found[] = [];
  let open: Found[] = [];
  for (const it of found) {
    open = open.filter((longer) => longer.end > it.start);
    const meant = it.concepts.filter(
      (ref) =>
        !open.some(
          (longer) =>
            longer.end >= it.end &&
            longer.end - longer.start > it.end - it.start &&
            longer.concepts.some((other) => facetOf(other) === facetOf(ref) && !ancestors.get(other)?.has(ref)),
        ),
    );
    if (meant.length) kept.push({ ...it, concepts: meant });
    open.push(it);
  }
  return kept;
}

/** Full-width forms and white space do not tell Chinese words apart. */
const plainHan = (text: string): string => normalized(text, 'NFKC').toLowerCase().replace(/\s/gu, '');

interface Hit {
  node: Node;
  start: number;
  end: number;
}

function walkWords(root: Node, text: string): Found[] {
  const words: Word[] = wordsOf(text);
  const hits: Hit[] = [];
  for (let i = 0; i < words.length; i++) {
    let at: Node | undefined = root;
    for (let j = i; j < words.length; j++) {
      const word = words[j] as Word;
      at = at.next.get(word.stem);
      if (!at) break;
      const start = (words[i] as Word).start;
      if (isEnd(at) && (at.exact === undefined || text.slice(start, word.end).replace(/s$/u, '') === at.exact))
        hits.push({ node: at, start, end: word.end });
      // A sentence's end between two words ends the phrase as well.
      if (/[.!?;:。，；]\s/u.test(text.slice(word.end, words[j + 1]?.start ?? word.end))) break;
    }
  }
  return withoutExceptions(hits);
}

function walkCharacters(root: Node, text: string): Found[] {
  const hits: Hit[] = [];
  const folded: { character: string; at: number; past: number }[] = [];
  let offset = 0;
  for (const character of text) {
    for (const plain of plainHan(character))
      folded.push({ character: plain, at: offset, past: offset + character.length });
    offset += character.length;
  }
  for (let i = 0; i < folded.length; i++) {
    let at: Node | undefined = root;
    for (let j = i; j < folded.length; j++) {
      const { character, past } = folded[j] as (typeof folded)[number];
      at = at.next.get(character);
      if (!at) break;
      if (isEnd(at)) hits.push({ node: at, start: (folded[i] as (typeof folded)[number]).at, end: past });
    }
  }
  return withoutExceptions(hits);
}

const isEnd = (at: Node): boolean => at.concepts.length > 0 || at.except.length > 0;

/** Hits without those that lie inside a phrase that does not mean the concept. */
function withoutExceptions(hits: readonly Hit[]): Found[] {
  const exceptions = hits.filter((hit) => hit.node.except.length);
  return hits.flatMap(({ node: { concepts }, start, end }) => {
    const meant = concepts.filter(
      (concept) => !exceptions.some((it) => it.node.except.includes(concept) && it.start <= start && it.end >= end),
    );
    return meant.length ? [{ concepts: meant, start, end }] : [];
  });
}
