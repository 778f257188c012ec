/** Decides whether a paper contradicts a sentence which says that something is not there. */

import type { ConceptRef } from '#domain/concept';
import type { Paper } from '#domain/paper';
import { foldForMatching, placeOfWords } from '#domain/text';
import type { AbsenceCheck } from './basis.ts';
import { passagesOf } from './passages.ts';

/**
 * Whether a text contains a word or phrase as a whole; one that ends in `*` may continue. Case, white space, and the
 * shape of quotation marks and hyphens are ignored. In Chinese, words have no boundaries.
 */
export const holdsWord = (text: string, word: string): boolean => holds(foldForMatching(text), word);

function holds(folded: string, word: string): boolean {
  const goesOn = word.endsWith('*');
  const wanted = foldForMatching(goesOn ? word.slice(0, -1) : word);
  return placeOfWords(folded, wanted, 0, goesOn) >= 0;
}

/** A text of a paper in which words are looked for; titles and keywords have no address of their own. */
interface Searched {
  folded: string;
  anchor?: string;
  text: string;
}

const searched = new WeakMap<Paper, readonly Searched[]>();

/** The texts of a paper, folded once for all words that are looked for in them. */
function searchedIn(paper: Paper): readonly Searched[] {
  const known = searched.get(paper);
  if (known) return known;
  const texts = [...passagesOf(paper).flatMap(({ sentences }) => sentences), ...paper.keywords].map((it): Searched => ({
    text: it.text,
    folded: foldForMatching(it.text),
    ...('anchor' in it && it.anchor ? { anchor: it.anchor } : {}),
  }));
  searched.set(paper, texts);
  return texts;
}

/** What contradicts an absence: a concept that a paper has, or a word with the text of the paper that contains it. */
export type Contradiction =
  { paper: string; concept: ConceptRef } | { paper: string; word: string; text: string; anchor?: string };

/** The papers that an absence is about, by id. */
export const scopeOf = (check: AbsenceCheck, ids: Iterable<string>): string[] =>
  (check.in.length ? check.in : [...ids]).filter((id) => !check.except.includes(id));

/**
 * What in a paper contradicts an absence; `undefined` if the absence is true of it. `has` gives a concept of the paper
 * that is a wanted one, below it or in its facet. Without a record no words are looked for.
 */
export function contradictionIn(
  check: AbsenceCheck,
  id: string,
  has: (wanted: ConceptRef) => ConceptRef | undefined,
  paper: Paper | undefined,
): Contradiction | undefined {
  for (const wanted of check.of) {
    const concept = has(wanted);
    if (concept !== undefined) return { paper: id, concept };
  }
  for (const word of paper ? check.words : []) {
    const found = paper && searchedIn(paper).find(({ folded }) => holds(folded, word));
    if (found) return { paper: id, word, text: found.text, ...(found.anchor ? { anchor: found.anchor } : {}) };
  }
  return undefined;
}
